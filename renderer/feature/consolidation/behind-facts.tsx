import type { FigureBehind } from '#shared/ipc/calls/period-lock.ts';
import { useQuery } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { groupedDigits } from '../../ui/fingerprint.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';
import { amountText, Fact } from './figure-fact.tsx';
import { knownStatus } from './figure-text.ts';
import { StatusMark } from './status-mark.tsx';

/** The report that a unit's figure came with, and the figures of its communes. */
export function BehindFacts(props: {
  readonly period: string;
  readonly unit: string;
  readonly row: string;
  readonly decimals: number;
}) {
  const { t } = useText();
  const { period, unit, row } = props;
  const { query } = useQuery('figure.behind', { period, unit, row });
  switch (query.kind) {
    case 'loading':
      return <Busy label={t('periodLock.inspector.loading')} />;
    case 'refused':
      return <RefusalNotice refusal={query.refusal} />;
    case 'ready':
      return (
        <>
          <ReportFacts behind={query.value} />
          <Communes behind={query.value} decimals={props.decimals} />
        </>
      );
  }
}

function ReportFacts({ behind }: { readonly behind: FigureBehind }) {
  const { t, formatInstant } = useText();
  const { answer, sealedAt } = behind;
  return (
    <dl className="figure-facts">
      {behind.source !== '' && <Fact term={t('periodLock.inspector.source')}>{behind.source}</Fact>}
      {behind.acts.map(({ act, name, at }) => (
        <Fact key={act} term={t(`periodLock.inspector.acts.${act}`)}>
          {t('periodLock.inspector.act', { name, at: formatInstant(at) })}
        </Fact>
      ))}
      {sealedAt !== null && (
        <Fact term={t('periodLock.inspector.sealed')}>
          {behind.isSealedAtDoubtful
            ? t('periodLock.inspector.sealedDoubtful', { at: formatInstant(sealedAt) })
            : formatInstant(sealedAt)}
        </Fact>
      )}
      <Fact term={t('periodLock.inspector.bundle')}>
        {t('periodLock.inspector.bundleText', {
          sequence: behind.sequence,
          code: groupedDigits(behind.checkCode),
        })}
        <span className="figure-digest">SHA-256 {behind.sha256}</span>
      </Fact>
      {answer !== null && (
        <Fact term={t('periodLock.inspector.answer')}>
          {t('periodLock.inspector.answerText', {
            answer: t(`terms.answers.${answer.outcome}`),
            by: answer.answeredBy,
            at: formatInstant(answer.answeredAt),
          })}
          {answer.note !== null && <span className="figure-answer-note">{answer.note}</span>}
        </Fact>
      )}
    </dl>
  );
}

function Communes(props: { readonly behind: FigureBehind; readonly decimals: number }) {
  const text = useText();
  const { t, formatDecimal } = text;
  const { communeForm, communes } = props.behind;
  if (communeForm === null) {
    return <p className="muted">{t('periodLock.inspector.noCommunes')}</p>;
  }
  if (communes.every(({ value }) => value === '')) {
    return (
      <p className="muted">{t('periodLock.inspector.communesEmpty', { form: communeForm })}</p>
    );
  }
  const title = t('periodLock.inspector.communes', { form: communeForm });
  return (
    <table className="data-table commune-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('periodLock.inspector.commune')}</th>
          <th scope="col" className="number">
            {t('consolidation.inspector.numerator')}
          </th>
          <th scope="col" className="number">
            {t('consolidation.inspector.denominator')}
          </th>
          <th scope="col" className="number">
            {t('periodLock.inspector.rate')}
          </th>
        </tr>
      </thead>
      <tbody>
        {communes.map((one) => {
          const status = knownStatus(one.status === '' ? null : one.status);
          const remarks = [one.note, one.source].filter((each) => each !== '').join(' · ');
          return (
            <tr key={one.commune}>
              <th scope="row">
                {one.name}
                {remarks !== '' && <span className="commune-remark">{remarks}</span>}
              </th>
              <td className="number">{amountText(one.numerator, formatDecimal)}</td>
              <td className="number">{amountText(one.denominator, formatDecimal)}</td>
              <td className="number">
                {amountText(one.value, (value) => formatDecimal(value, props.decimals))}
                {status !== null && <StatusMark status={status} />}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
