import type { FollowedGiven } from '#shared/ipc/calls/following.ts';
import { statusWord, targetText, withUnit } from '../../ui/figures.ts';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';

/** What single units were given, and what each of them reported last; nothing where nobody was. */
export function GivenTable({ given }: { readonly given: readonly FollowedGiven[] }) {
  const { t } = useText();
  if (given.length === 0) return null;
  return (
    <section className="follow-given">
      <h2>{t('following.given.title')}</h2>
      <p className="caption">{t('following.given.rule')}</p>
      <table className="data-table" aria-label={t('following.given.title')}>
        <thead>
          <tr>
            <th scope="col">{t('following.reports.unit')}</th>
            <th scope="col">{t('following.targets.indicator')}</th>
            <th scope="col" className="number">
              {t('following.given.target')}
            </th>
            <th scope="col">{t('following.targets.actual')}</th>
            <th scope="col">{t('following.targets.distance')}</th>
            <th scope="col">{t('following.targets.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {given.map((one) => (
            <GivenRow key={`${one.unit} ${one.indicator} ${one.target.horizon}`} one={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function GivenRow({ one }: { readonly one: FollowedGiven }) {
  const text = useText();
  const { t, formatDecimal } = text;
  const { actual, target, distance, unitOfMeasure, decimals } = one;
  return (
    <tr>
      <th scope="row">{one.unitName}</th>
      <td>
        {one.indicatorName}
        <span className="follow-sub">{t('following.given.basis', { basis: one.basis })}</span>
      </td>
      <td className="number">
        {withUnit(targetText(target, text), unitOfMeasure)}
        {target.horizon.includes('-') && <span className="follow-sub">{target.horizon}</span>}
      </td>
      <td>
        {actual === null ? (
          <span className="muted">{t('following.targets.noFigure')}</span>
        ) : (
          <>
            <strong>{withUnit(formatDecimal(actual.number, decimals), unitOfMeasure)}</strong>
            <span className="follow-sub">
              {[
                actual.periodName,
                ...(actual.status === null ? [] : [statusWord(actual.status, text)]),
              ].join(' · ')}
            </span>
          </>
        )}
      </td>
      <td>{distance !== null && <span title={distance.how}>{distance.full}</span>}</td>
      <td>
        <VerdictBadge verdict={one.verdict} />
      </td>
    </tr>
  );
}
