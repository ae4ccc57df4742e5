import { checkCode } from '#shared/bundle/fingerprint.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { dayInVietnam } from '#shared/kit/clock.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { formatDay } from '#shared/text/format-date.ts';
import { translator } from '#shared/text/translate.ts';

import { findIssuedReceipt } from '../storage/issued-receipts.ts';
import type { IssuedReceipt } from '../storage/issued-receipts.ts';
import { findReceivedBundle } from '../storage/received-sheets.ts';
import type { ReceivedBundle } from '../storage/received-sheets.ts';
import { receivedTargetNames } from './attachment-targets.ts';
import { writeDurably } from './durable-file.ts';
import { html } from './html.ts';
import { findPeriod } from './ledger.ts';
import { findUnit, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { printedForm, square } from './printed-form.ts';
import type { PrintedForm } from './printed-form.ts';

/**
 * Writes the printed receipt ("phiếu tiếp nhận", "phiếu trả lại") of an answer as PDF, with its signed short form as a
 * QR code that the unit's program reads. Documents are Vietnamese whatever the language of the screen.
 * Refuses `receipt-unknown`, `document-not-now` for an answer from before short forms were kept, and as
 * `writeDurably`.
 */
export async function saveReceiptPdf(
  office: Office,
  { sequence, folder: handle }: HandledInput<'answer.savePdf'>,
): Promise<Result<CallOutput<'answer.savePdf'>>> {
  const folder = office.places.folder(handle);
  if (!folder.ok) return folder;
  const form = formOf(office, sequence);
  if (!form.ok) return form;
  const pdf = await office.ports.makePdf(printedForm(office, form.value));
  if (!pdf.ok) return pdf;
  const name = writeDurably(folder.value, `${form.value.fileName}.pdf`, pdf.value);
  return name.ok ? ok({ fileName: name.value, folderLabel: folder.value }) : name;
}

/** Opens the system's print dialog with it. Refuses as `saveReceiptPdf`. */
export async function printReceipt(
  office: Office,
  { sequence }: HandledInput<'answer.print'>,
): Promise<Result<Record<string, never>>> {
  const form = formOf(office, sequence);
  if (!form.ok) return form;
  const printed = await office.ports.print(printedForm(office, form.value));
  return printed.ok ? ok({}) : printed;
}

function formOf(office: Office, sequence: number): Result<PrintedForm> {
  const store = storeOf(office);
  const receipt = findIssuedReceipt(store, sequence);
  if (receipt === null) return refuse('receipt-unknown');
  const { bundle: id, shortForm } = receipt;
  const bundle = id === null ? null : findReceivedBundle(store, id);
  if (shortForm === null || bundle === null) return refuse('document-not-now');
  return ok(receiptForm(office, receipt, bundle, shortForm));
}

const say = translator('vi');

const accepted = { title: 'PHIẾU TIẾP NHẬN', fileName: 'phieu-tiep-nhan' } as const;

/** What the page is called by what it says: only an accepted report was received ("tiếp nhận"). */
const papers: Readonly<
  Record<IssuedReceipt['outcome'], { readonly title: string; readonly fileName: string }>
> = {
  accepted,
  'accepted-with-notes': accepted,
  returned: { title: 'PHIẾU TRẢ LẠI', fileName: 'phieu-tra-lai' },
  refused: { title: 'PHIẾU KHÔNG NHẬN', fileName: 'phieu-khong-nhan' },
};

function receiptForm(
  office: Office,
  receipt: IssuedReceipt,
  bundle: ReceivedBundle,
  shortForm: string,
): PrintedForm {
  const { unit } = identityOf(office);
  const names = receivedTargetNames(office, bundle, 'vi');
  const sender = findUnit(office, bundle.unit)?.nameWithType ?? bundle.unit;
  const period = findPeriod(office, bundle.period);
  const periodName = period.ok ? period.value.name.vi : bundle.period;
  const { note, remarks, answeredAt, statement } = receipt;
  const paper = papers[receipt.outcome];
  return {
    fileName: `${paper.fileName}_${unit}_${bundle.unit}_${bundle.period}_${String(receipt.sequence)}`,
    title: paper.title,
    addressee: `Kính gửi: ${sender}`,
    content: html`<p>
        Gói dữ liệu ${periodName.toLocaleLowerCase('vi')}, lần ${bundle.revision}, mã kiểm tra
        ${bundleCode(bundle)}, nhận ngày ${formatDay(dayInVietnam(bundle.receivedAt))}.
      </p>
      <p><strong>Kết quả: ${say(`terms.answers.${receipt.outcome}`)}.</strong></p>
      ${note === null ? html`` : html`<p class="as-written">Ý kiến: ${note}</p>`}
      ${remarks.length === 0 ? html`` : remarkTable(remarks, names)}
      <div class="digits receipt">
        <div>
          <p class="label">Phiếu số ${receipt.sequence}</p>
          <p>${receipt.answeredBy}, ${formatDay(dayInVietnam(answeredAt))}</p>
          <p>Mã phiếu: ${statement === null ? '' : checkCode(statement)}</p>
          <p class="small">
            Ô vuông là bản rút gọn có chữ ký của tỉnh. Chưa có tệp phiếu thì quét vào trang Gói dữ
            liệu, mục Chỉ có phiếu trên giấy; ý kiến từng ô chỉ có trong tệp.
          </p>
        </div>
        <div class="square">${square(shortForm)}</div>
      </div>`,
    signers: ['NGƯỜI TIẾP NHẬN', 'LÃNH ĐẠO SỞ'],
  };
}

function remarkTable(
  remarks: IssuedReceipt['remarks'],
  names: ReturnType<typeof receivedTargetNames>,
) {
  return html`<table class="plain">
    <thead>
      <tr>
        <th>TT</th>
        <th>Chỉ tiêu, cột</th>
        <th>Ý kiến</th>
      </tr>
    </thead>
    <tbody>
      ${remarks.map(
        (remark, at) =>
          html`<tr>
            <td>${at + 1}</td>
            <td>${names(remark) ?? remark.row}</td>
            <td class="as-written">${remark.text}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function bundleCode({ statementSha256 }: ReceivedBundle): string {
  return checkCode(statementSha256 as Parameters<typeof checkCode>[0]); // a digest when it was stored
}
