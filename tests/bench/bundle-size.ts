import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { columnsOf, communeForm } from '#shared/catalogue/forms/layout.ts';
import { approve, fillSheet, sealTo, setUpPair } from '../helpers/exchange.ts';
import { august2022 } from '../helpers/world.ts';
import { compare } from './rounds.ts';
import type { Comparison } from './rounds.ts';

const unit = '300';

/** A filled period as the bundle that travels, against the same forms as the program's .xlsx files. */
export async function benchBundleSize(folder: string): Promise<Comparison> {
  const stick = join(folder, 'size-stick');
  mkdirSync(stick);
  const { district, province } = await setUpPair(join(folder, 'size'), stick, unit);
  try {
    await fillSheet(district);
    const form = communeForm(builtInCatalogue);
    if (form === null) throw new Error('The plan has a form of communes.');
    const communes = builtInCatalogue.units.filter(({ parent }) => parent === unit);
    const cells = communes.flatMap(({ code: row }, at) =>
      columnsOf(builtInCatalogue, form)
        .filter(({ kind }) => kind === 'number')
        .map(({ code: column }) => ({
          row,
          column,
          typed: String(column.endsWith('numerator') ? 900 + at : 1000 + 13 * at),
        })),
    );
    await district.must('sheet.record', { period: august2022, form: form.code, cells });
    const forms = await district.must('form.list', { period: august2022 });
    let workbooks = 0;
    for (const { form: code } of forms) {
      const input = { period: august2022, form: code, folder: district.pick(stick) };
      const { fileName } = await district.must('excel.export', input);
      workbooks += statSync(join(stick, fileName)).size;
    }
    await approve(district);
    const bundle = statSync(await sealTo(district, stick)).size;
    return compare(
      {
        what: 'a period as a bundle',
        unit: 'KiB',
        aim: 0.6,
        note: `${String(cells.length)} cells of communes and Biểu 01, with the audit log; against ${String(forms.length)} .xlsx files of the same forms`,
      },
      [{ ours: bundle / 1024, reference: workbooks / 1024 }],
    );
  } finally {
    district.close();
    province.close();
  }
}
