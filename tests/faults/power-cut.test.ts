import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { firstBrokenLink } from '../../electron/storage/audit.ts';
import { openedStore } from '../helpers/stores.ts';
import { setUpOffice, temporaryFolder } from '../helpers/world.ts';

const recorder = join(import.meta.dirname, '../helpers/record-forever.ts');
const runs = 10;

/** Records in another process and kills it some time after the first save; what was acknowledged. */
function recordAndKill(dataFolder: string, milliseconds: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [recorder, dataFolder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let shown = '';
    let said = '';
    let isCounting = false;
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    child.stdout.on('data', (text: Buffer) => {
      shown += text.toString();
      if (isCounting) return;
      isCounting = true;
      setTimeout(() => child.kill('SIGKILL'), milliseconds);
    });
    child.on('close', (_code, signal) => {
      const saved = [...shown.matchAll(/^saved (\S+)$/gm)].map(([, typed = '']) => typed);
      if (signal === 'SIGKILL') resolve(saved);
      else reject(new Error(`The recorder ended by itself: ${said}`));
    });
  });
}

describe('a program that is killed while cells are being entered', () => {
  it('has every cell that was shown as saved, and its log is whole', async () => {
    const folder = temporaryFolder('killed', onTestFinished);
    (await setUpOffice(folder, 'district', '300')).close();
    const acknowledged: string[] = [];
    for (let run = 0; run < runs; run += 1) {
      acknowledged.push(...(await recordAndKill(folder, Math.random() * 120)));
      const store = openedStore(folder);
      const kept = new Set(
        store
          .prepare<[], { typed: string }>('SELECT typed FROM cell_change')
          .all()
          .map(({ typed }) => typed),
      );
      expect(acknowledged.filter((typed) => !kept.has(typed))).toEqual([]);
      expect(store.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(firstBrokenLink(store)).toBeNull();
      const behind = store
        .prepare<[], { count: number }>(
          `SELECT COUNT(*) AS count FROM cell JOIN (
             SELECT sheet_id, row_code, column_code, MAX(id) AS last FROM cell_change GROUP BY 1, 2, 3
           ) USING (sheet_id, row_code, column_code) WHERE change_id <> last`,
        )
        .get();
      expect(behind?.count).toBe(0);
      store.close();
    }
    expect(acknowledged.length).toBeGreaterThan(runs);
  });

  it('has put each cell on the disk before it was shown as saved', async () => {
    const folder = temporaryFolder('traced', onTestFinished);
    (await setUpOffice(folder, 'district', '300')).close();
    const trace = join(temporaryFolder('trace', onTestFinished), 'trace.txt');
    const traced = ['-f', '-y', '-e', 'trace=fsync,fdatasync,write,pwrite64', '-o', trace];
    const { status, stderr } = spawnSync(
      'strace',
      [...traced, process.execPath, recorder, folder, '8'],
      { encoding: 'utf8' },
    );
    expect(status, stderr).toBe(0);

    let isSynced = false;
    let hasUnsynced = false;
    let acknowledgements = 0;
    for (const line of readFileSync(trace, 'utf8').split('\n')) {
      if (/pwrite64\(\d+<[^>]*-wal>/.test(line)) {
        hasUnsynced = true;
        isSynced = false;
      } else if (/(?:fsync|fdatasync)\(\d+<[^>]*-wal>.*= 0$/.test(line)) {
        hasUnsynced = false;
        isSynced = true;
      } else if (/write\(1<.*"saved /.test(line)) {
        acknowledgements += 1;
        expect([isSynced, hasUnsynced], line).toEqual([true, false]);
        isSynced = false;
      }
    }
    expect(acknowledgements).toBe(8);
  });
});
