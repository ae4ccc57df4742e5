import { Fragment, useRef } from 'react';
import type { ReactNode } from 'react';

import { cellOf, isMerelyEmpty, shownOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { Button } from '../../ui/button.tsx';
import { figureAt } from '../../ui/cell-figure.ts';
import { FindingMark } from '../../ui/finding-mark.tsx';
import { severityRank } from '../../ui/finding-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { rowName } from '../../ui/row-name.ts';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { useWholeColumns } from '../../ui/whole-columns.ts';
import { LongWords } from './long-words.tsx';

/** What the province says beside the rows. */
export type RowRemarks = {
  readonly of: (
    row: string,
  ) => readonly { readonly column: string | null; readonly text: string }[];
  /** Null for an account that only reads. */
  readonly onWrite: ((row: SheetRow, columns: readonly SheetColumn[]) => void) | null;
};

/** How each row stands beside others, and the way to look at it. */
export type RowComparison = {
  /** The words on the row's button: its place, or that it can be looked at. */
  readonly wordsOf: (row: SheetRow) => string;
  readonly chosen: string | null;
  /** `from` is the button that asked, to come back to. */
  readonly onChoose: (row: SheetRow, from: HTMLElement) => void;
};

/** The rows of a form in which the unit wrote something, and the columns that say something there. */
export function ReceivedTable(props: {
  readonly view: SheetView;
  readonly remarks: RowRemarks;
  readonly comparison: RowComparison;
  /** Leads to what the province's rules find in the form, which stands below a long table. */
  readonly onFindings: () => void;
}) {
  const { view, remarks, comparison } = props;
  const text = useText();
  const { t } = text;
  const rows = view.rows.filter((row) => view.columns.some((column) => isWritten(row, column)));
  const columns = view.columns.filter((column) => rows.some((row) => saysSomething(row, column)));
  const found = view.findings.filter((finding) => !isMerelyEmpty(finding)).length;
  const groups = groupsOf(columns);
  const isGrouped = groups.some(({ name }) => name !== null);
  const nameLabel = nameLabelOf(rows, columns);
  return (
    <Panel
      title={view.formTitle}
      aside={
        found > 0 && (
          <Button kind="quiet" onClick={props.onFindings}>
            {t('received.findings.goTo', { count: found })}
          </Button>
        )
      }
    >
      {rows.length === 0 ? (
        <p className="muted">{t('received.emptyForm')}</p>
      ) : (
        <WholeColumns label={view.formTitle}>
          <table className="data-table">
            <thead>
              {isGrouped && (
                <tr>
                  <td />
                  <td className="received-name" />
                  <td />
                  {groups.map(({ name, first, span }) =>
                    name === null ? (
                      <td key={first} colSpan={span} />
                    ) : (
                      <th key={first} colSpan={span} scope="colgroup">
                        {name}
                      </th>
                    ),
                  )}
                  <td className="received-remark" />
                </tr>
              )}
              <tr>
                <th scope="col" data-column>
                  {t('sheet.head.ordinal')}
                </th>
                <th scope="col" className="received-name" data-frozen>
                  {t(nameLabel)}
                </th>
                <th scope="col" data-column>
                  {t('received.compare.column')}
                </th>
                {columns.map((column) => (
                  <th key={column.code} scope="col" data-column className={headAlign(column)}>
                    {column.unit === null ? column.name : `${column.name} (${column.unit})`}
                  </th>
                ))}
                <th scope="col" className="received-remark" data-frozen-end>
                  {t('received.remark.column')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <Fragment key={row.row}>
                  {row.group !== '' && row.group !== rows[index - 1]?.group && (
                    <tr className="group-row">
                      <th colSpan={columns.length + 3} scope="colgroup">
                        {row.group}
                      </th>
                      <td className="received-remark" />
                    </tr>
                  )}
                  <tr>
                    <td className="centred">{row.ordinal}</td>
                    <th scope="row" className="received-name">
                      <RowFinding row={row} /> {rowName(row, t)}
                      {row.unitOfMeasure !== '' && (
                        <span className="muted"> ({row.unitOfMeasure})</span>
                      )}
                    </th>
                    <td>
                      {!row.isTotal && (
                        <Button
                          kind="quiet"
                          aria-label={t('received.compare.openFor', { row: rowName(row, t) })}
                          aria-pressed={comparison.chosen === row.row}
                          onClick={(event) => {
                            comparison.onChoose(row, event.currentTarget);
                          }}
                        >
                          {comparison.wordsOf(row)}
                        </Button>
                      )}
                    </td>
                    {columns.map((column) => {
                      const { align, text: words } = figureAt(row, column, text);
                      return (
                        <td key={column.code} className={lookOf(align, words)}>
                          {align === 'text' ? <LongWords>{words}</LongWords> : words}
                        </td>
                      );
                    })}
                    <td className="received-remark">
                      <RowRemark row={row} columns={columns} remarks={remarks} />
                    </td>
                  </tr>
                </Fragment>
              ))}
            </tbody>
          </table>
        </WholeColumns>
      )}
    </Panel>
  );
}

