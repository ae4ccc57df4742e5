import { ZERO, compare, parseDecimal, subtract } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import { rankFigures } from '#shared/domain/ranking.ts';
import type { FollowedIndicator } from '#shared/ipc/calls/following.ts';
import '../../ui/table.css';
import { withUnit } from '../../ui/figures.ts';
import { useText } from '../../ui/text.ts';
import { absentKind } from './absent-figure.ts';
import { placeIn, spanFromZero } from './scale.ts';
import type { Span } from './scale.ts';

type OfPeriod = FollowedIndicator['periods'][number];

/** A table of units by rank whose bars are the picture of it; those without a number come last. */
export function RankingBars(props: {
  readonly indicator: FollowedIndicator;
  readonly figures: OfPeriod;
  readonly nameOf: (unit: string) => string;
  readonly label: string;
}) {
  const { t, formatDecimal } = useText();
  const { indicator, figures, nameOf } = props;
  const ranked = rankFigures(
    figures.units.map((unit) => ({ of: unit, value: parseDecimal(unit.number ?? '') })),
    indicator,
  );
  const target = parseDecimal(figures.target?.value ?? '');
  const values = ranked.flatMap(({ value }) => (value === null ? [] : [value]));
  const span = spanFromZero(target === null ? values : [...values, target]);
  return (
    <table className="data-table follow-ranking" aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col" className="number">
            {t('following.pictures.rank')}
          </th>
          <th scope="col">{t('following.reports.unit')}</th>
          <th scope="col" className="number">
            {t('following.pictures.value')}
          </th>
          <th scope="col" aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {ranked.map(({ of, rank, value }) => (
          <tr key={of.unit}>
            <td className="number">{rank ?? ''}</td>
            <th scope="row">{nameOf(of.unit)}</th>
            <td className={value === null ? 'muted' : 'number'}>
              {value === null
                ? t(`following.pictures.kinds.${absentKind(of)}`)
                : withUnit(formatDecimal(value, indicator.decimals), indicator.unitOfMeasure)}
            </td>
            <td className="follow-bar-cell" aria-hidden="true">
              <Bar span={span} value={value} target={target} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A bar from zero to the figure, and the target as an upright line through all of them. */
function Bar(props: {
  readonly span: Span;
  readonly value: Decimal | null;
  readonly target: Decimal | null;
}) {
  const { span, value, target } = props;
  const zero = placeIn(span, ZERO, '100');
  const end = value === null ? zero : placeIn(span, value, '100');
  const isRight = compare(end, zero) >= 0;
  const hasSpan = compare(span.low, span.high) !== 0;
  return (
    <svg className="follow-bar-drawing" focusable="false">
      {value !== null && hasSpan && (
        <rect
          className="follow-bar-fill"
          x={`${isRight ? zero : end}%`}
          y="4"
          width={`${isRight ? subtract(end, zero) : subtract(zero, end)}%`}
          height="12"
        />
      )}
      {target !== null && hasSpan && (
        <rect
          className="follow-bar-target"
          x={`${placeIn(span, target, '100')}%`}
          y="0"
          width="2"
          height="20"
        />
      )}
    </svg>
  );
}
