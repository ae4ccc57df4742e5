import { useState } from 'react';

import type { SentBundle } from '#shared/ipc/calls/exchange.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import type { OpenedSheet } from '#shared/ipc/calls/sheet.ts';
import type { TrustState } from '#shared/ipc/calls/trust.ts';
import type { Role } from '#shared/domain/role.ts';
import { useSession } from '../../state/session-store.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/text.ts';
import { addressingOf, currentBundle, newestFirst } from './addressing.ts';
import { BundleEnvelope } from './bundle-envelope.tsx';
import { BundleHistory } from './bundle-history.tsx';
import { AnswerNotice } from './answer-notice.tsx';
import { OfferNotice } from './offer-notice.tsx';
import { NotApprovedNotice, NotEnrolledNotice } from './bundle-notices.tsx';
import './bundle-page.css';
import { HandoverPanel, sealFormId } from './handover-panel.tsx';
import type { SealForm } from './handover-panel.tsx';
import { useHandover } from './handover.ts';
import { ReceiptPanel } from './receipt-panel.tsx';

const emptyForm: SealForm = { password: '', hasNoSecrets: false, wasTried: false };
const copiers: readonly Role[] = ['recorder', 'approver'];

/** The bundle page once everything it shows is known. */
export function BundleDesk(props: {
  readonly sheet: OpenedSheet;
  readonly bundles: readonly SentBundle[];
  readonly units: CallOutput<'setup.units'>;
  readonly trust: TrustState;
  readonly onChange: () => void;
}) {
  const { t } = useText();
  const { sheet, bundles, trust, onChange } = props;
  const role = useSession((session) => session.state?.account?.role ?? null);
  const [form, setForm] = useState(emptyForm);
  /** How often something was read: a catalogue may have come along. */
  const [round, setRound] = useState(0);
  const { handover, isRunning, handOver } = useHandover(onChange);

  const { submission } = sheet;
  const bundle = currentBundle(bundles, submission);
  const maySeal = trust.isEnrolled && submission?.state === 'approved' && submission.maySeal;
  const mayCopy = role !== null && copiers.includes(role);
  const isSealing = maySeal && bundle === null;

  const afterReading = () => {
    setRound(round + 1);
    onChange();
  };
  const seal = () => {
    if (form.password === '' || !form.hasNoSecrets) {
      setForm({ ...form, wasTried: true });
      return;
    }
    void handOver({ kind: 'seal', period: sheet.period, password: form.password }).then(
      (isUsed) => {
        if (isUsed) setForm(emptyForm);
      },
    );
  };
  const copy = (chosen: SentBundle) => {
    void handOver({ kind: 'sealed', id: chosen.id });
  };

  // Once the province has it there is nothing to carry; the button above stays for those who must.
  const isAway = bundle?.stage === 'received' && handover.kind === 'idle';
  const isHandoverShown = isSealing || (bundle !== null && mayCopy && !isAway);
  // A catalogue may come before anything was sent; while the first bundle is sealed, that comes first.
  const isReadingShown = bundles.length > 0 || (trust.keyring !== null && !isSealing);
  const history = (
    <BundleHistory
      bundles={newestFirst(bundles)}
      mayCopy={mayCopy}
      isDisabled={isRunning}
      onCopy={copy}
    />
  );

  return (
    <Page
      title={t('bundle.title')}
      subtitle={t('bundle.subtitle', { period: sheet.periodName })}
      actions={
        isSealing ? (
          <Button kind="primary" type="submit" form={sealFormId} disabled={isRunning}>
            {t('bundle.seal.action')}
          </Button>
        ) : (
          bundle !== null &&
          mayCopy && (
            <Button
              kind={bundle.stage === 'sealed' ? 'primary' : 'secondary'}
              disabled={isRunning}
              onClick={() => {
                copy(bundle);
              }}
            >
              {bundle.copiedTo === null && handover.kind !== 'failed'
                ? t('bundle.copy.action')
                : t('bundle.copy.again')}
            </Button>
          )
        )
      }
    >
      <div className="bundle-page">
        {!trust.isEnrolled && <NotEnrolledNotice />}
        <OfferNotice round={round} onTaken={onChange} />
        <NotApprovedNotice submission={submission} />
        {bundle !== null && <AnswerNotice bundle={bundle} />}
        <div className={isHandoverShown ? 'bundle-desk' : 'bundle-column'}>
          <div className="bundle-column">
            <BundleEnvelope
              addressing={addressingOf(sheet, trust, props.units, t('bundle.envelope.toProvince'))}
              bundle={bundle}
            />
            {isSealing && <p className="muted">{t('bundle.seal.lead')}</p>}
            {bundle !== null && !mayCopy && <p className="muted">{t('bundle.copy.notAllowed')}</p>}
            {bundles.length === 0 && history}
          </div>
          {isHandoverShown && (
            <HandoverPanel
              handover={handover}
              form={isSealing ? form : null}
              isRunning={isRunning}
              onForm={setForm}
              onSeal={seal}
            />
          )}
        </div>
        {bundles.length > 0 && history}
        {isReadingShown && <ReceiptPanel onRead={afterReading} />}
      </div>
    </Page>
  );
}
