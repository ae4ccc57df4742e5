import { assertNever } from '#shared/kit/assert-never.ts';
import type { Result } from '#shared/kit/result.ts';
import type { Catalogue } from '../catalogue.ts';
import { changeCheck, removeCheck, setCheckNumber } from './edit-checks.ts';
import { addIndicator, changeIndicator, retireIndicator } from './edit-indicators.ts';
import { addPeriod, changePeriod } from './edit-periods.ts';
import { removeTarget, removeUnitTarget, setTarget, setUnitTarget } from './edit-targets.ts';
import { mergeUnits, renameUnit, splitUnit } from './edit-units.ts';
import type { CatalogueEdit, EditRefusal } from './edit.ts';

/**
 * Applies one edit; the catalogue that it was given stays as it is. What comes out may contradict
 * itself, as limits that stand the wrong way round: `faultsOf` says so. Refuses what the edit of that
 * kind refuses.
 */
export function applyEdit(
  catalogue: Catalogue,
  edit: CatalogueEdit,
): Result<Catalogue, EditRefusal> {
  switch (edit.kind) {
    case 'period.add':
      return addPeriod(catalogue, edit);
    case 'period.change':
      return changePeriod(catalogue, edit);
    case 'indicator.add':
      return addIndicator(catalogue, edit);
    case 'indicator.change':
      return changeIndicator(catalogue, edit);
    case 'indicator.retire':
      return retireIndicator(catalogue, edit);
    case 'check.change':
      return changeCheck(catalogue, edit);
    case 'check.number':
      return setCheckNumber(catalogue, edit);
    case 'check.remove':
      return removeCheck(catalogue, edit);
    case 'unit.rename':
      return renameUnit(catalogue, edit);
    case 'unit.merge':
      return mergeUnits(catalogue, edit);
    case 'unit.split':
      return splitUnit(catalogue, edit);
    case 'target.set':
      return setTarget(catalogue, edit);
    case 'target.remove':
      return removeTarget(catalogue, edit);
    case 'unit-target.set':
      return setUnitTarget(catalogue, edit);
    case 'unit-target.remove':
      return removeUnitTarget(catalogue, edit);
    default:
      return assertNever(edit);
  }
}
