import { Fragment, useState } from 'react';

import { goalsByYear, tallyOf } from '#shared/domain/goal.ts';
import type { FollowedGoal, FollowedPlan, FollowedTarget } from '#shared/ipc/calls/following.ts';
import { Badge } from '../../ui/badge.tsx';
import { statusWord, targetText, withUnit } from '../../ui/figures.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import { GivenTable } from './given-table.tsx';

/** Every target of a year: result, distance, verdict and pace; the parts of a number together. */
export function TargetTable({ plan }: { readonly plan: FollowedPlan }) {
  const { t } = useText();
  const years = goalsByYear(plan.goals);
  const ofGiven = plan.given.map(({ target }) => target.horizon.slice(-4));
  const choices = [...new Set([...years.map(({ year }) => year), ...ofGiven])].sort();
  const [chosen, setChosen] = useState(choices[0] ?? '');
  const goals = years.find(({ year }) => year === chosen)?.goals ?? [];
  const isNumbered = goals.some(({ number }) => number !== null);
  const published = goals.flatMap(({ parts }) => parts).flatMap((part) => part.published);
  const isPublished = published.length > 0 || goals.some((goal) => goal.published !== null);
  const sources = new Set([...published.map(({ source }) => source), ...plan.publishedSources]);
  return (
    <div className="follow-part">
      <div className="follow-bar">
        <Segmented
          label={t('following.targets.of')}
          value={chosen}
          onChange={setChosen}
          options={choices.map((year) => ({
            value: year,
            label: t('following.targets.ofYear', { year }),
          }))}
        />
        <p className="follow-counts">{t('following.targets.counts', tallyOf(goals))}</p>
      </div>
      <ScrollRegion key={chosen} className="follow-scroll" label={t('following.targets.table')}>
        <table className="data-table follow-targets" aria-label={t('following.targets.table')}>
          <thead>
            <tr>
              {isNumbered && <th scope="col">{t('following.targets.number')}</th>}
              <th scope="col">{t('following.targets.indicator')}</th>
              <th scope="col" className="number">
                {t('following.targets.target')}
              </th>
              <th scope="col">{t('following.targets.actual')}</th>
              <th scope="col">{t('following.targets.distance')}</th>
              <th scope="col">{t('following.targets.verdict')}</th>
              <th scope="col">{t('following.targets.pace')}</th>
            </tr>
          </thead>
          <tbody>
            {goals.map((goal) => (
              <Fragment key={goal.id}>
                {goal.parts.length > 1 && <GroupRow goal={goal} />}
                {goal.parts.map((part, at) => (
                  <TargetRow
                    key={part.id}
                    part={part}
                    goal={goal}
                    number={
                      !isNumbered
                        ? null
                        : goal.parts.length === 1
                          ? String(goal.number ?? '')
                          : `${String(goal.number ?? '')}${'abcdefgh'[at] ?? ''}`
                    }
                  />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
        <GivenTable given={plan.given.filter((_, at) => ofGiven[at] === chosen)} />
        <div className="follow-notes caption">
          <p>{t('following.targets.rule')}</p>
          {isPublished && (
            <p>
              <strong>{t('following.targets.about')}:</strong> {plan.publishedSummary}{' '}
              {plan.publishedNote}
            </p>
          )}
          {isPublished && (
            <ul>
              {[...sources].map((source) => (
                <li key={source}>{t('following.targets.source', { source })}</li>
              ))}
            </ul>
          )}
        </div>
      </ScrollRegion>
    </div>
  );
}

function GroupRow({ goal }: { readonly goal: FollowedGoal }) {
  const { t } = useText();
  return (
    <tr className="group-row">
      <th scope="rowgroup" colSpan={5}>
        {t('following.targets.group', { number: goal.number ?? '', count: goal.parts.length })}
      </th>
      <td>
        {hasOwnWord(goal) && <VerdictBadge verdict={goal.verdict} />}
        <PublishedWord goal={goal} />
      </td>
      <td />
    </tr>
  );
}

function TargetRow(props: {
  readonly part: FollowedTarget;
  readonly goal: FollowedGoal;
  /** Null where the plan numbers nothing. */
  readonly number: string | null;
}) {
  const text = useText();
  const { t } = text;
  const { part, goal, number } = props;
  const { horizon } = part.target;
  return (
    <tr>
      {number !== null && <td className="follow-number">{number}</td>}
      <th scope="row" title={part.originalText}>
        {part.indicatorName}
      </th>
      <td className="number">
        {withUnit(targetText(part.target, text), part.unitOfMeasure)}
        {horizon.includes('-') && <span className="follow-sub">{horizon}</span>}
        {part.holds !== null && (
          <span className="follow-sub">
            {t(
              part.holds === 'maintain'
                ? 'following.targets.maintain'
                : 'following.targets.eachYear',
            )}
          </span>
        )}
      </td>
      <td className="follow-actual">
        <Actual part={part} />
      </td>
      <td>
        {part.distance !== null && <span title={part.distance.how}>{part.distance.full}</span>}
      </td>
      <td className="follow-verdict">
        {(goal.parts.length > 1 || hasOwnWord(goal)) && (
          <VerdictBadge
            verdict={part.verdict}
            why={
              part.verdictReason === null
                ? undefined
                : t(`following.verdictReasons.${part.verdictReason}`, {
                    horizon,
                    year: horizon.slice(-4),
                  })
            }
          />
        )}
        {part.verdict !== null &&
          part.actual !== null &&
          part.actual.counted < part.actual.expected && (
            <span className="follow-sub">
              {t('following.targets.partly', {
                counted: part.actual.counted,
                expected: part.actual.expected,
              })}
            </span>
          )}
        {goal.parts.length === 1 && <PublishedWord goal={goal} />}
      </td>
      <td>
        {part.pace !== null && (
          <>
            <span title={part.pace.full}>{part.pace.short}</span>
            <span className="follow-sub">
              {part.pace.how === part.pace.full ? '' : part.pace.how}
            </span>
          </>
        )}
      </td>
    </tr>
  );
}

/** The newest figure of the province, named, and what was published, marked as that (D154). */
function Actual({ part }: { readonly part: FollowedTarget }) {
  const text = useText();
  const { t, formatDecimal } = text;
  const { actual, unitOfMeasure, decimals } = part;
  if (actual === null) {
    return part.published.length > 0 ? (
      <Published part={part} />
    ) : (
      <span className="muted">{t('following.targets.noFigure')}</span>
    );
  }
  const counts = { counted: actual.counted, expected: actual.expected };
  // On how few units it stands is said beside the verdict.
  const isWhole = part.verdict === null || actual.counted >= actual.expected;
  const facts = [
    actual.periodName,
    ...(actual.status === null ? [] : [statusWord(actual.status, text)]),
    ...(isWhole && counts.expected > 0 ? [t('following.targets.counted', counts)] : []),
  ];
  return (
    <>
      <strong>{withUnit(formatDecimal(actual.number, decimals), unitOfMeasure)}</strong>
      <span className="follow-sub">{facts.join(' · ')}</span>
      <Published part={part} />
    </>
  );
}

function Published({ part }: { readonly part: FollowedTarget }) {
  const { t, formatDecimal } = useText();
  const { published, unitOfMeasure } = part;
  if (published.length === 0) return null;
  return (
    <div className="follow-beside">
      <Badge tone="info" icon="info">
        {t('following.targets.published')}
      </Badge>
      {published.map(({ value, status, source }) => (
        <span key={source + value} className="follow-published">
          {withUnit(formatDecimal(value), unitOfMeasure)}, {status}
          <span className="follow-sub" title={source}>
            {t('following.targets.source', { source: shortSource(source) })}
          </span>
        </span>
      ))}
    </div>
  );
}

/** Whether anything is to be said by own figures: their verdict, or that there is none at all. */
function hasOwnWord({ verdict, published }: FollowedGoal): boolean {
  return verdict !== null || published === null;
}

/** The published word of a goal, as it was published, under what own figures say (D154). */
function PublishedWord({ goal }: { readonly goal: FollowedGoal }) {
  const { t } = useText();
  if (goal.published === null) return null;
  return (
    <div className="follow-beside">
      <Badge tone="info" icon="info">
        {t('following.targets.publishedWord', { word: goal.published })}
      </Badge>
    </div>
  );
}

/** An address by its site alone; the whole address stands under the table. */
function shortSource(source: string): string {
  return /^https?:\/\/(?:www\.)?([^/]+)/.exec(source)?.[1] ?? source;
}
