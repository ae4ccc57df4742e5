import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { CheckContext, Finding } from '#shared/domain/check.ts';
import { runChecks } from '#shared/domain/check-run.ts';
import { explanationsInUse, findingKey, isSettled, settledBy } from '#shared/domain/explanation.ts';
import { findingWords } from '#shared/domain/finding-words.ts';
import { context, sheet, type TypedRows } from './check-samples.ts';

function found(form: string, typed: TypedRows, around?: CheckContext): readonly Finding[] {
  return runChecks(builtInCatalogue.checks, sheet(form, typed), around ?? context());
}

function codes(form: string, typed: TypedRows, around?: CheckContext): readonly string[] {
  return found(form, typed, around).map(
    ({ code, row, column }) => `${code} ${row} ${column ?? ''}`,
  );
}

const coverage = { numerator: '92', denominator: '100', status: 'estimated' };

describe('what is typed and what is not (D81, D82)', () => {
  it('D81 names each draft, and asks nothing else of its place', () => {
    expect(codes('B04', { '10660': { 'HI_COVERAGE.numerator': 'chín', note: '' } })).toEqual([
      'b04-cell-unreadable 10660 HI_COVERAGE.numerator',
    ]);
    expect(codes('KH', { SO_KY_HIEU: { content: '15/KH-UBND', day: '31/2/2022' } })).toEqual([
      'kh-cell-unreadable SO_KY_HIEU day',
    ]);
  });

  it('D82 asks each task of the plan, and of a unit’s own those that were begun', () => {
    expect(codes('B02', { 'IV.1.1': {}, 'NV.001': {}, 'NV.002': { result: 'Đã họp' } })).toEqual([
      'b02-task-not-reported IV.1.1 state',
      'b02-state-missing NV.002 state',
      'b02-name-missing NV.002 name',
    ]);
  });

  it('D82 leaves no commune behind that others have overtaken: missing is not zero', () => {
    const both = { 'HI_COVERAGE.numerator': '90', 'HI_COVERAGE.denominator': '100' };
    const [finding] = found('B04', { '10660': both, '10663': both, '10666': {} });
    expect(finding).toMatchObject({
      code: 'b04-left-behind',
      row: '10666',
      column: 'HI_COVERAGE.numerator',
      facts: { others: 2 },
    });
    const nil = { 'HI_COVERAGE.numerator': '-', 'HI_COVERAGE.denominator': '-' };
    expect(codes('B04', { '10660': both, '10666': nil })).toEqual([]);
    expect(codes('B04', { '10660': {}, '10666': {} })).toEqual([]);
  });

  it('D82 wants a number with each amount of support', () => {
    expect(
      codes('CS', { 'IV.2.1': { peopleCount: '5', peopleAmount: '12', householdsCount: '3' } }),
    ).toEqual(['cs-half-filled IV.2.1 householdsAmount']);
    expect(codes('CS', { 'IV.2.1': { peopleCount: '-', peopleAmount: '-' } })).toEqual([]);
  });
});

describe('numbers among themselves (D83 to D87)', () => {
  it.each([
    ['b04-denominator-zero', { 'HI_COVERAGE.numerator': '9', 'HI_COVERAGE.denominator': '0' }],
    [
      'b04-numerator-above-denominator',
      { 'CULTURE_VILLAGE.numerator': '9', 'CULTURE_VILLAGE.denominator': '8' },
    ],
    ['b04-rate-out-of-range', { 'HI_COVERAGE.numerator': '130', 'HI_COVERAGE.denominator': '100' }],
    ['b04-rate-unusual', { 'POVERTY_RATE.numerator': '30', 'POVERTY_RATE.denominator': '100' }],
  ])('D83 D84 D85 finds %s in a commune', (code, typed) => {
    expect(found('B04', { '10660': typed }).map((each) => each.code)).toEqual([code]);
  });

  it('D84 holds a unit’s own target and years against what is possible', () => {
    expect(codes('KH', { HI_COVERAGE: { target: '150' }, POVERTY_RATE: { target: '20' } })).toEqual(
      ['kh-target-out-of-range HI_COVERAGE target', 'kh-target-unusual POVERTY_RATE target'],
    );
    const project = { name: 'Đường trục xã', source: 'NSDP' };
    expect(codes('DA', { 'DA.001': { ...project, startYear: '2023', endYear: '2022' } })).toEqual([
      'da-years-reversed DA.001 startYear',
    ]);
    const late = found('DA', { 'DA.001': { ...project, startYear: '2202' } });
    expect(late.map((each) => findingWords(each, '2202', 'vi').text)).toEqual([
      'Năm 2202 phải từ 2000 đến 2050.',
    ]);
  });

  it('D85 compares the amounts themselves, not the rounded rate', () => {
    const typed = { numerator: '100001', denominator: '100000', status: 'estimated' };
    expect(codes('B01', { NTM_MODEL_COMMUNE: typed })).toEqual([
      'b01-numerator-above-denominator NTM_MODEL_COMMUNE numerator',
    ]);
  });

  it('D86 makes 100 of the shares of the economy, within a tenth', () => {
    const shares = (agri: string): TypedRows => ({
      GRDP_SHARE_AGRI: { value: agri, status: 'estimated', note: 'Cục Thống kê' },
      GRDP_SHARE_INDCON: { value: '61,5', status: 'estimated', note: 'Cục Thống kê' },
      GRDP_SHARE_SERV: { value: '30,5', status: 'estimated', note: 'Cục Thống kê' },
    });
    expect(codes('B01', shares('8'))).toEqual([]);
    expect(codes('B01', shares('8,1'))).toEqual([]);
    expect(codes('B01', shares('...'))).toEqual([]);
    expect(found('B01', shares('9,2'))).toMatchObject([
      {
        code: 'b01-grdp-shares',
        facts: { sum: '101.2', whole: '100', difference: '1.2', tolerance: '0.1' },
      },
    ]);
  });

  it('D87 asks for words where a state calls for them', () => {
    expect(codes('B02', { 'IV.1.1': { state: 'overdue' } })).toEqual([
      'b02-obstacles-missing IV.1.1 obstacles',
    ]);
    expect(
      codes('B02', { 'IV.1.1': { state: 'doneInTime', progress: '80', result: 'Đã xong' } }),
    ).toEqual(['b02-done-below-hundred IV.1.1 progress']);
  });
});

