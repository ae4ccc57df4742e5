import type { ExcelFreeLayout } from '#shared/ipc/calls/excel.ts';
import { Busy } from '../../ui/busy.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { useText } from '../../ui/text.ts';

/** What of a table's layout is chosen anew; the rest is guessed around it. */
export type SheetChoice = {
  readonly sheet: number;
  readonly headerRow: number | null;
  readonly nameColumn: number | null;
};

/** How much of a row is said in the list of rows, and of a cell in the table. */
const LONGEST_ROW = 70;
const LONGEST_CELL = 60;

/** Where the table stands in the file: its sheet, its header, the column of names. */
export function MatchSheet(props: {
  readonly fileName: string;
  readonly free: ExcelFreeLayout;
  /** While the file is read in another way. */
  readonly isBusy: boolean;
  readonly onChoose: (choice: SheetChoice) => void;
}) {
  const { t } = useText();
  const { free, onChoose } = props;
  const { sheet, mapping, columns, top } = free;
  const { headerRow, nameColumn } = mapping;
  return (
    <Panel
      title={t('excel.match.sheetTitle', { file: props.fileName })}
      aside={props.isBusy ? <Busy label={t('excel.pick.working')} /> : undefined}
    >
      {free.isRemembered && <Notice kind="info" title={t('excel.match.remembered')} />}
      <div className="excel-choices">
        <SelectField
          label={t('excel.match.sheet')}
          value={String(sheet)}
          options={free.sheets.map(({ index, name }) => ({ value: String(index), label: name }))}
          onChange={(value) => {
            onChoose({ sheet: Number(value), headerRow: null, nameColumn: null });
          }}
        />
        <SelectField
          label={t('excel.match.headerRow')}
          value={String(headerRow)}
          options={[
            { value: '0', label: t('excel.match.noHeader') },
            ...top.map((texts, index) => ({
              value: String(index + 1),
              label: t('excel.match.rowNumber', {
                row: index + 1,
                text: shortened(texts.filter((text) => text !== '').join(' | '), LONGEST_ROW),
              }),
            })),
          ]}
          onChange={(value) => {
            onChoose({ sheet, headerRow: Number(value), nameColumn: null });
          }}
        />
        <SelectField
          label={t('excel.match.nameColumn')}
          value={String(nameColumn)}
          options={columns.map(({ sheetColumn, letters, heading }) => ({
            value: String(sheetColumn),
            label:
              heading === ''
                ? t('excel.match.columnBare', { letters })
                : t('excel.match.columnOption', {
                    letters,
                    heading: shortened(heading, LONGEST_ROW),
                  }),
          }))}
          onChange={(value) => {
            onChoose({ sheet, headerRow, nameColumn: Number(value) });
          }}
        />
      </div>
      <TopRows free={free} />
    </Panel>
  );
}

function TopRows({ free: { columns, top, mapping } }: { readonly free: ExcelFreeLayout }) {
  const { t } = useText();
  const width = Math.max(...top.map((texts) => texts.length), 1);
  const shown = columns.slice(0, width);
  return (
    <ScrollRegion className="table-frame excel-top" label={t('excel.match.topRows')}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('excel.match.fileRow')}</th>
            {shown.map(({ letters, sheetColumn }) => (
              <th
                key={letters}
                scope="col"
                className={sheetColumn === mapping.nameColumn ? 'excel-name-column' : undefined}
              >
                {letters}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {top.map((texts, index) => (
            <tr
              key={index}
              className={index + 1 === mapping.headerRow ? 'excel-header-row' : undefined}
            >
              <th scope="row">{index + 1}</th>
              {shown.map(({ letters }, at) => (
                <td key={letters}>{shortened(texts[at] ?? '', LONGEST_CELL)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
