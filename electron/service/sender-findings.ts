import { readCatalogue } from '#shared/catalogue/read-catalogue.ts';
import { viewSheet } from '#shared/ipc/view-sheet.ts';
import type { ReceivedSheet } from '#shared/ipc/calls/received.ts';
import type { OpenedSheet } from '#shared/ipc/calls/sheet.ts';

import { readCatalogueVersion } from '../storage/catalogues.ts';
import { findSealing } from '../storage/received-sealings.ts';
import { catalogueOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { languageOf } from './sessions.ts';

/**
 * What the unit's own checks found before it sealed (D131): the checks of the catalogue that it had,
 * without other units. Where that catalogue is not here, or was not kept, the newest one stands in.
 */
export function senderFindings(
  office: Office,
  bundle: number,
  opened: OpenedSheet,
): ReceivedSheet['sender'] {
  const store = storeOf(office);
  const version = findSealing(store, bundle)?.catalogue ?? null;
  const newest = catalogueOf(office);
  const content = version === null ? null : readCatalogueVersion(store, version);
  const read =
    content === null || version === newest.version ? null : readCatalogue(JSON.parse(content));
  const catalogue = read?.ok === true ? read.value : newest;
  const isThere =
    catalogue.forms.some(({ code }) => code === opened.form) &&
    catalogue.periods.some(({ code }) => code === opened.period);
  const view = viewSheet(isThere ? catalogue : newest, opened, languageOf(office));
  return {
    catalogue: version,
    newestCatalogue: newest.version,
    findings: view.findings.map(({ check, row, column }) => ({ check, row, column })),
  };
}
