import { useState } from 'react';

import type { SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { longestRemark } from '#shared/domain/answer-limits.ts';
import type { AnswerView } from '#shared/ipc/calls/answer.ts';
import { call } from '../../client.ts';
import { useTask } from '../../state/use-task.ts';
import { SelectField, TextAreaField } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { rowName } from '../../ui/row-name.ts';
import { useText } from '../../ui/text.ts';

const wholeRow = '';

/** Writes what the province says of a row or one cell of it; it stands until it is taken back. */
export function RemarkDialog(props: {
  readonly answer: AnswerView;
  readonly form: string;
  readonly row: SheetRow;
  readonly columns: readonly SheetColumn[];
  readonly onClose: () => void;
  readonly onSaved: (answer: AnswerView) => void;
}) {
  const { t } = useText();
  const { answer, form, row, columns } = props;
  const said = (column: string) =>
    answer.remarks.find(
      (remark) =>
        remark.form === form && remark.row === row.row && (remark.column ?? wholeRow) === column,
    )?.text ?? '';
  const first = [wholeRow, ...columns.map(({ code }) => code)].find((code) => said(code) !== '');
  const [column, setColumn] = useState(first ?? wholeRow);
  const [text, setText] = useState(said(column));
  const task = useTask();
  return (
    <FormDialog
      title={t('received.remark.writeFor', { row: rowName(row, t) })}
      className="answer-form"
      task={task}
      working={t('received.remark.working')}
      action={t('received.remark.save')}
      onClose={props.onClose}
      onSubmit={async () => {
        const { bundle } = answer;
        const about = { bundle, form, row: row.row, column: column === wholeRow ? null : column };
        const saved = await task.run(() => call('remark.save', { ...about, text }));
        if (saved !== null) props.onSaved(saved);
      }}
    >
      <SelectField
        label={t('received.remark.place')}
        value={column}
        onChange={(chosen) => {
          setColumn(chosen);
          setText(said(chosen));
        }}
        options={[
          { value: wholeRow, label: t('received.remark.wholeRow') },
          ...columns.map(({ code, name, group }) => ({
            value: code,
            label: group === null ? name : `${group}: ${name}`,
          })),
        ]}
      />
      <TextAreaField
        label={t('received.remark.text')}
        hint={t('received.remark.textHint')}
        maxLength={longestRemark}
        value={text}
        onChange={setText}
      />
    </FormDialog>
  );
}
