import { useState } from 'react';
import type { ReactNode } from 'react';

import { senderByName } from '#shared/bundle/names.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import { isHeldCode } from '#shared/ipc/verdict-rules.ts';
import type { Refusal } from '#shared/kit/result.ts';
import { searchKey } from '#shared/text/fold.ts';
import type { BadgeTone } from './badge.tsx';
import { AnswerBadge, Badge } from './badge.tsx';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';
import type { Text } from './text.ts';
import { useText } from './text.ts';
import './verdict-list.css';

/** An outcome; what was accepted may revise what came before, what came before may be a file beside it. */
type Kind = Verdict['outcome'] | 'revision' | 'copy';

const kinds: readonly Kind[] = [
  'accepted',
  'revision',
  'already-received',
  'copy',
  'held',
  'refused',
  'skipped',
];
/** Always counted; the others where there are any. */
const everCounted: readonly Kind[] = ['accepted', 'already-received', 'refused', 'skipped'];

const looks: Readonly<Record<Kind, { tone: BadgeTone; icon: IconName }>> = {
  accepted: { tone: 'success', icon: 'success' },
  revision: { tone: 'success', icon: 'success' },
  'already-received': { tone: 'info', icon: 'check' },
  copy: { tone: 'info', icon: 'check' },
  held: { tone: 'warning', icon: 'clock' },
  refused: { tone: 'error', icon: 'error' },
  skipped: { tone: 'neutral', icon: 'dot' },
};

/** How many files are drawn at once, and from how many on the list can be searched. */
const drawnAtOnce = 50;
const searchedFrom = 12;

/**
 * One plain verdict for each file with its reason in a sentence, the counts on top. What was refused
 * comes first, because somebody has to act on it; files that were not for reading are folded away.
 */