describe('against other periods and units (D88 to D100)', () => {
  const funds = { plan: '1000', inPeriod: '50', cumulative: '450' };
  const before = { 'V.1': { cumulative: '400' } };

  it('D88 continues what was cumulated in the same year', () => {
    const at = (earlier: string) => context({ period: '2023-08', previous: [earlier, before] });
    expect(codes('B03', { 'V.1': funds }, at('2023-05'))).toEqual([]);
    expect(codes('B03', { 'V.1': { ...funds, inPeriod: '49' } }, at('2023-05'))).toEqual([]);
    expect(found('B03', { 'V.1': { ...funds, inPeriod: '30' } }, at('2023-05'))).toMatchObject([
      { code: 'b03-cumulative-not-continued', facts: { before: '400', expected: '430' } },
    ]);
    expect(codes('B03', { 'V.1': { ...funds, cumulative: '390' } }, at('2023-05'))).toEqual([
      'b03-cumulative-fell V.1 cumulative',
    ]);
    expect(codes('B03', { 'V.1': { ...funds, cumulative: '390' } }, at('2022-08'))).toEqual([]);
  });

  it('D88 never lets the communes of the new countryside become fewer', () => {
    const now = { NTM_MODEL_COMMUNE: { numerator: '3', denominator: '16', status: 'estimated' } };
    const around = context({
      previous: ['2022-08', { NTM_MODEL_COMMUNE: { numerator: '4' } }],
    });
    expect(codes('B01', now, around)).toEqual(['b01-communes-fell NTM_MODEL_COMMUNE numerator']);
  });

  it('D89 measures percentages in points and amounts in percent, and asks once', () => {
    const earlier = { HI_COVERAGE: { result: '75' }, AGRI_VALUE_PER_HA: { result: '150' } };
    const around = context({
      previous: ['2022-08', earlier],
      samePeriod: ['2022-08', earlier],
    });
    const typed = {
      HI_COVERAGE: coverage,
      AGRI_VALUE_PER_HA: { numerator: '20000', denominator: '100', status: 'estimated' },
    };
    const findings = found('B01', typed, around);
    expect(findings).toMatchObject([
      { code: 'b01-changed-from-previous', how: 'changePoints', facts: { change: '17' } },
      { code: 'b01-changed-from-previous', how: 'changePercent', facts: { change: '33.33' } },
    ]);
    expect(findings.map((each) => findingWords(each, '', 'vi').how)).toEqual([
      '92 − 75 = 17 điểm phần trăm; phải giải thích khi vượt 15 điểm phần trăm.',
      '(200 − 150) / 150 × 100 = 33,33%; phải giải thích khi vượt 30%.',
    ]);
    expect(findings.map((each) => findingWords(each, '', 'vi').text)[0]).toContain('kỳ 8/2022');
  });

  it('D89 finds nothing without a base', () => {
    for (const result of ['-', '...', '']) {
      const around = context({ previous: ['2022-08', { HI_COVERAGE: { result } }] });
      expect(codes('B01', { HI_COVERAGE: coverage }, around)).toEqual([]);
    }
    const around = context({
      previous: ['2022-08', { AGRI_VALUE_PER_HA: { result: '0' } }],
    });
    const agri = { numerator: '20000', denominator: '100', status: 'estimated' };
    expect(codes('B01', { AGRI_VALUE_PER_HA: agri }, around)).toEqual([]);
  });

  it('D100 knows a unit’s own level from four figures on', () => {
    const history = (...values: string[]) => context({ history: values });
    expect(codes('B01', { HI_COVERAGE: coverage }, history('80', '80.2', '80.1'))).toEqual([]);
    expect(
      found('B01', { HI_COVERAGE: coverage }, history('80', '80.2', '80.1', '79.9')),
    ).toMatchObject([
      {
        code: 'b01-outlier-own-history',
        facts: { median: '80.05', spread: '1', limit: '5', away: '11.95', count: 4 },
      },
    ]);
    expect(codes('B01', { HI_COVERAGE: coverage }, history('80', '95', '88', '91'))).toEqual([]);
  });

  it('D100 compares with other units once the province has sent them', () => {
    const peers = context({ peers: ['70', '71', '72', '73', '74'] });
    expect(codes('B01', { HI_COVERAGE: coverage }, peers)).toEqual([
      'b01-outlier-peers HI_COVERAGE numerator',
    ]);
    expect(codes('B01', { HI_COVERAGE: coverage }, context())).toEqual([]);
  });
});

