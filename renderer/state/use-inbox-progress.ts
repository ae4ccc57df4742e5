import { useEffect, useState } from 'react';

import type { InboxProgress } from '#shared/ipc/calls/inbox.ts';
import { call } from '../client.ts';

const pollMilliseconds = 250;

/**
 * How far a reading or import of this office is, also of one that was begun before the page opened;
 * null when none goes on. It asks again and again, since nothing is ever sent to a window unasked.
 */
export function useInboxProgress(isAllowed: boolean, isRunning: boolean): InboxProgress | null {
  const [progress, setProgress] = useState<InboxProgress | null>(null);
  const isGoingOn = progress !== null;
  useEffect(() => {
    let isWanted = isAllowed;
    if (!isAllowed) return undefined;
    const ask = async (): Promise<void> => {
      const reply = await call('inbox.progress', {});
      if (isWanted) setProgress(reply.ok ? reply.value : null);
    };
    void ask();
    const timer =
      isRunning || isGoingOn ? setInterval(() => void ask(), pollMilliseconds) : undefined;
    return () => {
      isWanted = false;
      clearInterval(timer);
    };
  }, [isAllowed, isRunning, isGoingOn]);
  return progress;
}
