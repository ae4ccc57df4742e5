import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { catalogueEdit } from '#shared/catalogue/edit/edit.ts';
import type { UnitTarget } from '#shared/domain/target.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { parseDecimal } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import { languages, translator } from '#shared/text/translate.ts';
import type { Language } from '#shared/text/translate.ts';

import {
  assumedNumber,
  readForm,
  typedOn,
} from '../../../../renderer/feature/catalogue/edit-form.ts';
import type { EditForm } from '../../../../renderer/feature/catalogue/edit-form.ts';
import { indicatorForm } from '../../../../renderer/feature/catalogue/indicator-forms.ts';
import { periodForm } from '../../../../renderer/feature/catalogue/period-form.ts';
import { targetForm } from '../../../../renderer/feature/catalogue/target-form.ts';
import { unitTargetForm } from '../../../../renderer/feature/catalogue/unit-target-form.ts';
import type { Text } from '../../../../renderer/ui/text.ts';

function textIn(language: Language): Text {
  return {
    t: translator(language),
    language,
    describe: () => ({ text: '', phoneCode: '' }),
    formatDecimal: (value, decimals) => formatDecimal(value, decimals, language),
    formatDay: (day) => day,
    formatInstant: (instant) => instant,
    formatTime: (instant) => instant,
  };
}

/** What "save" would send without a key being pressed. */
function savedUntouched(form: EditForm): unknown {
  const { values, faults } = readForm(form.fields, form.start);
  expect(faults).toEqual({});
  const value = (key: string) => values[key] ?? '';
  return catalogueEdit.parse(form.toEdit(value, (key) => (value(key) === '' ? null : value(key))));
}

const numbers = fc
  .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([n, places]) => decimal((n / 10 ** places).toFixed(places)));

describe.each(languages)('a form that is opened and saved untouched, in %s', (language) => {
  const text = textIn(language);

  it('leaves the limits of every indicator as they are', () => {
    for (const indicator of builtInCatalogue.indicators) {
      const { hardMin, hardMax, warnBelow, warnAbove } = indicator.range;
      expect(savedUntouched(indicatorForm(text, indicator))).toMatchObject({
        range: { hardMin, hardMax, warnBelow, warnAbove },
      });
    }
  });

  it('leaves the value of every target of the plan as it is', () => {
    for (const target of builtInCatalogue.targets) {
      const form = targetForm(text, builtInCatalogue, target);
      expect(savedUntouched(form)).toMatchObject({ id: target.id, value: target.value });
    }
  });

  it('leaves any number as it is, and says how one is read that could be two', () => {
    fc.assert(
      fc.property(numbers, (value) => {
        const target: UnitTarget = { ...given, value };
        const form = unitTargetForm(text, builtInCatalogue, [], target);
        expect(savedUntouched(form)).toMatchObject({ value });
        const field = form.fields.find(({ key }) => key === 'value');
        const assumed =
          field === undefined ? null : assumedNumber(field, form.start['value'] ?? '');
        expect([null, value]).toContain(assumed);
      }),
    );
  });
});

describe('what is said under a field', () => {
  const field = { key: 'value', label: '', kind: 'number' } as const;

  it.each([
    ['1.234', '1234'],
    ['1,234', '1.234'],
    ['6.2', '6.2'],
    ['6,2', null],
    ['1.234,5', null],
    ['abc', null],
    ['', null],
  ])('D12, D13: %s is understood as %s', (typed, understood) => {
    expect(assumedNumber(field, typed)).toBe(understood);
    expect(assumedNumber({ ...field, kind: 'text' }, typed)).toBeNull();
  });
});

const given: UnitTarget = {
  unit: '300' as UnitCode,
  indicator: indicatorCode(),
  horizon: '2022',
  value: decimal('5000'),
  comparison: '>=',
  basis: 'QĐ thử 12/QĐ-UBND',
};

function indicatorCode() {
  const [first] = builtInCatalogue.indicators;
  if (first === undefined) throw new Error('The catalogue has no indicator.');
  return first.code;
}

function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`${text} is no decimal.`);
  return value;
}

describe('the last day of a period, typed anew', () => {
  const text: Text = { ...textIn('vi'), formatDay: (day) => day.split('-').reverse().join('/') };
  const april = builtInCatalogue.periods.find(({ code }) => code === '2024-04') ?? null;
  const form = periodForm(text, april);
  const hints = (typed: EditForm['start']) =>
    form.fields.flatMap(({ key, hint }) =>
      (key === 'lastWorkingDay' || key === 'note') && typeof hint === 'function'
        ? [hint(typed) ?? '']
        : [],
    );

  it('has the working day and the note of the old one asked for again, and says so', () => {
    const typed = typedOn(form, form.start, 'lastCompliantDay', '10/5/2024');
    expect(typed).toMatchObject({ lastWorkingDay: '', note: '' });
    const [workingDay, note] = hints(typed);
    expect(workingDay).toContain('26/04/2024');
    expect(workingDay).toContain('10/05/2024');
    expect(note).toBe(text.t('catalogueDesk.period.noteAnew'));
  });

  it('brings them back with the old day, and leaves alone what was typed for the new one', () => {
    const away = typedOn(form, form.start, 'lastCompliantDay', '10/5/2024');
    expect(typedOn(form, away, 'lastCompliantDay', '29/4/2024')).toEqual({
      ...form.start,
      lastCompliantDay: '29/4/2024',
    });
    const own = typedOn(form, away, 'lastWorkingDay', '9/5/2024');
    expect(typedOn(form, own, 'lastCompliantDay', '11/5/2024')).toMatchObject({
      lastWorkingDay: '9/5/2024',
    });
  });

  it('says which day leaves the working day empty', () => {
    expect(hints(form.start)).toEqual([
      text.t('catalogueDesk.period.lastWorkingDayHintOf', { day: '29/04/2024' }),
      '',
    ]);
  });
});
