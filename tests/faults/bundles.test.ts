import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { basename, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import { isRefusalCode } from '#shared/text/refusal-codes.ts';
import { describeRefusal } from '#shared/text/translate.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import { isHeldCode } from '#shared/ipc/verdict-rules.ts';
import { approve, fillSheet, introduce, sealTo, setUpPair } from '../helpers/exchange.ts';
import type { Pair } from '../helpers/exchange.ts';
import { record } from '../helpers/sheets.ts';
import { storeContents } from '../helpers/store-contents.ts';
import { pairOf } from '../helpers/templates.ts';
import {
  august2022,
  openTestOffice,
  password,
  setUpOffice,
  temporaryFolder,
} from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';

const folderOf = (name: string): string => temporaryFolder(name, onTestFinished);
const ends: (() => void)[] = [];
const wholeFile = (name: string): string => temporaryFolder(name, (work) => ends.push(work));

let pair: Pair;
let bundle: Uint8Array;
let bundlePath: string;

beforeAll(async () => {
  pair = await pairOf('approved', (work) => ends.push(work));
  bundlePath = await sealTo(pair.district, wholeFile('sealed'));
  bundle = new Uint8Array(readFileSync(bundlePath));
});

afterAll(() => {
  pair.district.close();
  pair.province.close();
  for (const end of ends) end();
});

function receive(province: TestOffice, place: string): Promise<readonly Verdict[]> {
  return province.must('bundle.receive', { place: province.pick(place), password });
}

/** Writes files that are named as bundles, each with its own number. */
function stickWith(contents: readonly Uint8Array[]): string {
  const folder = folderOf('stick');
  contents.forEach((content, at) => {
    const number = String(at + 1).padStart(6, '0');
    writeFileSync(join(folder, `SCT1_30_300_2022-08_${number}_12345678.age`), content);
  });
  return folder;
}

/** Expects each file to be refused with one of the codes, and the store to be as it was. */
async function allRefused(
  province: TestOffice,
  folder: string,
  codes: readonly string[],
): Promise<void> {
  const before = storeContents(province);
  const verdicts = await receive(province, folder);
  expect(verdicts).toHaveLength(readdirSync(folder).length);
  for (const { outcome, refusal, receiptFileName } of verdicts) {
    const expected = isHeldCode(refusal?.code ?? '') ? 'held' : 'refused';
    expect([outcome, receiptFileName]).toEqual([expected, null]);
    expect(refusal?.code).toBeOneOf([...codes]);
    isExplained(refusal);
  }
  expect(storeContents(province)).toBe(before);
}

function isExplained(refusal: Verdict['refusal']): void {
  if (refusal === null) throw new Error('There is no refusal.');
  expect(isRefusalCode(refusal.code), refusal.code).toBe(true);
  const { text } = describeRefusal(refusal, 'vi');
  expect(text).toMatch(/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/);
  expect(text).not.toContain('{{');
}

describe('a bundle that is not as it was sealed', () => {
  it('is refused when it was cut, wherever', async () => {
    const payload = Buffer.from(bundle).indexOf('\n--- ') + 5 + 43 + 1;
    const lengths = [0, 1, 10, 21, 22, 40, payload - 40, payload - 2, payload - 1, payload];
    const chunks = [1, 15, 16, 17, 31, 32, 33, 500].map((more) => payload + more);
    const fromTheEnd = [1, 2, 15, 16, 17, 400].map((less) => bundle.length - less);
    const random = Array.from({ length: 30 }, () => Math.floor(Math.random() * bundle.length));
    const cuts = [...lengths, ...chunks, ...fromTheEnd, ...random];
    const stick = stickWith(cuts.map((length) => bundle.subarray(0, length)));
    await allRefused(pair.province, stick, [
      'bundle-cut',
      'not-a-bundle',
      'bundle-altered',
      'not-addressed-to-this-key',
    ]);
  });

  it('is refused when one bit of it was changed, wherever', async () => {
    const step = Math.floor(bundle.length / 90);
    const places = Array.from({ length: 90 }, (_, at) => at * step);
    const changed = [...places, bundle.length - 1].map((at, number) => {
      const copy = Uint8Array.from(bundle);
      copy[at] = (copy[at] ?? 0) ^ (1 << (number % 8));
      return copy;
    });
    await allRefused(pair.province, stickWith(changed), [
      'bundle-altered',
      'bundle-cut',
      'not-a-bundle',
      'not-addressed-to-this-key',
    ]);
  });

  it('is refused when something was written behind it', async () => {
    const longer = [Buffer.concat([bundle, Buffer.from([0])]), Buffer.concat([bundle, bundle])];
    await allRefused(pair.province, stickWith(longer), ['bundle-altered', 'bundle-cut']);
  });
});

describe('a bundle that is not for here, or from nobody known', () => {
  it('is refused when another province’s district sealed it', async () => {
    const other = await setUpPair(folderOf('other'), folderOf('keys'));
    await fillSheet(other.district);
    await approve(other.district);
    const stick = folderOf('stick');
    await sealTo(other.district, stick);
    await allRefused(pair.province, stick, ['not-addressed-to-this-key']);
    other.district.close();
    other.province.close();
  });

  it('is refused while its sender is not enrolled, and accepted afterwards', async () => {
    const folder = folderOf('not-enrolled');
    const province = await setUpOffice(join(folder, 'province'), 'province', '30');
    province.close();
    // The province as it was before it knew the district.
    cpSync(join(folder, 'province'), join(folder, 'before'), { recursive: true });
    const after = openTestOffice(join(folder, 'province'));
    await after.signIn('receiver');
    const district = await setUpOffice(join(folder, 'district'), 'district', '299');
    await introduce(district, after, folderOf('keys'));
    await fillSheet(district);
    await approve(district);
    const stick = folderOf('stick');
    await sealTo(district, stick);
    const before = openTestOffice(join(folder, 'before'));
    await before.signIn('receiver');
    await allRefused(before, stick, ['sender-not-enrolled']);
    const [verdict] = await receive(after, stick);
    expect(verdict?.outcome).toBe('accepted');
    for (const office of [before, after, district]) office.close();
  });

  it('is refused by a district: bundles are for the province', async () => {
    const reply = await pair.district.call('bundle.receive', {
      place: pair.district.pick(folderOf('stick')),
      password,
    });
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'call-not-permitted' } });
  });
});

