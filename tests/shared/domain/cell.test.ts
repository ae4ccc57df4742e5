import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { firstFault } from '#shared/bundle/observation.ts';
import {
  canonicalText,
  longestNote,
  observationStatuses,
  understand,
  valueOfCanonical,
} from '#shared/domain/cell.ts';
import type { CellValue, ColumnKind } from '#shared/domain/cell.ts';
import { anyDecimal, decimal } from './samples.ts';

const kinds: readonly ColumnKind[] = ['number', 'status', 'text'];

describe('what a cell holds (D10, D16)', () => {
  it.each([
    ['number', '', { kind: 'empty' }],
    ['number', '-', { kind: 'nil' }],
    ['number', '...', { kind: 'missing' }],
    ['number', '6,2', { kind: 'number', number: '6.2' }],
    ['number', '1.234', { kind: 'number', number: '1234' }],
    ['status', 'estimated', { kind: 'status', status: 'estimated' }],
    ['text', ' Số tạm tính ', { kind: 'text', text: 'Số tạm tính' }],
    ['text', '-', { kind: 'text', text: '-' }],
  ] as const)('reads in a column of %s "%s" as %o', (kind, typed, value) => {
    expect(understand(kind, typed)).toEqual({ value, fault: null });
  });

  it.each([
    ['number', 'khoảng 6', 'number-unreadable'],
    ['number', '1 234.567', 'number-ambiguous'],
    ['number', '9'.repeat(300), 'number-unreadable'],
    ['status', 'gần đúng', 'status-unknown'],
    ['status', 'Estimated', 'status-unknown'],
    ['text', 'x'.repeat(longestNote + 1), 'text-too-long'],
  ] as const)('keeps in a column of %s "%s" as a draft with its fault', (kind, typed, fault) => {
    expect(understand(kind, typed)).toEqual({ value: { kind: 'empty' }, fault });
  });

  it('D16 never throws, and finds a value or a fault but never both', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string({ unit: 'binary' }), (kind, typed) => {
        const { value, fault } = understand(kind, typed);
        if (fault !== null) expect(value).toEqual({ kind: 'empty' });
      }),
    );
  });

  it('D50 understands both Unicode forms as one', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(understand('text', text.normalize('NFD'))).toEqual(
          understand('text', text.normalize('NFC')),
        );
      }),
    );
  });
});

describe('the canonical text of a cell (D1)', () => {
  const anyValue: fc.Arbitrary<readonly [ColumnKind, CellValue]> = fc.oneof(
    anyDecimal.map((number) => ['number', { kind: 'number', number }] as const),
    fc.constantFrom(
      ['number', { kind: 'nil' }] as const,
      ['number', { kind: 'missing' }] as const,
      ['number', { kind: 'empty' }] as const,
      ['text', { kind: 'empty' }] as const,
      ['status', { kind: 'empty' }] as const,
    ),
    fc
      .constantFrom(...observationStatuses)
      .map((status) => ['status', { kind: 'status', status }] as const),
    fc
      .string({ unit: 'binary' })
      .map((typed) => ['text', understand('text', typed).value] as const),
  );

  it('D1 comes back as the value it was written from', () => {
    fc.assert(
      fc.property(anyValue, ([kind, value]) => {
        expect(valueOfCanonical(kind, canonicalText(value))).toEqual(value);
      }),
    );
  });

  it('D12 has a decimal point: "1.234" typed is 1234, but canonical it is 1,234', () => {
    expect(understand('number', '1.234').value).toEqual({ kind: 'number', number: '1234' });
    expect(valueOfCanonical('number', '1.234')).toEqual({ kind: 'number', number: '1.234' });
    expect(canonicalText({ kind: 'number', number: decimal('1.234') })).toBe('1.234');
  });

  it.each(['1,234', '01', '1.0', '-0', '+1', '1e3', ' 1', '–', '…'])(
    'D1 is not "%s": that is no canonical number',
    (text) => {
      expect(valueOfCanonical('number', text)).toBeNull();
    },
  );
});

describe('notes as people paste them', () => {
  it('become plain lines: line ends of every system, tabs and marks of spreadsheets', () => {
    expect(canonicalText(understand('text', '\ufeffDòng 1\r\nDòng 2\rDòng\t3\u0007').value)).toBe(
      'Dòng 1\nDòng 2\nDòng 3',
    );
  });

  it('lose U+FFFE and U+FFFF, which are no characters and which XML cannot carry', () => {
    const { value } = understand('text', 'Số\ufffeliệu\uffff đợt 2');
    expect(canonicalText(value)).toBe('Số liệu  đợt 2');
    // What an earlier version sealed with them is still taken in as it was sealed.
    const sealed = 'Số\ufffeliệu\uffff đợt 2';
    expect(valueOfCanonical('text', sealed)).toEqual({ kind: 'text', text: sealed });
  });

  it('can always be sealed once they are understood', () => {
    const record = {
      refArea: '300',
      timePeriod: '2022-08',
      indicator: 'HI_COVERAGE',
      numerator: null,
      denominator: null,
      value: '1',
      status: 'E',
    } as const;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const { value } = understand('text', typed);
        const comment = value.kind === 'text' ? value.text : null;
        expect(firstFault({ ...record, comment })).toBeNull();
      }),
      { examples: [['a\u0000b'], ['x\ty'], ['\ud800'], ['a\u2028b'], ['e\u0301']] },
    );
  });
});
