import { describe, expect, it } from 'vitest';

import { isOpenForDocument, readSignedDocument } from '#shared/domain/signed-document.ts';
import { parseDay } from '#shared/kit/clock.ts';
import { submissionStates } from '#shared/domain/workflow.ts';

const today = parseDay('2022-08-24') ?? (() => expect.unreachable())();
const typed = { number: '123', symbol: 'BC-UBND', day: '22/8/2022', signer: 'Chủ tịch UBND' };

describe('a signed document', () => {
  it.each([
    {},
    { number: 'Số: 123/BC-UBND', symbol: '' },
    { number: ' 123 / BC-UBND', symbol: '' },
    { symbol: '/BC-UBND' },
    { day: '2022-08-22', signer: ' Chủ  tịch\tUBND ' },
    { signer: 'Chủ tịch UBND'.normalize('NFD') },
  ])('D96 is read as it stands on the paper: %j', (differently) => {
    expect(readSignedDocument({ ...typed, ...differently }, today)).toEqual({
      ok: true,
      value: { number: '123', symbol: 'BC-UBND', day: '2022-08-22', signer: 'Chủ tịch UBND' },
    });
  });

  it.each([
    [{ number: '' }, 'document-field-missing'],
    [{ symbol: ' ' }, 'document-field-missing'],
    [{ day: '' }, 'document-field-missing'],
    [{ signer: '\u200b' }, 'document-field-missing'],
    [{ number: 'một trăm' }, 'document-number-malformed'],
    [{ number: '1234567' }, 'document-number-malformed'],
    [{ symbol: 'BC UBND' }, 'document-symbol-malformed'],
    [{ symbol: '<b>' }, 'document-symbol-malformed'],
    [{ day: '31/2/2022' }, 'document-day-unreadable'],
    [{ day: '22/8/22' }, 'document-day-unreadable'],
    [{ day: '25/8/2022' }, 'document-day-ahead'],
  ])('D96 with %j is refused: %s', (differently, code) => {
    expect(readSignedDocument({ ...typed, ...differently }, today)).toMatchObject({
      ok: false,
      refusal: { code },
    });
  });

  it.each([
    ['12a', '12A'],
    ['0012', '0012'],
    ['45Đ', '45Đ'],
  ])('D96 keeps the number %s as %s', (number, kept) => {
    const read = readSignedDocument({ ...typed, number }, today);
    expect(read.ok && read.value.number).toBe(kept);
  });

  it.each(submissionStates)('D97 may be recorded in the state %s until sealing', (state) => {
    expect(isOpenForDocument(state)).toBe(!['sealed', 'received', 'returned'].includes(state));
  });
});
