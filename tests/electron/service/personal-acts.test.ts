import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import type { ReceivedSheet } from '#shared/ipc/calls/received.ts';
import { bringAlong, laterCatalogue } from '../../helpers/catalogues.ts';
import { approve, fillSheet, sealTo } from '../../helpers/exchange.ts';
import { newFolder, pair, receive } from '../../helpers/keyrings.ts';
import { smallPdf } from '../../helpers/small-files.ts';
import { auditOf, storeContents } from '../../helpers/store-contents.ts';
import { august2022, password } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const period = august2022;

async function step(
  office: TestOffice,
  account: string,
  action: 'submit' | 'check' | 'approve' | 'approve-on-paper' | 'return' | 'revise',
): Promise<void> {
  await office.signIn(account);
  await office.must('submission.act', { period, action, reason: 'lý do', password });
}

async function actsAt(province: TestOffice): Promise<ReceivedSheet['acts']> {
  return (await province.must('received.sheet', { unit: '300', period, form: 'B01' })).acts;
}

describe('who prepares and who approves', () => {
  it('sign with their own keys, which the province then knows again', async () => {
    const { district, province, stick } = await pair('approved');
    await sealTo(district, stick);
    await receive(province, stick);
    const first = await actsAt(province);
    expect(first).toMatchObject([
      { act: 'prepare', knownAs: null, paper: null },
      { act: 'approve', knownAs: null, paper: null },
    ]);
    expect(new Set(first.map(({ fingerprint }) => fingerprint)).size).toBe(2);

    await step(district, 'recorder', 'revise');
    await approve(district);
    const second = newFolder('second');
    await sealTo(district, second);
    await receive(province, second);
    const again = await actsAt(province);
    expect(again.map(({ fingerprint }) => fingerprint)).toEqual(
      first.map(({ fingerprint }) => fingerprint),
    );
    expect(again.map(({ knownAs }) => knownAs)).toEqual(first.map(({ name }) => name));
  });

  it('are shown as somebody else when a key comes back under another name', async () => {
    const { district, province, stick } = await pair('approved');
    await sealTo(district, stick);
    await receive(province, stick);
    const [before] = await actsAt(province);
    await step(district, 'recorder', 'revise');
    district.office.store?.exec(
      "UPDATE account SET display_name = 'Người khác' WHERE name = 'recorder'",
    );
    await approve(district);
    const second = newFolder('second');
    await sealTo(district, second);
    await receive(province, second);
    const [now] = await actsAt(province);
    expect(now).toMatchObject({ name: 'Người khác', knownAs: before?.name });
  });

  it('are asked for their password, and nothing happens without it', async () => {
    const { district } = await pair();
    await fillSheet(district);
    await district.signIn('recorder');
    const before = storeContents(district);
    const submit = { period, action: 'submit', reason: null } as const;
    expect(await district.refusal('submission.act', { ...submit, password: null })).toBe(
      'password-missing',
    );
    expect(storeContents(district)).toBe(before);
    expect(
      await district.refusal('submission.act', { ...submit, password: 'khong-phai-mat-khau' }),
    ).toBe('password-wrong');
    const { submission } = await district.must('sheet.open', { period, form: 'B01' });
    expect(submission?.state ?? 'recording').toBe('recording');
  });

  it('keep their keys when they change their passwords', async () => {
    const { district, province, stick } = await pair('approved');
    await sealTo(district, stick);
    await receive(province, stick);
    const [first] = await actsAt(province);
    await step(district, 'recorder', 'revise');
    const newPassword = 'một mật khẩu khác hẳn';
    await district.must('account.changePassword', { oldPassword: password, newPassword });
    const submit = { period, action: 'submit', reason: null } as const;
    expect(await district.refusal('submission.act', { ...submit, password })).toBe(
      'password-wrong',
    );
    await district.must('submission.act', { ...submit, password: newPassword });
    await step(district, 'checker', 'check');
    await step(district, 'approver', 'approve');
    const second = newFolder('second');
    const sealed = await district.must('bundle.seal', { period, password });
    await district.must('bundle.copy', { id: sealed.id, folder: district.pick(second) });
    await receive(province, second);
    expect((await actsAt(province))[0]).toMatchObject({
      fingerprint: first?.fingerprint,
      knownAs: first?.name,
    });
    expect(auditOf(district, 'account.newKey').length).toBeGreaterThan(0);
  });
});

