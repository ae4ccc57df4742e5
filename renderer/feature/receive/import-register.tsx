import { useState } from 'react';

import { verdictOutcomes } from '#shared/ipc/calls/exchange.ts';
import type { ImportRunView } from '#shared/ipc/calls/inbox.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import type { Query } from '../../state/use-query.ts';
import { useQuery } from '../../state/use-query.ts';
import { Badge } from '../../ui/badge.tsx';
import type { BadgeTone } from '../../ui/badge.tsx';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { placeName } from '../../ui/place-name.ts';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import type { Text } from '../../ui/text.ts';
import { VerdictList } from '../../ui/verdict-list.tsx';
import { Aftermath } from './inbox-result.tsx';

const looks: Readonly<Record<ImportRunView['state'], { tone: BadgeTone; icon: IconName }>> = {
  done: { tone: 'success', icon: 'success' },
  cancelled: { tone: 'neutral', icon: 'dot' },
  running: { tone: 'info', icon: 'clock' },
  interrupted: { tone: 'warning', icon: 'warning' },
};

/** How many runs stand there before somebody asks for all. */
const shownAtFirst = 5;

/** The register: who took in what, when and from where, and how it ended. */
export function ImportRegister(props: {
  readonly runs: Query<CallOutput<'inbox.runs'>>;
  readonly periodName: (code: string) => string;
  readonly unitNameOf: (code: string) => string | null;
}) {
  const { t } = useText();
  const [opened, setOpened] = useState<number | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const { runs } = props;
  if (runs.kind === 'loading') return <Busy label={t('receive.register.loading')} />;
  if (runs.kind === 'refused') return <RefusalNotice refusal={runs.refusal} />;
  const all = runs.value;
  const [last] = all;
  return (
    <Panel title={t('receive.register.title')}>
      {last?.state === 'interrupted' && <Notice kind="warning" title={howItEnded(last, t) ?? ''} />}
      {all.length === 0 ? (
        <p className="muted">{t('receive.register.empty')}</p>
      ) : (
        <div className="table-frame">
          <table className="data-table import-runs">
            <thead>
              <tr>
                <th scope="col">{t('receive.register.at')}</th>
                <th scope="col">{t('receive.register.by')}</th>
                <th scope="col">{t('receive.register.source')}</th>
                <th scope="col">{t('receive.register.state')}</th>
                <th scope="col">{t('receive.register.results')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('receive.register.open')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {(showsAll ? all : all.slice(0, shownAtFirst)).map((run) => (
                <RunRow
                  key={run.id}
                  run={run}
                  isOpen={run.id === opened}
                  onToggle={() => {
                    setOpened(run.id === opened ? null : run.id);
                  }}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {all.length > shownAtFirst && !showsAll && (
        <Button
          kind="quiet"
          onClick={() => {
            setShowsAll(true);
          }}
        >
          {t('receive.register.more', { count: all.length })}
        </Button>
      )}
      {opened !== null && (
        <OpenedRun
          key={opened}
          id={opened}
          periodName={props.periodName}
          unitNameOf={props.unitNameOf}
        />
      )}
    </Panel>
  );
}

function RunRow(props: {
  readonly run: ImportRunView;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  const { t, formatInstant } = useText();
  const { run, isOpen } = props;
  const at = formatInstant(run.begunAt);
  const results = verdictOutcomes
    .filter((outcome) => run.counts[outcome] > 0)
    .map((outcome) => `${String(run.counts[outcome])} ${t(`verdict.counts.${outcome}`)}`);
  return (
    <tr>
      <th scope="row">{at}</th>
      <td>{run.begunBy}</td>
      <td title={run.source}>{placeName(run.source)}</td>
      <td>
        <Badge tone={looks[run.state].tone} icon={looks[run.state].icon}>
          {t(`receive.register.states.${run.state}`)}
        </Badge>
      </td>
      <td>{results.join(' · ')}</td>
      <td>
        <Button
          kind="quiet"
          aria-expanded={isOpen}
          aria-label={t('receive.register.openOf', { at })}
          onClick={props.onToggle}
        >
          {t(isOpen ? 'receive.register.close' : 'receive.register.open')}
        </Button>
      </td>
    </tr>
  );
}

/** One import with every file of it. */
function OpenedRun(props: {
  readonly id: number;
  readonly periodName: (code: string) => string;
  readonly unitNameOf: (code: string) => string | null;
}) {
  const { t, formatInstant } = useText();
  const { query } = useQuery('inbox.run', { id: props.id });
  if (query.kind === 'loading') return <Busy label={t('receive.register.loading')} />;
  if (query.kind === 'refused') return <RefusalNotice refusal={query.refusal} />;
  const { begunAt, source, verdicts, quarantineFolder } = query.value;
  const ending = howItEnded(query.value, t);
  return (
    <section className="inbox-run">
      <h3>{t('receive.register.runTitle', { at: formatInstant(begunAt) })}</h3>
      <p className="caption inbox-file">{source}</p>
      {ending !== null && <Notice kind="warning" title={ending} />}
      <VerdictList
        verdicts={verdicts}
        periodName={props.periodName}
        unitNameOf={props.unitNameOf}
      />
      <Aftermath verdicts={verdicts} quarantineFolder={quarantineFolder} />
    </section>
  );
}

/** What to do about an import that did not come to its end; null of every other. */
function howItEnded({ state, files, counts }: ImportRunView, t: Text['t']): string | null {
  if (state !== 'interrupted' && state !== 'cancelled') return null;
  const done = verdictOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  return t(`receive.register.${state}`, { done, total: files });
}
