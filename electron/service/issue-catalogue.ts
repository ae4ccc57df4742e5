import type { KeyringUnit } from '#shared/bundle/keyring.ts';
import { sealCatalogue } from '#shared/bundle/seal.ts';
import type { SealedCatalogue } from '#shared/bundle/seal.ts';
import { childrenOf } from '#shared/domain/unit.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { dayInVietnam } from '#shared/kit/clock.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import type { Account } from '../storage/accounts.ts';
import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import {
  insertIssuedCatalogue,
  insertWrittenCatalogue,
  listLastIssued,
  listLastReported,
} from '../storage/issued-catalogues.ts';
import type { LastOfUnit } from '../storage/issued-catalogues.ts';
import { nextReceiptSequence } from '../storage/issued-receipts.ts';
import { durableFolder } from './durable-file.ts';
import { withOfficeKeys } from './key-use.ts';
import type { KeysInUse } from './keys-in-use.ts';
import { accountOf, catalogueOf, identityOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { currentKeyring } from './trust.ts';

type Issued = CallOutput<'catalogue.issue'>;

/** Province: which catalogue is in force, and which one every unit that reports here goes by. */
export function listHolders(office: Office): CallOutput<'catalogue.holders'> {
  const store = storeOf(office);
  const catalogue = catalogueOf(office);
  const today = dayInVietnam(office.clock.now());
  const enrolled = enrolledUnits(office).map(({ unit }) => unit);
  const reported = new Map(listLastReported(store).map((last) => [last.unit, last]));
  const issued = new Map(listLastIssued(store).map((last) => [last.unit, last]));
  return {
    version: catalogue.version,
    units: childrenOf(catalogue.units, identityOf(office).unit, today).map(({ code }) => ({
      unit: code,
      name: unitName(office, code),
      isEnrolled: enrolled.includes(code),
      reported: versionAt(reported.get(code)),
      issued: versionAt(issued.get(code)),
    })),
  };
}

/**
 * Province: seals the catalogue in force for every unit whose key is enrolled and not revoked, and
 * writes one file each to a folder. Numbers are taken before anything is written: a file that fails
 * leaves a gap, never a number that stands twice. Only what lies there is noted as issued; what could
 * not be written is told beside it. Refuses `no-unit-enrolled`, wrong passwords, as `places.folder` and
 * `sealCatalogue`, and as `writeDurably` where nothing could be written.
 */
export async function issueCatalogue(
  office: Office,
  { folder: handle, password }: HandledInput<'catalogue.issue'>,
): Promise<Result<Issued>> {
  if (identityOf(office).side !== 'province') return refuse('call-not-permitted');
  const folder = office.places.folder(handle);
  if (!folder.ok) return folder;
  const units = enrolledUnits(office);
  if (units.length === 0) return refuse('no-unit-enrolled');
  return withOfficeKeys(office, password, async (keys) => {
    const sealed = await sealForEach(office, units, keys);
    if (!sealed.ok) return sealed;
    // Whoever asked issues them, also when somebody else has signed in by the time they are written.
    const by = accountOf(office);
    takeNumbers(office, sealed.value, by);
    return writeAll(office, folder.value, sealed.value, by);
  });
}

function enrolledUnits(office: Office): readonly KeyringUnit[] {
  const units = currentKeyring(office)?.keyring.units ?? [];
  return units.filter(({ status }) => status === 'active');
}

async function sealForEach(
  office: Office,
  units: readonly KeyringUnit[],
  { signer, ownRecipient, host }: KeysInUse,
): Promise<Result<readonly SealedCatalogue[]>> {
  const { unit: province, series } = identityOf(office);
  const first = nextReceiptSequence(storeOf(office));
  const created = office.clock.now();
  const keyring = currentKeyring(office)?.keyring.version ?? 0;
  const sealed: SealedCatalogue[] = [];
  for (const [at, { unit, recipient }] of units.entries()) {
    const one = await sealCatalogue({
      facts: {
        from: { unit: province, series },
        to: { unit, recipients: [recipient] },
        seq: first + at,
        created,
        app: office.version,
        keyring,
      },
      catalogue: catalogueOf(office),
      signer,
      ownRecipient,
      host,
    });
    if (!one.ok) return one;
    sealed.push(one.value);
  }
  return ok(sealed);
}

function takeNumbers(
  office: Office,
  sealed: readonly SealedCatalogue[],
  { name: actor, displayName, role }: Account,
): void {
  const at = office.clock.now();
  write(storeOf(office), (handle) => {
    for (const { statement, statementSha256, fileName } of sealed) {
      insertIssuedCatalogue(handle, {
        series: statement.from.series,
        sequence: statement.seq,
        version: statement.catalogue.version,
        unit: statement.to.unit,
        statementSha256,
        fileName,
        issuedBy: displayName,
        issuedAt: at,
      });
    }
    const [first] = sealed;
    appendAudit(handle, {
      at,
      actor,
      role,
      action: 'catalogue.issue',
      object: `${String(first?.statement.catalogue.version)}/${String(sealed.length)}`,
      detail: first?.statement.catalogue.sha256 ?? '',
    });
  });
}

/** Writes what can be written; a file that cannot be keeps no other from it. */
async function writeAll(
  office: Office,
  path: string,
  sealed: readonly SealedCatalogue[],
  by: Account,
): Promise<Result<Issued>> {
  const { version } = catalogueOf(office);
  const folder = durableFolder(path);
  const files: Issued['files'] = [];
  const missing: Issued['missing'] = [];
  const written: SealedCatalogue[] = [];
  for (const one of sealed) {
    const { unit } = one.statement.to;
    const addressee = { unit, name: unitName(office, unit) };
    const fileName = await folder.write(one.fileName, one.bytes);
    if (fileName.ok) {
      files.push({ ...addressee, fileName: fileName.value });
      written.push(one);
    } else {
      missing.push({ ...addressee, refusal: fileName.refusal });
    }
  }
  const [first] = missing;
  if (files.length === 0 && first !== undefined) return { ok: false, refusal: first.refusal };
  const confirmed = await folder.confirm();
  if (!confirmed.ok) return confirmed;
  noteWritten(office, version, written, by);
  return ok({ version, folderLabel: path, files, missing });
}

function noteWritten(
  office: Office,
  version: number,
  written: readonly SealedCatalogue[],
  { name: actor, role }: Account,
): void {
  const at = office.clock.now();
  write(storeOf(office), (handle) => {
    for (const { statement } of written) {
      insertWrittenCatalogue(handle, statement.from.series, statement.seq, at);
    }
    const object = `${String(version)}/${String(written.length)}`;
    const detail = written.map(({ fileName }) => fileName).join(' ');
    appendAudit(handle, { at, actor, role, action: 'catalogue.write', object, detail });
  });
}

function versionAt(last: LastOfUnit | undefined): Pick<LastOfUnit, 'version' | 'at'> | null {
  return last === undefined ? null : { version: last.version, at: last.at };
}
