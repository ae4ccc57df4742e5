import type { ActKind, OpenedAct } from '#shared/bundle/act.ts';
import { fingerprintOf, formatFingerprint } from '#shared/bundle/fingerprint.ts';
import type { OpenedBundle, OpenedReport } from '#shared/bundle/open.ts';
import type { Peek } from '#shared/bundle/peek.ts';
import { parseInstant } from '#shared/kit/clock.ts';
import type { Instant } from '#shared/kit/clock.ts';
import { formatInstant } from '#shared/text/format-date.ts';
import type { MessageKey, Translate } from '#shared/text/translate.ts';

/** Somebody who prepared or approved; `act` is null where nobody but the unit signed. */
type Signer = {
  readonly name: string;
  readonly at: Instant;
  readonly act: ActKind | null;
  readonly fingerprint: string | null;
};

/** The names by which the bundle's specification calls what a file says. */
type FactName =
  Extract<MessageKey, `cli.verify.facts.${string}`> extends `cli.verify.facts.${infer Name}`
    ? Name
    : never;
type Facts = Partial<Readonly<Record<FactName, string | number | Signer>>>;

/** The facts of a file as lines for people: each under its name in their language. */
export function linesOf(facts: Facts, say: Translate): readonly string[] {
  // The keys are those of `Facts`, which `Object.entries` forgets.
  return (Object.entries(facts) as [FactName, string | number | Signer][]).map(
    ([name, fact]) => `${say(`cli.verify.facts.${name}`)}: ${wordsOf(fact, say)}`,
  );
}

function wordsOf(fact: string | number | Signer, say: Translate): string {
  if (typeof fact === 'number') return String(fact);
  if (typeof fact === 'string') {
    const instant = parseInstant(fact);
    return instant === null ? fact : formatInstant(instant);
  }
  const { name, at, act, fingerprint } = fact;
  const who = { name, at: formatInstant(at) };
  if (act === null || fingerprint === null) return say('cli.verify.named', who);
  const what = say(`received.signatures.act.${act}`);
  return say('cli.verify.signed', { ...who, what, digits: fingerprint });
}

/** What the contents say, under the names that the bundle's specification uses. */
export function factsOf(peeked: Peek): Facts {
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
function contentsOf(opened: OpenedBundle): Facts {
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
function signersOf({ statement, acts }: OpenedReport): Facts {
  const named = ({ name, at }: { readonly name: string; readonly at: Instant }) => ({ name, at });
  if (acts === null) {
    const { prepared, approved } = statement;
    return {
      ...(prepared === null
        ? {}
        : { prepared: { ...named(prepared), act: null, fingerprint: null } }),
      approved: { ...named(approved), act: null, fingerprint: null },
    };
  }
  const signed = ({ act, kid }: OpenedAct): Signer => ({
    ...named(act),
    act: act.act,
    fingerprint: formatFingerprint(fingerprintOf(kid)),
  });
  return { prepared: signed(acts.prepared), approved: signed(acts.approved) };
}
