import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import type { PrintJob } from '../../../electron/service/ports.ts';
import { formatRecoveryCode, recoveryCodeOf } from '#shared/domain/recovery-code.ts';
import { printer } from '../../helpers/printer.ts';
import { districtOffice } from '../../helpers/templates.ts';
import {
  augustClock,
  openTestOffice,
  password,
  setUpOffice,
  temporaryFolder,
} from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

async function province(): Promise<{ office: TestOffice; jobs: readonly PrintJob[] }> {
  const folder = temporaryFolder('province', onTestFinished);
  (await setUpOffice(folder, 'province', '30')).close();
  const { jobs, ports } = printer();
  const office = openTestOffice(folder, augustClock(), ports);
  onTestFinished(office.close);
  await office.signIn('receiver');
  return { office, jobs };
}

describe('forms about keys', () => {
  it('carry a district’s fingerprint in digits and for a camera', async () => {
    const { jobs, ports } = printer();
    const office = await districtOffice(onTestFinished, { ports });
    onTestFinished(office.close);
    const { ownFingerprint } = await office.must('trust.state', {});
    const folder = temporaryFolder('forms', onTestFinished);
    const document = { kind: 'enrolment' } as const;
    const input = { document, folder: office.pick(folder) };
    const { fileName } = await office.must('keyform.savePdf', input);
    expect(fileName).toBe('phieu-dang-ky-khoa_300.pdf');
    const page = readFileSync(join(folder, fileName), 'utf8');
    expect(jobs[0]?.paper).toBe('A4-portrait');
    const [first, second] = [ownFingerprint.slice(0, 19), ownFingerprint.slice(20)];
    expect(page).toContain(first);
    expect(page).toContain(second);
    expect(page).toContain('<svg');
    expect(page).toContain('BẢN MẪU, KHÓA KHÔNG DÙNG THẬT');
    for (const kind of ['letter', 'handover'] as const) {
      expect(await office.refusal('keyform.print', { document: { kind } })).toBe(
        'document-not-now',
      );
    }
  });

  it('name the three root keys once there are any, and the province’s fingerprint', async () => {
    const { office, jobs } = await province();
    expect(await office.refusal('keyform.print', { document: { kind: 'handover' } })).toBe(
      'document-not-now',
    );
    const keys = ['giu khoa mot', 'giu khoa hai', 'giu khoa ba'].map((holder) => ({
      folder: office.pick(temporaryFolder('stick', onTestFinished)),
      password: holder,
    }));
    const { trust } = await office.must('trust.createRoots', { keys, password });
    await office.must('keyform.print', { document: { kind: 'handover' } });
    await office.must('keyform.print', { document: { kind: 'letter' } });
    const [handover, letter] = jobs;
    expect(handover?.html.match(/digits-small/g)).toHaveLength(3);
    expect(letter?.html).toContain(trust.keyring?.fingerprint.slice(0, 19));
    expect(await office.refusal('keyform.print', { document: { kind: 'enrolment' } })).toBe(
      'document-not-now',
    );
  });

  it('print a recovery code that was typed right, and write none to a file', async () => {
    const { office, jobs } = await province();
    const code = formatRecoveryCode(recoveryCodeOf('7'.repeat(38)));
    await office.must('keyform.print', { document: { kind: 'recovery', code } });
    expect(jobs[0]?.html).toContain(code.slice(0, 24));
    expect(
      await office.refusal('keyform.print', { document: { kind: 'recovery', code: '1234' } }),
    ).toBe('recovery-code-malformed');
    const folder = office.pick(temporaryFolder('forms', onTestFinished));
    const document = { kind: 'recovery', code } as never; // what a window could send, not its types
    expect(await office.refusal('keyform.savePdf', { document, folder })).toBe('input-invalid');
  });
});
