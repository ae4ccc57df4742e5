import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';

import { createClient } from '#shared/ipc/client.ts';
import type { Reply } from '#shared/ipc/router.ts';
import { translator } from '#shared/text/translate.ts';
import { launchOptions } from '../runtime/locate.mjs';
import type { Desk } from '../sample/desk.ts';
import { sampleNow } from '../sample/people.ts';

/** How long a step of the window may take before it counts as failed. */
const patience = 20_000;
const closingPatience = 15_000;
const dismiss = translator('vi')('frame.dismiss');
// The key store of whoever runs this stays as it is, also where their desktop has one.
const ownKeyStore = ['--password-store=basic'];
const screen = { width: 1366, height: 768 };

/** The program of one office, open in real Electron. Its desk goes through the window's bridge. */
export type OfficeWindow = Desk & {
  readonly page: Page;
  /** Lets the next system dialog end with this path, since nobody is there to choose. */
  readonly answerDialogs: (path: string) => Promise<void>;
  /**
   * Lets the system have a key store, which a virtual screen has not; whatever one name protected
   * another does not open.
   */
  readonly pretendKeyStore: (name: string) => Promise<void>;
  /**
   * Lets the next print dialog end as printed, since there is no printer; gives what came out as PDF,
   * once it did.
   */
  readonly answerPrinting: () => Promise<() => Promise<Uint8Array>>;
  /** Takes a picture of the window; the name is the file's, without number and ending. */
  readonly shoot: (name: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Where pictures go, numbered in the order in which they are taken. */
export type Album = { readonly place: (name: string) => string };

export function newAlbum(folder: string): Album {
  let count = 0;
  mkdirSync(folder, { recursive: true });
  return {
    place: (name) => {
      count += 1;
      return join(folder, `${String(count).padStart(2, '0')}-${name}.png`);
    },
  };
}

type Bridge = { readonly call: (name: string, input: unknown) => Promise<Reply> };

/**
 * Opens the program on a data folder at the sample clock, or at another one. `report` is told what a
 * window should never say: errors on its console and faults of its pages.
 */
export async function openWindow(
  dataFolder: string,
  album: Album,
  report: (what: string) => void,
  now = sampleNow,
): Promise<OfficeWindow> {
  const app = await _electron.launch({
    ...launchOptions({ args: [...ownKeyStore, `--data=${dataFolder}`, `--now=${now}`] }),
    timeout: 60_000,
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(patience);
  page.on('pageerror', (fault) => report(fault.message));
  page.on('console', (message) => {
    if (message.type() === 'error') report(message.text());
  });
  await app.evaluate(({ BrowserWindow }, size) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
  }, screen);
  await page.locator('main').waitFor();

  const answerDialogs = (path: string): Promise<void> =>
    app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
  const answerPrinting = async (): Promise<() => Promise<Uint8Array>> => {
    await app.evaluate(({ app: electron }) => {
      electron.once('web-contents-created', (_event, contents) => {
        contents.print = (_options, done) => {
          void contents
            .printToPDF({ preferCSSPageSize: true, printBackground: true })
            .then((pdf) => {
              Reflect.set(globalThis, 'printedPdf', pdf.toString('base64'));
              done?.(true, '');
            });
        };
      });
    });
    return async () => {
      const pdf = await app.evaluate(() => String(Reflect.get(globalThis, 'printedPdf')));
      return Buffer.from(pdf, 'base64');
    };
  };
  const call = createClient((name, input) =>
    page.evaluate(
      ([ofCall, withInput]) =>
        // The preload script puts it there; the reply's shape is the router's.
        (Reflect.get(globalThis, 'soChiTieu') as Bridge).call(ofCall, withInput),
      [name, input] as const,
    ),
  );
  const must: Desk['must'] = async (name, input) => {
    const reply = await call(name, input);
    if (reply.ok) return reply.value;
    throw new Error(`${name}: ${JSON.stringify(reply.refusal)}`);
  };
  return {
    page,
    answerDialogs,
    pretendKeyStore: (name) =>
      app.evaluate(({ safeStorage }, mark) => {
        Object.assign(safeStorage, {
          getSelectedStorageBackend: () => 'gnome_libsecret',
          isEncryptionAvailable: () => true,
          encryptString: (text: string) => Buffer.from(`${mark}|${text}`),
          decryptString: (encrypted: Buffer) => {
            const [by, text = ''] = encrypted.toString().split('|');
            if (by !== mark) throw new Error('another key store');
            return text;
          },
          // Where the program's Electron has these as well, it would ask them first.
          isAsyncEncryptionAvailable: undefined,
          encryptStringAsync: undefined,
          decryptStringAsync: undefined,
        });
      }, name),
    answerPrinting,
    must,
    pickFolder: async (path) => {
      await answerDialogs(path);
      return handleOf(await must('place.pickFolder', {}));
    },
    pickFile: async (path, purpose) => {
      await answerDialogs(path);
      return handleOf(await must('place.pickFile', { purpose }));
    },
    shoot: async (name) => {
      const path = album.place(name);
      // What was said in passing would lie over the next pages: nobody is as quick as the demo.
      const said = page.getByRole('button', { name: dismiss, exact: true });
      for (let count = await said.count(); count > 0; count -= 1) await said.first().click();
      await page.screenshot({ path, animations: 'disabled' });
      return path;
    },
    close: () => closeApp(app),
  };
}

function handleOf(place: { readonly handle: string } | null): string {
  if (place === null) throw new Error('nothing was picked');
  return place.handle;
}

/** Closes as a person does; what does not go is ended, and that is an error. */
async function closeApp(app: ElectronApplication): Promise<void> {
  const process = app.process();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      process.kill('SIGKILL');
      reject(new Error('the program did not close'));
    }, closingPatience);
  });
  try {
    await Promise.race([app.close(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
