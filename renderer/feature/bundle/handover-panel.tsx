import { Busy } from '../../ui/busy.tsx';
import { PasswordField } from '../../ui/field.tsx';
import { focusFirstInvalid } from '../../ui/focus-invalid.ts';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';
import { HandoverSteps } from './handover-steps.tsx';
import { stepsOf } from './handover.ts';
import type { Handover } from './handover.ts';

/** What the one who seals has filled in. */
export type SealForm = {
  readonly password: string;
  readonly hasNoSecrets: boolean;
  /** Whether the button was pressed too early: what is missing is then said. */
  readonly wasTried: boolean;
};

/** The id of the form that the page's primary button sends. */
export const sealFormId = 'seal-form';

/** The steps to the stick, with what sealing needs above them when it is still to be done. */
export function HandoverPanel(props: {
  readonly handover: Handover;
  /** Null when the bundle is sealed already. */
  readonly form: SealForm | null;
  readonly isRunning: boolean;
  readonly onForm: (form: SealForm) => void;
  readonly onSeal: () => void;
}) {
  const { t } = useText();
  const { form, handover } = props;
  return (
    <Panel title={form === null ? t('bundle.steps.label') : t('bundle.seal.title')}>
      {form === null ? (
        <p className="muted">{t('bundle.copy.lead')}</p>
      ) : (
        <form
          id={sealFormId}
          className="seal-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            props.onSeal();
            focusFirstInvalid(event.currentTarget);
          }}
        >
          <PasswordField
            label={t('bundle.seal.password')}
            hint={t('bundle.seal.passwordHint')}
            error={form.wasTried && form.password === '' ? t('bundle.seal.passwordMissing') : null}
            value={form.password}
            disabled={props.isRunning}
            onChange={(password) => {
              props.onForm({ ...form, password });
            }}
          />
          <NoSecrets form={form} isDisabled={props.isRunning} onForm={props.onForm} />
        </form>
      )}
      <HandoverSteps steps={stepsOf(handover)} />
      <Outcome handover={handover} />
      {form !== null && <p className="caption">{t('bundle.seal.technicalNote')}</p>}
    </Panel>
  );
}

function NoSecrets(props: {
  readonly form: SealForm;
  readonly isDisabled: boolean;
  readonly onForm: (form: SealForm) => void;
}) {
  const { t } = useText();
  const { form } = props;
  const isMissing = form.wasTried && !form.hasNoSecrets;
  return (
    <div>
      <label className="seal-confirm">
        <input
          type="checkbox"
          checked={form.hasNoSecrets}
          disabled={props.isDisabled}
          aria-invalid={isMissing}
          onChange={(event) => {
            props.onForm({ ...form, hasNoSecrets: event.currentTarget.checked });
          }}
        />
        <span>{t('bundle.seal.noSecrets')}</span>
      </label>
      {isMissing && (
        <span className="field-error" role="alert">
          {t('bundle.seal.noSecretsMissing')}
        </span>
      )}
    </div>
  );
}

function Outcome({ handover }: { readonly handover: Handover }) {
  const { t } = useText();
  switch (handover.kind) {
    case 'idle':
      return handover.wasLeft ? <p role="status">{t('bundle.copy.cancelled')}</p> : null;
    case 'choosing':
      return null;
    case 'sealing':
      return <Busy label={t('bundle.seal.sealing')} />;
    case 'writing':
      return <Busy label={t('bundle.seal.writing')} />;
    case 'failed':
      return (
        <RefusalNotice refusal={handover.refusal}>
          {handover.isSealed ? t('bundle.copy.sealedButNotWritten') : undefined}
        </RefusalNotice>
      );
    case 'done':
      return (
        <Notice kind="success" title={t('bundle.copy.doneTitle')}>
          {t('bundle.copy.done', { folder: handover.folder })}
        </Notice>
      );
  }
}
