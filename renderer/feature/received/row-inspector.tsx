import { useEffect, useRef } from 'react';

import { shownOf } from '#shared/catalogue/sheets/sheet.ts';
import type { PeerFigures, SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { ReceivedSheet } from '#shared/ipc/calls/received.ts';
import { Button } from '../../ui/button.tsx';
import { figureOfValue, targetText } from '../../ui/figures.ts';
import { FindingMark } from '../../ui/finding-mark.tsx';
import { wordsOf } from '../../ui/finding-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { rowName } from '../../ui/row-name.ts';
import { useText } from '../../ui/text.ts';
import { extremeOf, ownFigure, standingOf } from './peer-standing.ts';
import { FindingState, isUnseen } from './review-findings.tsx';

/** One row beside its targets, the period before and the other units, and what is odd in it. */
export function RowInspector(props: {
  readonly row: SheetRow;
  readonly columns: readonly SheetColumn[];
  readonly peers: readonly PeerFigures[];
  readonly sender: ReceivedSheet['sender'];
  readonly onClose: () => void;
}) {
  const text = useText();
  const { t } = text;
  const { row, columns, peers, sender, onClose } = props;
  const panel = useRef<HTMLDivElement>(null);
  // Whoever asks for a row by keyboard goes on in it.
  useEffect(() => {
    panel.current?.focus();
  }, []);
  useEffect(() => {
    const element = panel.current;
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    element?.addEventListener('keydown', leave);
    return () => {
      element?.removeEventListener('keydown', leave);
    };
  }, [onClose]);
  const isFresh = isUnseen(sender);
  const nothing = t('received.compare.nothing');
  const computed = (column: string) => {
    const shown = shownOf(row, column);
    if (shown.kind === 'missing') return nothing;
    const words = figureOfValue(shown, shown.kind === 'number' ? shown.decimals : 0, text).text;
    return words === '' ? nothing : words;
  };
  const own = ownFigure(row, 'result');
  const isIndicator = row.reportedBy !== null;
  return (
    <div
      className="row-inspector"
      role="group"
      aria-label={rowName(row, t)}
      tabIndex={-1}
      ref={panel}
    >
      <Panel
        title={rowName(row, t)}
        aside={
          <Button kind="quiet" aria-label={t('received.compare.close')} onClick={onClose}>
            <Icon name="close" />
          </Button>
        }
      >
        {isIndicator && (
          <dl className="inspector-facts">
            <Fact
              name={t('received.compare.result')}
              value={own === null ? nothing : text.formatDecimal(own, decimalsOf(row, 'result'))}
            />
            <Fact
              name={t('received.compare.provinceTarget')}
              value={
                row.provinceTarget === null
                  ? nothing
                  : t('consolidation.targetLater', {
                      target: targetText(row.provinceTarget, text),
                      horizon: row.provinceTarget.horizon,
                    })
              }
            />
            <Fact name={t('received.compare.ownTarget')} value={computed('ownTarget')} />
            <Fact name={t('received.compare.previous')} value={computed('previousPeriod')} />
            <Fact name={t('received.compare.same')} value={computed('samePeriod')} />
          </dl>
        )}
        <h3 className="review-subtitle">{t('received.compare.peers')}</h3>
        {peers.length === 0 && <p className="muted">{t('received.compare.noPeers')}</p>}
        {peers.map((figures) => (
          <Peers key={figures.column} row={row} figures={figures} columns={columns} />
        ))}
        <h3 className="review-subtitle">{t('received.compare.findings')}</h3>
        {row.findings.length === 0 && (
          <p className="muted">{t(`received.compare.${extremeOf(row, peers) ?? 'noFindings'}`)}</p>
        )}
        <ul className="review-findings">
          {row.findings.map((finding) => (
            <li key={`${finding.check} ${finding.column ?? ''}`}>
              <FindingMark severity={finding.severity} />
              <div>
                <div>{wordsOf(finding, row, text).text}</div>
                <FindingState finding={finding} isFresh={isFresh(finding)} />
              </div>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}

function Peers(props: {
  readonly row: SheetRow;
  readonly figures: PeerFigures;
  readonly columns: readonly SheetColumn[];
}) {
  const { t, formatDecimal } = useText();
  const { row, figures, columns } = props;
  const standing = standingOf(row, figures);
  if (standing === null) return null;
  const { lowest, middle, highest, place, of } = standing;
  const column = columns.find(({ code }) => code === figures.column);
  const decimals = decimalsOf(row, figures.column);
  const said = (one: typeof lowest) =>
    t('received.compare.of', { number: formatDecimal(one.number, decimals), unit: one.unitName });
  return (
    <>
      {figures.column !== 'result' && column !== undefined && (
        <div className="caption">
          {column.group === null ? column.name : `${column.group}: ${column.name}`}
        </div>
      )}
      <dl className="inspector-facts">
        <Fact name={t('received.compare.lowest')} value={said(lowest)} />
        <Fact name={t('received.compare.middle')} value={formatDecimal(middle, decimals)} />
        <Fact name={t('received.compare.highest')} value={said(highest)} />
        <Fact
          name={t('received.compare.own')}
          value={
            place === null
              ? t('received.compare.nothing')
              : t('received.compare.standing', { place, of })
          }
        />
      </dl>
    </>
  );
}

/** As many decimals as the table shows the row's own figure with. */
function decimalsOf(row: SheetRow, column: string): number | undefined {
  const shown = shownOf(row, column);
  return shown.kind === 'number' ? shown.decimals : undefined;
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
