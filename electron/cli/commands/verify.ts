import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';

import { MAX_SEALED_BYTES } from '#shared/bundle/age-envelope.ts';
import type { OpenedAct } from '#shared/bundle/act.ts';
import { fingerprintOf, formatFingerprint } from '#shared/bundle/fingerprint.ts';
import { senderKeyIn } from '#shared/bundle/keyring.ts';
import { parseBundleFileName } from '#shared/bundle/names.ts';
import type { OpenedBundle, OpenedReport } from '#shared/bundle/open.ts';
import { peek } from '#shared/bundle/peek.ts';
import type { Peek } from '#shared/bundle/peek.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Refusal, Result } from '#shared/kit/result.ts';
import type { Translate } from '#shared/text/translate.ts';

import { withOfficeKeys } from '../../service/key-use.ts';
import { identityOf } from '../../service/office.ts';
import { currentKeyring } from '../../service/trust.ts';
import { operandOf } from '../arguments.ts';
import type { Invocation } from '../arguments.ts';
import { ownPassword } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { done } from '../output.ts';
import type { Outcome } from '../output.ts';

/** `verify` with `--as`: says what a file is, opened with the office's keys; imports nothing. */
export async function verify(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const { office, say } = desk;
  const path = resolve(operandOf(invocation));
  const bytes = readSealed(path);
  if (!bytes.ok) return bytes;
  const keyring = currentKeyring(office);
  const peeked = await withOfficeKeys(office, ownPassword(desk), async ({ identity, host }) =>
    ok(
      await peek(bytes.value, {
        unit: identityOf(office).unit,
        identities: [identity],
        findSenderKey: keyring === null ? () => null : senderKeyIn(keyring.keyring),
        host,
      }),
    ),
  );
  if (!peeked.ok) return peeked;
  return ok(outcomeOf(path, peeked.value, refusalOf(peeked.value), say));
}

/** `verify` without `--as`: what shows from outside. That a sealed file stays closed is no fault. */
export async function verifyFromOutside(
  invocation: Invocation,
  say: Translate,
): Promise<Result<Outcome>> {
  const path = resolve(operandOf(invocation));
  const bytes = readSealed(path);
  if (!bytes.ok) return bytes;
  const peeked = await peek(bytes.value, { unit: '', identities: [], findSenderKey: () => null });
  const refusal = refusalOf(peeked);
  const isMerelyClosed = refusal?.code === 'not-addressed-to-this-key';
  return ok(outcomeOf(path, peeked, isMerelyClosed ? null : refusal, say));
}

function readSealed(path: string): Result<Uint8Array> {
  const facts = { file: path };
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return refuse('file-missing', facts);
    if (stat.size > MAX_SEALED_BYTES) return refuse('bundle-too-large', { bytes: stat.size });
    return ok(new Uint8Array(readFileSync(path)));
  } catch (fault) {
    const isMissing = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';
    return refuse(isMissing ? 'file-missing' : 'file-unreadable', facts);
  }
}

function refusalOf(peeked: Peek): Refusal | null {
  return 'refusal' in peeked ? peeked.refusal : null;
}

function outcomeOf(path: string, peeked: Peek, refusal: Refusal | null, say: Translate): Outcome {
  const facts = factsOf(peeked);
  const value = {
    file: path,
    kind: peeked.kind,
    bytes: peeked.bytes,
    fileSha256: peeked.fileSha256,
    isSound: peeked.kind !== 'closed' && refusal === null,
    /** What the file is called claims this; it proves nothing. */
    claimedByName: parseBundleFileName(basename(path)),
    ...facts,
    refusal: refusalOf(peeked),
  };
  const lines = [
    say(`cli.verify.${peeked.kind}`),
    `sha256: ${peeked.fileSha256}`,
    `bytes: ${String(peeked.bytes)}`,
    ...Object.entries(facts).map(([name, fact]) => `${name}: ${String(fact)}`),
  ];
  return {
    ...done(value, lines.join('\n')),
    faults: refusal === null ? [] : [{ about: basename(path), refusal }],
  };
}

/** What the contents say, under the names that the bundle's specification uses. */
function factsOf(peeked: Peek): Readonly<Record<string, string | number>> {
  switch (peeked.kind) {
    case 'report':
    case 'receipt':
    case 'catalogue':
    case 'drafts':
      return {
        version: peeked.version,
        from: peeked.from.unit,
        to: peeked.to,
        ...(peeked.period === null ? {} : { period: peeked.period }),
        ...(peeked.revision === null ? {} : { revision: peeked.revision }),
        seq: peeked.seq,
        series: peeked.from.series,
        created: peeked.created,
        checkCode: peeked.checkCode,
        statementSha256: peeked.statementSha256,
        signedBy: peeked.signedBy.join(' '),
        entries: peeked.entries.map((entry) => entry.path).join(' '),
        ...(peeked.forms.length === 0 ? {} : { forms: peeked.forms.join(' ') }),
        ...(peeked.opened === null ? {} : contentsOf(peeked.opened)),
      };
    case 'enrolment':
      return {
        unit: peeked.opened.enrolment.unit,
        series: peeked.opened.enrolment.series,
        created: peeked.opened.enrolment.created,
        fingerprint: formatFingerprint(peeked.opened.fingerprint),
      };
    case 'keyring':
      return {
        province: peeked.opened.keyring.province,
        version: peeked.opened.keyring.version,
        issued: peeked.opened.keyring.issued,
        units: peeked.opened.keyring.units.map(({ unit }) => unit).join(' '),
        fingerprint: formatFingerprint(peeked.opened.fingerprint),
      };
    case 'closed':
      return { recipients: peeked.recipients };
    case 'other':
      return {};
  }
}

/** What a bundle that was read as a whole has in it. */
function contentsOf(opened: OpenedBundle): Readonly<Record<string, string | number>> {
  switch (opened.kind) {
    case 'report':
      return {
        observations: opened.observations.length,
        cells: opened.cells.length,
        ...signersOf(opened),
      };
    case 'receipt': {
      const { outcome, code, note, remarks } = opened.receipt;
      return {
        outcome,
        ...(code === null ? {} : { code }),
        ...(note === null ? {} : { note }),
        remarks: remarks.length,
      };
    }
    case 'catalogue':
      return {
        catalogue: opened.statement.catalogue.version,
        catalogueSha256: opened.statement.catalogue.sha256,
      };
    case 'drafts':
      return { cells: opened.cells.length };
  }
}

/** Who prepared and who approved: name, hour, digits of their own key where they signed. */
function signersOf({ statement, acts }: OpenedReport): Readonly<Record<string, string>> {
  const named = ({ name, at }: { readonly name: string; readonly at: string }) => `${name}, ${at}`;
  if (acts === null) {
    const { prepared, approved } = statement;
    return {
      ...(prepared === null ? {} : { prepared: named(prepared) }),
      approved: named(approved),
    };
  }
  const signed = ({ act, kid }: OpenedAct) =>
    `${named(act)}, ${act.act}, ${formatFingerprint(fingerprintOf(kid))}`;
  return { prepared: signed(acts.prepared), approved: signed(acts.approved) };
}