/** The frame that a wide form scrolls in, by whole columns. */
function WholeColumns(props: { readonly label: string; readonly children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  useWholeColumns(frame);
  return (
    <div className="table-frame received-frame" role="region" aria-label={props.label} ref={frame}>
      <div className="received-width">{props.children}</div>
    </div>
  );
}

/** The sign of the gravest finding in a row. */
function RowFinding({ row }: { readonly row: SheetRow }) {
  const [gravest] = row.findings
    .filter((finding) => !isMerelyEmpty(finding))
    .sort((a, b) => severityRank(a) - severityRank(b));
  return gravest === undefined ? null : <FindingMark severity={gravest.severity} />;
}

function RowRemark(props: {
  readonly row: SheetRow;
  readonly columns: readonly SheetColumn[];
  readonly remarks: RowRemarks;
}) {
  const { t } = useText();
  const { row, columns, remarks } = props;
  const { onWrite } = remarks;
  const written = remarks.of(row.row);
  return (
    <>
      {written.map(({ column, text }) => {
        const name = columns.find(({ code }) => code === column)?.name ?? null;
        return (
          <LongWords key={column ?? ''}>{name === null ? text : `${name}: ${text}`}</LongWords>
        );
      })}
      {onWrite !== null && (
        <Button
          kind="quiet"
          aria-label={t('received.remark.writeFor', { row: rowName(row, t) })}
          onClick={() => {
            onWrite(row, columns);
          }}
        >
          {t(written.length === 0 ? 'received.remark.write' : 'received.remark.edit')}
        </Button>
      )}
    </>
  );
}

/** Numbers stand on one line; a figure that comes with words ("tăng 6,67 điểm phần trăm") may take several. */
function lookOf(align: string, words: string): string {
  if (align === 'text') return 'received-text';
  return /\p{L}/u.test(words) ? `${align} received-sentence` : align;
}

/** What rows are: indicators, headings of a narrative, or items of any other kind. */
function nameLabelOf(rows: readonly SheetRow[], columns: readonly SheetColumn[]) {
  if (rows.some((row) => row.unitOfMeasure !== '')) return 'sheet.head.name';
  return columns.length === 1 && columns[0]?.kind === 'text'
    ? 'received.section'
    : 'sheet.head.row';
}

/** The groups of neighbouring columns, for the upper level of the head. */
function groupsOf(
  columns: readonly SheetColumn[],
): readonly { readonly name: string | null; readonly first: string; readonly span: number }[] {
  const groups: { name: string | null; first: string; span: number }[] = [];
  for (const { group, code } of columns) {
    const last = groups[groups.length - 1];
    if (last?.name === group) last.span += 1;
    else groups.push({ name: group, first: code, span: 1 });
  }
  return groups;
}

function headAlign({ kind }: SheetColumn): string | undefined {
  return kind === 'number' || kind === 'computed' ? 'number' : undefined;
}

function isWritten(row: SheetRow, { records }: SheetColumn): boolean {
  return !row.isTotal && records !== null && cellOf(row, records).canonical !== '';
}

/** Whether a column says more of a row than that nothing is known. */
function saysSomething(row: SheetRow, column: SheetColumn): boolean {
  const { kind } = shownOf(row, column.code);
  return isWritten(row, column) || (kind !== 'empty' && kind !== 'missing');
}
