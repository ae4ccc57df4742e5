import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { formFaults } from '#shared/catalogue/form-consistency.ts';
import { readCatalogue } from '#shared/catalogue/read-catalogue.ts';

type Data = Record<string, unknown>;
type Change = (form: (code: string) => Data, catalogue: Data) => void;

/** The catalogue with forms changed, as a slip of who issues it would; read as a store reads it. */
function altered(change: Change): unknown {
  const catalogue = structuredClone(builtInCatalogue) as unknown as Data;
  change((code) => found(list(catalogue, 'forms'), code), catalogue);
  return catalogue;
}

function list(of: Data, key: string): Data[] {
  return of[key] as Data[]; // the catalogue's own shape
}

function found(items: readonly Data[], code: string): Data {
  const item = items.find((each) => each['code'] === code);
  if (item === undefined) throw new Error(`There is no ${code}.`);
  return item;
}

const column = (form: Data, code: string) => found(list(form, 'columns'), code);
const rows = (form: Data, at: number) => list(form, 'rows')[at] ?? {};

describe('the forms of plan 1112/KH-UBND', () => {
  it('D56 contradict themselves nowhere', () => {
    expect(formFaults(builtInCatalogue)).toEqual([]);
  });
});

describe('a catalogue whose forms contradict themselves', () => {
  it.each<readonly [string, string, string, Change]>([
    [
      'two forms of one code',
      'id-duplicate',
      'B01',
      (form) => {
        form('B03')['code'] = 'B01';
      },
    ],
    [
      'two columns of one code',
      'id-duplicate',
      'note',
      (form) => {
        column(form('B03'), 'reason')['code'] = 'note';
      },
    ],
    [
      'two choices of one code',
      'id-duplicate',
      'ongoing',
      (form) => {
        found(list(column(form('B02'), 'state'), 'choices'), 'overdue')['code'] = 'ongoing';
      },
    ],
    [
      'two rows of one code',
      'id-duplicate',
      'III.1',
      (form) => {
        found(list(rows(form('TM'), 0), 'items'), 'III.2')['code'] = 'III.1';
      },
    ],
    [
      'a row that has the code of an own one',
      'id-duplicate',
      'NV.007',
      (form) => {
        const { group, columns } = rows(form('TM'), 0);
        const [item] = list(rows(form('TM'), 0), 'items');
        const items = [{ ...item, code: 'NV.007', columns: null }];
        list(form('B02'), 'rows').push({ from: 'list', group, columns, items });
      },
    ],
    [
      'a row that has the code of the sums',
      'id-duplicate',
      'TONG_SO',
      (form) => {
        found(list(rows(form('CS'), 0), 'items'), 'IV.3')['code'] = 'TONG_SO';
      },
    ],
    [
      'two kinds of own rows with one beginning',
      'id-duplicate',
      'NV',
      (form) => {
        list(form('B02'), 'rows').push(structuredClone(rows(form('B02'), 1)));
      },
    ],
    [
      'a row whose code no call takes',
      'row-code-unusable',
      'iv.1.1',
      (_, catalogue) => {
        const [task] = list(catalogue, 'tasks');
        if (task !== undefined) task['id'] = 'iv.1.1';
      },
    ],
    [
      'rows in a column that is not there',
      'form-column-unknown',
      'outcome',
      (form) => {
        rows(form('B02'), 0)['columns'] = ['state', 'outcome'];
      },
    ],
    [
      'rows in a column that nobody fills',
      'form-column-unknown',
      'rate',
      (form) => {
        rows(form('B03'), 0)['columns'] = ['plan', 'rate'];
      },
    ],
    [
      'one row of a list in a column that is not there',
      'form-column-unknown',
      'signer',
      (form) => {
        found(list(rows(form('KH'), 0), 'items'), 'NGUOI_KY')['columns'] = ['signer'];
      },
    ],
    [
      'own rows without the column of their name',
      'form-column-unknown',
      'name',
      (form) => {
        rows(form('B02'), 1)['columns'] = ['state'];
      },
    ],
    [
      'own rows whose name is no text',
      'form-column-unknown',
      'progress',
      (form) => {
        rows(form('B02'), 1)['nameColumn'] = 'progress';
      },
    ],
    [
      'a rate of a column that is not there',
      'form-column-unknown',
      'planned',
      (form) => {
        const { computation } = column(form('B03'), 'rate') as { computation: Data };
        computation['denominator'] = 'planned';
      },
    ],
    [
      'a rate of texts',
      'form-column-unknown',
      'reason',
      (form) => {
        const { computation } = column(form('B03'), 'rate') as { computation: Data };
        computation['numerator'] = 'reason';
      },
    ],
    [
      'an earlier figure of a column that is not there',
      'form-column-unknown',
      'sum',
      (form) => {
        const { computation } = column(form('B03'), 'previousCumulative') as { computation: Data };
        computation['column'] = 'sum';
      },
    ],
    [
      'a register in a form that is not there',
      'form-register-unknown',
      'DB',
      (form) => {
        rows(form('B03'), 1)['form'] = 'DB';
      },
    ],
    [
      'a register of a period that is not there',
      'form-register-unknown',
      '2021-KH',
      (form) => {
        rows(form('B03'), 1)['period'] = '2021-KH';
      },
    ],
    [
      'a register of a period of another kind',
      'form-register-unknown',
      '2022-08',
      (form) => {
        rows(form('B03'), 1)['period'] = '2022-08';
      },
    ],
    [
      'a register in a form without rows of its own',
      'form-register-unknown',
      'KH',
      (form) => {
        Object.assign(rows(form('B03'), 1), { form: 'KH', nameColumn: 'content' });
      },
    ],
    [
      'a register whose names stand nowhere',
      'form-column-unknown',
      'title',
      (form) => {
        rows(form('B03'), 1)['nameColumn'] = 'title';
      },
    ],
    [
      'indicators of a level that is not there',
      'reference-unknown',
      'region',
      (form) => {
        rows(form('KH'), 1)['reportedBy'] = ['district', 'region'];
      },
    ],
    [
      'no form of indicators',
      'indicator-form-missing',
      '',
      (form) => {
        rows(form('B01'), 0)['from'] = 'tasks';
        delete rows(form('B01'), 0)['reportedBy'];
      },
    ],
  ])('D56 is refused: %s', (_, code, value, change) => {
    expect(readCatalogue(altered(change))).toMatchObject({
      ok: false,
      refusal: { code: 'catalogue-inconsistent', facts: { first: code, value } },
    });
  });

  it.each([
    ['b01', 'forms.0.code'],
    ['B', 'forms.0.code'],
    ['B01_A', 'forms.0.code'],
  ])('is malformed where a form has the code %s, which no call takes', (code, at) => {
    const data = altered((form) => {
      form('B01')['code'] = code;
    });
    expect(readCatalogue(data)).toMatchObject({
      ok: false,
      refusal: { code: 'catalogue-malformed', facts: { at } },
    });
  });

  it('is refused when it takes a computed column for one that people fill', () => {
    const catalogue = altered((form) => {
      column(form('B03'), 'plan')['kind'] = 'computed';
    }) as Catalogue;
    expect(readCatalogue(catalogue)).toMatchObject({
      ok: false,
      refusal: { code: 'catalogue-malformed' },
    });
  });
});
