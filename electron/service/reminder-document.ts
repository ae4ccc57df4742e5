import { paginate } from '#shared/domain/pagination.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { utf8 } from '#shared/bundle/bytes.ts';
import type { Reminder } from '#shared/ipc/calls/following.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { searchKey } from '#shared/text/fold.ts';
import { formatDay } from '#shared/text/format-date.ts';
import { translator } from '#shared/text/translate.ts';

import { writeDurably } from './durable-file.ts';
import { reportReader } from './followed-reports.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { findPeriod } from './ledger.ts';
import { catalogueOf, identityOf } from './office.ts';
import type { Office } from './office.ts';
import type { PrintJob } from './ports.ts';
import { letterhead, signatures } from './printed-form.ts';
import { remindersOf } from './reminders.ts';
import { linesOf } from './report-layout.ts';

/** Documents are Vietnamese whatever the language of the screen is. */
const say = translator('vi');

/**
 * Writes the list of units to be reminded ("Danh sách đơn vị cần đôn đốc") of a period as PDF. Refuses
 * `period-unknown`, `nobody-to-remind`, as `writeDurably` and what the printer port says.
 */
export async function saveRemindersPdf(
  office: Office,
  { period, folder: handle }: HandledInput<'following.savePdf'>,
): Promise<Result<CallOutput<'following.savePdf'>>> {
  const folder = office.places.folder(handle);
  if (!folder.ok) return folder;
  const job = layOut(office, period);
  if (!job.ok) return job;
  const pdf = await office.ports.makePdf(job.value);
  if (!pdf.ok) return pdf;
  const fileName = `don-doc_${identityOf(office).unit}_${period}.pdf`;
  const name = writeDurably(folder.value, fileName, pdf.value);
  return name.ok ? ok({ fileName: name.value, folderLabel: folder.value }) : name;
}

/** Opens the system's print dialog with it. Refuses as `saveRemindersPdf`. */
export async function printReminders(
  office: Office,
  { period }: HandledInput<'following.print'>,
): Promise<Result<Record<string, never>>> {
  const job = layOut(office, period);
  if (!job.ok) return job;
  const printed = await office.ports.print(job.value);
  return printed.ok ? ok({}) : printed;
}

/**
 * Writes the messages to units as plain UTF-8 text, one file for each unit or all in one. A file that
 * cannot be written keeps no other from it. Refuses `period-unknown`, `nobody-to-remind`, and as
 * `writeDurably` where nothing could be written.
 */
export function writeMessages(
  office: Office,
  { period, folder: handle, files }: HandledInput<'following.writeMessages'>,
): Result<Messages> {
  const folder = office.places.folder(handle);
  if (!folder.ok) return folder;
  const found = findPeriod(office, period);
  if (!found.ok) return found;
  const open = remindersOf(office, reportReader(office), found.value, 'vi').filter(
    ({ asksForWork }) => asksForWork,
  );
  if (open.length === 0) return refuse('nobody-to-remind');
  const texts =
    files === 'one'
      ? [
          {
            name: found.value.name.vi,
            wanted: `don-doc_${period}.txt`,
            text: open.map(({ message }) => message).join(BETWEEN),
          },
        ]
      : open.map(({ unit, name, message }) => ({
          name,
          wanted: `don-doc_${unit}_${plainName(name)}_${period}.txt`,
          text: message,
        }));
  const written: Messages['files'] = [];
  const missing: Messages['missing'] = [];
  for (const { name, wanted, text } of texts) {
    const fileName = writeDurably(folder.value, wanted, utf8(`${text}\n`));
    if (fileName.ok) written.push({ name, fileName: fileName.value });
    else missing.push({ name, refusal: fileName.refusal });
  }
  const [first] = missing;
  if (written.length === 0 && first !== undefined) return { ok: false, refusal: first.refusal };
  return ok({ files: written, missing, folderLabel: folder.value });
}

type Messages = CallOutput<'following.writeMessages'>;

const BETWEEN = `\n\n${'-'.repeat(40)}\n\n`;

function plainName(name: string): string {
  return searchKey(name).replace(/[^a-z0-9]+/g, '-');
}

