import { useState } from 'react';
import type { ReactNode } from 'react';

import { catalogueEdit } from '#shared/catalogue/edit/edit.ts';
import type { DraftView } from '#shared/ipc/calls/catalogue-desk.ts';
import type { MessageKey } from '#shared/text/translate.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useText } from '../../ui/text.ts';
import type { Text } from '../../ui/text.ts';
import { assumedNumber, faultOfKey, readForm, typedOn } from './edit-form.ts';
import type { EditField, EditForm, Values } from './edit-form.ts';
import { readUnits } from './unit-input.ts';

/** One edit of the draft: its fields, what is wrong with them, and the draft as it is afterwards. */
export function EditDialog(props: {
  readonly form: EditForm;
  readonly onClose: () => void;
  readonly onEdited: (draft: DraftView) => void;
}) {
  const text = useText();
  const { t } = text;
  const { onClose, onEdited } = props;
  const [form, setForm] = useState(props.form);
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
      const paths = edit.error.issues.flatMap(({ path }) => keysOfPath(path));
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

  const resize = (next: EditForm) => {
    setForm(next);
    setTyped({ ...next.start, ...typed });
    setFaults({});
  };
  const draw = (field: EditField): ReactNode => {
    const { key, label, kind, options } = field;
    const fault = faults[key];
    const shared = {
      label,
      hint: hintOf(field, typed, text),
      error: fault === undefined ? null : t(fault),
      value: typed[key] ?? '',
      disabled: task.isRunning,
      onChange: (value: string) => {
        setTyped(typedOn(form, typed, key, value));
      },
    };
    return kind === 'choice' ? (
      <SelectField key={key} {...shared} options={options ?? []} />
    ) : (
      <TextField key={key} {...shared} />
    );
  };

  return (
    <FormDialog
      title={form.title}
      className="edit-form"
      isWide={form.fields.length > 5}
      task={task}
      working={t('catalogueDesk.edit.working')}
      action={form.action ?? t('catalogueDesk.edit.save')}
      onSubmit={save}
      onClose={onClose}
    >
      {form.lead !== undefined && <p className="muted edit-lead">{form.lead}</p>}
      {groupsOf(form.fields).map(({ group, fields }) =>
        group === null ? (
          fields.map(draw)
        ) : (
          <fieldset key={group} className="edit-group">
            <legend>{group}</legend>
            {fields.map(draw)}
          </fieldset>
        ),
      )}
      {(form.more ?? form.fewer) !== undefined && (
        <div className="edit-parts">
          <Resize to={form.more} onResize={resize} />
          <Resize to={form.fewer} onResize={resize} />
        </div>
      )}
    </FormDialog>
  );
}

function Resize(props: {
  readonly to: EditForm['more'];
  readonly onResize: (form: EditForm) => void;
}) {
  const { to, onResize } = props;
  if (to === undefined) return null;
  return (
    <Button
      onClick={(event) => {
        focusLastPart(event.currentTarget.closest('form'));
        onResize(to.form());
      }}
    >
      {to.label}
    </Button>
  );
}

/** Puts the keyboard where typing goes on, once the parts are drawn anew. */
function focusLastPart(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    form?.querySelector<HTMLElement>('.edit-group:last-of-type input')?.focus();
  });
}

/** The keys of the fields that a part of an edit comes from: `into.1.code` from `code2`. */
function keysOfPath(path: readonly PropertyKey[]): readonly string[] {
  const at = path.find((step) => typeof step === 'number');
  return at === undefined
    ? path.map(String)
    : [String(path[0]), `${String(path.at(-1))}${String(at + 1)}`];
}

/** Fields in their order, those of one heading together. */
function groupsOf(fields: readonly EditField[]) {
  const groups: { group: string | null; fields: EditField[] }[] = [];
  for (const field of fields) {
    const group = field.group ?? null;
    const last = groups.at(-1);
    if (last !== undefined && last.group === group) last.fields.push(field);
    else groups.push({ group, fields: [field] });
  }
  return groups;
}

/** What is understood of what was typed, where that could be something else; else the field's own hint. */
function hintOf(field: EditField, typed: Values, { t, formatDecimal }: Text): string | undefined {
  const own = typed[field.key] ?? '';
  const hint = typeof field.hint === 'function' ? field.hint(typed) : field.hint;
  if (field.units !== undefined) {
    const { found } = readUnits(own, field.units);
    if (found.length === 0) return hint;
    const names = found.map(({ nameWithType, code }) => `${nameWithType} (${code})`).join(', ');
    return t('sheet.echo.number', { value: names });
  }
  const assumed = assumedNumber(field, own);
  return assumed === null ? hint : t('sheet.echo.number', { value: formatDecimal(assumed) });
}
