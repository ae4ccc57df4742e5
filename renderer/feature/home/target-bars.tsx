import type { SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { targetText, withUnit } from '../../ui/figures.ts';
import { useText } from '../../ui/text.ts';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import { bulletsOf, withoutFigure } from './bullet.ts';
import type { Bullet } from './bullet.ts';
import './target-bars.css';
import { Trend } from './trend.tsx';

/** Where the unit stands against the province's targets, the furthest from its target first. */
export function TargetBars({ rows }: { readonly rows: readonly SheetRow[] }) {
  const { t } = useText();
  const bullets = bulletsOf(rows);
  const missing = withoutFigure(rows);
  return (
    <section className="home-card home-wide">
      <h2>{t('home.targetsTitle')}</h2>
      <p className="caption">
        {t(bullets.length === 0 ? 'home.noTargetsYet' : 'home.targetsHint')}
      </p>
      <ul className="target-bars">
        {bullets.map((bullet) => (
          <TargetBar key={bullet.row.row} bullet={bullet} />
        ))}
      </ul>
      {missing > 0 && <p className="caption">{t('home.notFilledYet', { count: missing })}</p>}
    </section>
  );
}

function TargetBar({ bullet }: { readonly bullet: Bullet }) {
  const text = useText();
  const { t, formatDecimal } = text;
  const { row } = bullet;
  const isMet = row.verdict === 'met' || row.verdict === 'exceeded';
  if (row.provinceTarget === null) return null;
  const { horizon } = row.provinceTarget;
  const target = targetText(row.provinceTarget, text);
  return (
    <li className="target-bar">
      <span className="target-bar-name" title={row.name}>
        {row.name}
      </span>
      <svg className="target-bar-drawing" aria-hidden="true">
        <rect className="target-bar-ground" y="3" width="100%" height="12" rx="2" />
        <rect
          className={isMet ? 'target-bar-fill-met' : 'target-bar-fill-short'}
          x={`${bullet.from}%`}
          y="6"
          width={`${bullet.length}%`}
          height="6"
        />
        <rect className="target-bar-mark" x={`${bullet.mark}%`} y="0" width="2" height="18" />
      </svg>
      <Trend bullet={bullet} />
      <span className="target-bar-figures">
        <span className="target-bar-value">
          {withUnit(formatDecimal(bullet.value, row.decimals), row.unitOfMeasure)}
        </span>
        <br />
        <span className="caption">{t('home.targetOf', { horizon, target })}</span>
      </span>
      <span>
        <VerdictBadge verdict={row.verdict} />
      </span>
    </li>
  );
}
