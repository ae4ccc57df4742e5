import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { useText } from '../../ui/text.ts';
import { AcceptForm } from './accept-form.tsx';
import { StepCard } from './step-card.tsx';
import type { StepState } from './step-card.tsx';

type Props = {
  readonly trust: TrustState;
  readonly state: StepState;
  readonly onChange: (trust: TrustState) => void;
};

/** Step 2: the moment this office trusts the province, with the fingerprint typed from paper. */
export function KeyringStep(props: Props) {
  const { t } = useText();
  return (
    <StepCard number={2} title={t('trust.district.keyring.title')} state={props.state}>
      {props.trust.keyring === null ? (
        <AcceptForm
          isNext={props.state === 'next'}
          lead={t('trust.district.keyring.lead')}
          action={t('trust.district.keyring.action')}
          onChange={props.onChange}
        />
      ) : (
        <Accepted keyring={props.trust.keyring} />
      )}
    </StepCard>
  );
}

function Accepted({ keyring }: { readonly keyring: NonNullable<TrustState['keyring']> }) {
  const { t, formatInstant } = useText();
  return (
    <>
      <p>
        {t('trust.district.keyring.accepted', {
          version: keyring.version,
          at: formatInstant(keyring.issuedAt),
        })}
      </p>
      <div className="own-fingerprint">
        <div className="caption">{t('trust.district.keyring.fingerprint')}</div>
        <Fingerprint digits={keyring.fingerprint} />
      </div>
      <p className="muted">{t('trust.district.keyring.done')}</p>
    </>
  );
}
