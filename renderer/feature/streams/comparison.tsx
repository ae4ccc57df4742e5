import type { StreamCell, StreamQuestion, StreamSide } from '#shared/ipc/calls/streams.ts';
import { useQuery } from '../../state/use-query.ts';
import { Badge } from '../../ui/badge.tsx';
import { Busy } from '../../ui/busy.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';

type Other = StreamQuestion['others'][number];

/** What both began from, what counts and the other one: who stands for each, and where they differ. */
export function Comparison(props: { readonly question: StreamQuestion; readonly other: Other }) {
  const { t } = useText();
  const { question, other } = props;
  const { unit, period, here } = question;
  const { query } = useQuery('stream.compare', { unit, period, other: other.statement });
  const why = whyOf(other);
  return (
    <>
      <p>{t(`streams.why.${why}`)}</p>
      <div className="stream-sides">
        <Side
          title={t('streams.sides.base')}
          side={query.kind === 'ready' ? query.value.base : null}
          none={query.kind === 'ready' ? t('streams.sides.noBase') : ''}
        />
        <Side title={t('streams.sides.here')} side={here} none={t('streams.sides.noHere')} />
        <Side title={t('streams.sides.other')} side={other} none="" />
      </div>
      {query.kind === 'loading' && <Busy label={t('streams.loading')} />}
      {query.kind === 'refused' && <RefusalNotice refusal={query.refusal} />}
      {query.kind === 'ready' && (
        <>
          <p>
            {other.differing === 0
              ? t('streams.same')
              : t('streams.differing', { count: other.differing })}
          </p>
          {query.value.cells.length > 0 && <Cells cells={query.value.cells} />}
        </>
      )}
    </>
  );
}

function whyOf({ heldFor }: Other) {
  switch (heldFor) {
    case 'sequence-fork':
    case 'sequence-jump':
    case 'series-unknown':
      return heldFor;
    default:
      return 'series';
  }
}

function Side(props: {
  readonly title: string;
  readonly side: StreamSide | null;
  readonly none: string;
}) {
  const { t, formatInstant } = useText();
  const { side } = props;
  const unknown = t('streams.facts.unknown');
  return (
    <section className="stream-side" aria-label={props.title}>
      <h3>{props.title}</h3>
      {side === null ? (
        <p className="muted">{props.none}</p>
      ) : (
        <>
          <p>
            {t('streams.facts.revision', { revision: side.revision, sequence: side.sequence })}{' '}
            {side.heldFor !== null && (
              <Badge tone="warning" icon="clock">
                {t('streams.facts.held')}
              </Badge>
            )}
          </p>
          <dl className="stream-facts">
            <dt>{t('streams.facts.code')}</dt>
            <dd>
              <Fingerprint digits={side.checkCode} />
            </dd>
            <dt>{t('streams.facts.prepared')}</dt>
            <dd>{side.preparedBy ?? unknown}</dd>
            <dt>{t('streams.facts.approved')}</dt>
            <dd>{side.approvedBy ?? unknown}</dd>
            <dt>{t('streams.facts.sealed')}</dt>
            <dd>{side.sealedAt === null ? unknown : formatInstant(side.sealedAt)}</dd>
            <dt>{t('streams.facts.received')}</dt>
            <dd>{formatInstant(side.receivedAt)}</dd>
            <dt>{t('streams.facts.computer')}</dt>
            <dd>
              {side.installation === null
                ? t('streams.facts.unknownInstallation', { series: side.series })
                : t('streams.facts.installation', {
                    number: side.installation,
                    series: side.series,
                  })}
            </dd>
          </dl>
        </>
      )}
    </section>
  );
}

function Cells({ cells }: { readonly cells: readonly StreamCell[] }) {
  const { t } = useText();
  const heads = [
    t('streams.form'),
    t('streams.row'),
    t('streams.cell'),
    t('streams.sides.base'),
    t('streams.sides.here'),
    t('streams.sides.other'),
  ];
  return (
    <ScrollRegion className="table-frame stream-cells" label={t('streams.cells')}>
      <table className="data-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map(({ form, formName, row, rowName, column, columnName, values }) => (
            <tr key={`${form} ${row} ${column}`}>
              <td>{formName}</td>
              <th scope="row">{rowName}</th>
              <td>{columnName}</td>
              {values.map((value, at) => (
                <td key={at} className="stream-words">
                  {value === null ? (
                    <span className="muted">{t('streams.empty')}</span>
                  ) : at > 0 && values[1] !== values[2] ? (
                    <strong>{value}</strong>
                  ) : (
                    value
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
