import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { readCatalogue } from '#shared/catalogue/read-catalogue.ts';
import { searchKey } from '#shared/text/fold.ts';

/**
 * A plan that nobody ever issued, of a province that does not exist: two indicators, one form, three
 * units, two periods. It is here to show that another plan needs no code.
 */
const nowhere = 'Ủy ban nhân dân tỉnh Mẫu Thử';

function unit(code: string, parent: string | null, level: string, type: string, name: string) {
  const nameWithType = `${type.slice(0, 1).toUpperCase()}${type.slice(1)} ${name}`;
  return {
    code,
    parent,
    level,
    type,
    name,
    nameWithType,
    shortName: nameWithType,
    searchKey: searchKey(nameWithType),
    committeeName: `Ủy ban nhân dân ${type} ${name}`,
    placeName: name,
    financeOffice: null,
    validFrom: null,
    validTo: null,
    successor: null,
  };
}

function both(vi: string, en: string) {
  return { vi, en };
}

function indicator(code: string, name: ReturnType<typeof both>, reportedBy: string, part: string) {
  return {
    code,
    name,
    group: 'tree',
    unit: { code: 'PERCENT', vi: '%' },
    timeNature: 'point-in-time',
    better: 'higher',
    decimals: 1,
    formula: {
      kind: 'ratio',
      scale: '100',
      numerator: { ...both(part, part), unit: 'cây' },
      denominator: { ...both('Số cây', 'Trees'), unit: 'cây' },
    },
    reportedBy,
    reportedByNote: '',
    aggregation: 'weighted',
    aggregationNote: '',
    range: { hardMin: '0', hardMax: '100', warnBelow: null, warnAbove: null, basis: 'mẫu thử' },
    definition: { basis: 'mẫu thử', wording: both('mẫu', 'sample'), sources: [], note: null },
    owners: { district: null, province: 'Sở Mẫu' },
    frequency: { official: 'năm', inPlan: 'sáu tháng', basis: 'mẫu thử' },
    notes: [],
  };
}

function period(code: string, name: string, before: string, lastCompliantDay: string) {
  return {
    code,
    id: `M_${code}`,
    kind: 'report',
    name: both(name, name),
    year: Number(code.slice(0, 4)),
    cutOff: null,
    deadline: {
      text: `trước ngày ${before}`,
      before,
      lastCompliantDay,
      lastWorkingDay: null,
      note: null,
    },
    deliverable: null,
  };
}

function column(code: string, kind: string, name: ReturnType<typeof both>) {
  const facts = { group: null, unit: null, width: 'number', choices: null, longest: null };
  return { code, kind, name, ...facts, required: false, carries: false };
}

function computed(code: string, of: string, name: ReturnType<typeof both>) {
  return {
    code,
    kind: 'computed',
    name,
    group: null,
    unit: null,
    width: 'medium',
    computation: { of },
  };
}

