import { useId } from 'react';

import { add, compare, parseDecimal, subtract } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import '../../ui/table.css';
import { withUnit } from '../../ui/figures.ts';
import { useText } from '../../ui/text.ts';
import { absentText } from './absent-figure.ts';
import type { FollowedFigure } from './absent-figure.ts';
import { decimal, placeIn, spanOf } from './scale.ts';
import type { Span } from './scale.ts';

/** A line of the trend: what it is of, and its figure in each period; null where none is asked for. */
export type TrendLine = {
  readonly name: string;
  readonly figures: readonly (FollowedFigure | null)[];
};

const WIDTH = 560;
const HEIGHT = 180;
const LEFT = 60;
const RIGHT = 60;
const TOP = 24;
const BOTTOM = 30;

/**
 * One or two lines over the periods, told apart by stroke and by the shape of their points, and the
 * same figures as a table under it.
 */
export function TrendChart(props: {
  readonly label: string;
  readonly periods: readonly { readonly name: string; readonly short: string }[];
  readonly lines: readonly TrendLine[];
  readonly unitOfMeasure: string;
  readonly decimals: number;
}) {
  const text = useText();
  const { t, formatDecimal } = text;
  const title = useId();
  const { label, periods, lines, unitOfMeasure, decimals } = props;
  const write = (value: string): string => withUnit(formatDecimal(value, decimals), unitOfMeasure);
  const span = spanOf(
    lines.flatMap(({ figures }) => figures.flatMap((figure) => numberOf(figure) ?? [])),
  );
  const known = Math.max(
    0,
    ...lines.map(({ figures }) => figures.filter((figure) => numberOf(figure) !== null).length),
  );
  return (
    <figure className="follow-trend">
      {span !== null && known > 1 ? (
        <svg
          viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
          role="img"
          aria-labelledby={title}
          className="follow-trend-drawing"
        >
          <title id={title}>{label}</title>
          <line
            className="follow-trend-axis"
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={HEIGHT - BOTTOM}
            y2={HEIGHT - BOTTOM}
          />
          {periods.map(({ short }, at) => (
            <text
              key={short}
              className="follow-trend-text"
              x={across(at, periods.length)}
              y={HEIGHT - 10}
              textAnchor="middle"
            >
              {short}
            </text>
          ))}
          {lines.map((line, at) => (
            <Line
              key={line.name}
              line={line}
              other={lines[1 - at] ?? null}
              at={at}
              span={span}
              write={write}
            />
          ))}
        </svg>
      ) : (
        <p className="muted">{t('following.pictures.fewPeriods', { count: known })}</p>
      )}
      <figcaption>
        <table className="data-table" aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{t('following.reports.unit')}</th>
              {periods.map(({ name }) => (
                <th key={name} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, figures }, at) => (
              <tr key={name}>
                <th scope="row">
                  <svg className="follow-legend" width="28" height="12" aria-hidden="true">
                    <line className={strokeOf(at)} x1="0" x2="28" y1="6" y2="6" />
                    <Point at={at} x={14} y={decimal('6')} />
                  </svg>
                  {name}
                </th>
                {periods.map((period, place) => {
                  const figure = figures[place] ?? null;
                  const value = numberOf(figure);
                  return (
                    <td key={period.short} className={value === null ? 'number muted' : 'number'}>
                      {value === null ? absentText(figure, text) : write(value)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </figcaption>
    </figure>
  );
}

function Line(props: {
  readonly line: TrendLine;
  /** The other line, which the figures beside the points keep out of the way of. */
  readonly other: TrendLine | null;
  readonly at: number;
  readonly span: Span;
  readonly write: (value: string) => string;
}) {
  const { line, other, at, span, write } = props;
  const points = line.figures.map((figure, place) => {
    const value = numberOf(figure);
    return value === null
      ? null
      : {
          x: across(place, line.figures.length),
          y: down(span, value),
          value,
          side: sideOf(value, numberOf(other?.figures[place] ?? null), at),
        };
  });
  return (
    <>
      {points.map((point, place) => {
        const before = points[place - 1];
        // A period without a figure leaves a gap; nobody knows what went on in it.
        return point === null || before === null || before === undefined ? null : (
          <line
            key={point.x}
            className={strokeOf(at)}
            x1={before.x}
            y1={before.y}
            x2={point.x}
            y2={point.y}
          />
        );
      })}
      {points.map((point) =>
        point === null ? null : (
          <g key={point.x}>
            <Point at={at} x={point.x} y={point.y} />
            {point.side !== 'none' && (
              <text
                className="follow-trend-text"
                x={point.x}
                y={
                  point.side === 'above'
                    ? subtract(point.y, decimal('8'))
                    : add(point.y, decimal('17'))
                }
                textAnchor="middle"
              >
                {write(point.value)}
              </text>
            )}
          </g>
        ),
      )}
    </>
  );
}

function numberOf(figure: FollowedFigure | null): Decimal | null {
  return parseDecimal(figure?.number ?? '');
}

/** Where a point's figure is written: the larger one above, the same one once. */
function sideOf(value: Decimal, other: Decimal | null, at: number): 'above' | 'below' | 'none' {
  const order = other === null ? 1 : compare(value, other);
  if (order === 0) return at === 0 ? 'above' : 'none';
  return order > 0 ? 'above' : 'below';
}

/** A disc for the first line, a square for the second. */
function Point({ at, x, y }: { readonly at: number; readonly x: number; readonly y: Decimal }) {
  return at === 0 ? (
    <circle className="follow-point" cx={x} cy={y} r="3.5" />
  ) : (
    <rect
      className="follow-point-second"
      x={x - 3.5}
      y={subtract(y, decimal('3.5'))}
      width="7"
      height="7"
    />
  );
}

function strokeOf(at: number): string {
  return at === 0 ? 'follow-line' : 'follow-line follow-line-second';
}

function across(at: number, count: number): number {
  const room = WIDTH - LEFT - RIGHT;
  return count < 2 ? LEFT + room / 2 : LEFT + Math.round((room * at) / (count - 1));
}

/** The larger figure stands higher. */
function down(span: Span, value: Decimal): Decimal {
  const room = HEIGHT - TOP - BOTTOM - 14;
  return subtract(decimal(String(TOP + room)), placeIn(span, value, String(room)));
}
