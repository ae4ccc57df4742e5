import { Fragment } from 'react';

import type { SheetRow, SheetView } from '#shared/ipc/calls/sheet.ts';
import { figureOfCell, figureOfValue, targetText } from '../../ui/figures.ts';
import type { Figure } from '../../ui/figures.ts';
import { FindingMark } from '../../ui/finding-mark.tsx';
import { severityRank } from '../../ui/finding-text.ts';
import { StatusDot } from '../../ui/status-dot.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';

/** The unit's own figures to look through in a minute: nothing here can be changed. */
export function FigureTable({ view }: { readonly view: SheetView }) {
  const { t } = useText();
  const rows = view.rows.filter((row) => row.reportedBy !== 'province');
  return (
    <section className="table-frame approval-figures" aria-label={t('approval.figures')}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('sheet.head.ordinal')}</th>
            <th scope="col">{t('approval.name')}</th>
            <th scope="col" className="number">
              {t('terms.columns.numerator')}
            </th>
            <th scope="col" className="number">
              {t('terms.columns.denominator')}
            </th>
            <th scope="col" className="number">
              {t('terms.columns.rate')}
            </th>
            <th scope="col">{t('terms.columns.status')}</th>
            <th scope="col" className="number">
              {t('approval.target')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Fragment key={row.row}>
              {row.group !== rows[index - 1]?.group && (
                <tr className="group-row">
                  <th colSpan={7} scope="colgroup">
                    {row.group}
                  </th>
                </tr>
              )}
              <FigureRow row={row} view={view} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FigureRow({ row, view }: { readonly row: SheetRow; readonly view: SheetView }) {
  const text = useText();
  const { t } = text;
  const { cells } = row;
  const isValue = row.amountLabels === null;
  const worst = view.findings
    .filter((finding) => finding.row === row.row)
    .sort((a, b) => severityRank(a) - severityRank(b))[0];
  const result = isValue
    ? figureOfCell('value', cells.value, text, row.decimals)
    : figureOfValue(row.rate, row.decimals, text);
  const note = figureOfCell('note', cells.note, text).text;
  return (
    <tr>
      <td className="centred">{row.ordinal}</td>
      <th scope="row">
        {row.name} <span className="muted">({row.unitOfMeasure})</span>
        {note !== '' && <div className="caption">{t('approval.noteText', { note })}</div>}
      </th>
      <NumberCell figure={figureOfCell('numerator', cells.numerator, text)} />
      <NumberCell figure={figureOfCell('denominator', cells.denominator, text)} />
      <td className={result.align === 'centred' ? 'centred' : 'number'}>
        <span className="approval-mark">
          {worst !== undefined && <FindingMark severity={worst.severity} />}
          <strong>{result.text}</strong>
        </span>
      </td>
      <td>
        {cells.status.canonical !== '' && (
          <span className="approval-status">
            <StatusDot status={cells.status.canonical} />
            {figureOfCell('status', cells.status, text).text}
          </span>
        )}
      </td>
      <td className="number">
        {row.provinceTarget !== null && targetText(row.provinceTarget, text)}
      </td>
    </tr>
  );
}

function NumberCell({ figure }: { readonly figure: Figure }) {
  return <td className={figure.align === 'centred' ? 'centred' : 'number'}>{figure.text}</td>;
}
