import { buildSearchIndex, searchCatalogue } from '#shared/catalogue/search.ts';
import type { SearchIndex } from '#shared/catalogue/search.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { Indicator } from '#shared/domain/indicator.ts';
import { isSetByProvince, plansWords } from '#shared/domain/period.ts';
import { comparisonOf } from '#shared/domain/target.ts';
import type { Target } from '#shared/domain/target.ts';
import { childrenOf } from '#shared/domain/unit.ts';
import type { PlanView } from '#shared/ipc/calls/plan.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import type { Language } from '#shared/text/translate.ts';

import { catalogueOf, identityOf } from './office.ts';
import type { Office } from './office.ts';
import { languageOf } from './sessions.ts';

const mostHits = 50;
const indexes = new WeakMap<Catalogue, SearchIndex>();

/** The plan as its page shows it, from the store's catalogue, with the original wording. */
export function viewPlan(office: Office): PlanView {
  const catalogue = catalogueOf(office);
  const language = languageOf(office);
  const { plan } = catalogue;
  const targets = catalogue.targets.map((target) => viewTarget(target, catalogue, language));
  return {
    version: catalogue.version,
    number: plan.number,
    date: plan.date,
    title: plan.title,
    subject: plan.subject,
    issuer: plan.issuer,
    indicators: catalogue.indicators.map((indicator) => ({
      ...viewIndicator(indicator, catalogue, language),
      targets: targets.filter((target) => target.indicator === indicator.code),
    })),
    targets,
    taskGroups: catalogue.taskGroups.map(({ id, title }) => ({ id, title })),
    tasks: catalogue.tasks.map(({ id, group, text }) => ({ id, group, text })),
    assignments: catalogue.assignments.map((assignment) => ({
      id: assignment.id,
      parent: assignment.parent,
      leadAgency: assignment.leadAgency,
      cooperatingAgencies: [...assignment.cooperatingAgencies],
      text: assignment.text,
      isLeaf: assignment.isLeaf,
    })),
    fundingSources: catalogue.fundingSources.map(({ id, code, name, text }) => ({
      id,
      code,
      name,
      text,
    })),
    periods: catalogue.periods.map((period) => ({
      code: period.code,
      name: period.name[language],
      deadlineText: plansWords(period),
      deadlineSetIn: isSetByProvince(period) ? catalogue.version : null,
      lastCompliantDay: period.deadline.lastCompliantDay,
      note: period.deadline.note,
    })),
    units: viewUnits(office, catalogue),
  };
}

/** Finds items of the plan without accents. */
export function searchPlan(office: Office, text: string): CallOutput<'plan.search'> {
  const catalogue = catalogueOf(office);
  const index = indexes.get(catalogue) ?? buildSearchIndex(catalogue);
  indexes.set(catalogue, index);
  return searchCatalogue(index, text, mostHits).map(({ kind, id, title }) => ({ kind, id, title }));
}

function viewIndicator(
  indicator: Indicator,
  catalogue: Catalogue,
  language: Language,
): Omit<PlanView['indicators'][number], 'targets'> {
  const { formula } = indicator;
  const group = catalogue.indicatorGroups.find(({ code }) => code === indicator.group);
  return {
    code: indicator.code,
    name: indicator.name[language],
    group: group?.name[language] ?? indicator.group,
    unitOfMeasure: indicator.unit.vi,
    reportedBy: indicator.reportedBy,
    numerator: formula.kind === 'value' ? null : formula.numerator[language],
    denominator: formula.kind === 'value' ? null : formula.denominator[language],
    definitionNote: indicator.definition.note,
    frequency: indicator.frequency.official,
    owner: indicator.owners.district ?? indicator.owners.province,
  };
}

function viewTarget(
  target: Target,
  catalogue: Catalogue,
  language: Language,
): PlanView['targets'][number] {
  const indicator = catalogue.indicators.find(({ code }) => code === target.indicator);
  return {
    id: target.id,
    planNumber: target.planNumber,
    indicator: target.indicator,
    indicatorName: indicator?.name[language] ?? target.indicator,
    horizon: target.horizon,
    value: target.value,
    comparison: comparisonOf(target),
    unitOfMeasure: target.unit.vi,
    originalText: target.originalText,
    notes: [...target.notes],
  };
}

/** The units as they were when the plan was issued. */
function viewUnits(office: Office, catalogue: Catalogue): PlanView['units'] {
  const identity = identityOf(office);
  const own = catalogue.units.find(({ code }) => code === identity.unit);
  const province = identity.side === 'province' ? identity.unit : own?.parent;
  const day = catalogue.plan.date;
  if (province === undefined || province === null) return [];
  return childrenOf(catalogue.units, province, day).map((district) => ({
    code: district.code,
    name: district.nameWithType,
    communes: childrenOf(catalogue.units, district.code, day).map(({ code, nameWithType }) => ({
      code,
      name: nameWithType,
    })),
  }));
}
