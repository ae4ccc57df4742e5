import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

/** What starting the root keys anew means for everybody, before anybody makes a key. */
export function RootsAnewWarning(props: {
  readonly onClose: () => void;
  readonly onGo: () => void;
}) {
  const { t } = useText();
  return (
    <Dialog
      isOpen
      title={t('trust.province.roots.anew.title')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
          <Button kind="primary" onClick={props.onGo}>
            {t('trust.province.roots.anew.go')}
          </Button>
        </>
      }
    >
      <Notice kind="warning" title={t('trust.province.roots.anew.warning')}>
        {t('trust.province.roots.anew.instead')}
      </Notice>
      <ul className="trust-list">
        {(['refused', 'stays', 'logged'] as const).map((consequence) => (
          <li key={consequence}>{t(`trust.province.roots.anew.${consequence}`)}</li>
        ))}
      </ul>
    </Dialog>
  );
}
