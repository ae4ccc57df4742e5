import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkCode, formatFingerprint } from '#shared/bundle/fingerprint.ts';
import { canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import { sha256Hex } from '#shared/bundle/bytes.ts';
import { signJws } from '#shared/bundle/jws.ts';
import { sealKeyring } from '#shared/bundle/keyring.ts';
import type { SealedKeyring } from '#shared/bundle/keyring.ts';
import { sealSnapshot, snapshotOf } from '#shared/bundle/snapshot.ts';
import type { Snapshot } from '#shared/bundle/snapshot.ts';
import { keyringFacts, newOffice } from '../shared/bundle/two-offices.ts';
import type { Office } from '../shared/bundle/two-offices.ts';

let script: string;
let folder: string;
let province: Office;
let stranger: Office;
let keyring: SealedKeyring;

beforeAll(async () => {
  const page = await readFile(new URL('../../docs/kiem-tra-doc-lap.md', import.meta.url), 'utf8');
  const steps = page.slice(0, page.indexOf('## Bước 2'));
  const blocks = [...steps.matchAll(/```sh\n(.*?)```/gs), ...page.matchAll(/```bash\n(.*?)```/gs)];
  script = blocks.map(([, block]) => block).join('\n');
  const [own, district, other] = await Promise.all([newOffice(), newOffice(), newOffice()]);
  [province, stranger] = [own, other];
  keyring = sealKeyring(keyringFacts(province, district), province.signing);
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiem-tra-chot-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const snapshot: Snapshot = snapshotOf({
  from: { unit: '30', series: '0'.repeat(32) as Snapshot['from']['series'] },
  period: '2022-08',
  number: 1,
  previous: null,
  lockedAt: '2022-09-05T02:00:00.000Z',
  lockedBy: 'Nguyễn Thị Tổng Hợp',
  plan: '1112/KH-UBND',
  catalogue: { version: 1, sha256: sha256Hex(new Uint8Array()) },
  units: [],
  rows: [],
} as unknown as Parameters<typeof snapshotOf>[0]); // the shape checks every branded text

/** Runs the commands of the page with Debian's programs. */
async function check(
  lock: Uint8Array,
  json: Uint8Array = canonicalJsonBytes(snapshot),
): Promise<{ readonly ok: boolean; readonly output: string }> {
  await writeFile(join(folder, 'lock.jws'), lock);
  await writeFile(join(folder, 'lock.json'), json);
  await writeFile(join(folder, 'keyring.jws'), keyring.bytes);
  await writeFile(join(folder, 'check.sh'), script);
  const env = {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LC_ALL: 'C.UTF-8',
    GOI: '-',
    KHOA: '-',
    SO_KHOA: 'keyring.jws',
    DAU_VAN_TAY: formatFingerprint(keyring.fingerprint),
    CHOT: 'lock.jws',
    CHOT_JSON: 'lock.json',
  };
  return await new Promise((resolve) => {
    const command = ['-c', 'exec 2>&1; . ./check.sh'];
    execFile('/bin/sh', command, { cwd: folder, env }, (failure, output) => {
      resolve({ ok: failure === null, output });
    });
  });
}

describe('a locked period, checked with openssl alone', () => {
  it('B33 holds, with the check code that the page shows', async () => {
    const { bytes, sha256 } = sealSnapshot(snapshot, province.signing);
    const { ok, output } = await check(bytes);
    expect(output).toContain('BẢN CHỐT HỢP LỆ');
    expect(output).toContain(checkCode(sha256));
    expect(ok).toBe(true);
  });

  it.each([
    ['another key', () => sealSnapshot(snapshot, stranger.signing).bytes, undefined],
    [
      'another type',
      () => signJws(snapshot, 'sct-receipt+jws', [province.signing]).bytes,
      undefined,
    ],
    [
      'another JSON beside it',
      () => sealSnapshot(snapshot, province.signing).bytes,
      canonicalJsonBytes({ ...snapshot, lockedBy: 'Ai đó' }),
    ],
  ])('B33 does not hold for %s', async (_, lock, json) => {
    const { ok, output } = await check(lock(), json);
    expect(ok).toBe(false);
    expect(output).not.toContain('BẢN CHỐT HỢP LỆ');
  });
});
