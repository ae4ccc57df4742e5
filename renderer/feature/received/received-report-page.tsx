import { useRef, useState } from 'react';

import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { formsFor } from '#shared/catalogue/forms/layout.ts';
import type { SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { AnswerView } from '#shared/ipc/calls/answer.ts';
import type { ReceivedSheet } from '#shared/ipc/calls/received.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { viewSheet } from '#shared/ipc/view-sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useNotices } from '../../state/notice-store.ts';
import { useSession } from '../../state/session-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { groupedDigits } from '../../ui/fingerprint.tsx';
import { Notice, RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useText } from '../../ui/text.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { standingOf } from './peer-standing.ts';
import { ReceivedDocuments } from './received-documents.tsx';
import './received-report-page.css';
import { Remarks } from './remarks.tsx';
import { ReceivedTable } from './received-table.tsx';
import type { RowRemarks } from './received-table.tsx';
import { RemarkDialog } from './remark-dialog.tsx';
import { ReviewFindings } from './review-findings.tsx';
import { Revisions } from './revisions.tsx';
import { RowInspector } from './row-inspector.tsx';
import { Signatures } from './signatures.tsx';

/** What a unit sent, period by period and form by form, to be read. */
export function ReceivedReportPage() {
  const { t } = useText();
  const current = useNavigation((place) => place.period);
  const unit = useNavigation((place) => place.receivedUnit);
  const catalogue = useQuery('catalogue.read', {}).query;
  const received = useQuery('bundle.received', unit === null ? {} : { unit }).query;
  const [chosen, setChosen] = useState(current ?? '');
  if (catalogue.kind === 'refused') return <RefusalNotice refusal={catalogue.refusal} />;
  if (received.kind === 'refused') return <RefusalNotice refusal={received.refusal} />;
  if (catalogue.kind === 'loading' || received.kind === 'loading') return <Busy isPage />;
  const bundles = received.value.filter((bundle) => bundle.unit === unit);
  const bundle = bundles.find(({ period }) => period === chosen) ?? bundles[0];
  if (bundle === undefined) {
    return (
      <Page title={t('received.none')} actions={<BackButton />}>
        <p className="muted">{t('received.noneHint')}</p>
      </Page>
    );
  }
  const nameOf = (code: string) =>
    catalogue.value.periods.find((period) => period.code === code)?.name;
  return (
    <ReceivedReport
      catalogue={catalogue.value}
      bundle={bundle}
      periods={bundles.map(({ period }) => ({ code: period, name: nameOf(period) }))}
      onPeriod={setChosen}
    />
  );
}

function ReceivedReport(props: {
  readonly catalogue: Catalogue;
  readonly bundle: CallOutput<'bundle.received'>[number];
  readonly periods: readonly {
    readonly code: string;
    readonly name: Catalogue['periods'][number]['name'] | undefined;
  }[];
  readonly onPeriod: (period: string) => void;
}) {
  const { t, language, formatInstant } = useText();
  const { catalogue, bundle, periods } = props;
  const kind = catalogue.periods.find(({ code }) => code === bundle.period)?.kind ?? 'report';
  const forms = formsFor(catalogue, 'district', kind);
  const [chosen, setChosen] = useState(useNavigation((place) => place.receivedForm) ?? '');
  const form = forms.find(({ code }) => code === chosen)?.code ?? forms[0]?.code ?? '';
  const { unit, period } = bundle;
  const { query } = useQuery('received.sheet', { unit, period, form });
  const opened = query.kind === 'ready' ? query.value : null;
  const view = opened === null ? null : viewSheet(catalogue, opened, language);
  const answer = useQuery('answer.view', { bundle: bundle.id });
  const mayAnswer = useSession((session) => session.state?.account?.role) === 'receiver';
  const [remarking, setRemarking] = useState<Remarking | null>(null);
  const [isAnswering, setAnswering] = useState(false);
  const announce = useNotices((notices) => notices.announce);
  const answers = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<'figures' | 'changes'>('figures');
  const [compared, setCompared] = useState<string | null>(null);
  const said = answer.query.kind === 'ready' ? answer.query.value : null;
  return (
    <Page
      title={bundle.unitName}
      subtitle={t('received.subtitle', {
        period: periods.find(({ code }) => code === period)?.name?.[language] ?? period,
        revision: bundle.revision,
        at: formatInstant(bundle.receivedAt),
        code: groupedDigits(bundle.checkCode),
      })}
      actions={
        <>
          <BackButton />
          {mayAnswer && said !== null && (
            <Button
              kind="primary"
              onClick={() => {
                setAnswering(true);
              }}
            >
              {t('received.answer.action')}
            </Button>
          )}
        </>
      }
    >
      <div className="received-report">
        {periods.length > 1 && (
          <Segmented
            label={t('received.periods')}
            value={period}
            onChange={props.onPeriod}
            options={periods.map(({ code, name }) => ({
              value: code,
              label: name?.[language] ?? code,
            }))}
          />
        )}
        <UndecidedNotice unit={unit} period={period} mayDecide={mayAnswer} />
        {said !== null && (
          <div ref={answers}>
            <AnswerPanel answer={said} mayAnswer={mayAnswer} onHanded={answer.reload} />
          </div>
        )}
        <div className="review-choices">
          <Segmented
            label={t('received.views.label')}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'figures', label: t('received.views.figures') },
              { value: 'changes', label: t('received.views.changes') },
            ]}
          />
          {shown === 'figures' && (
            <Segmented
              label={t('received.forms')}
              value={form}
              onChange={setChosen}
              options={forms.map(({ code, screenName }) => ({
                value: code,
                label: screenName[language],
              }))}
            />
          )}
        </div>
        {shown === 'changes' && <Revisions unit={unit} period={period} />}
        {shown === 'figures' && query.kind === 'loading' && <Busy />}
        {query.kind === 'refused' && <RefusalNotice refusal={query.refusal} />}
        {shown === 'figures' && view !== null && opened !== null && (
          <ReviewedForm
            view={view}
            opened={opened}
            compared={compared}
            onCompare={setCompared}
            remarks={{
              of: (row) => remarksOf(said, form, row),
              onWrite: mayAnswer
                ? (row, columns) => {
                    setRemarking({ row, columns });
                  }
                : null,
            }}
          />
        )}
        {isAnswering && said !== null && (
          <AnswerDialog
            answer={said}
            onClose={() => {
              setAnswering(false);
            }}
            onSigned={(signed) => {
              setAnswering(false);
              answer.replace(signed);
              const sequence = signed.receipts[0]?.sequence ?? 0;
              announce('success', t('received.answer.signed', { sequence }));
              // Where the receipt is written to the stick, once the dialog has given the keyboard back.
              requestAnimationFrame(() => {
                answers.current?.querySelector('button')?.focus();
              });
            }}
          />
        )}
        {remarking !== null && said !== null && (
          <RemarkDialog
            answer={said}
            form={form}
            row={remarking.row}
            columns={remarking.columns}
            onClose={() => {
              setRemarking(null);
            }}
            onSaved={(saved) => {
              answer.replace(saved);
              setRemarking(null);
            }}
          />
        )}
      </div>
    </Page>
  );
}

