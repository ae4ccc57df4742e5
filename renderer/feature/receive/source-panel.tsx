import type { RefObject } from 'react';

import type { CallOutput } from '#shared/ipc/contract.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { PasswordField } from '../../ui/field.tsx';
import { focusFirstInvalid } from '../../ui/focus-invalid.ts';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PlaceField } from '../../ui/place-field.tsx';
import { useText } from '../../ui/text.ts';

/** Where the bundles are and the password that opens them. */
export type Source = {
  readonly place: CallOutput<'place.pickFolder'>;
  readonly password: string;
  /** Whether the button was pressed too early: what is missing is then said. */
  readonly wasTried: boolean;
};

/** The id of the form that the page's primary button sends. */
export const sourceFormId = 'source-form';

/** Leads the keyboard to where the password is typed. */
export function focusPassword(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLInputElement>('input[type="password"]')?.focus();
}

/** Asks for a folder or files, and for the password. */
export function SourcePanel(props: {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly source: Source;
  readonly isDisabled: boolean;
  readonly onChange: (source: Source) => void;
  readonly onPreview: () => void;
}) {
  const { t } = useText();
  const { form, source, isDisabled, onChange } = props;
  const task = useTask();

  const pick = async (kind: 'folder' | 'files') => {
    const place = await task.run(() =>
      kind === 'folder'
        ? call('place.pickFolder', {})
        : call('place.pickFiles', { purpose: 'bundle' }),
    );
    if (place === null) return;
    onChange({ ...source, place });
    focusPassword(form.current);
  };

  return (
    <Panel title={t('receive.source.title')}>
      <p className="muted">{t('receive.source.lead')}</p>
      <form
        ref={form}
        id={sourceFormId}
        className="source-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          props.onPreview();
          focusFirstInvalid(event.currentTarget);
        }}
      >
        <PlaceField
          label={t('receive.source.place')}
          place={source.place?.label ?? null}
          none={t('receive.source.none')}
          isDisabled={isDisabled || task.isRunning}
          error={source.wasTried && source.place === null ? t('receive.source.placeMissing') : null}
          picks={[
            {
              label: t('receive.source.pickFolder'),
              onPick: () => {
                void pick('folder');
              },
            },
            {
              label: t('receive.source.pickFiles'),
              onPick: () => {
                void pick('files');
              },
            },
          ]}
        />
        <PasswordField
          label={t('receive.source.password')}
          hint={t('receive.source.passwordHint')}
          error={
            source.wasTried && source.password === '' ? t('receive.source.passwordMissing') : null
          }
          value={source.password}
          disabled={isDisabled}
          onChange={(password) => {
            onChange({ ...source, password });
          }}
        />
      </form>
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
    </Panel>
  );
}
