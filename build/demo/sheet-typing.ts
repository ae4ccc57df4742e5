import { observationStatuses } from '#shared/domain/cell.ts';
import type { SampleRow } from '../sample/values.ts';
import { content, t } from './office-steps.ts';
import type { OfficeWindow } from './window.ts';

/** The row while which a picture is taken, with its number typed and not yet taken. */
const pictureAt = 'HI_COVERAGE';

/**
 * Fills Biểu 01 by keyboard alone: into the cell under the cursor goes what the sample has for it,
 * Tab leads to the next. Gives the number of cells that were typed; throws when cells were left over.
 */
export async function typeSheet(window: OfficeWindow, rows: readonly SampleRow[]): Promise<number> {
  const { page } = window;
  const toType = new Map(
    rows.flatMap(({ row, cells }) =>
      cells.map(({ column, typed }) => [cellId(row, column), asTyped(typed)] as const),
    ),
  );
  const input = page.getByLabel(t('sheet.inputLabel'), { exact: true });
  await input.focus();
  let typed = 0;
  let last: string | null = null;
  for (;;) {
    const cell = await input.getAttribute('aria-activedescendant');
    if (cell === null || cell === last) break;
    last = cell;
    const text = toType.get(cell);
    if (text !== undefined) {
      await page.keyboard.type(text);
      if (cell === cellId(pictureAt, 'numerator')) await window.shoot('district-sheet-typing');
      toType.delete(cell);
      typed += 1;
    }
    if (toType.size === 0) break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  if (toType.size > 0) throw new Error(`never reached: ${[...toType.keys()].join(', ')}`);
  await page.getByText(savedAtSomeTime).waitFor();
  await content(window).getByRole('grid').waitFor();
  await window.shoot('district-sheet-filled');
  return typed;
}

/** "Số liệu đã lưu 08:01": the mark of the top bar once everything typed is on the disk. */
const savedAtSomeTime = new RegExp(`^${t('frame.saved', { time: '\\d\\d:\\d\\d' })}`);

/** The id of a grid cell, as the page names it for screen readers. */
function cellId(row: string, column: string): string {
  return `cell-${row}-${column === 'value' ? 'result' : column}`;
}

/** A status is typed as its word. */
function asTyped(typed: string): string {
  const status = observationStatuses.find((known) => known === typed);
  return status === undefined ? typed : t(`terms.statuses.${status}`);
}
