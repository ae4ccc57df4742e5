import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { password, temporaryFolder } from '../../helpers/world.ts';
import { at, listAt, officer, oneOf, run, textAt } from './command.ts';
import type { Officer } from './command.ts';
import { augustFigures } from './figures.ts';

const period = ['--period', '2022-08'] as const;

/** The fingerprint that an officer reads out. */
async function digitsOf(person: Officer): Promise<string> {
  return textAt(await person.must('keyring', 'fingerprint'), 'ownFingerprint');
}

describe('the main job on the command line', () => {
  it(
    'goes from setting up two offices to the receipt at the district',
    { timeout: 60_000 },
    async () => {
      const folder = temporaryFolder('cli-job', onTestFinished);
      const stick = join(folder, 'usb');
      mkdirSync(stick);
      const [districtData, provinceData] = [join(folder, 'huyen'), join(folder, 'tinh')];
      const recorder = officer(districtData, 'recorder');
      const receiver = officer(provinceData, 'receiver');

      const province = await receiver.must('init', '--role', 'province', '--unit', '30');
      expect(at(province, 'store')).toMatchObject({ side: 'province', unit: '30' });
      const district = await recorder.must('init', '--role', 'district', '--unit', '300');
      expect(district).toMatchObject({
        store: { side: 'district', unit: '300', unitName: 'Huyện Thanh Miện' },
        account: { name: 'recorder', role: 'recorder', isAdministrator: true },
      });
      await recorder.must('user', 'add', 'checker', '--role', 'checker');
      const users = await recorder.must('user', 'add', 'approver', '--role', 'approver');
      expect(listAt(users).map((user) => at(user, 'role'))).toEqual([
        'recorder',
        'checker',
        'approver',
      ]);

      // First trust, both fingerprints read out.
      const request = await recorder.must('enrol', 'request', '--to', stick);
      const ownDigits = await digitsOf(recorder);
      const reply = await receiver.must(
        'enrol',
        'reply',
        textAt(request, 'file'),
        '--fingerprint',
        ownDigits,
      );
      const replyFile = textAt(reply, 'file');
      expect(replyFile).toBe(join(stick, 'SCT1_keyring_30_v000002.jws'));
      const provinceDigits = await digitsOf(receiver);
      const trust = await recorder.must(
        'enrol',
        'accept',
        replyFile,
        '--fingerprint',
        provinceDigits,
      );
      expect(trust).toMatchObject({ isEnrolled: true, keyring: { version: 2 } });

      // The figures: the file, then one cell by hand.
      const csv = join(folder, 'so-lieu.csv');
      writeFileSync(csv, augustFigures);
      const recorded = await recorder.must('record', ...period, '--file', csv);
      expect(recorded).toMatchObject({ filled: 18, toFill: 18, findings: [] });
      await recorder.must('record', ...period, '--row', 'HI_COVERAGE', '--numerator', '92,5');
      const sheet = await recorder.must('show', ...period);
      const insurance = oneOf(listAt(sheet, 'rows'), 'row', 'HI_COVERAGE');
      expect(insurance).toMatchObject({
        rate: { kind: 'number', number: '92.5' },
        cells: { status: { canonical: 'provisional' } },
      });

      // Nobody checks or approves what they prepared; then those who may.
      await recorder.must('submit', ...period);
      expect(await recorder.refused('approve', ...period)).toMatchObject({ exitCode: 1 });
      const checker = officer(districtData, 'checker');
      const reason = ['--reason', 'Xem lại BHYT'];
      expect(await checker.must('return', ...period, ...reason)).toMatchObject({
        state: 'recording',
      });
      await recorder.must('submit', ...period);
      await checker.must('check', ...period);
      const approved = await officer(districtData, 'approver').must('approve', ...period);
      expect(approved).toMatchObject({ state: 'approved', revision: 1 });

      const bundle = await recorder.must('export', ...period, '--to', stick);
      const bundleFile = textAt(bundle, 'file');
      expect(bundleFile).toMatch(/SCT1_30_300_2022-08_000001_\d{8}\.age$/);
      expect(at(bundle, 'stage')).toBe('copied');

      const looked = await receiver.must('import', stick, '--dry-run');
      const expected = oneOf(listAt(looked), 'outcome', 'accepted');
      expect(expected).toMatchObject({ unit: '300', revision: 1, receiptFileName: null });
      const verdicts = await receiver.must('import', stick);
      const accepted = oneOf(listAt(verdicts), 'outcome', 'accepted');
      expect(accepted).toMatchObject({
        unit: '300',
        period: '2022-08',
        revision: 1,
        refusal: null,
      });
      const receiptFileName = at(accepted, 'receiptFileName');
      expect(readdirSync(stick)).toContain(receiptFileName);
      const again = await receiver.must('import', bundleFile);
      expect(again).toMatchObject([{ outcome: 'already-received', receiptFileName }]);

      const table = await receiver.must('consolidate', ...period, '--format', 'json');
      expect(listAt(table, 'missingUnits')).toHaveLength(11);
      const csvOut = join(folder, 'tong-hop.csv');
      await receiver.must('consolidate', ...period, '--format', 'csv', '--out', csvOut);
      expect(readFileSync(csvOut, 'utf8')).toContain('2022-08,Tỉnh Hải Dương,');
      const printed = await receiver.ask('consolidate', ...period, '--format', 'csv');
      expect(printed.stdout).toBe(readFileSync(csvOut, 'utf8'));

      const receipts = await recorder.must('receipt', 'import', stick);
      expect(listAt(receipts).map((one) => at(one, 'outcome'))).toContain('accepted');
      const state = await recorder.ask('state');
      expect(state.stdout).toContain('2022-08  Tỉnh đã tiếp nhận');
      expect(await recorder.must('state')).toMatchObject({ isSampleClock: true });
      const open = await run(['state', '--data', districtData, '--json']);
      expect(JSON.parse(open.stdout).value).toMatchObject({ account: null, submissions: null });
      expect(open.stdout + state.stdout).not.toContain(password);

      const catalogues = join(folder, 'danh-muc');
      mkdirSync(catalogues);
      const issued = await receiver.must('issue-catalogue', '--to', catalogues);
      expect(listAt(issued, 'files')).toMatchObject([{ unit: '300' }]);
      const known = await recorder.must('receipt', 'import', catalogues);
      const version = at(issued, 'version');
      expect(known).toMatchObject([{ outcome: 'already-received', catalogue: version }]);
      expect(await recorder.must('take-catalogue', '--yes')).toBeNull();

      const revised = await recorder.must('revise', ...period, '--reason', 'Số chính thức');
      expect(revised).toMatchObject({ state: 'recording', revision: 2 });
    },
  );
});
