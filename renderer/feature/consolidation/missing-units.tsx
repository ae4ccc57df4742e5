import type { ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.ts';

/** Who has not reported and whose report was returned, on top: the totals stand without them. */
export function MissingUnits({ view }: { readonly view: ConsolidatedView }) {
  const { t } = useText();
  const { units, missingUnits, returnedUnits, lateUnits } = view;
  if (missingUnits.length + returnedUnits.length + lateUnits.length === 0) {
    return (
      <p className="missing-units missing-units-none">
        <Icon name="success" />
        {t('consolidation.missing.none', { expected: units.length })}
      </p>
    );
  }
  const names = (codes: readonly string[]): string =>
    units
      .filter((unit) => codes.includes(unit.unit))
      .map((unit) => unit.shortName)
      .join(', ');
  return (
    <p className="missing-units" role="status">
      <Icon name="warning" />
      <span>
        {missingUnits.length > 0 && (
          <>
            <strong>{t('consolidation.missing.title', { missing: missingUnits.length })}</strong>{' '}
            {names(missingUnits)}.{' '}
          </>
        )}
        {returnedUnits.length > 0 && (
          <>
            <strong>
              {t('consolidation.missing.returned', { returned: returnedUnits.length })}
            </strong>{' '}
            {names(returnedUnits)}.{' '}
          </>
        )}
        {missingUnits.length + returnedUnits.length > 0 && (
          <span className="muted">{t('consolidation.missing.text')} </span>
        )}
        {lateUnits.length > 0 && (
          <>
            <strong>{t('periodLock.late', { count: lateUnits.length })}</strong> {names(lateUnits)}.
          </>
        )}
      </span>
    </p>
  );
}