/** Room in millimetres on A4 upright less ND 30 margins, and what a line of the table takes. */
const room = { first: 172, next: 240 };
/** Under the table: recipients in two columns, then the signatures. */
const closingHeight = (units: number): number => 54 + Math.ceil((units + 2) / 2) * 5;
const lineHeight = 4.6;
const cellPadding = 2.2;
/** Letters of the body font that surely fit on a line of the columns of units and of work. */
const letters = { unit: 22, work: 52 } as const;

function layOut(office: Office, code: PeriodCode): Result<PrintJob> {
  const found = findPeriod(office, code);
  if (!found.ok) return found;
  const period = found.value;
  const read = reportReader(office);
  const reminders = remindersOf(office, read, period, 'vi').filter(
    ({ asksForWork }) => asksForWork,
  );
  if (reminders.length === 0) return refuse('nobody-to-remind');
  const { today } = read(period, 'vi');
  const rows = reminders.flatMap((reminder, at) => rowsOf(reminder, at + 1));
  const pages = paginate(rows, { ...room, signatures: closingHeight(reminders.length) });
  const opening = html`${letterhead(office, 'SỐ LIỆU MẪU, KHÔNG PHẢI SỐ LIỆU THẬT')}
    <h1>DANH SÁCH ĐƠN VỊ CẦN ĐÔN ĐỐC</h1>
    <p class="addressee">
      ${period.name.vi} thực hiện Kế hoạch số ${catalogueOf(office).plan.number}
    </p>
    <p class="addressee-note">
      Hạn gửi chậm nhất ${formatDay(period.deadline.lastCompliantDay)}; tình hình đến ngày
      ${formatDay(today)}.
    </p>`;
  const closing = html`<div class="recipients">
      <p class="recipients-title">Nơi nhận:</p>
      ${reminders.map(({ name }) => html`<p>- ${name};</p>`)}
      <p>- Lưu: VT.</p>
    </div>
    ${signatures(['NGƯỜI LẬP', 'LÃNH ĐẠO SỞ'])}`;
  const rendered = pages.map(
    (content, at) =>
      html`<section class="page page-portrait">
        ${at === 0 ? opening : html`<p class="page-number">${at + 1}</p>`} ${tableOf(content)}
        ${at === pages.length - 1 ? closing : html``}
      </section>`,
  );
  return ok({
    html: html`${rendered}`.markup,
    paper: 'A4-portrait',
    title: `Đôn đốc - ${period.name.vi}`,
  });
}

/** A row of the table: the first of a unit gives its number, why and until when. */
type Row = {
  readonly ordinal: string;
  readonly unit: string;
  readonly why: string;
  readonly line: string;
  readonly days: string;
};

function rowsOf({ name: unit, reasons, lines: work, days }: Reminder, ordinal: number) {
  const why = reasons.map((reason) => say(`following.reasons.${reason}`)).join(', ');
  return work.map((line, at) => {
    const content: Row =
      at === 0
        ? { ordinal: String(ordinal), unit, why, line, days }
        : { ordinal: '', unit, why: '', line, days: '' };
    const beside = at === 0 ? linesOf(unit, letters.unit) + linesOf(why, letters.unit) : 1;
    const lines = Math.max(beside, linesOf(line, letters.work));
    return { content, height: lines * lineHeight + cellPadding, isHeading: false };
  });
}

function tableOf(rows: readonly Row[]): Html {
  if (rows.length === 0) return html``;
  return html`<table class="reminders">
    <thead>
      <tr>
        <th class="reminder-ordinal">TT</th>
        <th class="reminder-unit">Đơn vị, lý do</th>
        <th>Nội dung còn phải làm</th>
        <th class="reminder-days">Thời hạn</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row, at) =>
          html`<tr class="${row.ordinal === '' ? 'reminder-more' : 'reminder-first'}">
            <td class="reminder-ordinal">${row.ordinal}</td>
            <td>${unitCell(row, at === 0)}</td>
            <td>${row.line}</td>
            <td>${row.days}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A unit is named where it begins, and again where it goes on at the top of a page. */
function unitCell({ ordinal, unit, why }: Row, isOnTop: boolean): Html {
  if (ordinal !== '') return html`<strong>${unit}</strong><br />${why}`;
  return isOnTop ? html`<strong>${unit}</strong> (tiếp)` : html``;
}
