import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { applyEdit } from '#shared/catalogue/edit/apply-edit.ts';
import { catalogueEdit } from '#shared/catalogue/edit/edit.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import { translator } from '#shared/text/translate.ts';
import { readForm } from '../../../../renderer/feature/catalogue/edit-form.ts';
import type { EditForm } from '../../../../renderer/feature/catalogue/edit-form.ts';
import { mergeForm, splitForm } from '../../../../renderer/feature/catalogue/unit-forms.ts';
import { readUnits } from '../../../../renderer/feature/catalogue/unit-input.ts';
import type { Text } from '../../../../renderer/ui/text.ts';

const { units } = builtInCatalogue;
const text: Text = {
  t: translator('vi'),
  language: 'vi',
  describe: () => ({ text: '', phoneCode: '' }),
  formatDecimal: (value, decimals) => formatDecimal(value, decimals, 'vi'),
  formatDay: (day) => day,
  formatInstant: (instant) => instant,
  formatTime: (instant) => instant,
};
const found = units.find(({ code }) => code === '291');
if (found === undefined) throw new Error('The catalogue has no Huyện Nam Sách.');
const namSach = found;

function editOf(form: EditForm, typed: Readonly<Record<string, string>>) {
  const { values, faults } = readForm(form.fields, { ...form.start, ...typed });
  expect(faults).toEqual({});
  const value = (key: string) => values[key] ?? '';
  return catalogueEdit.parse(form.toEdit(value, (key) => (value(key) === '' ? null : value(key))));
}

describe('splitting a unit', () => {
  it('makes as many parts as are wanted, each with the units named for it', () => {
    const two = splitForm(text, units, namSach);
    const three = two.more?.form();
    if (three === undefined) throw new Error('No part can be added.');
    expect([two.fewer, three.fewer?.form().fields.length]).toEqual([undefined, two.fields.length]);
    const below = units.filter(({ parent }) => parent === '291');
    // One that the plan knows to end later bears its name until then.
    const first = below.find(({ successor }) => successor !== null);
    const second = below.find(({ successor }) => successor === null);
    const edit = editOf(three, {
      from: '1/1/2023',
      code2: '901',
      name2: 'Hai',
      children2: first?.nameWithType ?? '',
      code3: '902',
      name3: 'Ba',
      children3: second?.code ?? '',
    });
    expect(edit).toMatchObject({
      into: [
        { code: '291', type: 'huyện', name: 'Nam Sách', children: [] },
        { code: '901', children: [first?.code] },
        { code: '902', children: [second?.code] },
      ],
    });
    expect(applyEdit(builtInCatalogue, edit).ok).toBe(true);
  });

  it('does not ask which units below go where, if there are none', () => {
    const commune = units.find(({ level }) => level === 'commune') ?? namSach;
    const keys = splitForm(text, units, commune).fields.map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith('children'))).toEqual([]);
  });
});

describe('units by name or code', () => {
  const codes = (typed: string) => readUnits(typed, units).found.map(({ code }) => code);

  it('are found with or without accents and kind, by commas, and codes by blanks too', () => {
    expect(codes('Huyện Nam Sách, huyen thanh mien')).toEqual(['291', '300']);
    expect(codes('291 300; 291')).toEqual(['291', '300']);
  });

  it('are not guessed at where several bear the name, or none does', () => {
    const fits = (typed: string) => readUnits(typed, units).unclear?.fits;
    expect([fits('Hồng Phong'), fits('Nơi nào đó'), fits('Nam Sách')]).toEqual([3, 0, 2]);
    const form = mergeForm(text, units);
    const { faults } = readForm(form.fields, { codes: 'Hồng Phong' });
    expect(faults['codes']).toBe('catalogueDesk.edit.unitUnclear');
  });
});
