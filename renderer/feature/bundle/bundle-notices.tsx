import type { SubmissionView } from '#shared/ipc/calls/sheet.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

/** The province does not know this office's key yet: what that means and where it is mended. */
export function NotEnrolledNotice() {
  const { t } = useText();
  const go = useNavigation((navigation) => navigation.go);
  return (
    <Notice kind="warning" title={t('bundle.notEnrolled.title')}>
      <p>{t('bundle.notEnrolled.text')}</p>
      <Button
        kind="quiet"
        onClick={() => {
          go('trust');
        }}
      >
        {t('bundle.notEnrolled.link')}
      </Button>
    </Notice>
  );
}

/** What is missing before the report can be sealed, and who does it. Null when nothing is. */
export function NotApprovedNotice({ submission }: { readonly submission: SubmissionView | null }) {
  const { t } = useText();
  const go = useNavigation((navigation) => navigation.go);
  const text = blockedText(submission);
  if (text === null) return null;
  return (
    <Notice kind="info" title={t('bundle.blocked.title')}>
      <p>{t(`bundle.blocked.${text}`)}</p>
      {text !== 'role' && (
        <Button
          kind="quiet"
          onClick={() => {
            go('sheet');
          }}
        >
          {t('bundle.blocked.toSheet')}
        </Button>
      )}
    </Notice>
  );
}

function blockedText(submission: SubmissionView | null) {
  if (submission === null) return 'noSubmission';
  switch (submission.state) {
    case 'recording':
    case 'awaiting-check':
    case 'awaiting-approval':
      return submission.state;
    case 'approved':
      return submission.maySeal ? null : 'role';
    case 'sealed':
    case 'received':
    case 'returned':
      return null;
  }
}
