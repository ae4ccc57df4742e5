import { create } from 'zustand';

import type { SessionState } from '#shared/ipc/calls/session.ts';
import type { Refusal, Result } from '#shared/kit/result.ts';
import type { Language } from '#shared/text/translate.ts';
import { call } from '../client.ts';

type SessionStore = {
  /** Whose store this is and who works; null until the services answered for the first time. */
  readonly state: SessionState | null;
  /** Why the services did not answer. */
  readonly refusal: Refusal | null;
  readonly refresh: () => Promise<void>;
  readonly signIn: (name: string, password: string) => Promise<Result<SessionState>>;
  readonly signOut: () => Promise<void>;
  readonly setLanguage: (language: Language) => Promise<void>;
  /** Reads again what speaks against the machine's clock. */
  readonly refreshClock: () => Promise<void>;
  /** Says that the machine's clock is right as it is now. */
  readonly confirmClock: () => Promise<void>;
  /** Takes the state that a call of the set-up pages answered with. */
  readonly adopt: (answer: Result<SessionState>) => void;
};

export const useSession = create<SessionStore>()((set, get) => ({
  state: null,
  refusal: null,
  refresh: async () => {
    get().adopt(await call('session.state', {}));
  },
  signIn: async (name, password) => {
    const answer = await call('session.signIn', { name, password });
    // A wrong password is the sign-in page's to say; it leaves the session as it was.
    if (answer.ok) get().adopt(answer);
    return answer;
  },
  signOut: async () => {
    get().adopt(await call('session.signOut', {}));
  },
  setLanguage: async (language) => {
    get().adopt(await call('session.setLanguage', { language }));
  },
  refreshClock: async () => {
    const answer = await call('session.state', {});
    // Only the clock: who works is for signing in and out to say.
    if (!answer.ok) return;
    const { now, clock } = answer.value;
    set(({ state }) => (state === null ? {} : { state: { ...state, now, clock } }));
  },
  confirmClock: async () => {
    get().adopt(await call('clock.confirm', {}));
  },
  adopt: (answer) => {
    set(answer.ok ? { state: answer.value, refusal: null } : { refusal: answer.refusal });
  },
}));

/** Calls back whenever another account, or none, is the one that works. */
export function onAccountChange(listener: () => void): void {
  useSession.subscribe((now, before) => {
    if (now.state?.account?.name !== before.state?.account?.name) listener();
  });
}
