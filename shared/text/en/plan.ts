import type { SameKeysAs } from '../messages.ts';
import type { viPlan } from '../vi/plan.ts';

export const enPlan = {
  title: 'Plan {{number}}',
  titleShort: 'Plan',
  subtitle: '{{date}} · {{issuer}} · catalogue version {{version}}',
  loading: 'Opening the plan',
  tabsLabel: 'Parts of the plan',
  tabs: {
    indicators: 'Indicators',
    targetsOfYear: 'Targets {{year}}',
    targetsLater: 'Targets {{years}}',
    tasks: 'Tasks',
    assignments: 'Assignments',
    funding: 'Funding',
    periods: 'Deadlines',
    units: 'Units',
  },
  search: {
    label: 'Search the plan',
    placeholder: 'Accents not needed: hai duong, bhyt',
    none: '“{{text}}” was not found. Try fewer letters; accents are not needed.',
    found: '{{found}} results',
    results: 'Search results',
    clear: 'Clear the search',
    keys: '↑ ↓ choose · Enter opens · Esc clears',
    more: '{{more}} more results. Type more to narrow down.',
  },
  indicator: {
    columns: {
      name: 'Indicator',
      unit: 'Unit of measure',
      by: 'Reported by',
      target: 'Target {{year}} / {{years}}',
    },
    numerator: 'Numerator',
    denominator: 'Denominator',
    definition: 'Reading',
    frequency: 'Frequency',
    owner: 'Source',
    targets: 'Original wording of the targets',
    noTargets: 'The plan sets no target for this indicator.',
  },
  target: {
    number: 'No.',
    name: 'Indicator',
    value: 'Target',
    unit: 'Unit',
    original: 'Original wording',
    horizon: 'Year',
    none: 'The plan sets no targets here.',
  },
  comparisons: { '>=': '≥', '<=': '≤', '=': '=' },
  assignment: {
    cooperating: 'Cooperating',
    noLead: 'The plan names no lead agency',
  },
  funding: { code: 'Code', original: 'Original wording' },
  period: {
    name: 'Reporting period',
    deadline: 'The plan says',
    lastDay: 'Last day in time',
    note: 'Note',
  },
  unit: {
    communes: '{{total}} communes, wards and townships',
    summary:
      '{{units}} district units, {{communes}} communes, wards and townships, in the order of the General Statistics Office’s codes',
  },
  expandAll: 'Expand all',
  collapseAll: 'Collapse all',
} as const satisfies SameKeysAs<typeof viPlan>;
