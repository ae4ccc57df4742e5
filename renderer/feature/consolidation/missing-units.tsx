import type { ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.ts';

/** Who has not reported, on top, because the totals stand without them. */
export function MissingUnits({ view }: { readonly view: ConsolidatedView }) {
  const { t } = useText();
  if (view.missingUnits.length === 0) {
    return (
      <p className="missing-units missing-units-none">
        <Icon name="success" />
        {t('consolidation.missing.none', { expected: view.units.length })}
      </p>
    );
  }
  const names = view.units
    .filter((unit) => view.missingUnits.includes(unit.unit))
    .map((unit) => unit.shortName);
  return (
    <p className="missing-units" role="status">
      <Icon name="warning" />
      <span>
        <strong>{t('consolidation.missing.title', { missing: names.length })}</strong>{' '}
        {names.join(', ')}. <span className="muted">{t('consolidation.missing.text')}</span>
      </span>
    </p>
  );
}
