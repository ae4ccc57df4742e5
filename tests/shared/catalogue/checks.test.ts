import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { checkFaults } from '#shared/catalogue/check-consistency.ts';
import { checksSchema } from '#shared/catalogue/schema-checks.ts';
import type { Check } from '#shared/domain/check.ts';
import { viFindings } from '#shared/text/vi/findings.ts';

function faults(change: (checks: Record<string, unknown>[]) => void): readonly string[] {
  const checks = structuredClone(builtInCatalogue.checks) as unknown as Record<string, unknown>[];
  change(checks);
  const parsed = checksSchema.safeParse(checks);
  if (!parsed.success) return ['malformed'];
  return checkFaults(parsed.data, builtInCatalogue).map(({ code, value }) => `${code} ${value}`);
}

function first(checks: Record<string, unknown>[], code: string): Check {
  const found = checks.find((check) => check['code'] === code);
  if (found === undefined) throw new Error(code);
  return found as unknown as Check;
}

describe('the checks of plan 1112/KH-UBND (D103)', () => {
  it('D103 contradict themselves nowhere', () => {
    expect(checkFaults(builtInCatalogue.checks, builtInCatalogue)).toEqual([]);
  });

  it('D103 look at every form, in three strengths', () => {
    const forms = new Set(builtInCatalogue.checks.map(({ form }) => form));
    expect(forms).toEqual(new Set(builtInCatalogue.forms.map(({ code }) => code)));
    expect(new Set(builtInCatalogue.checks.map(({ severity }) => severity)).size).toBe(3);
    for (const { code, form } of builtInCatalogue.checks)
      expect(code).toMatch(`${form.toLowerCase()}-`);
  });

  it('D103 use every kind of rule and every message', () => {
    expect(new Set(builtInCatalogue.checks.map(({ kind }) => kind)).size).toBe(14);
    const unused = Object.keys(viFindings).filter(
      (key) =>
        key !== 'other' &&
        key !== 'cell-carried' &&
        !builtInCatalogue.checks.some(({ message }) => message === key),
    );
    expect(unused).toEqual([]);
  });

  it.each<readonly [string, (check: Record<string, unknown>) => void]>([
    ['reference-unknown B09', (check) => (check['form'] = 'B09')],
    ['reference-unknown no-words', (check) => (check['message'] = 'no-words')],
    ['malformed', (check) => (check['severity'] = 'fatal')],
    ['malformed', (check) => (check['parameters'] = { columns: ['plan'] })],
    [
      'reference-unknown planned',
      (check) => (check['parameters'] = { columns: ['planned'], bounds: 'usual' }),
    ],
    [
      'range-reversed 5',
      (check) => (check['parameters'] = { columns: ['plan'], bounds: { min: '5', max: '4' } }),
    ],
    [
      'malformed',
      (check) => (check['parameters'] = { columns: ['plan'], bounds: { min: 5, max: null } }),
    ],
  ])('D103 find in a broken check: %s', (fault, breakIt) => {
    const found = faults((checks) => {
      breakIt(first(checks, 'b03-negative'));
    });
    expect(found).toContain(fault);
  });

  it('D103 find codes given twice, rows and indicators unknown, and checks that silence themselves', () => {
    expect(faults((checks) => checks.push(structuredClone(checks[0] ?? {})))).toContain(
      'id-duplicate b01-cell-unreadable',
    );
    const scoped = (scope: Partial<Check['scope']>) =>
      faults((checks) => {
        Object.assign(first(checks, 'b02-task-not-reported').scope, scope);
      });
    expect(scoped({ rows: ['XX.*'] })).toEqual(['reference-unknown XX.*']);
    expect(scoped({ unless: ['b03-negative'] })).toEqual(['reference-unknown b03-negative']);
    expect(
      scoped({ indicators: { codes: ['NO_SUCH'] as never, formulas: null, share: null } }),
    ).toEqual(['reference-unknown NO_SUCH']);
    expect(scoped({ unless: ['b02-task-not-reported'] })).toEqual([
      'reference-unknown b02-task-not-reported',
    ]);
  });
});
