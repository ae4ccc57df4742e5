import { join } from 'node:path';

import { app, BrowserWindow } from 'electron';

import { windowOrigin } from './app-protocol.ts';
import { developmentServer } from './harden.ts';

/** Opens the program's window, shown when its first picture is ready. */
export function openMainWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 900,
    minHeight: 480,
    show: false,
    backgroundColor: '#ffffff',
    title: 'Sổ Chỉ Tiêu',
    webPreferences: {
      preload: join(__dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      disableBlinkFeatures: 'Auxclick',
      devTools: !app.isPackaged,
    },
  });
  window.setMenu(null);
  window.once('ready-to-show', () => {
    window.show();
  });
  window.webContents.on('render-process-gone', () => {
    window.reload();
  });
  void window.loadURL(`${developmentServer() ?? windowOrigin}/index.html`);
  return window;
}
