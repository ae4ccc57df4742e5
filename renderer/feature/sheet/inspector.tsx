import type { SheetRow, SheetView } from '#shared/ipc/calls/sheet.ts';
import { recordedColumn } from '../../state/grid-cells.ts';
import { useGrid } from '../../state/grid-store.ts';
import { typedIn, useSheet } from '../../state/sheet-store.ts';
import { FindingMark } from '../../ui/finding-mark.tsx';
import { findingText, severityRank, typedOf } from '../../ui/finding-text.ts';
import { useText } from '../../ui/text.ts';
import { CellHistory } from './cell-history.tsx';
import { figureAt } from './cell-figure.ts';
import './inspector.css';
import { NoteEditor } from './note-editor.tsx';
import { faultText } from './fault-text.ts';
import { RefusedEdits } from './refused-edits.tsx';

/** Beside the grid: what the current row is, what it holds, and what is to be reviewed in it. */
export function Inspector({ view }: { readonly view: SheetView }) {
  const { t } = useText();
  const active = useGrid((grid) => grid.active);
  const row = view.rows.find((candidate) => candidate.row === active?.row);
  return (
    <aside className="inspector" aria-label={t('sheet.inspector.title')}>
      {row === undefined || active === null ? (
        <p className="muted">{t('sheet.inspector.nothing')}</p>
      ) : (
        <>
          <h2 className="inspector-name">{row.name}</h2>
          <p className="caption">
            {row.unitOfMeasure} · {t(`terms.reportedBy.${row.reportedBy}`)}
          </p>
          <RefusedEdits row={row} period={view.period} />
          <Facts row={row} view={view} />
          {row.fillable.length > 0 && (
            <>
              <Findings row={row} view={view} />
              <NoteEditor key={row.row} row={row} view={view} />
              <CellHistory
                key={`${row.row} ${active.column}`}
                view={view}
                row={row}
                column={recordedColumn(row, active.column)}
              />
            </>
          )}
        </>
      )}
    </aside>
  );
}

function Facts({ row, view }: { readonly row: SheetRow; readonly view: SheetView }) {
  const text = useText();
  const { t } = text;
  const unsaved = useSheet((sheet) => sheet.unsaved);
  const shown = (column: Parameters<typeof figureAt>[1]) =>
    figureAt(row, column, view.period, unsaved, text).text;
  const facts = [
    ...(row.amountLabels === null
      ? []
      : [
          [`${t('terms.columns.numerator')}: ${row.amountLabels.numerator}`, shown('numerator')],
          [
            `${t('terms.columns.denominator')}: ${row.amountLabels.denominator}`,
            shown('denominator'),
          ],
        ]),
    [t('sheet.head.rate'), shown('rate')],
    [t('sheet.head.status'), shown('status')],
    [t('sheet.head.target', { year: view.period.slice(0, 4) }), shown('target')],
    [t('sheet.head.previous'), shown('previous')],
  ] as const;
  return (
    <section className="inspector-part">
      <dl className="inspector-facts">
        {facts.map(([label, value]) => (
          <div key={label} className="inspector-fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Findings({ row, view }: { readonly row: SheetRow; readonly view: SheetView }) {
  const text = useText();
  const { t } = text;
  const unsaved = useSheet((sheet) => sheet.unsaved);
  const findings = view.findings
    .filter((finding) => finding.row === row.row)
    .sort((a, b) => severityRank(a) - severityRank(b));
  // A draft's own fault says more than the finding that stands for it.
  const drafts = row.fillable.filter((column) => row.cells[column].fault !== null);
  const others = findings.filter((finding) => finding.code !== 'cell-unreadable');
  return (
    <section className="inspector-part">
      <h3>{t('sheet.inspector.findings')}</h3>
      {drafts.length + others.length === 0 ? (
        <p className="caption">{t('sheet.inspector.noFindings')}</p>
      ) : (
        <ul className="inspector-findings">
          {drafts.map((column) => (
            <li key={column} className="inspector-finding">
              <FindingMark severity="error" />
              {faultText(
                row.cells[column].fault ?? '',
                typedIn({ view, unsaved }, row.row, column),
                text,
              )}
            </li>
          ))}
          {others.map((finding) => (
            <li key={`${finding.code} ${finding.column ?? ''}`} className="inspector-finding">
              <FindingMark severity={finding.severity} />
              {findingText(finding, text, typedOf(finding, row))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
