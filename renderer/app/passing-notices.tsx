import { useNotices } from '../state/notice-store.ts';
import { Icon } from '../ui/icon.tsx';
import { useText } from '../ui/text.ts';

/** What was just done, said in passing at the foot of the page. */
export function PassingNotices() {
  const { t } = useText();
  const notices = useNotices((store) => store.notices);
  const dismiss = useNotices((store) => store.dismiss);
  return (
    <div className="passing-notices" role="status">
      {notices.map((notice) => (
        <div key={notice.id} className="passing-notice">
          <Icon name={notice.kind} />
          <span>{notice.text}</span>
          {notice.action !== null && (
            <button
              type="button"
              className="passing-notice-action"
              onClick={() => {
                dismiss(notice.id);
                notice.action?.run();
              }}
            >
              {notice.action.label}
            </button>
          )}
          <button
            type="button"
            aria-label={t('frame.dismiss')}
            onClick={() => {
              dismiss(notice.id);
            }}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
