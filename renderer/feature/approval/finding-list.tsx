import type { SheetView } from '#shared/ipc/calls/sheet.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { FindingMark } from '../../ui/finding-mark.tsx';
import { findingText, severityRank, typedOf } from '../../ui/finding-text.ts';
import { useText } from '../../ui/text.ts';

/** Everything that is to be reviewed; each leads to its cell. */
export function FindingList({ view }: { readonly view: SheetView }) {
  const text = useText();
  const { t } = text;
  const goToCell = useNavigation((place) => place.goToCell);
  const findings = [...view.findings].sort((a, b) => severityRank(a) - severityRank(b));
  const rowOf = (code: string) => view.rows.find((candidate) => candidate.row === code);
  const nameOf = (code: string) => {
    const row = rowOf(code);
    return row === undefined ? code : `${row.ordinal}. ${row.name}`;
  };
  return (
    <section className="approval-part">
      <h2>
        {t('approval.findings')} ({findings.length})
      </h2>
      {findings.length === 0 ? (
        <p className="caption">{t('approval.noFindings')}</p>
      ) : (
        <ul className="approval-findings">
          {findings.map((finding) => (
            <li key={`${finding.row} ${finding.code} ${finding.column ?? ''}`}>
              <button
                type="button"
                className="approval-finding"
                title={t('approval.goToCell')}
                onClick={() => {
                  goToCell({ row: finding.row, column: finding.column });
                }}
              >
                <FindingMark severity={finding.severity} />
                <span className="approval-finding-row">{nameOf(finding.row)}</span>
                <span className="approval-finding-text">
                  {findingText(finding, text, typedOf(finding, rowOf(finding.row)))}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