/** The small plan as the data of a JSON file. */
export const smallPlan: unknown = {
  version: 7,
  plan: {
    number: '5/KH-MẪU',
    typeCode: 'KH',
    typeName: 'Kế hoạch thử',
    date: '2026-01-15',
    place: 'Mẫu Thử',
    placeDateText: 'Mẫu Thử, ngày 15 tháng 01 năm 2026',
    issuer: nowhere,
    issuerText: 'ỦY BAN NHÂN DÂN TỈNH MẪU THỬ',
    motto: 'Văn bản bịa để thử chương trình',
    title: 'KẾ HOẠCH THỬ',
    subject: 'TRỒNG CÂY',
    numberText: 'Số: 5/KH-MẪU',
    signatureText: 'Người ký thử',
    signer: { authority: 'TM.', position: 'Chủ tịch', name: 'Người Thử' },
    preamble: 'Kế hoạch bịa.',
    legalBases: [],
    recipients: [],
    focalAgency: 'Sở Mẫu',
    transcription: 'mẫu thử',
    reporting: { source: 'mẫu', recipients: [], consolidatedTo: [], note: 'mẫu' },
  },
  sections: [],
  purposes: [],
  goals: [],
  indicatorGroups: [{ code: 'tree', name: both('Cây xanh', 'Trees') }],
  indicators: [
    indicator('ALIVE', both('Tỷ lệ cây sống', 'Trees alive'), 'district', 'Số cây sống'),
    indicator('FRUIT', both('Tỷ lệ cây ăn quả', 'Fruit trees'), 'district', 'Số cây ăn quả'),
  ],
  targets: [
    {
      id: 'M1',
      planNumber: 1,
      indicator: 'ALIVE',
      horizon: '2026',
      value: '80',
      comparison: '>=',
      strict: false,
      range: null,
      unit: { vi: '%' },
      eachYear: false,
      maintain: false,
      originalValue: null,
      originalText: 'cây sống từ 80%',
      notes: [],
    },
  ],
  unitTargets: [
    {
      unit: '901',
      indicator: 'ALIVE',
      horizon: '2026',
      value: '85',
      comparison: '>=',
      basis: 'Giấy giao thử số 1',
    },
  ],
  taskGroups: [],
  tasks: [],
  fundingSources: [],
  assignments: [],
  periods: [
    period('2026-06', 'Báo cáo giữa năm', '2026-06-16', '2026-06-15'),
    period('2026-12', 'Báo cáo cuối năm', '2026-12-16', '2026-12-15'),
  ],
  forms: [
    {
      code: 'CAY',
      version: 1,
      screenName: both('Biểu cây', 'Trees'),
      printName: both('Biểu cây', 'Trees'),
      title: both('Cây xanh', 'Trees'),
      periods: 'report',
      sides: ['district', 'province'],
      appearance: 'table',
      columns: [
        column('numerator', 'number', both('Tử số', 'Numerator')),
        column('denominator', 'number', both('Mẫu số', 'Denominator')),
        computed('result', 'result', both('Kết quả', 'Result')),
        column('value', 'number', both('Giá trị', 'Value')),
        column('status', 'status', both('Tình trạng', 'Status')),
        column('note', 'text', both('Ghi chú', 'Note')),
        computed('provinceTarget', 'province-target', both('Mục tiêu', 'Target')),
      ],
      rows: [{ group: null, columns: null, from: 'indicators', reportedBy: null }],
      hasTotal: false,
    },
  ],
  checks: [
    {
      code: 'cay-row-not-filled',
      form: 'CAY',
      severity: 'error',
      message: 'row-not-filled',
      scope: { rows: null, indicators: null, when: [], unless: [] },
      kind: 'required',
      parameters: { alternatives: [['numerator', 'denominator']], of: 'blank' },
    },
  ],
  unitSource: {
    asOf: '2026-01-01',
    name: 'mẫu',
    author: 'mẫu',
    licence: 'mẫu',
    repository: 'mẫu',
    upstream: 'mẫu',
    dataDate: '2026-01-01',
    verifiedAgainst: 'mẫu',
    crossChecks: [],
    publicCounts: [],
    warnings: [],
  },
  units: [
    unit('97', null, 'province', 'tỉnh', 'Mẫu Thử'),
    unit('901', '97', 'district', 'huyện', 'Cây Một'),
    unit('902', '97', 'district', 'huyện', 'Cây Hai'),
  ],
  agencies: {
    note: 'mẫu',
    provincial: [],
    groupsNamed: [],
    centralNamed: [],
    dataOwnersNotNamed: { note: 'mẫu', items: [] },
    districtOffices: { note: 'mẫu', usual: [], insteadInTowns: [], ofHigherLevels: [] },
  },
  beneficiaries: [],
  anomalies: [],
  evaluationRules: [],
  definitionSources: {},
  knownResults: { note: 'mẫu', summary: 'mẫu', statusByPlanNumber: {}, values: [], sources: [] },
};

/** The small plan, read and checked as any catalogue. */
export const smallCatalogue: Catalogue = checked();

function checked(): Catalogue {
  const read = readCatalogue(smallPlan);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}
