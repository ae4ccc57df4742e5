import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { FindingMark } from '../../ui/finding-mark.tsx';
import { severityRank, wordsOf } from '../../ui/finding-text.ts';
import { useText } from '../../ui/text.ts';

/** Everything that is to be reviewed; each leads to its cell. */
export function FindingList({ views }: { readonly views: readonly SheetView[] }) {
  const text = useText();
  const { t } = text;
  const goToCell = useNavigation((place) => place.goToCell);
  const findings = views
    .flatMap((view) => view.findings.map((finding) => ({ finding, view })))
    .sort((a, b) => severityRank(a.finding) - severityRank(b.finding));
  return (
    <section className="approval-part">
      <h2>
        {t('approval.findings')} ({findings.length})
      </h2>
      {findings.length === 0 ? (
        <p className="caption">{t('approval.noFindings')}</p>
      ) : (
        <ul className="approval-findings">
          {findings.map(({ finding, view }) => (
            <li key={`${view.form} ${finding.row} ${finding.check} ${finding.column ?? ''}`}>
              <button
                type="button"
                className="approval-finding"
                title={t('approval.goToCell')}
                onClick={() => {
                  goToCell({ form: view.form, row: finding.row, column: finding.column });
                }}
              >
                <FindingMark severity={finding.severity} />
                <span className="approval-finding-row">
                  {views.length > 1 && `${view.formName} · `}
                  {nameOf(view, finding.row)}
                </span>
                <span className="approval-finding-text">
                  {wordsOf(finding, rowOf(view, finding.row), text).text}
                  {finding.explanation !== null && (
                    <span className="approval-explained">
                      {t('approval.explained', { text: finding.explanation })}
                    </span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function rowOf(view: SheetView, code: string) {
  return view.rows.find((candidate) => candidate.row === code);
}

function nameOf(view: SheetView, code: string): string {
  const row = rowOf(view, code);
  return row === undefined ? code : `${row.ordinal}. ${row.name}`;
}
