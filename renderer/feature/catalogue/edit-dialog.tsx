import { useState } from 'react';

import { catalogueEdit } from '#shared/catalogue/edit/edit.ts';
import type { DraftView } from '#shared/ipc/calls/catalogue-desk.ts';
import type { MessageKey } from '#shared/text/translate.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useText } from '../../ui/text.ts';
import type { Text } from '../../ui/text.ts';
import { assumedNumber, faultOfKey, readForm } from './edit-form.ts';
import type { EditField, EditForm } from './edit-form.ts';

/** One edit of the draft: its fields, what is wrong with them, and the draft as it is afterwards. */
export function EditDialog(props: {
  readonly form: EditForm;
  readonly onClose: () => void;
  readonly onEdited: (draft: DraftView) => void;
}) {
  const text = useText();
  const { t } = text;
  const { form, onClose, onEdited } = props;
  const [typed, setTyped] = useState(form.start);
  const [faults, setFaults] = useState<Readonly<Record<string, MessageKey>>>({});
  const task = useTask();

  const save = async () => {
    const read = readForm(form.fields, typed);
    const value = (key: string) => read.values[key] ?? '';
    const optional = (key: string) => (value(key) === '' ? null : value(key));
    if (Object.keys(read.faults).length > 0) {
      setFaults(read.faults);
      return;
    }
    const edit = catalogueEdit.safeParse(form.toEdit(value, optional));
    if (!edit.success) {
      const known = form.fields.map(({ key }) => key);
      const paths = edit.error.issues.flatMap(({ path }) => path.map(String));
      const wrong = known.filter((key) => paths.includes(key));
      setFaults(
        Object.fromEntries((wrong.length > 0 ? wrong : known).map((key) => [key, faultOfKey(key)])),
      );
      return;
    }
    setFaults({});
    const draft = await task.run(() => call('catalogue.edit', { edit: edit.data }));
    if (draft !== null) onEdited(draft);
  };

  return (
    <FormDialog
      title={form.title}
      className="edit-form"
      isWide={form.fields.length > 5}
      task={task}
      working={t('catalogueDesk.edit.working')}
      action={t('catalogueDesk.edit.save')}
      onSubmit={save}
      onClose={onClose}
    >
      {form.lead !== undefined && <p className="muted edit-lead">{form.lead}</p>}
      {form.fields.map((field) => {
        const { key, label, kind, options } = field;
        const fault = faults[key];
        const shared = {
          label,
          hint: hintOf(field, typed[key] ?? '', text),
          error: fault === undefined ? null : t(fault),
          value: typed[key] ?? '',
          disabled: task.isRunning,
          onChange: (value: string) => {
            setTyped({ ...typed, [key]: value });
          },
        };
        return kind === 'choice' ? (
          <SelectField key={key} {...shared} options={options ?? []} />
        ) : (
          <TextField key={key} {...shared} />
        );
      })}
    </FormDialog>
  );
}

/** What is understood of a number that could be read in two ways, in place of the field's own hint. */
function hintOf(field: EditField, typed: string, { t, formatDecimal }: Text): string | undefined {
  const assumed = assumedNumber(field, typed);
  return assumed === null ? field.hint : t('sheet.echo.number', { value: formatDecimal(assumed) });
}
