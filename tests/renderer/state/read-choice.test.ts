import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { columnsOf, findForm } from '#shared/catalogue/forms/layout.ts';
import { asTyped, readChoice } from '../../../renderer/state/read-choice.ts';
import { sheetColumn } from './rows.ts';

/** The states of a task, as Biểu 02 names them. */
const choices = choicesOf('B02', 'state');
const state = sheetColumn('state', { kind: 'choice', choices });

function choicesOf(code: string, column: string) {
  const form = findForm(builtInCatalogue, code);
  const found =
    form === null ? null : columnsOf(builtInCatalogue, form).find((each) => each.code === column);
  return (found?.choices ?? []).map((each) => ({ code: each.code, name: each.name.vi }));
}

describe('a text in a column of choices', () => {
  it.each([
    ['hoan thanh dung', 'doneInTime'],
    ['Hoàn thành đúng hạn', 'doneInTime'],
    ['HOÀN THÀNH QUÁ', 'doneLate'],
    ['đang', 'ongoing'],
    ['  chua trien khai ', 'notStarted'],
    ['ongoing', 'ongoing'],
    ['Quá hạn', 'overdue'],
  ])('%s means %s', (typed, code) => {
    expect(asTyped(state, typed)).toBe(code);
  });

  it.each(['hoàn thành', 'h', 'không biết', 'hoàn thành đúng hạn 100%'])(
    'is not guessed at: %s',
    (typed) => {
      expect(readChoice(choices, typed)).toBeNull();
      expect(asTyped(state, typed)).toBe(typed);
    },
  );

  it('is a choice when it is the whole name of one, though others begin so', () => {
    const alike = [
      { code: 'a', name: 'Vốn khác' },
      { code: 'b', name: 'Vốn khác của tỉnh' },
    ];
    expect(readChoice(alike, 'von khac')).toBe('a');
    expect(readChoice(alike, 'von kha')).toBeNull();
  });

  it('means each choice by its own name and code, with and without accents', () => {
    for (const column of [choices, choicesOf('DA', 'source')]) {
      expect(column.length).toBeGreaterThan(1);
      for (const { code, name } of column) {
        for (const text of [code, name, name.normalize('NFD'), name.toUpperCase()]) {
          expect(readChoice(column, text), text).toBe(code);
        }
      }
    }
  });

  it('never becomes anything but a code of the column or what was typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const typed = asTyped(state, text);
        const plain = text.normalize('NFC').trim();
        expect([plain, ...choices.map(({ code }) => code)]).toContain(typed);
        expect(asTyped(state, typed)).toBe(typed);
      }),
    );
  });
});

describe('a text in other columns', () => {
  it('is read as a status where statuses stand, and left alone elsewhere', () => {
    expect(asTyped(sheetColumn('status', { kind: 'status' }), 'uoc')).toBe('estimated');
    expect(asTyped(sheetColumn('status', { kind: 'status' }), 'tạm')).toBe('tạm');
    expect(asTyped(sheetColumn('note', { kind: 'text' }), ' đang ')).toBe('đang');
    expect(asTyped(undefined, ' 6,2 ')).toBe('6,2');
  });
});
