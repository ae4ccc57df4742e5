import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { differencesOf } from '#shared/catalogue/edit/differences.ts';
import { catalogueSchema } from '#shared/catalogue/schema.ts';
import { isSetByProvince, plansWords } from '#shared/domain/period.ts';
import type { Period } from '#shared/domain/period.ts';
import { edited } from './arbitrary-edits.ts';

const facts = { cutOff: null, note: null, name: { vi: 'Kỳ thử', en: 'Trial' } };

function movedTo(catalogue: Catalogue, code: string, lastCompliantDay: string): Catalogue {
  const edit = { ...facts, kind: 'period.change', code, lastCompliantDay, lastWorkingDay: null };
  return edited(catalogue, edit);
}

function periodOf({ periods }: Catalogue, code: string): Period {
  const period = periods.find((each) => each.code === code);
  if (period === undefined) throw new Error(`There is no period ${code}.`);
  return period;
}

describe('the deadline of a period that the province moved', () => {
  const moved = movedTo(builtInCatalogue, '2024-04', '2024-05-10');

  it('puts no words into the mouth of the plan', () => {
    const period = periodOf(moved, '2024-04');
    expect(plansWords(period)).toBe('tháng 4 năm 2024');
    expect(isSetByProvince(period)).toBe(true);
    expect(period.deadline).toMatchObject({ before: '2024-05-11', planned: '2024-04-29' });
    expect(isSetByProvince(periodOf(moved, '2023-08'))).toBe(false);
    expect(catalogueSchema.safeParse(JSON.parse(JSON.stringify(moved))).success).toBe(true);
  });

  it('is the plan’s own again on the day of the plan, however often it was moved', () => {
    const back = movedTo(movedTo(moved, '2024-04', '2024-06-01'), '2024-04', '2024-04-29');
    expect(isSetByProvince(periodOf(back, '2024-04'))).toBe(false);
    expect('planned' in periodOf(back, '2024-04').deadline).toBe(false);
  });

  it('is told as one difference', () => {
    const fields = differencesOf(builtInCatalogue, moved).map(({ field }) => field);
    expect(fields.filter((field) => field?.startsWith('deadline.last'))).toHaveLength(2);
    expect(fields).not.toContain('deadline.planned');
  });

  it('has no words of the plan where the province added the period', () => {
    const edit = { ...facts, kind: 'period.add', code: '2025-08', lastCompliantDay: '2025-08-29' };
    const added = edited(builtInCatalogue, edit);
    for (const catalogue of [added, movedTo(added, '2025-08', '2025-09-05')]) {
      expect(plansWords(periodOf(catalogue, '2025-08'))).toBeNull();
      expect(isSetByProvince(periodOf(catalogue, '2025-08'))).toBe(true);
    }
    expect(periodOf(movedTo(added, '2025-08', '2025-09-05'), '2025-08').deadline.text).toBe(
      'Trước ngày 6/9/2025',
    );
  });
});
