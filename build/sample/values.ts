import type { ColumnCode } from '#shared/ipc/shapes.ts';
import { sampleMark } from './people.ts';

/**
 * INVENTED SAMPLES, NOT STATISTICS. Round figures of a plausible size, made from a small table with
 * whole-number arithmetic, the same in every run, so that a demonstration has something to sum: some
 * targets are met, some are not, some cells are "-" (nothing to report) or "..." (not known yet). No
 * figure of a real office, survey or report is in here, and each row's note says "Số liệu mẫu".
 */
export type SampleRow = {
  readonly row: string;
  /** What is typed, in the form's order; a cell that is left empty is not listed. */
  readonly cells: readonly { readonly column: ColumnCode; readonly typed: string }[];
};

/** A row's figures: two amounts, or one value that is published as such. */
type Figures =
  | { readonly numerator: string; readonly denominator: string; readonly note?: string }
  | { readonly value: string; readonly note?: string };

type Basis = {
  readonly people: number;
  /** Urban people in ten-thousandths. */
  readonly urban: number;
  /** Farm and fish land in tenths of a hectare. */
  readonly land: number;
  /** Communes that are neither wards nor towns, and how many of them are model communes. */
  readonly communes: number;
  readonly models: number;
  readonly nurseries: number;
  /** Clusters with an investor in their infrastructure; 0 gives "-". */
  readonly clusters: number;
};

const bases: Readonly<Record<string, Basis>> = {
  '288': basis(210_400, 8420, 40_312, 6, 1, 38, 3),
  '290': basis(171_300, 7240, 98_705, 5, 0, 27, 4),
  '291': basis(121_800, 1130, 71_248, 18, 2, 20, 5),
  '292': basis(176_900, 6110, 88_034, 9, 0, 29, 4),
  '293': basis(127_500, 1270, 69_551, 17, 1, 19, 0),
  '294': basis(138_200, 1040, 92_617, 19, 1, 24, 2),
  '295': basis(140_600, 2280, 61_809, 15, 1, 22, 6),
  '296': basis(113_700, 1390, 68_122, 15, 1, 18, 3),
  '297': basis(142_100, 1680, 66_473, 17, 1, 21, 5),
  '298': basis(162_400, 1210, 104_236, 22, 1, 28, 3),
  '299': basis(147_900, 1090, 86_940, 19, 1, 23, 2),
  '300': basis(125_300, 1160, 78_365, 16, 1, 20, 0),
};

/** The sample units, in code order. */
export const sampleUnits: readonly string[] = Object.keys(bases);

/** The sample figures of one district; invented, see `SampleRow`. */
export function sampleRows(unit: string): readonly SampleRow[] {
  const own = bases[unit];
  if (own === undefined) throw new Error(`There are no sample values for unit ${unit}.`);
  return Object.entries(districtFigures(own, sampleUnits.indexOf(unit), unit)).map(sampleRow);
}

/** The sample figures that the province enters itself; invented, see `SampleRow`. */
export function provinceSampleRows(): readonly SampleRow[] {
  const people = String(Object.values(bases).reduce((sum, { people }) => sum + people, 0));
  const pending = `${sampleMark}: có sau khi công bố`;
  const notYet: Figures = { numerator: '...', denominator: '...', note: pending };
  const figures: Readonly<Record<string, Figures>> = {
    GRDP_GROWTH: { numerator: '105300', denominator: '96200' },
    INV_GRDP_RATIO: { numerator: '57400', denominator: '168900' },
    NEW_ENT_GROWTH: { numerator: '1284', denominator: '1106' },
    SCHOOL_STD_UPPERSEC: { numerator: '34', denominator: '53' },
    BEDS_PER_10K: { numerator: '6020', denominator: people },
    DOCTORS_PER_10K: { numerator: '1690', denominator: people },
    GRDP_GROWTH_AVG: { value: '9,1' },
    GRDP_PER_CAPITA: notYet,
    GRDP_SHARE_AGRI: notYet,
    GRDP_SHARE_INDCON: notYet,
    GRDP_SHARE_SERV: notYet,
    HDI: { value: '...', note: pending },
    UNEMPLOYMENT: { numerator: '21300', denominator: '902600' },
    UNDEREMPLOYMENT: { numerator: '12900', denominator: '881300' },
    TFP_CONTRIBUTION: notYet,
    LABOR_PROD_GROWTH_AVG: { value: '...', note: pending },
    DOM_REV_GROWTH_AVG: { value: '9,4' },
    ONLINE_PS_L4: { numerator: '1512', denominator: '1871' },
  };
  return Object.entries(figures).map(sampleRow);
}

