import type { ClipboardEvent } from 'react';

import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { block } from '../../state/grid-cells.ts';
import { useGrid } from '../../state/grid-store.ts';
import { useNotices } from '../../state/notice-store.ts';
import { layBlock } from '../../state/paste-block.ts';
import { readPaste, usePasteQuestion } from '../../state/paste-question.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { formatBlock, parseBlock } from '../../state/tab-separated.ts';
import { useText } from '../../ui/text.ts';
import { figureAt } from '../../ui/cell-figure.ts';
import { clearSelection } from './grid-keys.ts';

type Handler = (event: ClipboardEvent<HTMLTextAreaElement>) => void;

/** Copy, cut and paste of blocks, as spreadsheets exchange them; inside a cell they are the field's. */
export function useClipboard(view: SheetView): {
  readonly onCopy: Handler;
  readonly onCut: Handler;
  readonly onPaste: Handler;
} {
  const text = useText();
  const announce = useNotices((store) => store.announce);

  const copy: Handler = (event) => {
    const { active, anchor, editing } = useGrid.getState();
    if (active === null || editing !== null) return;
    event.preventDefault();
    const { rows, columns } = block(view, anchor ?? active, active);
    const lines = rows.map((row) => columns.map((column) => figureAt(row, column, text).text));
    event.clipboardData.setData('text/plain', formatBlock(lines));
  };

  return {
    onCopy: copy,
    onCut: (event) => {
      if (useGrid.getState().editing !== null) return;
      copy(event);
      clearSelection(view);
    },
    onPaste: (event) => {
      const { active, anchor, editing } = useGrid.getState();
      if (active === null || editing !== null) return;
      event.preventDefault();
      if (!view.mayRecord) return;
      const texts = parseBlock(event.clipboardData.getData('text/plain'));
      const laid = layBlock(view, { from: anchor ?? active, to: active }, texts);
      const { skipped } = laid;
      const { cells, toAsk } = readPaste(laid.cells, view.columns);
      // One number alone is echoed like a typed one; a block is asked about once.
      if (toAsk.length > 0 && cells.length > 1) {
        const { period, form } = view;
        usePasteQuestion.setState({
          question: { period, form, cells, skipped, ambiguities: toAsk },
        });
        return;
      }
      useSheet.getState().record(cells);
      const count = cells.length;
      if (skipped > 0) announce('warning', text.t('sheet.pastedSome', { count, skipped }));
      else if (count > 1) announce('info', text.t('sheet.pasted', { count }));
    },
  };
}
