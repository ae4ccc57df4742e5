import { bieuSo01 } from '#shared/catalogue/reports/bieu-so-01.ts';
import type { Figure } from '#shared/domain/observation.ts';
import { targetsFor } from '#shared/catalogue/unit-targets.ts';
import { subtract } from '#shared/domain/decimal.ts';
import type { Period, PeriodCode } from '#shared/domain/period.ts';
import { targetFor } from '#shared/domain/target.ts';
import type { Target } from '#shared/domain/target.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import type { SubmissionView } from '#shared/ipc/calls/sheet.ts';
import { dayInVietnam, parseInstant } from '#shared/kit/clock.ts';
import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { formatLongDay } from '#shared/text/format-date.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import { searchKey } from '#shared/text/fold.ts';
import { translator } from '#shared/text/translate.ts';

import { writeDurably } from './durable-file.ts';
import { catalogueOf, findUnit, identityOf } from './office.ts';
import type { Office } from './office.ts';
import type { PrintJob } from './ports.ts';
import { consolidatedReport } from './consolidated-report.ts';
import { layOutReport } from './report-layout.ts';
import type { PrintedReport, ReportLine } from './report-layout.ts';
import { findPeriod, rowsOfSheet } from './ledger.ts';
import type { LedgerRow } from './ledger.ts';
import { viewSubmission } from './submissions.ts';

/** Documents are Vietnamese whatever the language of the screen is. */
const say = translator('vi');

type LaidOut = { readonly job: PrintJob; readonly pages: number; readonly fileName: string };

/** Shows the report of a period as pages: Biểu số 01, at the province what was consolidated. Refuses `period-unknown`. */
export async function previewReport(
  office: Office,
  { period }: HandledInput<'report.preview'>,
): Promise<Result<CallOutput<'report.preview'>>> {
  const laidOut = layOut(office, period);
  if (!laidOut.ok) return laidOut;
  const { job, pages } = laidOut.value;
  return ok({ address: await office.ports.showDocument(job), pages });
}

/** Writes the report of a period as PDF. Refuses as `writeDurably` and what the printer port says. */
export async function saveReportPdf(
  office: Office,
  { period, folder: handle }: HandledInput<'report.savePdf'>,
): Promise<Result<CallOutput<'report.savePdf'>>> {
  const folder = office.places.folder(handle);
  if (!folder.ok) return folder;
  const laidOut = layOut(office, period);
  if (!laidOut.ok) return laidOut;
  const { job, pages, fileName } = laidOut.value;
  const pdf = await office.ports.makePdf(job);
  if (!pdf.ok) return pdf;
  const name = writeDurably(folder.value, fileName, pdf.value);
  return name.ok ? ok({ fileName: name.value, pages }) : name;
}

/** Opens the system's print dialog with the report of a period. */
export async function printReport(
  office: Office,
  { period }: HandledInput<'report.print'>,
): Promise<Result<Record<string, never>>> {
  const laidOut = layOut(office, period);
  if (!laidOut.ok) return laidOut;
  const printed = await office.ports.print(laidOut.value.job);
  return printed.ok ? ok({}) : printed;
}

function layOut(office: Office, code: PeriodCode): Result<LaidOut> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  const { side, unit } = identityOf(office);
  const isProvince = side === 'province';
  const printed = isProvince
    ? consolidatedReport(office, period.value)
    : ok(report(office, period.value));
  if (!printed.ok) return printed;
  const { html, pages } = layOutReport(printed.value);
  const named = findUnit(office, unit, period.value.deadline.lastCompliantDay);
  const name = searchKey(named?.name ?? unit).replace(/[^a-z0-9]+/g, '-');
  const title = isProvince ? 'Biểu tổng hợp' : 'Biểu số 01';
  return ok({
    job: { html, paper: 'A4-landscape', title: `${title} - ${period.value.name.vi}` },
    pages,
    fileName: `${isProvince ? 'bieu-tong-hop' : 'bieu-so-01'}_${name}_${code}.pdf`,
  });
}