function districtFigures(own: Basis, place: number, unit: string): Record<string, Figures> {
  const { people, land, communes, models, nurseries, clusters } = own;
  const households = part(people, 3030);
  const workers = part(people, 4980);
  const revenue = part(people, 18_000);
  const villages = communes * 6 + 40;
  const offices = 96 + place * 3;
  const companies = 130 + place * 17;
  const poor = part(households, 172 + swing(place, 7, 55));
  const primaries = nurseries - 2;
  const secondaries = nurseries - 1;
  const rate = (of: number, middle: number, step: number, span: number): Figures => ({
    numerator: String(part(of, middle + swing(place, step, span))),
    denominator: String(of),
  });
  return {
    DOM_REV_VS_EST: rate(revenue, 8840, 5, 1900),
    AGRI_VALUE_PER_HA: {
      numerator: tenths(land * (186 + swing(place, 7, 24))),
      denominator: tenths(land),
    },
    NTM_MODEL_COMMUNE: { numerator: String(models), denominator: String(communes) },
    URBANIZATION: { numerator: String(part(people, own.urban)), denominator: String(people) },
    TRAINED_LABOR_CERT: rate(workers, 2890, 7, 320),
    SI_COVERAGE: rate(workers, 4120, 5, 760),
    HI_COVERAGE: rate(people, 9140, 7, 190),
    SCHOOL_STD_PRESCHOOL: rate(nurseries, 7300, 5, 900),
    SCHOOL_STD_PRIMARY: rate(primaries, 9720, 7, 260),
    SCHOOL_STD_LOWERSEC: rate(secondaries, 9300, 5, 500),
    CULTURE_VILLAGE: rate(villages, 9380, 7, 260),
    CULTURE_OFFICE:
      unit === '300'
        ? {
            numerator: '...',
            denominator: String(offices),
            note: `${sampleMark}: chờ kết quả bình xét`,
          }
        : rate(offices, 8560, 5, 620),
    POVERTY_RATE: { numerator: String(poor), denominator: String(households) },
    CCN_WASTEWATER:
      clusters === 0
        ? {
            numerator: '-',
            denominator: '-',
            note: `${sampleMark}: không có CCN có chủ đầu tư hạ tầng`,
          }
        : {
            numerator: String(clusters - (place % 3 === 0 ? 1 : 0)),
            denominator: String(clusters),
          },
    EIA_APPROVED: rate(companies, 9190, 7, 430),
    DOM_REV_GROWTH_AVG: { value: tenths(94 + swing(place, 5, 26)) },
    POOR_HH_REDUCTION: {
      numerator: String(poor),
      denominator: String(part(households, 288 + swing(place, 5, 40))),
    },
    ONLINE_PS_L4: rate(236, 8140, 7, 700),
  };
}

function sampleRow([row, figures]: readonly [string, Figures], place: number): SampleRow {
  const amounts =
    'value' in figures
      ? [{ column: 'value' as const, typed: figures.value }]
      : [
          { column: 'numerator' as const, typed: figures.numerator },
          { column: 'denominator' as const, typed: figures.denominator },
        ];
  const isNumber = amounts.every(({ typed }) => typed !== '-' && typed !== '...');
  const status = place % 4 === 2 ? 'provisional' : 'estimated';
  return {
    row,
    cells: [
      ...amounts,
      ...(isNumber ? [{ column: 'status' as const, typed: status }] : []),
      { column: 'note', typed: figures.note ?? sampleMark },
    ],
  };
}

function basis(...of: readonly [number, number, number, number, number, number, number]): Basis {
  const [people, urban, land, communes, models, nurseries, clusters] = of;
  return { people, urban, land, communes, models, nurseries, clusters };
}

/** Ten-thousandths of a whole number, rounded to the nearest whole one. */
function part(of: number, tenThousandths: number): number {
  return Math.floor((of * tenThousandths + 5000) / 10_000);
}

/** Spreads the units evenly over −span … +span, each kind of figure by its own step. */
function swing(place: number, step: number, span: number): number {
  const units = 12;
  return Math.floor(((((place + 4) * step) % units) * 2 * span) / (units - 1)) - span;
}

/** Tenths as they are typed: 1234 is `123,4`. */
function tenths(count: number): string {
  return `${String(Math.floor(count / 10))},${String(count % 10)}`;
}
