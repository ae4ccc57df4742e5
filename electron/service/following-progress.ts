import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { Form } from '#shared/catalogue/forms/form.ts';
import { cellOf, isMerelyEmpty } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetFinding, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { findingWords } from '#shared/domain/finding-words.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { formState } from '#shared/domain/reminder.ts';
import type { FormState } from '#shared/domain/reminder.ts';
import { viewSheet } from '#shared/ipc/view-sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import type { Language } from '#shared/text/translate.ts';

import type { ReceivedBundle } from '../storage/received-sheets.ts';
import { catalogueOf } from './office.ts';
import type { Office } from './office.ts';
import { openReceivedSheet } from './received-report.ts';

/** How far a received form came, and what is left in it. */
export type ReceivedProgress = {
  readonly form: string;
  readonly name: string;
  readonly state: FormState;
  readonly filled: number;
  readonly toFill: number;
  /** The rows that have to be filled and are not. */
  readonly missing: readonly string[];
  /** What must be explained or mended and was not: where, and what is said of it. */
  readonly unexplained: readonly { readonly row: string; readonly text: string }[];
};

/** What was counted of each form of a unit's report, and from what. */
type Counted = { readonly from: string; readonly progress: ReceivedProgress };

const known = new WeakMap<Catalogue, Map<string, Counted>>();

/**
 * Counts a received form as its unit's own first page does: by the sheet that window and services
 * derive. A bundle never changes, so what was counted last is kept while the catalogue is the same and
 * nothing else came that the count looks at.
 * @param beside every current bundle of the unit: other periods' sheets decide some rows.
 * @param peers names what the other units' figures are taken from: their bundles that count (D130).
 */
export function progressOf(
  office: Office,
  bundle: ReceivedBundle,
  { beside, peers }: { readonly beside: readonly ReceivedBundle[]; readonly peers: string },
  form: Form,
  language: Language,
): ReceivedProgress {
  const catalogue = catalogueOf(office);
  const counted = known.get(catalogue) ?? new Map<string, Counted>();
  known.set(catalogue, counted);
  const from = [
    bundle.statementSha256,
    ...beside.map(({ statementSha256 }) => statementSha256),
    looksAtPeers(catalogue, form) ? peers : '',
  ].join(' ');
  // One for each form of each unit's report, whatever comes: the newest count takes the place.
  const key = [bundle.unit, bundle.period, form.code, language].join('|');
  const before = counted.get(key);
  if (before?.from === from) return before.progress;
  const progress = count(office, bundle, form, language);
  counted.set(key, { from, progress });
  return progress;
}

/** Whether a check of a form, switched on, holds its figures against the other units'. */
function looksAtPeers({ checks }: Catalogue, { code }: Form): boolean {
  return checks.some(
    (check) => check.form === code && check.kind === 'outlier-peers' && check.isOff !== true,
  );
}

function count(
  office: Office,
  { unit, period }: { readonly unit: string; readonly period: PeriodCode },
  form: Form,
  language: Language,
): ReceivedProgress {
  const opened = openReceivedSheet(office, { unit, period, form: form.code });
  const name = form.screenName[language];
  if (!opened.ok) throw new Error(`${unit} ${period} ${form.code}: ${opened.refusal.code}`);
  const view = viewSheet(catalogueOf(office), opened.value, language);
  const { filled, toFill } = view;
  const hasCells = opened.value.cells.length > 0;
  return {
    form: form.code,
    name,
    state: formState({ filled, toFill, hasCells }),
    filled,
    toFill,
    missing: view.rows.filter((row) => row.isToFill && !row.isAnswered).map(nameOf),
    unexplained: view.findings.filter(isLeftOpen).map((finding) => said(view, finding, language)),
  };
}

/** What blocks a report, but for rows that are not filled: those are counted. */
function isLeftOpen(finding: SheetFinding): boolean {
  return finding.isBlocking && !isMerelyEmpty(finding) && finding.how !== 'required';
}

function said(view: SheetView, finding: SheetFinding, language: Language) {
  const row = view.rows.find((one) => one.row === finding.row);
  const typed =
    row === undefined || finding.column === null ? '' : cellOf(row, finding.column).typed;
  return {
    row: row === undefined ? finding.row : nameOf(row),
    text: findingWords(finding, typed, language).text,
  };
}

function nameOf(row: SheetRow): string {
  return row.name === '' ? row.row : row.name;
}
