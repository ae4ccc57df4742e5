import type {
  ExcelFreeLayout,
  ExcelPreview,
  ExcelPreviewColumn,
  LayoutMapping,
} from '#shared/ipc/calls/excel.ts';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { columnWords } from './cell-words.ts';
import { mappedColumn, withColumn, withLegacy } from './mapping-edit.ts';

/** Which column of the file fills which column of the form, with examples and old fonts. */
export function MatchColumns(props: {
  readonly preview: ExcelPreview;
  readonly free: ExcelFreeLayout;
  readonly onChange: (mapping: LayoutMapping) => void;
}) {
  const { t } = useText();
  const { free } = props;
  const open = props.preview.columns.filter(({ isOpen }) => isOpen);
  const names = free.columns.find(({ sheetColumn }) => sheetColumn === free.mapping.nameColumn);
  const count = free.mapping.columns.length;
  return (
    <Panel
      title={t('excel.match.columnsTitle')}
      aside={
        <span className="muted">{t('excel.match.matchedColumns', { count, of: open.length })}</span>
      }
    >
      <div className="table-frame">
        <table className="data-table excel-columns">
          <thead>
            <tr>
              <th scope="col">{t('excel.match.formColumn')}</th>
              <th scope="col">{t('excel.match.fileColumn')}</th>
              <th scope="col">{t('excel.match.samples')}</th>
              <th scope="col">{t('excel.match.fonts')}</th>
            </tr>
          </thead>
          <tbody>
            {open.map((column) => (
              <ColumnRow
                key={column.column}
                column={column}
                free={free}
                onChange={props.onChange}
              />
            ))}
          </tbody>
        </table>
      </div>
      {names?.legacy !== null && names !== undefined && (
        <p className="excel-names-font">
          {t('excel.match.namesFont', {
            encoding: t(`excel.match.encodings.${names.legacy.encoding}`),
          })}{' '}
          <Conversion before={names.legacy.before} after={names.legacy.after} />
        </p>
      )}
    </Panel>
  );
}

function ColumnRow(props: {
  readonly column: ExcelPreviewColumn;
  readonly free: ExcelFreeLayout;
  readonly onChange: (mapping: LayoutMapping) => void;
}) {
  const { t } = useText();
  const { column, free, onChange } = props;
  const mapped = mappedColumn(free.mapping, column.column);
  const source = free.columns.find(({ sheetColumn }) => sheetColumn === mapped?.sheetColumn);
  const name = columnWords(column);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <select
          className="field-input"
          aria-label={name}
          value={mapped === null ? '' : String(mapped.sheetColumn)}
          onChange={({ currentTarget: { value } }) => {
            onChange(withColumn(free.mapping, column.column, value === '' ? null : Number(value)));
          }}
        >
          <option value="">{t('excel.match.notTaken')}</option>
          {free.columns.map(({ sheetColumn, letters, heading }) => (
            <option key={sheetColumn} value={sheetColumn}>
              {heading === ''
                ? t('excel.match.columnBare', { letters })
                : t('excel.match.columnOption', { letters, heading })}
            </option>
          ))}
        </select>
      </td>
      <td className="excel-samples">{source?.samples.join(' · ') ?? ''}</td>
      <td>
        {mapped !== null && source?.legacy !== undefined && source.legacy !== null && (
          <div className="excel-fonts">
            <Conversion before={source.legacy.before} after={source.legacy.after} />
            <Segmented
              label={t('excel.match.fontsOf', { column: name })}
              value={mapped.legacy}
              options={[
                { value: 'convert', label: t('excel.match.convert') },
                { value: 'keep', label: t('excel.match.keep') },
              ]}
              onChange={(legacy) => {
                onChange(withLegacy(free.mapping, column.column, legacy));
              }}
            />
          </div>
        )}
      </td>
    </tr>
  );
}

/** A text as the file holds it and as it reads. */
function Conversion({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <span className="excel-conversion">
      <span className="muted">{before}</span> → <strong>{after}</strong>
    </span>
  );
}
