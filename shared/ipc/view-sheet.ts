import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { groupCells } from '#shared/catalogue/sheets/cells.ts';
import { sheetDeriver } from '#shared/catalogue/sheets/derive.ts';
import type { SheetContent, SheetData } from '#shared/catalogue/sheets/sheet.ts';
import type { Bilingual } from '#shared/domain/indicator.ts';
import type { CalendarDay } from '#shared/kit/clock.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import type { OpenedSheet } from './calls/sheet.ts';

/** A sheet as it is shown: what the services told of it, and what follows from its cells. */
export type SheetView = Omit<OpenedSheet, 'cells' | 'related'> & SheetContent;

/** A sheet with what other units state beside it, where that is known. */
type SheetBesidePeers = OpenedSheet & Pick<SheetData, 'peers'>;

/** Derives the view of an opened sheet in a language. */
export function viewSheet(
  catalogue: Catalogue,
  opened: SheetBesidePeers,
  language: keyof Bilingual,
): SheetView {
  const derive = sheetDeriver(catalogue, sheetFacts(opened), language);
  return withContent(opened, derive(groupCells(opened.cells)));
}

/** The part of an opened sheet that its deriver needs besides its cells. */
export function sheetFacts(opened: SheetBesidePeers): Parameters<typeof sheetDeriver>[1] {
  // The services name units of the catalogue, whose codes were read when it was loaded, and their day.
  return { ...opened, unit: opened.unit as UnitCode, today: opened.today as CalendarDay };
}

/** Puts derived content under the head of the sheet that it belongs to. */
export function withContent(opened: OpenedSheet, content: SheetContent): SheetView {
  const { cells: _cells, related: _related, ...head } = opened;
  return { ...head, ...content };
}
