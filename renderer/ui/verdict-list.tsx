import type { ReactNode } from 'react';

import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import type { BadgeTone } from './badge.tsx';
import { AnswerBadge, Badge } from './badge.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import type { Text } from './text.ts';
import { useText } from './text.ts';
import './verdict-list.css';

type Outcome = Verdict['outcome'];

const outcomes: readonly Outcome[] = ['accepted', 'held', 'already-received', 'refused', 'skipped'];

const looks: Readonly<Record<Outcome, { tone: BadgeTone; icon: IconName }>> = {
  accepted: { tone: 'success', icon: 'success' },
  held: { tone: 'warning', icon: 'info' },
  'already-received': { tone: 'info', icon: 'check' },
  refused: { tone: 'error', icon: 'error' },
  skipped: { tone: 'neutral', icon: 'dot' },
};

/**
 * One plain verdict for each file with its reason in a sentence, the counts on top. What was refused
 * comes first, because somebody has to act on it; files that were not for reading are folded away.
 */
export function VerdictList(props: {
  readonly verdicts: readonly Verdict[];
  /** The name of a period, for people. */
  readonly periodName: (code: string) => string;
  /** What can be done about a file, beside its verdict. */
  readonly actionOf?: (verdict: Verdict) => ReactNode;
}) {
  const text = useText();
  const { t } = text;
  if (props.verdicts.length === 0) return <p className="muted">{t('verdict.empty')}</p>;
  const isSkipped = (verdict: Verdict) => verdict.outcome === 'skipped';
  const skipped = props.verdicts.filter(isSkipped);
  const isOfProvince = props.verdicts.some(
    ({ answer, catalogue }) => answer !== null || catalogue !== null,
  );
  const read = props.verdicts
    .filter((verdict) => !isSkipped(verdict))
    .sort((a, b) => rank(a) - rank(b));
  return (
    <div className="verdicts">
      <ul className="verdict-counts">
        {outcomes.map((outcome) => {
          const files = props.verdicts.filter((verdict) => verdict.outcome === outcome).length;
          // Few files wait for anybody: a nought would say nothing.
          if (outcome === 'held' && files === 0) return null;
          return (
            <li key={outcome} className={`verdict-count verdict-count-${outcome}`}>
              <Icon name={looks[outcome].icon} />
              <strong>{files}</strong>{' '}
              {t(`verdict.counts.${outcome === 'accepted' && isOfProvince ? 'taken' : outcome}`)}
            </li>
          );
        })}
      </ul>
      {read.length === 0 ? (
        <p className="muted">{t('verdict.nothingToRead')}</p>
      ) : (
        <ul className="verdict-list" aria-label={t('verdict.listLabel')}>
          {read.map((verdict) => (
            <VerdictItem
              key={verdict.fileName}
              verdict={verdict}
              periodName={props.periodName}
              action={props.actionOf?.(verdict)}
            />
          ))}
        </ul>
      )}
      {skipped.length > 0 && <SkippedFiles verdicts={skipped} />}
    </div>
  );
}

/** Files that were not meant for here: one line, and on request their names under each reason. */
function SkippedFiles({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const text = useText();
  const reasons = new Map<string, string[]>();
  for (const verdict of verdicts) {
    const reason = reasonOf(verdict, text, (code) => code);
    reasons.set(reason, [...(reasons.get(reason) ?? []), verdict.fileName]);
  }
  return (
    <details className="verdict-skipped">
      <summary>{text.t('verdict.skippedFiles', { files: verdicts.length })}</summary>
      {[...reasons].map(([reason, names]) => (
        <section key={reason}>
          <p>{reason}</p>
          <ul className="verdict-names">
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

function VerdictItem(props: {
  readonly verdict: Verdict;
  readonly periodName: (code: string) => string;
  readonly action: ReactNode;
}) {
  const text = useText();
  const { t } = text;
  const { verdict } = props;
  return (
    <li className="verdict">
      <VerdictBadge verdict={verdict} />
      <div className="verdict-body">
        <div className="verdict-file">{verdict.fileName}</div>
        <div>{reasonOf(verdict, text, props.periodName)}</div>
        {verdict.receiptFileName !== null && (
          <div className="caption verdict-receipt">
            {t('verdict.receipt', { fileName: verdict.receiptFileName })}
          </div>
        )}
        {props.action}
      </div>
      {verdict.refusal !== null && (
        <span className="caption">{text.describe(verdict.refusal).phoneCode}</span>
      )}
    </li>
  );
}

/** What became of the file; of an answer that was taken in, what it says. */
function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useText();
  const { outcome, answer } = verdict;
  if (outcome === 'accepted' && answer !== null) return <AnswerBadge outcome={answer} />;
  return (
    <Badge tone={looks[outcome].tone} icon={looks[outcome].icon}>
      {t(`verdict.outcomes.${outcome}`)}
    </Badge>
  );
}

function rank(verdict: Verdict): number {
  return ['refused', 'held', 'accepted', 'already-received'].indexOf(verdict.outcome);
}

function reasonOf(verdict: Verdict, text: Text, periodName: (code: string) => string): string {
  if (verdict.refusal !== null) return text.describe(verdict.refusal).text;
  const { outcome, unitName, period, revision, answer, catalogue } = verdict;
  if (catalogue !== null) {
    const reason = outcome === 'held' ? 'catalogue' : 'catalogueAgain';
    return text.t(`verdict.reasons.${reason}`, { version: catalogue });
  }
  if (outcome === 'accepted' && answer !== null && period !== null && revision !== null) {
    const said = text.t(`terms.answers.${answer}`);
    return text.t('verdict.reasons.receipt', {
      answer: said,
      period: periodName(period),
      revision,
    });
  }
  const isNamed = unitName !== null && period !== null && revision !== null;
  const facts = isNamed ? { unit: unitName, period: periodName(period), revision } : null;
  switch (outcome) {
    case 'accepted':
      return facts === null
        ? text.t('verdict.reasons.acceptedPlain')
        : text.t('verdict.reasons.accepted', facts);
    case 'already-received':
      return facts === null
        ? text.t('verdict.reasons.alreadyReceivedPlain')
        : text.t('verdict.reasons.already-received', facts);
    case 'held':
    case 'refused':
    case 'skipped':
      return text.t('verdict.reasons.skipped');
  }
}
