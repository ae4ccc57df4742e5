import type { ConsolidatedRow, ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useText } from '../../ui/text.ts';
import { amountText, Fact } from './figure-fact.tsx';
import {
  differenceText,
  differenceUnit,
  figureText,
  goalText,
  knownStatus,
  reasonText,
  spokenFigure,
  withUnit,
} from './figure-text.ts';
import { VerdictMark } from './indicator-row.tsx';

type Props = { readonly view: ConsolidatedView; readonly row: ConsolidatedRow };

/** How the province's figure came about, what it stands without, and the door to every unit. */
export function TotalFacts(props: Props & { readonly onUnit: (at: number) => void }) {
  const text = useText();
  const { t } = text;
  const { row } = props;
  const { total } = row;
  const status = knownStatus(total.status);
  const reason = reasonText(row, text);
  const counts = { counted: total.counted, expected: total.expected };
  return (
    <>
      <dl className="figure-facts">
        <Fact term={t('consolidation.inspector.value')} isFigure>
          {total.kind === 'number'
            ? withUnit(figureText(total, row.decimals, text), row)
            : spokenFigure(total, row.decimals, text)}
        </Fact>
        <Fact term={t('consolidation.inspector.basis')}>
          {row.aggregation === 'weighted' && t('consolidation.inspector.basisWeighted', counts)}
          {row.aggregation === 'sum' && t('periodLock.inspector.basisSum', counts)}
          {row.aggregation === 'province-only' && t('consolidation.inspector.basisProvince')}
          {row.aggregation === 'not-additive' && t('consolidation.inspector.basisNotAdditive')}
        </Fact>
        {total.numerator !== null && (
          <Fact term={t('periodLock.inspector.numerator')}>
            {amountText(total.numerator, text.formatDecimal)}
          </Fact>
        )}
        {total.denominator !== null && (
          <Fact term={t('periodLock.inspector.denominator')}>
            {amountText(total.denominator, text.formatDecimal)}
          </Fact>
        )}
        <CoverageFacts {...props} />
        {status !== null && (
          <Fact term={t('consolidation.inspector.status')}>
            {t(`terms.statuses.${status}`)}
            {row.aggregation === 'weighted' && (
              <span className="muted"> ({t('consolidation.inspector.lowestStatus')})</span>
            )}
          </Fact>
        )}
        {row.ownNote !== '' && <Fact term={t('consolidation.inspector.note')}>{row.ownNote}</Fact>}
        {row.target !== null && (
          <Fact term={t('consolidation.inspector.target', { horizon: row.target.horizon })}>
            {withUnit(goalText(row.target, text), row)}
          </Fact>
        )}
        {row.difference !== null && (
          <Fact term={t('consolidation.inspector.difference')}>
            {differenceText(row, text)} {differenceUnit(row, text)}
          </Fact>
        )}
        {row.verdict !== null && (
          <Fact term={t('consolidation.inspector.verdict')}>
            <VerdictMark row={row} />
            {reason !== null && <span className="muted"> ({reason})</span>}
          </Fact>
        )}
      </dl>
      {row.aggregation !== 'province-only' && <UnitDoors {...props} />}
    </>
  );
}

function CoverageFacts({ view, row }: Props) {
  const { t, formatDecimal } = useText();
  const periods = useNavigation((place) => place.periods);
  const { total } = row;
  if (total.expected === 0) return null;
  const periodName = (code: string) => periods?.find((each) => each.code === code)?.name ?? code;
  const nameOf = (code: string) => view.units.find(({ unit }) => unit === code)?.shortName ?? code;
  // Σ of values that add up needs no weights: there the units are merely named.
  const unknown = total.leftOut
    .filter(({ denominator }) => denominator === null)
    .map(({ unit }) => nameOf(unit))
    .join(', ');
  return (
    <>
      <Fact term={t('periodLock.inspector.share')}>
        {total.share === null
          ? total.whyNoShare !== null && t(`periodLock.inspector.${total.whyNoShare}`)
          : `${formatDecimal(total.share)}%`}
      </Fact>
      {total.leftOut.length > 0 && (
        <Fact term={t('periodLock.inspector.leftOut')}>
          <ul className="left-out">
            {total.leftOut.map(
              ({ unit, denominator, period }) =>
                denominator !== null &&
                period !== null && (
                  <li key={unit}>
                    {t('periodLock.inspector.weight', {
                      unit: nameOf(unit),
                      denominator: formatDecimal(denominator),
                      period: periodName(period),
                    })}
                  </li>
                ),
            )}
            {unknown !== '' && <li>{t('periodLock.inspector.noWeight', { units: unknown })}</li>}
          </ul>
        </Fact>
      )}
    </>
  );
}

/** Each unit's figure as a button that leads to what lies behind it. */
function UnitDoors({ view, row, onUnit }: Props & { readonly onUnit: (at: number) => void }) {
  const text = useText();
  const { t } = text;
  return (
    <section aria-label={t('periodLock.inspector.units')}>
      <h3 className="unit-doors-title">{t('periodLock.inspector.units')}</h3>
      <ul className="unit-doors">
        {row.units.map((cell, at) => {
          const unit = view.units.find((each) => each.unit === cell.unit);
          const value = spokenFigure(cell, row.decimals, text);
          return (
            <li key={cell.unit}>
              <button
                type="button"
                className="unit-door"
                data-door={at + 1}
                onClick={() => {
                  onUnit(at + 1);
                }}
              >
                <span className="unit-door-name">{unit?.shortName ?? cell.unit}</span>
                <span>{value}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
