import { explanationColumn, isExplanationColumn } from '#shared/catalogue/forms/beside-column.ts';
import { isMerelyEmpty } from '#shared/catalogue/sheets/sheet.ts';
import type { PlacedCell, SheetFinding } from '#shared/catalogue/sheets/sheet.ts';
import type { ReceivedSheet } from '#shared/ipc/calls/received.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { FindingMark } from '../../ui/finding-mark.tsx';
import { severityRank, wordsOf } from '../../ui/finding-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { rowName } from '../../ui/row-name.ts';
import { useText } from '../../ui/text.ts';

type Sender = ReceivedSheet['sender'];

/**
 * What the province's checks find in a form, what the unit wrote about it, and what the unit's own
 * checks could not find; explanations of what is found no more stand below.
 */
export function ReviewFindings(props: {
  readonly view: SheetView;
  readonly cells: readonly PlacedCell[];
  readonly sender: Sender;
}) {
  const text = useText();
  const { t } = text;
  const { view, cells, sender } = props;
  const found = view.findings
    .filter((finding) => !isMerelyEmpty(finding))
    .sort((a, b) => severityRank(a) - severityRank(b));
  const isFresh = isUnseen(sender);
  const explained = found.filter(({ explanation }) => explanation !== null).length;
  const gone = cells.filter(
    (cell) =>
      isExplanationColumn(cell.column) &&
      !view.findings.some(
        ({ row, check, column }) =>
          row === cell.row && explanationColumn(check, column) === cell.column,
      ),
  );
  const nameOf = (code: string) => {
    const row = view.rows.find((each) => each.row === code);
    return row === undefined ? code : rowName(row, t);
  };
  return (
    <Panel title={t('received.findings.title')}>
      <p className="caption">{catalogueWords(sender, t)}</p>
      {found.length === 0 ? (
        <p className="muted">{t('received.findings.none')}</p>
      ) : (
        <>
          <p>
            {t('received.findings.counts', {
              count: found.length,
              explained,
              fresh: found.filter(isFresh).length,
            })}
          </p>
          <ul className="review-findings">
            {found.map((finding) => (
              <li key={`${finding.check} ${finding.row} ${finding.column ?? ''}`}>
                <FindingMark severity={finding.severity} />
                <div>
                  <strong>{nameOf(finding.row)}</strong>
                  <div>
                    {
                      wordsOf(
                        finding,
                        view.rows.find(({ row }) => row === finding.row),
                        text,
                      ).text
                    }
                  </div>
                  <FindingState finding={finding} isFresh={isFresh(finding)} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {gone.length > 0 && (
        <>
          <h3 className="review-subtitle">{t('received.findings.gone')}</h3>
          <ul className="received-explanations">
            {gone.map(({ row, column, canonical }) => (
              <li key={`${row} ${column}`}>
                <strong>{nameOf(row)}</strong>
                <div className="received-words">{canonical}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

/** What the unit said of a finding, or that it could not know of it. */
export function FindingState(props: { readonly finding: SheetFinding; readonly isFresh: boolean }) {
  const { t } = useText();
  const { finding, isFresh } = props;
  if (finding.explanation !== null) {
    return (
      <div className="received-words">
        {t('received.findings.explained', { text: finding.explanation })}
      </div>
    );
  }
  if (isFresh) return <div className="caption">{t('received.findings.fresh')}</div>;
  return finding.severity === 'explain' ? (
    <div className="caption">{t('received.findings.unexplained')}</div>
  ) : null;
}

/** Whether a finding is none of those that the unit's own checks found. */
export function isUnseen({ findings }: Sender): (finding: SheetFinding) => boolean {
  return ({ check, row, column }) =>
    !findings.some((seen) => seen.check === check && seen.row === row && seen.column === column);
}

function catalogueWords(
  { catalogue, newestCatalogue }: Sender,
  t: ReturnType<typeof useText>['t'],
): string {
  if (catalogue === null) return t('received.findings.unknownCatalogue');
  return catalogue === newestCatalogue
    ? t('received.findings.sameCatalogue', { newest: newestCatalogue })
    : t('received.findings.olderCatalogue', { version: catalogue, newest: newestCatalogue });
}
