import { explanationColumn } from '#shared/catalogue/forms/beside-column.ts';
import { cellOf } from '#shared/catalogue/sheets/sheet.ts';
import { longestNote } from '#shared/domain/cell.ts';
import type { SheetFinding, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { Button } from '../../ui/button.tsx';
import { FindingMark } from '../../ui/finding-mark.tsx';
import { severityRank, wordsOf } from '../../ui/finding-text.ts';
import { useText } from '../../ui/text.ts';
import { faultText } from './fault-text.ts';
import { SavedText } from './saved-text.tsx';

/** What is to be reviewed in a row: what it says, how it was computed, and room to explain. */
export function RowFindings({ row, view }: { readonly row: SheetRow; readonly view: SheetView }) {
  const { t } = useText();
  const findings = [...row.findings].sort((a, b) => severityRank(a) - severityRank(b));
  return (
    <section className="inspector-part">
      <h3>{t('sheet.inspector.findings')}</h3>
      {findings.length === 0 ? (
        <p className="caption">{t('sheet.inspector.noFindings')}</p>
      ) : (
        <ul className="inspector-findings">
          {findings.map((finding) => (
            <li key={`${finding.check} ${finding.column ?? ''}`} className="inspector-finding">
              <FindingMark severity={finding.severity} />
              <FindingBody finding={finding} row={row} view={view} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function FindingBody(props: {
  readonly finding: SheetFinding;
  readonly row: SheetRow;
  readonly view: SheetView;
}) {
  const text = useText();
  const { t } = text;
  const { finding, row, view } = props;
  const record = useSheet((sheet) => sheet.record);
  const { column, code } = finding;
  const words = wordsOf(finding, row, text);
  const cell = column === null ? null : cellOf(row, column);
  // A draft's own fault says more than the finding that stands for it.
  const isDraft = code === 'cell-unreadable' && cell !== null && cell.fault !== null;
  const isCarried = code === 'cell-carried';
  return (
    <div className="inspector-finding-body">
      <div>{isDraft ? faultText(cell.fault, cell.typed, text) : words.text}</div>
      {!isDraft && !isCarried && <div className="caption">{words.how}</div>}
      {isCarried && view.mayRecord && column !== null && cell !== null && (
        <Button
          onClick={() => {
            record([{ row: row.row, column, typed: cell.typed }]);
          }}
        >
          {t('sheet.carry.confirm')}
        </Button>
      )}
      {finding.severity === 'explain' && !isCarried && (
        <SavedText
          label={t('sheet.inspector.explanation')}
          rows={3}
          maxLength={longestNote}
          row={row.row}
          column={explanationColumn(finding.check, column)}
          mayRecord={view.mayRecord}
        />
      )}
    </div>
  );
}
