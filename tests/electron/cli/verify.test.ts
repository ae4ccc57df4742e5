import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { approve, fillSheet, sealTo, setUpPair } from '../../helpers/exchange.ts';
import { record } from '../../helpers/sheets.ts';
import { august2022, password, setUpOffice, temporaryFolder } from '../../helpers/world.ts';
import { at, officer, run } from './command.ts';

describe('verify', () => {
  const cleanUp: (() => void)[] = [];
  let folder = '';
  let bundle = '';

  beforeAll(async () => {
    folder = temporaryFolder('cli-verify', (work) => cleanUp.push(work));
    const { district, province } = await setUpPair(folder, folder);
    await fillSheet(district);
    await record(district, august2022, 'I', 'text', 'Quán triệt nghị quyết', 'TM');
    await record(district, august2022, 'IV.1.1', 'state', 'notApplicable', 'B02');
    await approve(district);
    bundle = await sealTo(district, folder);
    (await setUpOffice(join(folder, 'other'), 'district', '291')).close();
    await province.must('bundle.receive', { place: province.pick(bundle), password });
    district.close();
    province.close();
  });
  afterAll(() => {
    for (const work of cleanUp) work();
  });

  const person = (place: string, name: string) => officer(join(folder, place), name);
  function altered(change: (bytes: Buffer) => Buffer): string {
    const file = join(folder, 'altered.age');
    writeFileSync(file, change(readFileSync(bundle)));
    return file;
  }

  it('tells the sender and the addressee all that a bundle says', async () => {
    const own = await person('300', 'recorder').must('verify', bundle);
    expect(own).toMatchObject({
      kind: 'report',
      isSound: true,
      from: '300',
      to: '30',
      period: '2022-08',
      revision: 1,
      seq: 1,
      forms: 'B01 B02 B03 B04 CS TM',
      observations: 18,
      cells: 2,
      claimedByName: { to: '30', from: '300', period: '2022-08', seq: 1 },
      refusal: null,
    });
    const received = await person('province', 'receiver').must('verify', bundle);
    expect(at(received, 'statementSha256')).toBe(at(own, 'statementSha256'));
    const name = readdirSync(folder).find((file) => file.startsWith('SCT1_300_30_')) ?? '';
    const receipt = await person('300', 'recorder').must('verify', join(folder, name));
    expect(receipt).toMatchObject({ kind: 'receipt', isSound: true, from: '30', to: '300' });
  });

  it('tells it to people in their language, with who signed', async () => {
    const { stdout } = await person('300', 'recorder').ask('verify', bundle);
    for (const line of [
      /^Gói báo cáo$/mu,
      /^Nơi gửi: 300$/mu,
      /^Lập lúc: 08:00 24\/8\/2022$/mu,
      /^Người lập: .+, 08:00 24\/8\/2022\. Lập số liệu, dấu khóa \d{4}( \d{4}){7}$/mu,
      /^Người duyệt: .+\. Duyệt, dấu khóa \d{4}( \d{4}){7}$/mu,
    ]) {
      expect(stdout).toMatch(line);
    }
    expect(stdout).not.toContain('cli.');
  });

  it('shows strangers the outside only, and says so', async () => {
    const outside = await run(['verify', bundle, '--json']);
    expect(outside).toMatchObject({ exitCode: 0, stderr: '' });
    const { value } = JSON.parse(outside.stdout);
    expect(value).toMatchObject({ kind: 'closed', isSound: false, recipients: 3 });
    expect(value).not.toHaveProperty('from');
    const other = await person('other', 'recorder').ask('verify', bundle);
    expect(other.exitCode).toBe(1);
    expect(other.stderr).toMatch(/^G-04 not-addressed-to-this-key: SCT1_30_300_2022-08_/);
  });

  it('knows requests and keyrings without any key', async () => {
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.jws'))
      .sort();
    const kinds = [];
    for (const name of files) {
      const ended = await run(['verify', join(folder, name), '--json']);
      expect(ended.exitCode).toBe(0);
      kinds.push(JSON.parse(ended.stdout).value.kind);
    }
    expect(kinds).toEqual(['enrolment', 'keyring']);
  });

  it('refuses a cut, an altered and a foreign file', async () => {
    const recorder = person('300', 'recorder');
    const cut = altered((bytes) => bytes.subarray(0, bytes.length - 100));
    expect((await recorder.ask('verify', cut)).stderr).toMatch(/^G-0[23] bundle-(?:cut|altered): /);
    const headOnly = altered((bytes) => bytes.subarray(0, 60));
    const ended = await run(['verify', headOnly, '--json']);
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toMatch(/^G-02 bundle-cut: altered\.age: /);
    expect(JSON.parse(ended.stdout).value).toMatchObject({ kind: 'other', isSound: false });
    const turned = altered((bytes) => {
      bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
      return bytes;
    });
    const changed = await recorder.ask('verify', turned);
    expect(changed.exitCode).toBe(1);
    expect(changed.stderr).toMatch(/^G-03 bundle-altered: /);
    const foreign = altered(() => Buffer.from('Công văn 123/UBND'));
    expect((await run(['verify', foreign])).stderr).toMatch(/^G-01 not-a-bundle: /);
    const missing = await run(['verify', join(folder, 'khong-co.age')]);
    expect(missing).toMatchObject({ exitCode: 1, stdout: '' });
    expect(missing.stderr).toMatch(/^U-07 file-missing: /);
  });

  it('imports nothing', async () => {
    const before = await person('300', 'recorder').must('show', '--period', '2022-08');
    expect(at(before, 'submission', 'state')).toBe('sealed');
  });
});