/** A form with what it is held against, what is odd in it, and who stands for it. */
function ReviewedForm(props: {
  readonly view: SheetView;
  readonly opened: ReceivedSheet;
  readonly remarks: RowRemarks;
  readonly compared: string | null;
  readonly onCompare: (row: string | null) => void;
}) {
  const { t } = useText();
  const { view, opened, compared, onCompare } = props;
  const asked = useRef<HTMLElement | null>(null);
  const findings = useRef<HTMLDivElement>(null);
  const row = view.rows.find((each) => each.row === compared) ?? null;
  const peersOf = (of: SheetRow) => opened.peers.filter((figures) => figures.row === of.row);
  return (
    <>
      <div className={row === null ? 'review-form' : 'review-form review-form-beside'}>
        <ReceivedTable
          view={view}
          remarks={props.remarks}
          onFindings={() => {
            findings.current?.focus();
          }}
          comparison={{
            chosen: compared,
            onChoose: (chosen, from) => {
              asked.current = from;
              onCompare(chosen.row);
            },
            wordsOf: (of) => {
              const result = peersOf(of).find(({ column }) => column === 'result');
              const standing = result === undefined ? null : standingOf(of, result);
              return standing === null || standing.place === null
                ? t('received.compare.open')
                : t('received.compare.place', { place: standing.place, of: standing.of });
            },
          }}
        />
        {row !== null && (
          <RowInspector
            key={row.row}
            row={row}
            columns={view.columns}
            peers={peersOf(row)}
            sender={opened.sender}
            onClose={() => {
              onCompare(null);
              asked.current?.focus();
            }}
          />
        )}
      </div>
      <div className="review-pair">
        <div
          ref={findings}
          className="review-found"
          role="group"
          aria-label={t('received.findings.title')}
          tabIndex={-1}
        >
          <ReviewFindings view={view} cells={opened.cells} sender={opened.sender} />
        </div>
        <div className="review-stack">
          <Signatures acts={opened.acts} />
          <ReceivedDocuments unit={opened.unit} period={opened.period} />
        </div>
      </div>
      <Remarks view={view} cells={opened.cells} />
    </>
  );
}

/** Says that other figures of this unit wait for somebody to decide, and leads there. */
function UndecidedNotice({
  unit,
  period,
  mayDecide,
}: Pick<ReceivedSheet, 'unit' | 'period'> & { readonly mayDecide: boolean }) {
  const { t } = useText();
  const { query } = useQuery('stream.list', { period });
  const go = useNavigation((place) => place.go);
  if (query.kind !== 'ready' || !query.value.questions.some((each) => each.unit === unit)) {
    return null;
  }
  return (
    <Notice kind="warning" title={t('received.undecided')}>
      <Button
        onClick={() => {
          go('streams');
        }}
      >
        {t(mayDecide ? 'received.toStreams' : 'received.seeStreams')}
      </Button>
    </Notice>
  );
}

type Remarking = { readonly row: SheetRow; readonly columns: readonly SheetColumn[] };

/** What is written beside a row and not sent yet, else what the newest receipt says there. */
function remarksOf(answer: AnswerView | null, form: string, row: string) {
  if (answer === null) return [];
  const here = (remark: { readonly form: string; readonly row: string }) =>
    remark.form === form && remark.row === row;
  const written = answer.remarks.filter(here);
  return written.length > 0 ? written : (answer.receipts[0]?.remarks ?? []).filter(here);
}

function BackButton() {
  const { t } = useText();
  const go = useNavigation((place) => place.go);
  return (
    <Button
      onClick={() => {
        go('receive');
      }}
    >
      {t('received.back')}
    </Button>
  );
}
