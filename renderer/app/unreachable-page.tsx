import type { Refusal } from '#shared/kit/result.ts';
import { StartFrame } from '../feature/start/start-frame.tsx';
import { useSession } from '../state/session-store.ts';
import { Button } from '../ui/button.tsx';
import { RefusalNotice } from '../ui/notice.tsx';
import { useText } from '../ui/text.ts';

/** The services do not answer: says so, and asks again. */
export function UnreachablePage({ refusal }: { readonly refusal: Refusal }) {
  const { t } = useText();
  const refresh = useSession((session) => session.refresh);
  return (
    <StartFrame title={t('start.unreachable')}>
      <RefusalNotice refusal={refusal} />
      <div>
        <Button
          kind="primary"
          onClick={() => {
            void refresh();
          }}
        >
          {t('frame.tryAgain')}
        </Button>
      </div>
    </StartFrame>
  );
}
