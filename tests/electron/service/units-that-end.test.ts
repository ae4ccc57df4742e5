import { describe, expect, it, onTestFinished } from 'vitest';

import { takenFrom } from '../../helpers/catalogues.ts';
import { approve, fillSheet, introduce, sealTo } from '../../helpers/exchange.ts';
import { newFolder } from '../../helpers/keyrings.ts';
import { movableClock, password, setUpOffice } from '../../helpers/world.ts';
import { editOf } from '../../shared/catalogue/edit/arbitrary-edits.ts';

/** Two districts become one from a day on. */
const merge = (from: string) =>
  editOf({
    kind: 'unit.merge',
    codes: ['299', '300'],
    from,
    into: { code: '299', type: 'huyện', name: 'Ninh Thanh' },
  });

async function provinceAndDistrict() {
  const clock = movableClock('2022-08-24T08:00+07:00');
  const province = await setUpOffice(newFolder('province'), 'province', '30', clock);
  onTestFinished(province.close);
  const district = await setUpOffice(newFolder('district'), 'district', '300', clock);
  onTestFinished(district.close);
  await introduce(district, province, newFolder('keys'));
  await fillSheet(district);
  return { province, district };
}

describe('a unit that ends within a period', () => {
  it('is told so by what the province offers, before it goes by that', async () => {
    const { province, district } = await provinceAndDistrict();
    await province.must('catalogue.edit', { edit: merge('2022-08-15') });
    await province.must('catalogue.publish', { password });
    const out = newFolder('out');
    await province.must('catalogue.issue', { folder: province.pick(out), password });
    await district.signIn('recorder');
    await takenFrom(district, out);
    const offer = await district.must('catalogue.offer', {});
    const effects = offer?.sheets.map(({ period, form, gone }) => [period, form, gone]);
    expect(effects).toContainEqual(['2022-08', 'B01', 'unit']);
  });

  it('keeps its period once its report was received: the draft says from which day it can end', async () => {
    const { province, district } = await provinceAndDistrict();
    await approve(district);
    const stick = newFolder('stick');
    await sealTo(district, stick);
    await province.must('bundle.receive', { place: province.pick(stick), password });

    const within = await province.must('catalogue.edit', { edit: merge('2022-08-15') });
    expect(within.faults).toMatchObject([
      { code: 'report-uncounted', value: expect.stringContaining('Huyện Thanh Miện') as unknown },
    ]);
    expect(await province.refusal('catalogue.publish', { password })).toBe('draft-inconsistent');

    await province.must('catalogue.discard', {});
    const after = await province.must('catalogue.edit', { edit: merge('2022-08-31') });
    expect(after.faults).toEqual([]);
    await province.must('catalogue.publish', { password });
    const { units } = await province.must('consolidation.view', { period: '2022-08' });
    expect(units.find(({ unit }) => unit === '300')?.revision).toBe(1);
  });
});
