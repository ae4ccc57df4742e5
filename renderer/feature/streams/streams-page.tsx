import { useState } from 'react';

import type { StreamDesk, StreamQuestion } from '#shared/ipc/calls/streams.ts';
import { useCurrentPeriod, useNavigation } from '../../state/navigation-store.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useSession } from '../../state/session-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { groupedDigits } from '../../ui/fingerprint.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useText } from '../../ui/text.ts';
import { Comparison } from './comparison.tsx';
import { DecideDialog } from './decide-dialog.tsx';
import './streams-page.css';

/** Reports of one unit that do not go together: nothing is chosen but by people. */
export function StreamsPage() {
  const { t } = useText();
  const period = useCurrentPeriod();
  const desk = useQuery('stream.list', period === null ? null : { period: period.code });
  const announce = useNotices((notices) => notices.announce);
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const [reopened, setReopened] = useState<string | null>(null);
  const { query } = desk;
  if (query.kind === 'loading') return <Busy isPage label={t('streams.loading')} />;
  if (query.kind === 'refused') {
    return (
      <Page title={t('streams.title')} actions={<BackButton />}>
        <RefusalNotice refusal={query.refusal} />
      </Page>
    );
  }
  const { questions, settled, decisions } = query.value;
  const again = settled.filter(({ unit }) => unit === reopened);
  return (
    <Page
      title={t('streams.title')}
      subtitle={t('streams.subtitle', { period: period?.name ?? '', count: questions.length })}
      actions={<BackButton />}
    >
      <div className="streams">
        {questions.length === 0 && again.length === 0 && (
          <EmptyState title={t('streams.none')}>{t('streams.noneHint')}</EmptyState>
        )}
        {[...questions, ...again].map((question) => (
          <Question key={question.unit} question={question} onDecide={setDeciding} />
        ))}
        {decisions.length > 0 && (
          <Decisions decisions={decisions} settled={settled} onReopen={setReopened} />
        )}
      </div>
      {deciding !== null && (
        <DecideDialog
          question={deciding.question}
          other={deciding.other}
          onClose={() => {
            setDeciding(null);
          }}
          onDecided={(decided) => {
            setDeciding(null);
            setReopened(null);
            desk.replace(decided);
            announce('success', t('streams.decided'));
          }}
        />
      )}
    </Page>
  );
}

type Deciding = {
  readonly question: StreamQuestion;
  readonly other: StreamQuestion['others'][number];
};

function Question(props: {
  readonly question: StreamQuestion;
  readonly onDecide: (deciding: Deciding) => void;
}) {
  const { t } = useText();
  const { question } = props;
  const mayDecide = useSession((session) => session.state?.account?.role) === 'receiver';
  const [chosen, setChosen] = useState('');
  const other = question.others.find(({ statement }) => statement === chosen) ?? question.others[0];
  if (other === undefined) return null;
  return (
    <Panel
      title={question.unitName}
      aside={
        mayDecide && (
          <Button
            kind="primary"
            onClick={() => {
              props.onDecide({ question, other });
            }}
          >
            {t('streams.decide')}
          </Button>
        )
      }
    >
      {!mayDecide && <p className="muted">{t('streams.readOnly')}</p>}
      {question.others.length > 1 && (
        <Segmented
          label={t('streams.others')}
          value={other.statement}
          onChange={setChosen}
          options={question.others.map(({ statement, revision, sequence }) => ({
            value: statement,
            label: t('streams.other', { revision, sequence }),
          }))}
        />
      )}
      <Comparison question={question} other={other} />
    </Panel>
  );
}

function Decisions(props: {
  readonly decisions: StreamDesk['decisions'];
  readonly settled: StreamDesk['settled'];
  readonly onReopen: (unit: string) => void;
}) {
  const { t, formatInstant } = useText();
  const { decisions, settled } = props;
  // Only the last decision of a unit is in force.
  const isInForce = (unit: string, at: number) =>
    decisions.findIndex((each) => each.unit === unit) === at &&
    settled.some((each) => each.unit === unit);
  return (
    <Panel title={t('streams.decisions.title')}>
      <ul className="stream-decisions">
        {decisions.map((decision, at) => {
          const { unit, unitName, chosen, setAside, reason, decidedBy, decidedAt } = decision;
          const facts = {
            by: decidedBy,
            at: formatInstant(decidedAt),
            setAside: setAside.map(groupedDigits).join('; '),
          };
          return (
            <li key={decisions.length - at}>
              <strong>{unitName}</strong>
              <div>
                {chosen === null
                  ? t('streams.decisions.lineNone', facts)
                  : t('streams.decisions.line', { ...facts, chosen: groupedDigits(chosen) })}
              </div>
              <div className="stream-words">{t('streams.decisions.reason', { reason })}</div>
              {isInForce(unit, at) && (
                <Button
                  kind="quiet"
                  aria-label={t('streams.decisions.againFor', { unit: unitName })}
                  onClick={() => {
                    props.onReopen(unit);
                  }}
                >
                  {t('streams.decisions.again')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

function BackButton() {
  const { t } = useText();
  const go = useNavigation((place) => place.go);
  return (
    <Button
      onClick={() => {
        go('receive');
      }}
    >
      {t('streams.back')}
    </Button>
  );
}
