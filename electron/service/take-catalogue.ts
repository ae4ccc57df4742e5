import { sha256Hex } from '#shared/bundle/bytes.ts';
import { canonicalJson, canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import type { OpenedCatalogue } from '#shared/bundle/open.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { readCatalogue } from '#shared/catalogue/read-catalogue.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { appendAudit } from '../storage/audit.ts';
import { keepOffer } from '../storage/catalogue-offers.ts';
import { readCatalogueVersion } from '../storage/catalogues.ts';
import { write } from '../storage/handle.ts';
import { bareVerdict } from './exchange-folder.ts';
import { accountOf, catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { currentKeyring } from './trust.ts';
import { findTrustedOffer } from './trusted-offers.ts';

/**
 * District: keeps the catalogue of a bundle whose signature held, as an offer; the forms go on by the
 * one in use until somebody has seen what changes and accepts it (`catalogue-offers.ts`). A version
 * that is or was here, or waits already, is received before. Refuses `catalogue-not-from-province`
 * {unit}, `catalogue-differs` {version} where that version is another one here,
 * `catalogue-malformed`, `catalogue-inconsistent`, and `unit-unknown` {unit} for a catalogue in which
 * this unit reports no more.
 */
export function holdCatalogue(office: Office, fileName: string, opened: OpenedCatalogue): Verdict {
  const { version } = opened.statement.catalogue;
  const about: Verdict = { ...bareVerdict(fileName, 'refused'), catalogue: version };
  if (opened.statement.from.unit !== currentKeyring(office)?.keyring.province) {
    const facts = { unit: opened.statement.from.unit };
    return { ...about, refusal: { code: 'catalogue-not-from-province', facts } };
  }
  const store = storeOf(office);
  const before =
    readCatalogueVersion(store, version) ?? findTrustedOffer(office, version)?.content ?? null;
  if (before !== null) {
    return digestOf(before) === opened.statement.catalogue.sha256
      ? { ...about, outcome: 'already-received' }
      : { ...about, refusal: { code: 'catalogue-differs', facts: { version } } };
  }
  const { version: current } = catalogueOf(office);
  if (version < current) {
    const refusal = { code: 'catalogue-older', facts: { version, current } };
    return { ...about, outcome: 'already-received', refusal };
  }
  const read = soundCatalogue(office, opened);
  if (!read.ok) return { ...about, refusal: read.refusal };
  keep(office, opened);
  return { ...about, outcome: 'held' };
}

function digestOf(content: string): string {
  return sha256Hex(canonicalJsonBytes(JSON.parse(content)));
}

/** A signature says whose catalogue it is; whether one can work by it is looked at here. */
function soundCatalogue(
  office: Office,
  { catalogue, statement }: OpenedCatalogue,
): Result<Catalogue> {
  const read = readCatalogue(catalogue);
  if (!read.ok) return read;
  if (read.value.version !== statement.catalogue.version) {
    return refuse('catalogue-malformed', { at: 'version', problem: 'not as signed' });
  }
  const { unit } = identityOf(office);
  const isThere = read.value.units.some(
    ({ code, parent }) => code === unit && parent === statement.from.unit,
  );
  return isThere ? ok(read.value) : refuse('unit-unknown', { unit });
}

function keep(office: Office, opened: OpenedCatalogue): void {
  const { catalogue, statement, statementSha256 } = opened;
  const [signedBy] = opened.signedBy;
  if (signedBy === undefined) throw new Error('A catalogue was opened that nobody signed.');
  const { name: actor, role } = accountOf(office);
  const at = office.clock.now();
  const { version } = statement.catalogue;
  write(storeOf(office), (handle) => {
    keepOffer(handle, {
      version,
      content: canonicalJson(catalogue),
      statementSha256,
      signedBy,
      receivedAt: at,
    });
    appendAudit(handle, {
      at,
      actor,
      role,
      action: 'catalogue.hold',
      object: String(version),
      detail: statementSha256,
    });
  });
}
