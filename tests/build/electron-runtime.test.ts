import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { launchOptions } from '../../build/runtime/locate.mjs';
import { findProgram, projectFolder } from '../../build/setup/places.mjs';
import { plant, temporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);

/** Runs a small app in the real Electron, on a virtual screen, and gives what it wrote as JSON. */
async function outcomeOf(files: Readonly<Record<string, string>>): Promise<unknown> {
  const app = temporaryFolder();
  plant(app, {
    'package.json': JSON.stringify({
      name: 'trial',
      productName: 'Thử nghiệm',
      version: '1.2.3',
      main: 'main.cjs',
    }),
    ...files,
  });
  const { executablePath, args, env } = launchOptions({
    app,
    args: [`--user-data-dir=${path.join(app, 'profile')}`],
  });
  const screen = findProgram('xvfb-run') ?? 'xvfb-run';
  const { stdout } = await run(screen, ['-a', executablePath, ...args], { env, cwd: app });
  const line = stdout.split('\n').find((text) => text.startsWith('{'));
  return JSON.parse(line ?? 'null');
}

const SQLITE_TRIAL = `
const Database = require(${JSON.stringify(path.join(projectFolder, 'node_modules/better-sqlite3'))});
function trial() {
  const db = new Database(':memory:');
  db.exec('CREATE TABLE t(a, b)');
  const insert = db.prepare('INSERT INTO t VALUES (:name, @value)');
  const changes = insert.run({ name: 'Ninh Giang', value: 6.2 });
  db.aggregate('total', { start: 0, step: (sum, next) => sum + next, result: (sum) => sum * 2 });
  let code = '';
  try { db.exec('SELECT * FROM missing'); } catch (error) { code = error.code; }
  const row = db.prepare('SELECT a, b, total(b) AS doubled FROM t').get();
  const columns = db.prepare('SELECT a FROM t').columns().map((column) => column.name);
  const iterated = [...db.prepare('SELECT b FROM t').iterate()];
  db.close();
  return { row, code, columns, iterated, changes: changes.changes };
}`;

const EXPECTED = {
  row: { a: 'Ninh Giang', b: 6.2, doubled: 12.4 },
  code: 'SQLITE_ERROR',
  columns: ['a'],
  iterated: [{ b: 6.2 }],
  changes: 1,
};

describe('the Electron of this machine', () => {
  it('starts an app under its own name and version, unpackaged', async () => {
    const found = await outcomeOf({
      'main.cjs': `
        const { app } = require('electron');
        console.log(JSON.stringify({
          name: app.getName(), version: app.getVersion(), packaged: app.isPackaged,
          main: require.main !== undefined, path: app.getAppPath() === __dirname,
          first: process.argv.at(-1).startsWith('--user-data-dir='),
        }));
        app.exit(0);`,
    });
    expect(found).toEqual({
      name: 'Thử nghiệm',
      version: '1.2.3',
      packaged: false,
      main: true,
      path: true,
      first: true,
    });
  });

  it('works with SQLite in the main process and in a utility process', async () => {
    const found = await outcomeOf({
      'worker.cjs': `${SQLITE_TRIAL}\nprocess.parentPort.postMessage(trial());`,
      'main.cjs': `
        const { app, utilityProcess } = require('electron');
        const path = require('node:path');
        ${SQLITE_TRIAL}
        app.whenReady().then(() => {
          const worker = utilityProcess.fork(path.join(__dirname, 'worker.cjs'));
          worker.on('message', (utility) => {
            console.log(JSON.stringify({ main: trial(), utility }));
            app.exit(0);
          });
          worker.on('exit', (code) => { console.log(JSON.stringify({ code })); app.exit(1); });
        });`,
    });
    expect(found).toEqual({ main: EXPECTED, utility: EXPECTED });
  });
});
