import { lazy, Suspense, useEffect } from 'react';

import { SignInPage } from '../feature/start/sign-in-page.tsx';
import { useSession } from '../state/session-store.ts';
import { Busy } from '../ui/busy.tsx';
import { LanguageContext } from '../ui/text.ts';
import { keepFocus } from './keep-focus.ts';
import { UnreachablePage } from './unreachable-page.tsx';

// Only what stands between the start and the sign-in field is in the first chunk.
const DamagePage = lazy(async () => ({
  default: (await import('../feature/start/damage-page.tsx')).DamagePage,
}));
const FirstRunPage = lazy(async () => ({
  default: (await import('../feature/start/first-run-page.tsx')).FirstRunPage,
}));
const Frame = lazy(async () => ({ default: (await import('./frame.tsx')).Frame }));

/** Chooses what the window is about: a damaged store, the first run, signing in, or the work. */
export function App() {
  useEffect(keepFocus, []);
  const language = useSession(({ state }) => state?.language ?? 'vi');
  return (
    <LanguageContext value={language}>
      <Suspense fallback={<Busy isPage />}>
        <Stage />
      </Suspense>
    </LanguageContext>
  );
}

function Stage() {
  const state = useSession((session) => session.state);
  const refusal = useSession((session) => session.refusal);
  if (state === null) return refusal === null ? null : <UnreachablePage refusal={refusal} />;
  if (state.damage !== null) return <DamagePage damage={state.damage} />;
  if (state.store === null) return <FirstRunPage />;
  if (state.account === null) return <SignInPage session={state} />;
  return <Frame key={state.account.name} />;
}
