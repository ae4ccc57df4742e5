import { app, session } from 'electron';
import type { Session, WebContents } from 'electron';

import { printOrigin, windowOrigin } from './app-protocol.ts';

/** The address of the development server, whose pages hot reload; null in a built program. */
export function developmentServer(): string | null {
  const address = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  return address ?? null;
}

/** Whether an address leads to the development server, its channel for changes included. */
function isOf(server: string, address: string): boolean {
  return address.replace(/^ws:/, 'http:').startsWith(`${server}/`);
}

/** Whether a page may be shown in a window of ours. */
function isOwnPage(address: string): boolean {
  const server = developmentServer();
  return (
    address.startsWith(`${windowOrigin}/`) ||
    address.startsWith(`${printOrigin}/`) ||
    (server !== null && isOf(server, address))
  );
}

/** Whether a call may come from a page: only the window's own, never one that is printed. */
export function mayCallServices(address: string): boolean {
  const server = developmentServer();
  return address.startsWith(`${windowOrigin}/`) || (server !== null && isOf(server, address));
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
  own.webRequest.onBeforeRequest(({ url }, answer) => {
    const isOwn = /^(?:app|devtools):/.test(url) || (server !== null && isOf(server, url));
    answer({ cancel: !isOwn });
  });
}
