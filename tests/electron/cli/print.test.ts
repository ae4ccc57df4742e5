import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { noPorts } from '../../../electron/service/ports.ts';
import { makePdfInElectron } from '../../../electron/cli/electron-printer.ts';
import { setUpOffice, temporaryFolder } from '../../helpers/world.ts';
import { officer } from './command.ts';

const job = { html: '<p>Biểu số 01</p>', paper: 'A4-landscape', title: 'Biểu số 01' } as const;

/** Stands in for Electron: a program that is started in the same way and writes what it was asked. */
function standIn(folder: string, script: string) {
  const file = join(folder, 'electron.mjs');
  writeFileSync(file, script);
  return {
    SCT_ELECTRON: process.execPath,
    SCT_ELECTRON_ARGS: JSON.stringify([file, '/app']),
    DISPLAY: ':0',
    PATH: process.env['PATH'],
  };
}

const copiesJob = `
import { readFileSync, writeFileSync } from 'node:fs';
const value = (name) => process.argv.find((one) => one.startsWith(name)).slice(name.length);
const job = JSON.parse(readFileSync(value('--print-job='), 'utf8'));
if (process.argv[2] !== '/app' || process.env.ELECTRON_RUN_AS_NODE) process.exit(3);
writeFileSync(value('--print-out='), 'PDF of ' + job.title);
`;

describe('print', () => {
  it('is refused where there is no Electron, and leaves no file', async () => {
    const folder = temporaryFolder('cli-print', onTestFinished);
    (await setUpOffice(join(folder, 'huyen'), 'district', '300')).close();
    const recorder = officer(join(folder, 'huyen'), 'recorder');
    const print = ['print', '--period', '2022-08', '--pdf'];
    const refused = await recorder.refused(...print, join(folder, 'bieu-01.pdf'));
    expect(refused).toMatchObject({ exitCode: 1, code: 'printing-unavailable' });
    const nowhere = await recorder.refused(...print, join(folder, 'khong-co', 'bieu-01.pdf'));
    expect(nowhere).toMatchObject({ exitCode: 1, code: 'folder-missing' });
    expect(readdirSync(folder)).toEqual(['huyen']);
  });

  it('hands the document to Electron and gives its PDF back', async () => {
    const folder = temporaryFolder('cli-print', onTestFinished);
    const environment = { ...standIn(folder, copiesJob), ELECTRON_RUN_AS_NODE: '1' };
    const made = await makePdfInElectron(job, environment);
    if (!made.ok) throw new Error(JSON.stringify(made.refusal));
    expect(new TextDecoder().decode(made.value)).toBe('PDF of Biểu số 01');
  });

  it('says why Electron failed, and when there is none', async () => {
    const folder = temporaryFolder('cli-print', onTestFinished);
    const failing = standIn(folder, `console.error('no font\\n'); process.exit(1);`);
    expect(await makePdfInElectron(job, failing)).toEqual({
      ok: false,
      refusal: { code: 'printing-failed', facts: { reason: 'no font' } },
    });
    const silent = await makePdfInElectron(job, standIn(folder, ''));
    expect(silent).toMatchObject({ refusal: { code: 'printing-failed' } });
    const without = { ok: false, refusal: { code: 'printing-unavailable', facts: {} } };
    const environment = standIn(folder, copiesJob);
    expect(await makePdfInElectron(job, {})).toEqual(without);
    const gone = { ...environment, SCT_ELECTRON: join(folder, 'none') };
    expect(await makePdfInElectron(job, gone)).toEqual(without);
    expect(await makePdfInElectron(job, { ...environment, SCT_ELECTRON_ARGS: '{' })).toEqual(
      without,
    );
    expect(await noPorts.makePdf(job)).toEqual(without);
  });

  it.runIf(process.platform === 'linux')('uses a virtual screen without a display', async () => {
    const folder = temporaryFolder('cli-print', onTestFinished);
    const { DISPLAY: _none, ...environment } = standIn(folder, copiesJob);
    const withoutScreen = await makePdfInElectron(job, { ...environment, PATH: folder });
    expect(withoutScreen).toMatchObject({ refusal: { code: 'printing-unavailable' } });
    // The program that is looked for on PATH, reduced to what matters: it is told -a and a command.
    const screen = join(folder, 'xvfb-run');
    writeFileSync(screen, `#!/bin/sh\necho "$1" > "${folder}/screen"\nshift\nexec "$@"\n`);
    chmodSync(screen, 0o755);
    const made = await makePdfInElectron(job, { ...environment, PATH: `${folder}:/bin:/usr/bin` });
    expect(made.ok).toBe(true);
    expect(readFileSync(join(folder, 'screen'), 'utf8')).toBe('-a\n');
  });
});
