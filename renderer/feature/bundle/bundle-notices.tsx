import type { SentBundle } from '#shared/ipc/calls/exchange.ts';
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
      return null;
  }
}

/** The province's answer to the bundle on the envelope. */
export function AnswerNotice({ bundle }: { readonly bundle: SentBundle }) {
  const { t, formatInstant, describe } = useText();
  const { receipt, stage } = bundle;
  if (receipt === null) return null;
  const at = formatInstant(receipt.at);
  if (stage === 'received') {
    return (
      <Notice kind="success" title={t('bundle.received.title')}>
        {t('bundle.received.text', { at })}
      </Notice>
    );
  }
  if (stage !== 'returned') return null;
  const reason = receipt.code === null ? null : describe({ code: receipt.code, facts: {} });
  return (
    <Notice kind="error" title={t('bundle.returned.title')} phoneCode={reason?.phoneCode}>
      {t('bundle.returned.text', { at, reason: reason?.text ?? '…' })}
    </Notice>
  );
}