describe('the calendar of statistics (D101)', () => {
  const official = (row: string, period: string, today?: string) => {
    const typed = { [row]: { numerator: '100', denominator: '50', status: 'official' } };
    const small = { [row]: { numerator: '2', denominator: '100', status: 'official' } };
    const around = context({ period, ...(today === undefined ? {} : { today }) });
    const isValue = row === 'AGRI_VALUE_PER_HA';
    return found('B01', isValue ? typed : small, around).filter(({ how }) => how === 'calendar');
  };

  it('D101 lets no poverty rate be chính thức in August, whatever the clock says', () => {
    for (const today of ['2022-08-24', '2022-12-20', '2030-01-01', '2001-01-01']) {
      expect(official('POVERTY_RATE', '2022-08', today)).toMatchObject([
        { column: 'status', facts: { figureYear: 2022, officialFrom: '2022-12-15' } },
      ]);
    }
    const [finding] = official('POVERTY_RATE', '2022-08');
    expect(finding && findingWords(finding, '', 'vi').text).toBe(
      'Rà soát hộ nghèo diễn ra từ 01/9 đến 14/12, nên số liệu năm 2022 chưa thể là “Chính thức” trước ngày 15/12/2022. Hãy chọn ước tính hoặc sơ bộ.',
    );
  });

  it('D101 takes the figure of the year before in April', () => {
    expect(official('POVERTY_RATE', '2024-04')).toEqual([]);
    expect(official('CULTURE_VILLAGE', '2024-04')).toEqual([]);
    expect(official('CULTURE_VILLAGE', '2023-08')).toHaveLength(1);
  });

  it('D101 waits for 20 April with the value per hectare', () => {
    expect(official('AGRI_VALUE_PER_HA', '2024-04', '2024-04-19')).toHaveLength(1);
    expect(official('AGRI_VALUE_PER_HA', '2024-04', '2024-04-20')).toEqual([]);
    expect(official('AGRI_VALUE_PER_HA', '2023-08')).toHaveLength(1);
    expect(official('HI_COVERAGE', '2022-08')).toEqual([]);
  });
});

describe('what keeps a submission back (D102)', () => {
  const findings = found('B02', {
    'IV.1.1': { progress: '40' },
    'IV.1.2': { state: 'doneLate', progress: '80', obstacles: 'Thiếu vốn' },
  });

  it('D102 is an error always, an unexplained oddity, never a warning', () => {
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'explain', 'warning']);
    const blocking = (explained: ReadonlyMap<string, string>) =>
      settledBy(findings, explained).map(({ isBlocking }) => isBlocking);
    expect(blocking(new Map())).toEqual([true, true, false]);
    const all = new Map(findings.map((each) => [findingKey(each), 'Nghiệm thu trong tháng 9']));
    expect(blocking(all)).toEqual([true, false, false]);
    expect(blocking(new Map(findings.map((each) => [findingKey(each), ' '])))).toEqual([
      true,
      true,
      false,
    ]);
    expect(isSettled(settledBy(findings.slice(1), all))).toBe(true);
  });

  it('D102 keeps explanations by check, row and column, and lets stale ones go', () => {
    const kept = new Map([
      ['b02-done-below-hundred|IV.1.2|progress', 'Nghiệm thu trong tháng 9'],
      ['b02-done-below-hundred|IV.1.9|progress', 'Không còn'],
    ]);
    expect([...explanationsInUse(findings, kept).keys()]).toEqual([
      'b02-done-below-hundred|IV.1.2|progress',
    ]);
  });
});
