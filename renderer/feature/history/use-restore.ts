import type { CellChangeView } from '#shared/ipc/calls/history.ts';
import { useHistory } from '../../state/history-store.ts';
import { useNotices } from '../../state/notice-store.ts';
import { restoreValue } from '../../state/restore-value.ts';
import { useText } from '../../ui/text.ts';
import { valueInWords } from './restore-label.ts';

/**
 * Puts the text before a change back into its cell, says so, and offers to take that back.
 * @param onDone told whenever something was recorded.
 */
export function useRestore(period: string, onDone: () => void): (change: CellChangeView) => void {
  const text = useText();
  const { t } = text;
  const again = useHistory((history) => history.again);
  const announce = useNotices((notices) => notices.announce);

  const put = async (change: CellChangeView, typed: string) => {
    const before = await restoreValue({ ...change, period }, typed);
    await again();
    onDone();
    if (before === null) announce('warning', t('history.restore.refused'));
    return before;
  };
  const wordsFor = (change: CellChangeView, value: string) => ({
    row: change.rowName,
    column: change.columnName,
    value: valueInWords(value, text),
  });
  const restore = async (change: CellChangeView) => {
    const stood = await put(change, change.before.typed);
    if (stood === null) return;
    const takeBack = async () => {
      const restored = await put(change, stood);
      if (restored !== null) announce('info', t('history.restore.undone', wordsFor(change, stood)));
    };
    announce('success', t('history.restore.done', wordsFor(change, change.before.text)), {
      label: t('history.restore.undo'),
      run: () => {
        void takeBack();
      },
    });
  };
  return (change) => {
    void restore(change);
  };
}
