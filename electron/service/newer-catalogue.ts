import { builtInCatalogue } from '#shared/catalogue/built-in.ts';

import {
  currentCatalogueOrigin,
  currentCatalogueVersion,
  insertCatalogue,
} from '../storage/catalogues.ts';
import { write } from '../storage/handle.ts';
import { storeOf } from './office.ts';
import type { Office } from './office.ts';

/**
 * A program that brings a newer catalogue along adds it to a store that has an older one of the
 * program's. What the province published, or a file brought, is never put aside by a program.
 */
export function bringCatalogueUpToDate(office: Office): void {
  const store = storeOf(office);
  const version = currentCatalogueVersion(store);
  if (version === null || version >= builtInCatalogue.version) return;
  if (currentCatalogueOrigin(store) !== 'program') return;
  write(store, (handle) => {
    const content = JSON.stringify(builtInCatalogue);
    insertCatalogue(handle, builtInCatalogue.version, content, office.clock.now());
  });
  office.catalogue = null;
}
