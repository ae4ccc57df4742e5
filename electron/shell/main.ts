import { join } from 'node:path';

import { app, BrowserWindow, dialog, protocol, safeStorage } from 'electron';

import type { PrintJob } from '../service/ports.ts';
import type { PortName } from '../worker/protocol.ts';
import { listPageFiles, respond, windowOrigin } from './app-protocol.ts';
import { developmentServer, harden } from './harden.ts';
import { openMainWindow } from './main-window.ts';
import { isOnlyInstance } from './only-instance.ts';
import { runPrintJob } from './print-job.ts';
import { createDocuments, makePdf, print } from './printing.ts';
import { createSafeStorage } from './safe-storage.ts';
import { serveIpc } from './serve-ipc.ts';
import { readSwitches } from './switches.ts';
import { linkWorker } from './worker-link.ts';
import type { ServePort } from './worker-link.ts';

const switches = readSwitches(process.argv, app.isPackaged);
const documents = createDocuments();
const keyStore = createSafeStorage(safeStorage, process.platform);

// Every window asks for its sandbox anyway; this covers what is not a window. Root has none to give.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  {
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]);
// The program's name is in the user agent, and a header with Vietnamese letters breaks every request.
app.userAgentFallback = app.userAgentFallback.replace(/[^\x20-\x7e]/g, '');
placeData();

void begin();

async function begin(): Promise<void> {
  if (switches.printJob === null && !(await isOnlyInstance())) {
    app.quit();
    return;
  }
  await app.whenReady();
  await start();
}

async function start(): Promise<void> {
  harden();
  const files = listPageFiles(join(__dirname, '../renderer'));
  const window = developmentServer() ?? windowOrigin;
  protocol.handle('app', (request) => respond(request, files, documents.pages, window));
  if (switches.printJob !== null) {
    app.exit(await runPrintJob(documents, switches.printJob));
    return;
  }
  const worker = linkWorker(
    { dataFolder: app.getPath('userData'), version: app.getVersion(), now: switches.now },
    servePort,
  );
  serveIpc(worker);
  const mainWindow = openMainWindow();
  app.on('second-instance', () => {
    if (mainWindow.isMinimized()) mainWindow.restore();
    mainWindow.focus();
  });
  app.on('window-all-closed', () => {
    void worker.close().then(() => {
      app.quit();
    });
  });
}

/** Figures belong on the local disk: a roaming profile copies an open database over the network. */
function placeData(): void {
  const local = process.env['LOCALAPPDATA'];
  if (switches.dataFolder !== null) app.setPath('userData', switches.dataFolder);
  else if (process.platform === 'win32' && local !== undefined) {
    app.setPath('userData', join(local, 'so-chi-tieu'));
  }
}

/** Does for the worker what only the main process can. The arguments are typed by the ports. */
const servePort: ServePort = async (port: PortName, argument: unknown) => {
  switch (port) {
    case 'pickFolder':
      return firstPath(await showOpen({ properties: ['openDirectory'] }));
    case 'pickFile':
      return firstPath(await showOpen(fileDialog(['openFile'], argument)));
    case 'pickFiles': {
      const answer = await showOpen(fileDialog(['openFile', 'multiSelections'], argument));
      return answer.canceled ? [] : answer.filePaths;
    }
    case 'showDocument':
      return documents.keep(argument as PrintJob);
    case 'makePdf':
      return makePdf(documents, argument as PrintJob);
    case 'print':
      return print(documents, argument as PrintJob);
    case 'hasSafeStorage':
      return keyStore.isAvailable();
    case 'protect':
      return keyStore.protect(argument as string);
    case 'openProtected':
      return keyStore.open(argument as string);
  }
};

function fileDialog(
  properties: NonNullable<Electron.OpenDialogOptions['properties']>,
  extensions: unknown,
): Electron.OpenDialogOptions {
  return { properties, filters: [{ name: 'Sổ Chỉ Tiêu', extensions: extensions as string[] }] };
}

function showOpen(options: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue> {
  const owner = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  return owner === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(owner, options);
}

function firstPath(answer: Electron.OpenDialogReturnValue): string | null {
  return answer.canceled ? null : (answer.filePaths[0] ?? null);
}
