import type { ReactNode } from 'react';

import type { SentBundle } from '#shared/ipc/calls/exchange.ts';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { useText } from '../../ui/text.ts';
import { StageBadge } from './stage-badge.tsx';
import './bundle-envelope.css';

/** What stands on the envelope before the bundle is sealed, and stays on it afterwards. */
export type Addressing = {
  readonly from: string;
  readonly to: string;
  readonly periodName: string;
  readonly revision: number;
  readonly preparedBy: string | null;
  readonly approvedBy: string | null;
};

/** The bundle drawn as what it is: a sealed envelope from one office to another. */
export function BundleEnvelope(props: {
  readonly addressing: Addressing;
  readonly bundle: SentBundle | null;
}) {
  const { t, formatInstant } = useText();
  const { addressing, bundle } = props;
  const missing = <span className="muted">…</span>;
  return (
    <section
      className={bundle === null ? 'envelope envelope-open' : 'envelope'}
      aria-label={t('bundle.envelope.label')}
    >
      <svg className="envelope-flap" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
        <path d="M0 0 50 9.5 100 0" vectorEffect="non-scaling-stroke" />
      </svg>
      <div className="envelope-face">
        <dl className="envelope-address">
          <Entry term={t('bundle.envelope.from')}>{addressing.from}</Entry>
          <Entry term={t('bundle.envelope.to')} isStrong>
            {addressing.to}
          </Entry>
          <Entry term={t('bundle.envelope.period')}>{addressing.periodName}</Entry>
        </dl>
        <div className="envelope-code">
          <div className="envelope-code-label">{t('bundle.envelope.checkCode')}</div>
          {bundle === null ? (
            <div className="envelope-code-none">
              <span aria-hidden="true">···· ····</span>
              <span className="caption">{t('bundle.envelope.notYetCode')}</span>
            </div>
          ) : (
            <>
              <div className="envelope-code-digits">
                <Fingerprint digits={bundle.checkCode} />
              </div>
              <StageBadge stage={bundle.stage} />
            </>
          )}
        </div>
        <dl className="envelope-people">
          <Entry term={t('bundle.envelope.number')}>
            {bundle === null
              ? t('bundle.envelope.notYet')
              : t('bundle.envelope.numberAndRevision', {
                  number: sequenceText(bundle.sequence),
                  revision: bundle.revision,
                })}
          </Entry>
          <Entry term={t('bundle.envelope.preparedBy')}>
            {bundle?.preparedBy ?? addressing.preparedBy ?? missing}
          </Entry>
          <Entry term={t('bundle.envelope.approvedBy')}>
            {bundle?.approvedBy ?? addressing.approvedBy ?? missing}
          </Entry>
          {bundle !== null && (
            <Entry term={t('bundle.envelope.sealedAt')}>
              {`${formatInstant(bundle.sealedAt)}, ${bundle.sealedBy}`}
            </Entry>
          )}
        </dl>
        {bundle !== null && (
          <div className="envelope-file caption">
            <span className="envelope-file-name">{bundle.fileName}</span>
            {t('bundle.envelope.checkCodeHint')}
          </div>
        )}
      </div>
    </section>
  );
}

/** The number of a bundle as its file name writes it: `000007`. */
export function sequenceText(sequence: number): string {
  return String(sequence).padStart(6, '0');
}

function Entry(props: {
  readonly term: string;
  readonly isStrong?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <dt>{props.term}</dt>
      <dd className={props.isStrong === true ? 'envelope-strong' : ''}>{props.children}</dd>
    </div>
  );
}
