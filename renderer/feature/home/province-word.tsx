import { useQuery } from '../../state/use-query.ts';
import { AnswerBadge } from '../../ui/badge.tsx';
import { useText } from '../../ui/text.ts';

/** What the province last said of this period's bundles; nothing while it has not answered. */
export function ProvinceWord({ period }: { readonly period: string }) {
  const text = useText();
  const { t, formatInstant } = text;
  const { query } = useQuery('bundle.list', { period });
  if (query.kind !== 'ready') return null;
  const answered = query.value.find(({ receipt }) => receipt !== null);
  const sent = query.value[0];
  if (sent === undefined) return null;
  const receipt = answered?.receipt ?? null;
  return (
    <section className="home-card home-wide" aria-label={t('home.province.title')}>
      <h2>{t('home.province.title')}</h2>
      {receipt === null || answered === undefined ? (
        <p className="caption">
          {t('home.province.waiting', {
            number: sent.sequence,
            at: formatInstant(sent.sealedAt),
          })}
        </p>
      ) : (
        <p>
          <AnswerBadge outcome={receipt.outcome} />{' '}
          {t('home.province.answer', {
            number: answered.sequence,
            revision: answered.revision,
            at: formatInstant(receipt.at),
          })}
        </p>
      )}
    </section>
  );
}