describe('a bundle that comes again, or in two versions', () => {
  it('changes nothing under another name, and gets the very same receipt', async () => {
    const { district, province, stick } = await pairOf('approved', onTestFinished);
    const path = await sealTo(district, stick);
    const [first] = await receive(province, stick);
    const receipt = readFileSync(join(stick, first?.receiptFileName ?? ''));
    const before = storeContents(province);
    const second = stickWith([readFileSync(path), readFileSync(path)]);
    const verdicts = await receive(province, second);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual([
      'already-received',
      'already-received',
    ]);
    expect(storeContents(province)).toBe(before);
    const names = readdirSync(second).filter((name) => name.startsWith('SCT1_300'));
    expect(names).toEqual([first?.receiptFileName]);
    expect(readFileSync(join(second, names[0] ?? ''))).toEqual(receipt);
    district.close();
    province.close();
  });

  it('is held as a fork when two copies of one installation sealed under one number', async () => {
    const folder = folderOf('fork');
    const { district, province } = await pairOf('introduced', onTestFinished);
    await fillSheet(district);
    district.close();
    const own = district.office.dataFolder;
    cpSync(own, join(folder, 'clone'), { recursive: true });
    const paths: string[] = [];
    for (const dataFolder of [own, join(folder, 'clone')]) {
      const office = openTestOffice(dataFolder);
      await office.signIn('recorder');
      await record(office, august2022, 'HI_COVERAGE', 'note', basename(dataFolder));
      await approve(office);
      paths.push(await sealTo(office, folderOf('stick')));
      office.close();
    }
    const [first = '', second = ''] = paths;
    expect((await receive(province, first))[0]?.outcome).toBe('accepted');
    const before = await province.must('bundle.received', {});
    const [verdict] = await receive(province, second);
    expect(verdict).toMatchObject({ outcome: 'held', refusal: { code: 'sequence-fork' } });
    isExplained(verdict?.refusal ?? null);
    expect(await province.must('bundle.received', {})).toEqual(before);
    province.close();
  });

  it('is of an unknown series after a backup was opened, until it is enrolled anew', async () => {
    const folder = folderOf('series');
    const {
      district,
      province,
      stick: keys,
    } = await setUpPair(join(folder, 'p'), folderOf('keys'));
    await fillSheet(district);
    await approve(district);
    district.close();
    writeFileSync(join(district.office.dataFolder, 'so-chi-tieu.sqlite3'), 'damage');
    const restored = openTestOffice(district.office.dataFolder);
    await restored.must('setup.restoreBackup', { backup: null });
    await restored.signIn('recorder');
    await introduceOnce(restored, province, keys);
    await fillSheet(restored);
    await approve(restored);
    const path = await sealTo(restored, folderOf('stick'));
    const [verdict] = await receive(province, path);
    expect(verdict).toMatchObject({ outcome: 'held', refusal: { code: 'series-unknown' } });
    expect(await province.must('bundle.received', {})).toEqual([]);
    await introduce(restored, province, folderOf('keys'));
    expect((await receive(province, path))[0]?.outcome).toBe('accepted');
    restored.close();
    province.close();
  });
});

