import { useState } from 'react';

import type { ExcelFreeLayout, ExcelPreview, LayoutMapping } from '#shared/ipc/calls/excel.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { rowWords } from './cell-words.ts';
import { freeRows, isUnmatched, withOwnRows, withRow } from './mapping-edit.ts';

type FileName = ExcelFreeLayout['names'][number];

const SHOWN_AT_ONCE = 60;
/** Values of the list that are no codes of rows. */
const unmatched = '';
const passedOver = '.';

/** Which row of the file is which row of the form; what no name decided is chosen here. */
export function MatchRows(props: {
  readonly preview: ExcelPreview;
  readonly free: ExcelFreeLayout;
  readonly onChange: (mapping: LayoutMapping) => void;
}) {
  const { t } = useText();
  const { preview, free, onChange } = props;
  const { names, mapping } = free;
  const open = names.filter(isUnmatched);
  const skipped = names.filter(({ isPassedOver }) => isPassedOver).length;
  const [filter, setFilter] = useState<'unmatched' | 'all'>('unmatched');
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const listed = filter === 'all' ? names : open;
  const addable = Math.min(open.length, freeRows(mapping, preview.rows).length);
  return (
    <Panel
      title={t('excel.match.rowsTitle')}
      aside={
        <div className="excel-actions">
          <span className="muted">
            {t('excel.match.matchedRows', {
              matched: names.length - open.length - skipped,
              of: names.length,
            })}
            {skipped > 0 && `, ${t('excel.match.passedOverRows', { count: skipped })}`}
          </span>
          <Segmented
            label={t('excel.match.rowFilter')}
            value={filter}
            onChange={setFilter}
            options={[
              { value: 'unmatched', label: t('excel.match.showUnmatched', { count: open.length }) },
              { value: 'all', label: t('excel.match.showAll', { count: names.length }) },
            ]}
          />
        </div>
      }
    >
      {addable > 0 && (
        <div className="excel-actions">
          <Button
            onClick={() => {
              onChange(withOwnRows(mapping, free, preview));
            }}
          >
            {t('excel.match.addOwn', { count: addable })}
          </Button>
        </div>
      )}
      {listed.length === 0 ? (
        <p className="muted">
          {t(names.length === 0 ? 'excel.match.noNames' : 'excel.match.allMatched')}
        </p>
      ) : (
        <div className="table-frame">
          <table className="data-table excel-rows">
            <thead>
              <tr>
                <th scope="col" className="number">
                  {t('excel.match.fileRow')}
                </th>
                <th scope="col">{t('excel.match.fileName')}</th>
                <th scope="col">{t('excel.match.formRow')}</th>
              </tr>
            </thead>
            <tbody>
              {listed.slice(0, most).map((name) => (
                <NameRow
                  key={name.sheetRow}
                  name={name}
                  preview={preview}
                  free={free}
                  onChange={onChange}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {listed.length > most && (
        <div className="excel-actions">
          <Button
            onClick={() => {
              setMost(most + SHOWN_AT_ONCE);
            }}
          >
            {t('excel.match.more', { count: Math.min(SHOWN_AT_ONCE, listed.length - most) })}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function NameRow(props: {
  readonly name: FileName;
  readonly preview: ExcelPreview;
  readonly free: ExcelFreeLayout;
  readonly onChange: (mapping: LayoutMapping) => void;
}) {
  const { t } = useText();
  const { name, preview, free, onChange } = props;
  const [next] = freeRows(free.mapping, preview.rows);
  const rows = preview.rows.filter(
    ({ row, isFree }) => !isFree || row === name.row || row === next?.row,
  );
  return (
    <tr>
      <td className="number">{name.sheetRow}</td>
      <th scope="row">{name.name}</th>
      <td>
        <select
          className="field-input"
          aria-label={t('excel.match.formRowOf', { name: name.name })}
          value={name.row ?? (name.isPassedOver ? passedOver : unmatched)}
          onChange={({ currentTarget: { value } }) => {
            onChange(withRow(free.mapping, name, value === passedOver ? null : value));
          }}
        >
          {isUnmatched(name) && <option value={unmatched}>{t('excel.match.unmatched')}</option>}
          <option value={passedOver}>{t('excel.match.passOver')}</option>
          {rows.map((row) => (
            <option key={row.row} value={row.row}>
              {row.isFree ? t('excel.match.newRow', { ordinal: row.ordinal }) : rowWords(row)}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}
