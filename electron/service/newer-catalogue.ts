import { builtInCatalogue } from '#shared/catalogue/built-in.ts';

import { currentCatalogueVersion, insertCatalogue } from '../storage/catalogues.ts';
import { write } from '../storage/handle.ts';
import { storeOf } from './office.ts';
import type { Office } from './office.ts';

/** A program that brings a newer catalogue along adds it to a store that has an older one. */
export function bringCatalogueUpToDate(office: Office): void {
  const store = storeOf(office);
  const version = currentCatalogueVersion(store);
  if (version === null || version >= builtInCatalogue.version) return;
  write(store, (handle) => {
    const content = JSON.stringify(builtInCatalogue);
    insertCatalogue(handle, builtInCatalogue.version, content, office.clock.now());
  });
  office.catalogue = null;
}
