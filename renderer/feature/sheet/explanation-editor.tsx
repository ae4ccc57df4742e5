import { useState } from 'react';

import { longestNote } from '#shared/domain/cell.ts';
import { typedIn, useSheet } from '../../state/sheet-store.ts';
import { TextAreaField } from '../../ui/field.tsx';
import { useText } from '../../ui/text.ts';

/** Why an odd figure is right, in the unit's words; saved when the field is left. */
export function ExplanationEditor(props: {
  readonly row: string;
  readonly column: string;
  readonly mayRecord: boolean;
}) {
  const { t } = useText();
  const { row, column, mayRecord } = props;
  const saved = useSheet((sheet) => typedIn(sheet, row, column));
  const record = useSheet((sheet) => sheet.record);
  /** What is being written; null while the field shows the sheet's own text. */
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <TextAreaField
      label={t('sheet.inspector.explanation')}
      rows={3}
      maxLength={longestNote}
      readOnly={!mayRecord}
      value={draft ?? saved}
      onChange={setDraft}
      onBlur={() => {
        if (draft !== null) record([{ row, column, typed: draft.normalize('NFC').trim() }]);
        setDraft(null);
      }}
    />
  );
}
