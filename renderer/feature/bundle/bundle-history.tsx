import type { SentBundle } from '#shared/ipc/calls/exchange.ts';
import { Button } from '../../ui/button.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { placeName } from '../../ui/place-name.ts';
import { Panel } from '../../ui/panel.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { sequenceText } from './bundle-envelope.tsx';
import { StageBadge } from './stage-badge.tsx';

/** Every bundle of the period, the newest first, with what became of it. */
export function BundleHistory(props: {
  readonly bundles: readonly SentBundle[];
  readonly mayCopy: boolean;
  readonly isDisabled: boolean;
  readonly onCopy: (bundle: SentBundle) => void;
}) {
  const { t, formatInstant } = useText();
  if (props.bundles.length === 0) {
    return (
      <Panel title={t('bundle.history.title')}>
        <p className="muted">{t('bundle.history.empty')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t('bundle.history.title')}>
      <div className="table-frame">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('bundle.history.number')}</th>
              <th scope="col">{t('bundle.history.revision')}</th>
              <th scope="col">{t('bundle.history.sealedAt')}</th>
              <th scope="col">{t('bundle.history.checkCode')}</th>
              <th scope="col">{t('bundle.history.stage')}</th>
              <th scope="col">{t('bundle.history.place')}</th>
              {props.mayCopy && (
                <th scope="col">
                  <span className="visually-hidden">{t('bundle.history.action')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {props.bundles.map((bundle) => (
              <tr key={bundle.id}>
                <th scope="row" title={bundle.fileName}>
                  {sequenceText(bundle.sequence)}
                </th>
                <td>{bundle.revision}</td>
                <td>
                  {formatInstant(bundle.sealedAt)}
                  <div className="caption">{bundle.sealedBy}</div>
                </td>
                <td>
                  <Fingerprint digits={bundle.checkCode} />
                </td>
                <td>
                  <StageBadge stage={bundle.stage} />
                </td>
                <td className="bundle-place">
                  <ResultOf bundle={bundle} />
                </td>
                {props.mayCopy && (
                  <td>
                    <Button
                      kind="quiet"
                      disabled={props.isDisabled}
                      onClick={() => {
                        props.onCopy(bundle);
                      }}
                    >
                      {bundle.copiedTo === null ? t('bundle.copy.action') : t('bundle.copy.again')}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function CopiedTo({ path }: { readonly path: string }) {
  const name = placeName(path);
  return (
    <>
      {name}
      {name !== path && <div className="caption">{path}</div>}
    </>
  );
}

function ResultOf({ bundle }: { readonly bundle: SentBundle }) {
  const { t, formatInstant, describe } = useText();
  const { receipt } = bundle;
  return (
    <>
      {bundle.copiedTo === null ? '–' : <CopiedTo path={bundle.copiedTo} />}
      {receipt !== null && (
        <div className="caption">
          {t('bundle.history.receiptAt', { at: formatInstant(receipt.at) })}
          {receipt.code !== null && ` (${describe({ code: receipt.code, facts: {} }).phoneCode})`}
          {receipt.note !== null && <div className="answer-note">{receipt.note}</div>}
        </div>
      )}
    </>
  );
}
