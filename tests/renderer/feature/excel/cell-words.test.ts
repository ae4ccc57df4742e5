import { describe, expect, it } from 'vitest';

import type { ExcelPreviewCell, ExcelPreviewColumn } from '#shared/ipc/calls/excel.ts';
import { formatDay } from '#shared/text/format-date.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import { translator } from '#shared/text/translate.ts';
import {
  columnWords,
  noteWords,
  rowWords,
  valueWords,
} from '../../../../renderer/feature/excel/cell-words.ts';
import type { Text } from '../../../../renderer/ui/text.ts';

const t = translator('vi');
// A day over the wire is plain text that the services made.
const days = { formatDay: formatDay as Text['formatDay'] };
const text = { t, formatDecimal, ...days } as Pick<
  Text,
  't' | 'formatDecimal' | 'formatDay'
> as Text;

const column: ExcelPreviewColumn = {
  column: 'numerator',
  header: 'Tử số',
  group: 'Thực hiện',
  unit: 'hộ',
  kind: 'number',
  choices: null,
  isOpen: true,
  isName: false,
};

const cell: ExcelPreviewCell = {
  row: 'HI_COVERAGE',
  column: 'numerator',
  address: 'E8',
  before: '',
  after: '1',
  shown: '1',
  outcome: 'new',
  reason: null,
  isAssumed: false,
  legacy: null,
};

describe('the words of a preview', () => {
  it('name a column with its group and unit', () => {
    expect(columnWords(column)).toBe('Thực hiện – Tử số (hộ)');
    expect(columnWords({ ...column, group: null, unit: '' })).toBe('Tử số');
  });

  it('name a row by its number and name, as far as it has them', () => {
    expect(rowWords({ ordinal: '3', name: 'Xã An Bình' })).toBe('3 – Xã An Bình');
    expect(rowWords({ ordinal: '', name: 'Xã An Bình' })).toBe('Xã An Bình');
    expect(rowWords({ ordinal: '4', name: '' })).toBe('4');
  });

  it('write values as people read them', () => {
    expect(valueWords(column, '1234.5', text)).toBe('1.234,5');
    expect(valueWords(column, '-', text)).toBe('-');
    expect(valueWords(column, '', text)).toBe(t('takenOver.empty'));
    expect(valueWords({ ...column, kind: 'day' }, '2022-08-15', text)).toBe('15/8/2022');
    const choices = [{ code: 'estimated', label: 'Ước tính' }];
    expect(valueWords({ ...column, kind: 'status', choices }, 'estimated', text)).toBe('Ước tính');
  });

  it('say why a cell is not taken, what was assumed and what was converted', () => {
    expect(noteWords(cell, text)).toEqual([]);
    expect(noteWords({ ...cell, isAssumed: true }, text)).toEqual([t('excel.preview.assumed')]);
    const legacy = { encoding: 'tcvn3', before: 'hé nghÌo', after: 'hộ nghèo' } as const;
    const notes = noteWords({ ...cell, reason: 'excel-cell-locked', legacy }, text);
    expect(notes[0]).toBe(t('excel.reasons.excel-cell-locked'));
    expect(notes[1]).toContain('hé nghÌo');
  });
});
