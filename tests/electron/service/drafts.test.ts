import { describe, expect, it } from 'vitest';

import {
  pairWith,
  pairedDesks,
  preview,
  refusedPreview,
  send,
  takeAll,
  twoDesks,
  type,
  typedIn,
} from '../../helpers/desks.ts';
import { approve, fillSheet } from '../../helpers/exchange.ts';
import { newFolder } from '../../helpers/keyrings.ts';
import { auditOf, storeContents } from '../../helpers/store-contents.ts';
import { august2022, password } from '../../helpers/world.ts';

const insured = { row: 'HI_COVERAGE', column: 'numerator' };
const people = { row: 'HI_COVERAGE', column: 'denominator' };

describe('drafts between two computers of a unit', () => {
  it('say cell by cell what they would change, and change nothing before they are taken', async () => {
    const [first, second] = await pairedDesks();
    await type(first, 'B01', [
      { ...insured, typed: '118.250' },
      { ...people, typed: 'chưa rõ' },
      { row: 'HI_COVERAGE', column: 'note', typed: ' Theo BHXH huyện\t ' },
      { row: 'DOM_REV_GROWTH_AVG', column: 'value', typed: '9,5' },
    ]);
    await type(first, 'TM', [{ row: 'I', column: 'text', typed: 'Đoạn một.\n\nĐoạn hai.' }]);
    await type(second, 'B01', [
      { ...insured, typed: '117.000' },
      { row: 'DOM_REV_GROWTH_AVG', column: 'value', typed: '9,50' },
    ]);
    const path = await send(first, 'TM', 'B01');
    const before = storeContents(second);
    const seen = await preview(second, path);
    expect(storeContents(second)).toBe(before);
    expect(seen).toMatchObject({ computer: 'Máy một', period: august2022, sequence: 1 });
    expect(seen.forms.map(({ form }) => form)).toEqual(['B01', 'TM']);
    const outcomes = seen.cells.map(({ row, column, before: had, after, isDraft, outcome }) => [
      row,
      column,
      had,
      after,
      isDraft,
      outcome,
    ]);
    expect(outcomes.sort()).toEqual([
      ['DOM_REV_GROWTH_AVG', 'value', '9,50', '9,5', false, 'unchanged'],
      ['HI_COVERAGE', 'denominator', '', 'chưa rõ', true, 'new'],
      ['HI_COVERAGE', 'note', '', 'Theo BHXH huyện', false, 'new'],
      ['HI_COVERAGE', 'numerator', '117.000', '118.250', false, 'changed'],
      ['I', 'text', '', 'Đoạn một.\n\nĐoạn hai.', false, 'new'],
    ]);
    const [cell] = seen.cells.filter(({ column }) => column === 'numerator');
    expect(cell?.rowName).toContain('bảo hiểm y tế');
    expect(cell?.columnName).not.toBe('numerator');
  });

  it('are recorded as if they had been typed here: history, audit, and the way back', async () => {
    const [first, second] = await pairedDesks();
    await type(first, 'B01', [
      { ...insured, typed: '118.250' },
      { ...people, typed: 'chưa rõ' },
    ]);
    await type(first, 'TM', [{ row: 'I', column: 'text', typed: 'Đoạn một.' }]);
    await type(second, 'B01', [{ ...insured, typed: '117.000' }]);
    const taken = await takeAll(second, await send(first, 'B01', 'TM'));
    expect(taken).toMatchObject({ recorded: 3, overtaken: 0, left: 0 });
    expect(await typedIn(second, 'B01')).toEqual(await typedIn(first, 'B01'));
    expect(await typedIn(second, 'TM')).toEqual({ 'I text': 'Đoạn một.' });
    const history = await second.must('sheet.cellHistory', {
      period: august2022,
      form: 'B01',
      ...insured,
    });
    expect(history.map(({ typed, by }) => [typed, by])).toEqual([
      ['118.250', 'recorder'],
      ['117.000', 'recorder'],
    ]);
    expect(auditOf(first, 'drafts.send')).toHaveLength(1);
    expect(auditOf(second, 'drafts.take')).toMatchObject([
      { object: '2022-08/B01' },
      { object: '2022-08/TM/I/text' },
    ]);
    const back = taken.before.filter(({ form }) => form === 'B01');
    await type(
      second,
      'B01',
      back.map(({ row, column, typed }) => ({ row, column, typed })),
    );
    expect(await typedIn(second, 'B01')).toMatchObject({ 'HI_COVERAGE numerator': '117.000' });
  });

  it('are taken as far as they were accepted, and never over what changed meanwhile', async () => {
    const [first, second] = await pairedDesks();
    await type(first, 'B01', [
      { ...insured, typed: '1' },
      { ...people, typed: '2' },
      { row: 'DOM_REV_GROWTH_AVG', column: 'value', typed: '3' },
    ]);
    const { statement, cells } = await preview(second, await send(first, 'B01'));
    await type(second, 'B01', [{ ...people, typed: '22' }]);
    const accepted = cells
      .filter(({ row }) => row === 'HI_COVERAGE')
      .map(({ form, row, column, before, after }) => ({ form, row, column, before, after }));
    const invented = { form: 'B01', row: 'HDI', column: 'value', before: '', after: '9' };
    expect(
      await second.must('drafts.take', { statement, accepted: [...accepted, invented] }),
    ).toMatchObject({ recorded: 1, overtaken: 2, left: 1 });
    expect(await typedIn(second, 'B01')).toEqual({
      'HI_COVERAGE numerator': '1',
      'HI_COVERAGE denominator': '22',
    });
  });

  it('that are older than what was taken are looked at and not taken, form by form', async () => {
    const [first, second] = await pairedDesks();
    await type(first, 'B01', [{ ...insured, typed: '1' }]);
    await type(first, 'TM', [{ row: 'I', column: 'text', typed: 'cũ' }]);
    const older = await send(first, 'B01', 'TM');
    await type(first, 'B01', [{ ...insured, typed: '2' }]);
    const newer = await send(first, 'B01');
    await takeAll(second, newer);
    const seen = await preview(second, older);
    expect(seen.forms).toMatchObject([
      { form: 'B01', newerTakenAt: expect.any(String) },
      { form: 'TM', newerTakenAt: null },
    ]);
    expect(seen.cells.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['refused', 'drafts-older'],
      ['new', null],
    ]);
    const accepted = seen.cells.map(({ form, row, column, before, after }) => ({
      form,
      row,
      column,
      before,
      after,
    }));
    expect(await second.must('drafts.take', { statement: seen.statement, accepted })).toMatchObject(
      { recorded: 1, overtaken: 1 },
    );
    expect(await typedIn(second, 'B01')).toEqual({ 'HI_COVERAGE numerator': '2' });
    expect(await typedIn(second, 'TM')).toEqual({ 'I text': 'cũ' });
    expect((await preview(second, newer)).forms).toMatchObject([
      { takenAt: expect.any(String), newerTakenAt: null },
    ]);
  });

  it('leave out what stands empty and what was carried over unconfirmed', async () => {
    const [first] = await pairedDesks();
    const [{ id } = { id: 0 }] = await first.must('pairing.list', {});
    const sending = { period: august2022, to: id, folder: first.pick(newFolder('out')), password };
    await type(first, 'B01', [
      { ...insured, typed: '5', isCarried: true },
      { ...people, typed: '  ' },
    ]);
    expect(await first.refusal('drafts.send', { ...sending, forms: ['B01'] })).toBe('drafts-empty');
    expect(await first.refusal('drafts.send', { ...sending, forms: ['DA'] })).toBe('form-unknown');
    expect(await first.refusal('drafts.send', { ...sending, forms: ['B01'], to: 99 })).toBe(
      'computer-unknown',
    );
  });

  it('are taken while a report is open for recording, and not after', async () => {
    const [first, second] = await pairedDesks();
    await type(first, 'B01', [{ ...insured, typed: '1' }]);
    const path = await send(first, 'B01');
    await fillSheet(second);
    const { statement, cells } = await preview(second, path);
    await approve(second);
    expect(await refusedPreview(second, path)).toBe('sheet-locked');
    const accepted = cells.map(({ form, row, column, before, after }) => ({
      form,
      row,
      column,
      before,
      after,
    }));
    expect(await second.refusal('drafts.take', { statement, accepted })).toBe('sheet-locked');
  });

  it('are open to the person who opened them, until the pairing ends', async () => {
    const [first, second] = await pairedDesks();
    await type(first, 'B01', [{ ...insured, typed: '1' }]);
    const path = await send(first, 'B01');
    const { statement, cells } = await preview(second, path);
    const accepted = cells.map(({ form, row, column, before, after }) => ({
      form,
      row,
      column,
      before,
      after,
    }));
    const other = { statement: 'ab'.repeat(32), accepted };
    expect(await second.refusal('drafts.take', other)).toBe('drafts-not-open');
    const [{ id } = { id: 0 }] = await second.must('pairing.list', {});
    await second.must('pairing.remove', { id });
    expect(await second.refusal('drafts.take', { statement, accepted })).toBe('drafts-not-paired');
    expect(await refusedPreview(second, path)).toBe('drafts-not-paired');
    await pairWith(second, first);
    await second.must('account.add', {
      name: 'thuhai',
      displayName: '',
      role: 'recorder',
      password,
      ownPassword: password,
    });
    await preview(second, path);
    await second.signIn('thuhai');
    expect(await second.refusal('drafts.take', { statement, accepted })).toBe('drafts-not-open');
    expect((await takeAll(second, path)).recorded).toBe(1);
    // What was taken is not open any more.
    expect(await second.refusal('drafts.take', { statement, accepted })).toBe('drafts-not-open');
  });

  it('come from no computer that is not paired, not even when it sends to a paired one', async () => {
    const [first, second] = await twoDesks();
    await pairWith(first, second);
    await type(first, 'B01', [{ ...insured, typed: '1' }]);
    const path = await send(first, 'B01');
    const before = storeContents(second);
    expect(await refusedPreview(second, path)).toBe('drafts-not-paired');
    // What this computer itself sealed is no other’s either.
    expect(await refusedPreview(first, path)).toBe('drafts-not-paired');
    expect(storeContents(second)).toBe(before);
  });
});
