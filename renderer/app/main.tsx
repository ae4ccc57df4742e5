import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { useSession } from '../state/session-store.ts';
import '../ui/base.css';
import { App } from './app.tsx';

// Asked before anything is drawn: the sign-in field appears with the first picture.
void useSession.getState().refresh();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
