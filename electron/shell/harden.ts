import { app, session } from 'electron';
import type { Session, WebContents } from 'electron';

import { printOrigin, windowOrigin } from './app-protocol.ts';

/** The address of the development server, whose pages hot reload; null in a built program. */
export function developmentServer(): string | null {
  const address = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  return address ?? null;
}

/** Whether a page may be shown in a window of ours. */
function isOwnPage(address: string): boolean {
  const server = developmentServer();
  return (
    address.startsWith(`${windowOrigin}/`) ||
    address.startsWith(`${printOrigin}/`) ||
    (server !== null && address.startsWith(server))
  );
}

/** Whether a call may come from a page: only the window's own, never one that is printed. */
export function mayCallServices(address: string): boolean {
  const server = developmentServer();
  return address.startsWith(`${windowOrigin}/`) || (server !== null && address.startsWith(server));
}

/** Shuts what pages never need: permissions, foreign pages, new windows, downloads, the network. */
export function harden(): void {
  app.on('web-contents-created', (_event, contents) => {
    hardenContents(contents);
  });
  hardenSession(session.defaultSession);
}

function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
}

function hardenSession(own: Session): void {
  own.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => {
    event.preventDefault();
  });
  const server = developmentServer();
  if (server !== null) return;
  own.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !/^(?:app|devtools):/.test(details.url) });
  });
}
