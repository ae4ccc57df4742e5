import type { ReceivedSheet } from '#shared/ipc/calls/received.ts';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';

type Act = ReceivedSheet['acts'][number];

/** Who prepared and who approved a received report, and under which keys. */
export function Signatures({ acts }: { readonly acts: readonly Act[] }) {
  const { t } = useText();
  if (acts.length === 0) return null;
  return (
    <Panel title={t('received.signatures.title')}>
      <dl className="received-signatures">
        {acts.map((act) => (
          <div key={act.act}>
            <dt>{t(`received.signatures.act.${act.act}`)}</dt>
            <dd>
              <Signature act={act} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Signature({ act: { name, at, fingerprint, knownAs, paper } }: { readonly act: Act }) {
  const { t, formatInstant, formatDay } = useText();
  return (
    <>
      <div>{t('received.signatures.at', { name, at: formatInstant(at) })}</div>
      {paper !== null && (
        <div>{t('received.signatures.paper', { ...paper, day: formatDay(paper.day) })}</div>
      )}
      <div className="caption">
        {fingerprint === null
          ? t('received.signatures.unsigned')
          : t('received.signatures.key', { digits: fingerprint })}
        {fingerprint !== null && knownAs === null && ` (${t('received.signatures.newKey')})`}
        {knownAs !== null && knownAs !== name && (
          <strong> {t('received.signatures.otherName', { name: knownAs })}</strong>
        )}
      </div>
    </>
  );
}