describe('a folder with other files', () => {
  it('gets a verdict for each, and only bundles are opened', async () => {
    const { district, province, stick } = await pairOf('approved', onTestFinished);
    const path = await sealTo(district, stick);
    for (const name of ['Thumbs.db', 'Báo cáo.lnk', 'setup.exe', '~$bieu01.docx', 'autorun.inf']) {
      writeFileSync(join(stick, name), 'không phải gói');
    }
    writeFileSync(join(stick, `${basename(path)}.part`), 'chép dở');
    mkdirSync(join(stick, 'thư mục con'));
    writeFileSync(join(stick, 'thư mục con', basename(path)), readFileSync(path));
    symlinkSync('/etc/passwd', join(stick, 'SCT1_30_300_2022-08_000008_12345678.age'));
    const big = 'SCT1_30_300_2022-08_000009_12345678.age';
    writeFileSync(join(stick, big), '');
    truncateSync(join(stick, big), 2 ** 31);
    const verdicts = await receive(province, stick);
    const outcomes = Object.fromEntries(verdicts.map((one) => [one.fileName, one]));
    expect(outcomes[basename(path)]?.outcome).toBe('accepted');
    expect(outcomes[big]).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'bundle-too-large' },
    });
    const skipped = verdicts.filter(({ outcome }) => outcome === 'skipped');
    expect(skipped).toHaveLength(6);
    for (const { refusal } of verdicts.filter(({ outcome }) => outcome !== 'accepted')) {
      isExplained(refusal);
    }
    expect(verdicts).toHaveLength(8);
    district.close();
    province.close();
  });

  it('says which file the disk does not give', async ({ skip }) => {
    const stick = stickWith([bundle]);
    const [name = ''] = readdirSync(stick);
    try {
      // Reading this gives an input/output error, as a dying stick does.
      execFileSync('mount', ['--bind', '/proc/self/mem', join(stick, name)], { stdio: 'pipe' });
    } catch (fault) {
      console.log(`Skipped: mounting is not permitted here (${String(fault)}).`);
      return skip();
    }
    onTestFinished(() => {
      execFileSync('umount', ['--lazy', join(stick, name)]);
    });
    await allRefused(pair.province, stick, ['file-unreadable']);
  });

  it('that is gone is missing, for bundles and for receipts', async () => {
    const gone = join(folderOf('stick'), 'gone');
    const { province, district } = pair;
    const receiving = { place: province.pick(gone), password };
    expect(await province.refusal('bundle.receive', receiving)).toBe('folder-missing');
    const answering = { folder: district.pick(gone), password };
    expect(await district.refusal('receipt.import', answering)).toBe('folder-missing');
  });
});

describe('an import that is interrupted', () => {
  it('leaves nothing of its bundle, and succeeds the next time', async () => {
    const { province } = pair;
    const stick = stickWith([bundle]);
    const { store } = province.office;
    const before = storeContents(province);
    store?.exec(`CREATE TEMP TRIGGER interruption BEFORE INSERT ON received_observation
      WHEN NEW.indicator_code = 'POVERTY_RATE' BEGIN SELECT RAISE(ABORT, 'interrupted'); END`);
    const [verdict] = await receive(province, stick);
    expect(verdict).toMatchObject({ outcome: 'refused', refusal: { code: 'internal-fault' } });
    isExplained(verdict?.refusal ?? null);
    store?.exec('DROP TRIGGER interruption');
    expect(storeContents(province)).toBe(before);
    expect(readdirSync(stick)).toHaveLength(1);
    expect((await receive(province, stick))[0]?.outcome).toBe('accepted');
  });
});

/** The district learns the province's newest keyring, but the province learns nothing of the district. */
async function introduceOnce(
  district: TestOffice,
  province: TestOffice,
  keys: string,
): Promise<void> {
  const { fileName } = await province.must('trust.writeKeyring', { folder: province.pick(keys) });
  const own = (await district.must('trust.state', {})).isEnrolled;
  if (own) return;
  const { ownFingerprint } = await province.must('trust.state', {});
  await district.must('trust.acceptKeyring', {
    file: district.pick(join(keys, fileName)),
    fingerprint: ownFingerprint,
  });
}
