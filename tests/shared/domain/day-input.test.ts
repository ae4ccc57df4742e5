import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canonicalText, understand, valueOfCanonical } from '#shared/domain/cell.ts';
import { readDay } from '#shared/domain/day-input.ts';
import { parseDay } from '#shared/kit/clock.ts';

/** Any day of four centuries, as year, month and day. */
const anyDay = fc
  .date({
    min: new Date('1800-01-01T00:00:00Z'),
    max: new Date('2199-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

describe('days as officers write them', () => {
  it.each([
    ['22/4/2022', '2022-04-22'],
    ['22/04/2022', '2022-04-22'],
    ['2-9-1945', '1945-09-02'],
    ['22.4.2022', '2022-04-22'],
    [' 22 / 4 / 2022 ', '2022-04-22'],
    ['2022-04-22', '2022-04-22'],
    ['２２/４/２０２２', '2022-04-22'],
    ['29/2/2024', '2024-02-29'],
  ])('%s is %s', (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  it.each([
    '',
    '22/4/22',
    '22/4',
    '4/2022',
    '31/4/2022',
    '29/2/2023',
    '0/1/2022',
    '1/13/2022',
    '4/22/2022',
    '2022/4/22',
    'ngày 22/4/2022',
    '22/4/2022 8:00',
    '22//4/2022',
    '-1/4/2022',
  ])('“%s” is no day', (typed) => {
    expect(readDay(typed)).toBeNull();
  });

  it('are read alike, however they are written', () => {
    const separator = fc.constantFrom('/', '-', '.', ' / ', '- ');
    fc.assert(
      fc.property(anyDay, separator, fc.boolean(), (iso, between, isPadded) => {
        const [year = '', month = '', day = ''] = iso.split('-');
        const short = (part: string) => (isPadded ? part : part.replace(/^0/, ''));
        expect(readDay([short(day), short(month), year].join(between))).toBe(iso);
        expect(readDay(iso)).toBe(iso);
      }),
    );
  });

  it('are never made of anything else, and never a day that does not exist', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.stringMatching(/^\d{1,3}[/.-]\d{1,3}[/.-]\d{1,5}$/),
          fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        ),
        (text) => {
          const day = readDay(text);
          if (day !== null) expect(parseDay(day)).toBe(day);
        },
      ),
    );
  });
});

describe('a cell of a day', () => {
  it('keeps what it understood in a form that it reads back', () => {
    fc.assert(
      fc.property(anyDay, (iso) => {
        const [year = '', month = '', day = ''] = iso.split('-');
        const { value, fault } = understand('day', `${day}/${month}/${year}`);
        expect([canonicalText(value), fault]).toEqual([iso, null]);
        expect(valueOfCanonical('day', iso)).toEqual(value);
      }),
    );
  });

  it('keeps what is no day as a draft', () => {
    expect(understand('day', 'cuối quý')).toEqual({
      value: { kind: 'empty' },
      fault: 'day-unreadable',
    });
    expect(understand('day', ' ').fault).toBeNull();
    expect(valueOfCanonical('day', '22/4/2022')).toBeNull();
  });
});
