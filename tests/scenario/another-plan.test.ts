import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { approve, introduce, sealTo } from '../helpers/exchange.ts';
import { rowOf, sheetOf } from '../helpers/sheets.ts';
import { smallPlan } from '../helpers/small-plan.ts';
import {
  augustClock,
  openTestOffice,
  password,
  periodCode,
  temporaryFolder,
} from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';

const period = periodCode('2026-06');

async function setUp(
  side: 'district' | 'province',
  unit: string,
  file: string,
): Promise<TestOffice> {
  const office = openTestOffice(
    temporaryFolder(unit, onTestFinished),
    augustClock('2026-06-10T08:00+07:00'),
  );
  onTestFinished(office.close);
  expect(await office.must('setup.pickCatalogue', {})).toBeNull();
  const catalogue = office.pick(file);
  const units = await office.must('setup.units', { catalogue });
  expect(units.map(({ code }) => code)).toEqual(['97', '901', '902']);
  const first = side === 'district' ? 'recorder' : 'receiver';
  await office.must('setup.create', {
    side,
    unit,
    catalogue,
    account: { name: first, displayName: '', password },
  });
  const others = side === 'district' ? (['checker', 'approver'] as const) : [];
  for (const role of others) {
    const account = { name: role, displayName: '', role, password, ownPassword: password };
    await office.must('account.add', account);
  }
  return office;
}

describe('another plan, of another province, from a file', () => {
  it('is recorded, sealed, received and consolidated by the same program', async () => {
    const folder = temporaryFolder('plan', onTestFinished);
    const stick = temporaryFolder('stick', onTestFinished);
    const file = join(folder, 'ke-hoach-thu.json');
    writeFileSync(file, JSON.stringify(smallPlan));
    const province = await setUp('province', '97', file);
    const district = await setUp('district', '901', file);
    // A bundle's address on the screen is the plan's own province, not the program's.
    const [addressee] = await district.must('setup.units', {});
    expect(addressee?.committeeName).toBe('Ủy ban nhân dân tỉnh Mẫu Thử');
    await introduce(district, province, stick);

    const typed = (row: string, numerator: string) => [
      { row, column: 'numerator', typed: numerator },
      { row, column: 'denominator', typed: '1.000' },
      { row, column: 'status', typed: 'estimated' },
    ];
    const cells = [...typed('ALIVE', '840'), ...typed('FRUIT', '120')];
    await district.must('sheet.record', { period, form: 'CAY', cells });
    const sheet = await sheetOf(district, period, 'CAY');
    expect(sheet.findings).toEqual([]);
    expect([sheet.filled, sheet.toFill]).toEqual([2, 2]);
    // What the district was given stands in place of the province's 80.
    const { shown, provinceTarget } = rowOf(sheet, 'ALIVE');
    expect(provinceTarget).toMatchObject({ value: '85', comparison: '>=' });
    expect(shown['provinceTarget']).toMatchObject({ kind: 'text', text: '≥ 85 (giao)' });
    expect(JSON.stringify(shown['provinceTarget'])).toContain('≥ 80');

    await approve(district, period);
    await sealTo(district, stick, period);
    const verdicts = await province.must('bundle.receive', {
      place: province.pick(stick),
      password,
    });
    expect(verdicts.filter(({ outcome }) => outcome === 'accepted')).toMatchObject([
      { unit: '901', unitName: 'Huyện Cây Một', period },
    ]);
    const view = await province.must('consolidation.view', { period });
    expect(view.missingUnits).toEqual(['902']);
    expect(view.rows.map(({ row, total }) => [row, total.number])).toEqual([
      ['ALIVE', '84'],
      ['FRUIT', '12'],
    ]);
    // Its percent is percent, whatever the plan calls the unit.
    const plan = await province.must('following.plan', {});
    expect(plan.goals[0]?.parts[0]).toMatchObject({
      verdict: 'exceeded',
      distance: { full: 'cao hơn mục tiêu của tỉnh 4 điểm phần trăm' },
    });
    // What the one unit was given is followed by what it reported, not by the province's figure.
    expect(plan.given).toMatchObject([
      {
        unit: '901',
        unitName: 'Huyện Cây Một',
        indicator: 'ALIVE',
        target: { value: '85', comparison: '>=', horizon: '2026' },
        basis: 'Giấy giao thử số 1',
        actual: { period, number: '84', status: 'estimated' },
        distance: { full: 'thấp hơn mức được giao 1 điểm phần trăm' },
        verdict: 'not-met',
      },
    ]);
    // The program's own plan does not come over this one with a newer program.
    await province.must('session.signOut', {});
    await province.signIn('receiver');
    expect((await province.must('plan.view', {})).number).toBe('5/KH-MẪU');
  });
});
