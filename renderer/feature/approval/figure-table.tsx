import { Fragment } from 'react';

import { cellOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { figureOfCell, figureOfValue, statusWord, targetText } from '../../ui/figures.ts';
import type { Figure } from '../../ui/figures.ts';
import { FindingMark } from '../../ui/finding-mark.tsx';
import { FormTable } from './form-table.tsx';
import { severityRank } from '../../ui/finding-text.ts';
import { StatusDot } from '../../ui/status-dot.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';

/** The unit's own figures to look through in a minute: nothing here can be changed. */
export function FigureTable({ views }: { readonly views: readonly SheetView[] }) {
  const indicators = views.find(({ columns }) => columns.some(({ code }) => code === 'result'));
  const others = views.filter((view) => view !== indicators);
  return (
    <div className="approval-forms">
      {indicators !== undefined && <IndicatorTable view={indicators} />}
      {others.map((view) => (
        <FormTable key={view.form} view={view} />
      ))}
    </div>
  );
}

function IndicatorTable({ view }: { readonly view: SheetView }) {
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
              <FigureRow row={row} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FigureRow({ row }: { readonly row: SheetRow }) {
  const text = useText();
  const { t } = text;
  const isValue = row.amountLabels === null;
  const worst = [...row.findings].sort((a, b) => severityRank(a) - severityRank(b))[0];
  const number = { kind: 'number', choices: null } as const;
  const status = cellOf(row, 'status');
  const result = isValue
    ? figureOfCell(number, cellOf(row, 'value'), text, row.decimals)
    : figureOfValue(row.rate, row.decimals, text);
  const note = cellOf(row, 'note').typed;
  return (
    <tr>
      <td className="centred">{row.ordinal}</td>
      <th scope="row">
        {row.name} <span className="muted">({row.unitOfMeasure})</span>
        {note !== '' && <div className="caption">{t('approval.noteText', { note })}</div>}
      </th>
      <NumberCell figure={figureOfCell(number, cellOf(row, 'numerator'), text)} />
      <NumberCell figure={figureOfCell(number, cellOf(row, 'denominator'), text)} />
      <td className={result.align === 'centred' ? 'centred' : 'number'}>
        <span className="approval-mark">
          {worst !== undefined && <FindingMark severity={worst.severity} />}
          <strong>{result.text}</strong>
        </span>
      </td>
      <td>
        {status.canonical !== '' && (
          <span className="approval-status">
            <StatusDot status={status.canonical} />
            {statusWord(status.canonical, text)}
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