function report(office: Office, period: Period): PrintedReport {
  const identity = identityOf(office);
  // The name that the unit bore in the period, whatever it is called today.
  const unit = findUnit(office, identity.unit, period.deadline.lastCompliantDay);
  const submission = viewSubmission(office, period.code);
  const committee = unit?.committeeName ?? unit?.nameWithType ?? identity.unit;
  const approval = lastEvent(submission, 'approve');
  const isFinal = ['approved', 'sealed', 'received', 'returned'].includes(submission.state);
  const place = unit?.placeName ?? unit?.name ?? '';
  return {
    form: bieuSo01,
    hasSuperior: false,
    notes: [],
    issuer: ['ỦY BAN NHÂN DÂN', (unit?.nameWithType ?? '').toLocaleUpperCase('vi')],
    placeAndDate:
      isFinal && approval !== null ? `${place}, ${longDay(approval.at)}` : blankDate(place),
    attachedTo: `(Kèm theo Báo cáo số ……/BC-UBND ngày … tháng … năm …… của ${committee})`,
    period: `Kỳ báo cáo: ${period.name.vi}`,
    year: period.year,
    lines: reportLines(office, period),
    signers: isFinal ? signersOf(submission) : [],
    mark: markOf(office, isFinal),
  };
}

function reportLines(office: Office, period: Period): readonly ReportLine[] {
  let group = '';
  return rowsOfSheet(office, period.code)
    .filter((row) => row.isFillable)
    .flatMap((row) => {
      const line = reportLine(office, row, period, row.previous);
      if (row.groupName === group) return [line];
      group = row.groupName;
      return [{ kind: 'group', name: group } as const, line];
    });
}

function reportLine(
  office: Office,
  row: LedgerRow,
  period: Period,
  previous: Figure | null,
): ReportLine {
  const { indicator, observation, figure } = row;
  const target = targetFor(
    targetsFor(catalogueOf(office), identityOf(office).unit),
    indicator.code,
    period.year,
  );
  const { decimals } = indicator;
  return {
    kind: 'row',
    texts: {
      ordinal: row.ordinal,
      name: indicator.name.vi,
      unit: indicator.unit.vi,
      previous: previous === null ? '...' : printed(previous, decimals),
      target: target === null ? '...' : targetText(target, period.year),
      numerator: printed(observation.numerator),
      denominator: printed(observation.denominator),
      rate: printed(figure, decimals),
      difference:
        target === null || figure.kind !== 'number'
          ? ''
          : formatDecimal(subtract(figure.number, target.value), decimals),
      status: observation.status === null ? '' : say(`terms.statuses.${observation.status}`),
      note: observation.note,
    },
  };
}

/** A target of another horizon than the year of the column's heading says which. */
function targetText(target: Target, year: number): string {
  const value = formatDecimal(target.value);
  return target.horizon === String(year) ? value : `${value} (${target.horizon})`;
}

/** "-" and "..." are printed as they are; nothing is ever printed as zero. */
function printed(figure: Figure, decimals?: number): string {
  switch (figure.kind) {
    case 'empty':
      return '';
    case 'nil':
      return '-';
    case 'missing':
      return '...';
    case 'number':
      return formatDecimal(figure.number, decimals);
  }
}

function signersOf(submission: SubmissionView): readonly string[] {
  return (['submit', 'check', 'approve'] as const).map(
    (action) => lastEvent(submission, action)?.by ?? '',
  );
}

function lastEvent(
  submission: SubmissionView,
  action: string,
): SubmissionView['events'][number] | null {
  const events = submission.events.filter(
    (event) => event.action === action && event.revision === submission.revision,
  );
  return events[events.length - 1] ?? null;
}

function markOf(office: Office, isFinal: boolean): string | null {
  const marks = [
    ...(office.clock.isSample ? ['SỐ LIỆU MẪU, KHÔNG PHẢI SỐ LIỆU THẬT'] : []),
    ...(isFinal ? [] : ['BẢN NHÁP, CHƯA ĐƯỢC DUYỆT']),
  ];
  return marks.length === 0 ? null : marks.join(' · ');
}

function longDay(instant: string): string {
  const parsed = parseInstant(instant);
  return parsed === null ? '' : formatLongDay(dayInVietnam(parsed));
}

function blankDate(place: string): string {
  return `${place}, ngày … tháng … năm ……`;
}