describe('an approval on paper', () => {
  it('needs the signed document first, and is not half done without it', async () => {
    const { district } = await pair();
    await fillSheet(district);
    await step(district, 'recorder', 'submit');
    await step(district, 'checker', 'check');
    const paper = { period, action: 'approve-on-paper', reason: null, password } as const;
    expect(await district.refusal('submission.act', paper)).toBe('paper-document-missing');
    // The key that was made for it stays; the step, its act and its log do not.
    const { submission } = await district.must('sheet.open', { period, form: 'B01' });
    expect(submission?.state).toBe('awaiting-approval');
    expect(auditOf(district, 'submission.approve-on-paper')).toEqual([]);
    expect(
      district.office.store?.prepare('SELECT COUNT(*) FROM submission_act').pluck().get(),
    ).toBe(1);
  });

  it('tells the province whose hand stands on which document, and who recorded that', async () => {
    const { district, province, stick } = await pair();
    await fillSheet(district);
    await step(district, 'recorder', 'submit');
    await step(district, 'checker', 'check');
    await district.signIn('recorder');
    const path = join(newFolder('picked'), 'Báo cáo 123.pdf');
    writeFileSync(path, smallPdf('bản ký'));
    await district.must('document.record', {
      period,
      file: district.pick(path),
      number: '123',
      symbol: 'BC-UBND',
      day: '22/8/2022',
      signer: 'Chủ tịch UBND huyện',
    });
    await step(district, 'checker', 'approve-on-paper');
    await district.signIn('recorder');
    await sealTo(district, stick);
    expect((await receive(province, stick))[0]?.outcome).toBe('accepted');
    const acts = await actsAt(province);
    expect(acts.map(({ act }) => act)).toEqual(['prepare', 'approve-on-paper']);
    expect(acts[1]?.paper).toMatchObject({ number: '123', signer: 'Chủ tịch UBND huyện' });
  });
});

describe('a new catalogue between two signatures', () => {
  /** A plan without one of the indicators that districts report. */
  function narrowerCatalogue() {
    const later = laterCatalogue();
    return {
      ...later,
      indicators: later.indicators.filter(({ code }) => code !== dropped),
      targets: later.targets.filter(({ indicator }) => indicator !== dropped),
      checks: later.checks.filter((check) => !JSON.stringify(check).includes(dropped)),
    };
  }
  const dropped = 'CULTURE_OFFICE';

  it('keeps the approver from signing other tables than the preparer did, and loses nothing', async () => {
    const { district } = await pair();
    await fillSheet(district);
    await step(district, 'recorder', 'submit');
    bringAlong(district, narrowerCatalogue());
    await step(district, 'checker', 'check');
    await district.signIn('approver');
    const approval = { period, action: 'approve', reason: null, password } as const;
    expect(await district.refusal('submission.act', approval)).toBe('signed-figures-changed');
    await step(district, 'approver', 'return');
    await approve(district);
    const { submission } = await district.must('sheet.open', { period, form: 'B01' });
    expect(submission?.state).toBe('approved');
  });

  it('keeps a report from being sealed under signatures of other tables', async () => {
    const { district } = await pair('approved');
    bringAlong(district, narrowerCatalogue());
    expect(await district.refusal('bundle.seal', { period, password })).toBe(
      'signed-figures-changed',
    );
    await step(district, 'recorder', 'revise');
    await approve(district);
    expect((await district.must('bundle.seal', { period, password })).revision).toBe(2);
  });

  it('leaves what was received received, though the new plan lacks a row of it', async () => {
    const { district, province, stick } = await pair('approved');
    await sealTo(district, stick);
    const [first] = await receive(province, stick);
    bringAlong(province, narrowerCatalogue());
    const again = (await receive(province, stick)).find(
      ({ fileName }) => fileName === first?.fileName,
    );
    expect(again).toMatchObject({
      outcome: 'already-received',
      receiptFileName: first?.receiptFileName,
    });
  });
});