export function VerdictList(props: {
  readonly verdicts: readonly Verdict[];
  /** The name of a period, for people. */
  readonly periodName: (code: string) => string;
  /** The name of a unit, for people; null where it has none. Only the province knows names. */
  readonly unitNameOf?: UnitNameOf;
  /** Whether this is what would become of the files. */
  readonly isTrial?: boolean;
  /** What can be done about a file, beside its verdict. */
  readonly actionOf?: (verdict: Verdict) => ReactNode;
}) {
  const { t } = useText();
  const { verdicts, isTrial = false, unitNameOf = noName } = props;
  const [filter, setFilter] = useState<Kind | null>(null);
  const [wanted, setWanted] = useState('');
  const [drawn, setDrawn] = useState(drawnAtOnce);
  if (verdicts.length === 0) return <p className="muted">{t('verdict.empty')}</p>;
  const isOfProvince = verdicts.some(
    ({ answer, catalogue }) => answer !== null || catalogue !== null,
  );
  const count = (kind: Kind) => verdicts.filter((verdict) => kindOf(verdict) === kind).length;
  const wordOf = (kind: Kind) => {
    if (kind !== 'accepted') return t(`verdict.counts.${kind}`);
    return t(`verdict.counts.${isOfProvince ? 'taken' : isTrial ? 'new' : 'accepted'}`);
  };
  const skipped = verdicts.filter(({ outcome }) => outcome === 'skipped');
  const read = verdicts.filter(({ outcome }) => outcome !== 'skipped');
  const key = searchKey(wanted);
  const shown = read
    .filter((verdict) => filter === null || kindOf(verdict) === filter)
    .filter((verdict) =>
      searchKey(`${verdict.fileName} ${senderOf(verdict, unitNameOf) ?? ''}`).includes(key),
    )
    .sort((a, b) => rank(a) - rank(b));
  const rest = shown.length - drawn;
  return (
    <div className="verdicts">
      <div className="verdict-head">
        <ul className="verdict-counts" aria-label={t('verdict.filter')}>
          {kinds
            .filter((kind) => everCounted.includes(kind) || count(kind) > 0)
            .map((kind) => (
              <li key={kind} className={`verdict-count verdict-count-${kind}`}>
                <Count
                  isOn={filter === kind}
                  canFilter={kind !== 'skipped' && read.length > 1 && count(kind) > 0}
                  onToggle={() => {
                    setFilter(filter === kind ? null : kind);
                    setDrawn(drawnAtOnce);
                  }}
                >
                  <Icon name={looks[kind].icon} />
                  <strong>{count(kind)}</strong> {wordOf(kind)}
                </Count>
              </li>
            ))}
        </ul>
        {read.length >= searchedFrom && (
          <TextField
            label={t('verdict.search')}
            type="search"
            value={wanted}
            onChange={(text) => {
              setWanted(text);
              setDrawn(drawnAtOnce);
            }}
          />
        )}
      </div>
      {read.length === 0 && <p className="muted">{t('verdict.nothingToRead')}</p>}
      {read.length > 0 && shown.length === 0 && (
        <p className="muted">{t('verdict.noneOfFilter')}</p>
      )}
      {shown.length > 0 && (
        <ul className="verdict-list" aria-label={t('verdict.listLabel')}>
          {shown.slice(0, drawn).map((verdict) => (
            <VerdictItem
              key={verdict.fileName}
              verdict={verdict}
              isTrial={isTrial}
              periodName={props.periodName}
              unitNameOf={unitNameOf}
              action={props.actionOf?.(verdict)}
            />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <Button
          onClick={() => {
            setDrawn(drawn + drawnAtOnce);
          }}
        >
          {t('verdict.more', { count: Math.min(rest, drawnAtOnce), rest })}
        </Button>
      )}
      {skipped.length > 0 && <SkippedFiles verdicts={skipped} />}
    </div>
  );
}

function Count(props: {
  readonly isOn: boolean;
  readonly canFilter: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}) {
  if (!props.canFilter) return props.children;
  return (
    <button
      type="button"
      className="verdict-count-filter"
      aria-pressed={props.isOn}
      onClick={props.onToggle}
    >
      {props.children}
    </button>
  );
}

function kindOf({ outcome, replaces, copyOf }: Verdict): Kind {
  if (copyOf !== null) return 'copy';
  return outcome === 'accepted' && replaces !== null ? 'revision' : outcome;
}

/** Files that were not meant for here: one line, and on request their names under each reason. */
function SkippedFiles({ verdicts }: { readonly verdicts: readonly Verdict[] }) {
  const text = useText();
  const reasons = new Map<string, string[]>();
  for (const verdict of verdicts) {
    const reason = reasonOf(verdict, text, { periodName: (code) => code, isTrial: false });
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
  readonly isTrial: boolean;
  readonly periodName: (code: string) => string;
  readonly unitNameOf: UnitNameOf;
  readonly action: ReactNode;
}) {
  const text = useText();
  const { t } = text;
  const { verdict } = props;
  // What could be read names its unit in the reason.
  const sender = verdict.refusal === null ? null : senderOf(verdict, props.unitNameOf);
  return (
    <li className="verdict">
      <VerdictBadge verdict={verdict} isTrial={props.isTrial} />
      <div className="verdict-body">
        <div className="verdict-file">{verdict.fileName}</div>
        {sender !== null && (
          <div className="muted">
            {verdict.unitName === null ? t('verdict.byFileName', { unit: sender }) : sender}
          </div>
        )}
        <div>{reasonOf(verdict, text, props)}</div>
        <Consequence verdict={verdict} />
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

/** What it replaces, what a person has to do about it, and where a copy lies. */
function Consequence({ verdict }: { readonly verdict: Verdict }) {
  const { t, describe, formatInstant } = useText();
  const { outcome, replaces, refusal, quarantine } = verdict;
  return (
    <>
      {replaces !== null && (
        <div>
          {replaces.receivedAt === null
            ? t('verdict.reasons.replacesExpected', { revision: replaces.revision })
            : t('verdict.reasons.replaces', {
                revision: replaces.revision,
                at: formatInstant(replaces.receivedAt),
              })}
        </div>
      )}
      {outcome === 'held' && refusal !== null && isHeldCode(refusal.code) && (
        <div>
          <strong>{t(`verdict.held.${refusal.code}`)}</strong>
        </div>
      )}
      {quarantine !== null && (
        <div className="caption verdict-receipt">
          {quarantine.refusal === null
            ? t('verdict.quarantined', { fileName: shortDigest(quarantine.fileName ?? '') })
            : t('verdict.notQuarantined', { reason: describe(quarantine.refusal).text })}
        </div>
      )}
    </>
  );
}

/** A digest is found in a folder by how it begins. */
function shortDigest(fileName: string): string {
  return fileName.replace(/^([0-9a-f]{12})[0-9a-f]+/u, '$1…');
}

/** What became of the file; of an answer that was taken in, what it says. */
function VerdictBadge(props: { readonly verdict: Verdict; readonly isTrial: boolean }) {
  const { t } = useText();
  const { outcome, answer } = props.verdict;
  if (outcome === 'accepted' && answer !== null) return <AnswerBadge outcome={answer} />;
  const kind = kindOf(props.verdict);
  return (
    <Badge tone={looks[kind].tone} icon={looks[kind].icon}>
      {t(`verdict.${props.isTrial ? 'expected' : 'outcomes'}.${kind}`)}
    </Badge>
  );
}

function rank(verdict: Verdict): number {
  return ['refused', 'held', 'accepted', 'already-received'].indexOf(verdict.outcome);
}

type UnitNameOf = (code: string) => string | null;

function noName(): null {
  return null;
}

/** Who sent a file, by its statement or else by its name; null where neither says. */
function senderOf({ unitName, fileName }: Verdict, unitNameOf: UnitNameOf): string | null {
  const code = senderByName(fileName);
  return unitName ?? (code === null ? null : unitNameOf(code));
}

/** A refusal that says a unit's name where the services said its code. */
function withUnitName(refusal: Refusal, unitNameOf: UnitNameOf): Refusal {
  const { unit } = refusal.facts;
  const name = typeof unit === 'string' ? unitNameOf(unit) : null;
  return name === null ? refusal : { ...refusal, facts: { ...refusal.facts, unit: name } };
}

type Wording = {
  readonly periodName: (code: string) => string;
  readonly unitNameOf?: UnitNameOf;
  readonly isTrial: boolean;
};

function reasonOf(
  verdict: Verdict,
  text: Text,
  { periodName, unitNameOf = noName, isTrial }: Wording,
): string {
  if (verdict.refusal !== null) {
    return text.describe(withUnitName(verdict.refusal, unitNameOf)).text;
  }
  const { outcome, unitName, period, revision, answer, catalogue, copyOf } = verdict;
  if (copyOf !== null) return text.t('verdict.reasons.copy', { file: copyOf });
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
        : text.t(`verdict.reasons.${isTrial ? 'expected' : 'accepted'}`, facts);
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
