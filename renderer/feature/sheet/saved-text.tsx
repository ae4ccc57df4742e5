import { useEffect, useState } from 'react';

import { useSheet, typedIn } from '../../state/sheet-store.ts';
import { TextAreaField } from '../../ui/field.tsx';
import { focusGrid } from './cell-place.ts';

/** A pause in typing after which a text is saved, in milliseconds. */
const PAUSE = 1500;

/**
 * A cell's text in a field with room for sentences. It is saved in every pause and when the field is
 * left; Escape leads back to the grid where there is one.
 */
export function SavedText(props: {
  /** By what a key finds the field. */
  readonly place?: string | undefined;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly rows: number;
  readonly maxLength?: number;
  readonly row: string;
  readonly column: string;
  readonly mayRecord: boolean;
}) {
  const { place, label, hint, rows, maxLength, row, column, mayRecord } = props;
  const saved = useSheet((sheet) => typedIn(sheet, row, column));
  const record = useSheet((sheet) => sheet.record);
  /** What is being written; null while the field shows the sheet's own text. */
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(() => {
      record([{ row, column, typed: draft.normalize('NFC').trim() }]);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }, [draft, record, row, column]);
  return (
    <TextAreaField
      data-place={place}
      label={label}
      hint={hint}
      rows={rows}
      maxLength={maxLength}
      readOnly={!mayRecord}
      value={draft ?? saved}
      onChange={setDraft}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) focusGrid();
      }}
      onBlur={() => {
        if (draft !== null) record([{ row, column, typed: draft.normalize('NFC').trim() }]);
        setDraft(null);
      }}
    />
  );
}
