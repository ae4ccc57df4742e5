import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/text.ts';

/** Back to the cells, where the work goes on. */
function focusGrid(): void {
  document.querySelector<HTMLTextAreaElement>('.cell-input')?.focus();
}

/** Takes over what the report before says, and confirms it: only where there is such a report. */
export function CarryButtons({ view }: { readonly view: SheetView }) {
  const { t } = useText();
  const hasPrevious = useSheet(({ sheet }) => (sheet?.context.previousCells.size ?? 0) > 0);
  const carry = useSheet((sheet) => sheet.carry);
  const confirmCarried = useSheet((sheet) => sheet.confirmCarried);
  const announce = useNotices((store) => store.announce);
  const waiting = view.findings.filter(({ code }) => code === 'cell-carried').length;
  if (!view.mayRecord) return null;
  return (
    <>
      {hasPrevious && (
        <Button
          onClick={() => {
            const count = carry();
            focusGrid();
            if (count === 0) announce('info', t('sheet.carry.none'));
            else announce('info', t('sheet.carry.done', { count }));
          }}
        >
          {t('sheet.carry.button')}
        </Button>
      )}
      {waiting > 0 && (
        <Button
          onClick={() => {
            confirmCarried();
            focusGrid();
          }}
        >
          {t('sheet.carry.confirmAll', { count: waiting })}
        </Button>
      )}
    </>
  );
}
