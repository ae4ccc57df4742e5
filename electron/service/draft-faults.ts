import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { faultsOf } from '#shared/catalogue/consistency.ts';
import type { Period } from '#shared/domain/period.ts';
import { childrenOf, unitOn } from '#shared/domain/unit.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import type { DraftView } from '#shared/ipc/calls/catalogue-desk.ts';

import { listPeriodsInUse } from '../storage/period-use.ts';
import { listCurrentBundles } from '../storage/received-sheets.ts';
import { catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { languageOf } from './sessions.ts';

/**
 * What contradicts itself, that the office which works by it is in it, that no period goes away in which
 * something stands, and no unit from a period that it reported for: it could be seen no more.
 */
export function draftFaults(office: Office, draft: Catalogue): DraftView['faults'] {
  const { unit, side } = identityOf(office);
  const isThere = draft.units.some(({ code, level }) => code === unit && level === side);
  const missing = { code: 'own-unit-missing', at: 'units', value: unit };
  return [
    ...(isThere ? [] : [missing]),
    ...lostPeriods(office, draft),
    ...lostReports(office, draft),
    ...faultsOf(draft),
  ];
}

function lostPeriods(office: Office, draft: Catalogue): DraftView['faults'] {
  const kept = new Set(draft.periods.map(({ code }) => code));
  const gone = catalogueOf(office).periods.filter(({ code }) => !kept.has(code));
  const inUse = gone.length === 0 ? new Set() : listPeriodsInUse(storeOf(office));
  const language = languageOf(office);
  return gone
    .filter(({ code }) => inUse.has(code))
    .map(({ code, name }) => ({
      code: 'period-in-use',
      at: 'periods',
      value: `${name[language]} (${code})`,
    }));
}

function lostReports(office: Office, draft: Catalogue): DraftView['faults'] {
  const { unit: own } = identityOf(office);
  const now = catalogueOf(office);
  const language = languageOf(office);
  return draft.periods.flatMap((period) => {
    const before = now.periods.find(({ code }) => code === period.code);
    if (before === undefined) return [];
    const stay = new Set(codesBelow(draft, own, period));
    const leaving = codesBelow(now, own, before).filter((code) => !stay.has(code));
    return listCurrentBundles(storeOf(office), period.code)
      .filter(({ unit }) => leaving.includes(unit))
      .map(({ unit }) => ({
        code: 'report-uncounted',
        at: 'units',
        value: `${nameOf(now, before, unit)}, ${before.name[language]}`,
      }));
  });
}

function codesBelow({ units }: Catalogue, parent: UnitCode, { deadline }: Period): UnitCode[] {
  return childrenOf(units, parent, deadline.lastCompliantDay).map(({ code }) => code);
}

function nameOf({ units }: Catalogue, { deadline }: Period, unit: UnitCode): string {
  return unitOn(units, unit, deadline.lastCompliantDay)?.nameWithType ?? unit;
}
