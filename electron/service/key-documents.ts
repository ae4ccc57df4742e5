import { fingerprintOf, formatFingerprint } from '#shared/bundle/fingerprint.ts';
import { identityGroups } from '#shared/bundle/identity-text.ts';
import { keyIdOf } from '#shared/bundle/signing-key.ts';
import type { PublicJwk } from '#shared/bundle/signing-key.ts';
import type { Root } from '#shared/bundle/root.ts';
import { formatRecoveryCode, parseRecoveryCode } from '#shared/domain/recovery-code.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { dayInVietnam } from '#shared/kit/clock.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { formatDay } from '#shared/text/format-date.ts';

import { writeDurably } from './durable-file.ts';
import { html } from './html.ts';
import { officeKeyOf } from './key-use.ts';
import { identityOf } from './office.ts';
import type { Office } from './office.ts';
import type { PrintJob } from './ports.ts';
import { blanks, digits, halves, lettered, printedForm } from './printed-form.ts';
import type { PrintedForm } from './printed-form.ts';
import { currentKeyring } from './trust.ts';

type KeyDocument = HandledInput<'keyform.print'>['document'];

/**
 * Writes a form about keys as PDF: the district's request for enrolment, the province's fingerprint,
 * the handing over of root keys. Documents are Vietnamese whatever the language of
 * the screen. Refuses `document-not-now` where there is nothing to print, and as `writeDurably`.
 */
export async function saveKeyDocument(
  office: Office,
  { document, folder: handle }: HandledInput<'keyform.savePdf'>,
): Promise<Result<CallOutput<'keyform.savePdf'>>> {
  const folder = office.places.folder(handle);
  if (!folder.ok) return folder;
  const body = bodyOf(office, document);
  if (!body.ok) return body;
  const pdf = await office.ports.makePdf(printedForm(office, body.value));
  if (!pdf.ok) return pdf;
  const name = writeDurably(folder.value, `${body.value.fileName}.pdf`, pdf.value);
  return name.ok ? ok({ fileName: name.value, folderLabel: folder.value }) : name;
}

/** Opens the system's print dialog with such a form. Refuses `document-not-now`. */
export async function printKeyDocument(
  office: Office,
  { document }: HandledInput<'keyform.print'>,
): Promise<Result<Record<string, never>>> {
  const body = bodyOf(office, document);
  if (!body.ok) return body;
  const printed = await office.ports.print(printedForm(office, body.value));
  return printed.ok ? ok({}) : printed;
}

function bodyOf(office: Office, document: KeyDocument): Result<PrintedForm> {
  const { side, unit } = identityOf(office);
  switch (document.kind) {
    case 'enrolment':
      return side === 'district' ? ok(enrolment(office, unit)) : refuse('document-not-now');
    case 'letter': {
      const keyring = currentKeyring(office);
      return side === 'province' && keyring !== null
        ? ok(letter(unit, formatFingerprint(keyring.fingerprint), keyring.keyring.version))
        : refuse('document-not-now');
    }
    case 'handover': {
      const root = currentKeyring(office)?.keyring.roots.at(-1)?.root;
      return side === 'province' && root !== undefined
        ? ok(handover(unit, root))
        : refuse('document-not-now');
    }
    case 'recovery': {
      const code = parseRecoveryCode(document.code);
      return code.ok ? ok(recoverySheet(unit, formatRecoveryCode(code.value))) : code;
    }
  }
}

function enrolment(office: Office, unit: string): PrintedForm {
  const jwk: PublicJwk = {
    kty: 'OKP',
    crv: 'Ed25519',
    x: officeKeyOf(office, 'signing').publicKey,
  };
  const kid = keyIdOf(jwk);
  return {
    fileName: `phieu-dang-ky-khoa_${unit}`,
    title: 'PHIẾU ĐĂNG KÝ KHÓA',
    addressee: 'Kính gửi: Sở Kế hoạch và Đầu tư',
    content: html`<p>
        Đơn vị đề nghị đăng ký khóa ký gói dữ liệu của Sổ Chỉ Tiêu. Dấu khóa dưới đây lấy từ chương
        trình trên máy của đơn vị; tệp yêu cầu gửi kèm bằng USB hoặc thư mục trao đổi.
      </p>
      ${digits('Dấu khóa của đơn vị', formatFingerprint(fingerprintOf(kid)), `SCT-KHOA ${unit} ${kid}`)}
      ${blanks(['Cán bộ phụ trách', 'Điện thoại cơ quan để đối chiếu'])}
      <p class="section">Phần của tỉnh</p>
      ${blanks(['Người đối chiếu qua điện thoại', 'Lúc (giờ, ngày)', 'Kết quả đối chiếu', 'Sổ khóa phiên bản'])}`,
    signers: ['NGƯỜI LẬP PHIẾU', 'THỦ TRƯỞNG ĐƠN VỊ'],
  };
}

function letter(unit: string, fingerprint: string, version: number): PrintedForm {
  return {
    fileName: `dau-khoa-cua-tinh_${unit}`,
    title: 'DẤU KHÓA CỦA TỈNH',
    addressee: 'Kính gửi: các huyện, thị xã, thành phố',
    content: html`<p>
        Khi nhận sổ khóa lần đầu, đơn vị gõ đủ 32 chữ số dưới đây vào trang Khóa và tin cậy của Sổ
        Chỉ Tiêu. Chương trình so với tệp; không khớp thì không nhận, và gọi điện cho Sở.
      </p>
      ${digits('Dấu khóa của tỉnh', fingerprint, `SCT-TINH ${unit} ${fingerprint.replaceAll(' ', '')}`)}
      <p>Sổ khóa phát hành kèm theo: phiên bản ${version}.</p>`,
    signers: ['NGƯỜI LẬP', 'LÃNH ĐẠO SỞ'],
  };
}

function handover(unit: string, { version, issued, roots }: Root): PrintedForm {
  const rows = roots.map(
    (jwk, at) =>
      html`<tr>
        <td>${at + 1}</td>
        <td class="digits-small">
          ${halves(formatFingerprint(fingerprintOf(keyIdOf(jwk)))).map((line) => html`<div>${line}</div>`)}
        </td>
        <td></td>
        <td></td>
        <td></td>
      </tr>`,
  );
  return {
    fileName: `bien-ban-ban-giao-khoa-goc_${unit}_v${String(version)}`,
    title: 'BIÊN BẢN BÀN GIAO KHÓA GỐC',
    addressee: null,
    content: html`<p>
        Bộ khóa gốc phiên bản ${version} của tỉnh, lập ngày ${formatDay(dayInVietnam(issued))}, gồm
        ba khóa, mỗi khóa là một tệp trên một USB riêng, có mật khẩu của người giữ. Thay khóa của
        tỉnh cần hai trong ba khóa. Không ai giữ hai khóa, không cất hai USB ở một chỗ.
      </p>
      <table class="plain">
        <thead>
          <tr>
            <th>TT</th>
            <th>Dấu khóa</th>
            <th>Người giữ (họ tên, chức vụ)</th>
            <th>Nơi cất giữ USB</th>
            <th>Ký nhận</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>`,
    signers: ['NGƯỜI LẬP BIÊN BẢN', 'LÃNH ĐẠO SỞ'],
  };
}

function recoverySheet(unit: string, code: string): PrintedForm {
  return {
    fileName: `ma-khoi-phuc_${unit}`,
    title: 'MÃ KHÔI PHỤC',
    addressee: null,
    content: html`<p>
        Mã này mở lại sổ khi mọi mật khẩu đã quên. Ai cầm mã và ngồi vào máy thì đặt lại được mật
        khẩu: cho vào phong bì niêm phong, đóng dấu, cất trong tủ có khóa. Lập mã mới thì mã này hết
        giá trị.
      </p>
      ${digits('Mã khôi phục', code, code.replaceAll(' ', ''))}
      ${blanks(['Ngày niêm phong', 'Nơi cất giữ', 'Người giữ phong bì'])}`,
    signers: ['NGƯỜI LẬP MÃ', 'THỦ TRƯỞNG ĐƠN VỊ'],
  };
}

/**
 * The escrow key of a province on a sheet for a sealed envelope: what opens every bundle when the
 * province's disk and its backups are gone. The sheet is printed and kept nowhere.
 */
export function escrowSheet(office: Office, identity: string, recipient: string): PrintJob {
  const { unit } = identityOf(office);
  const [prefix, groups] = identityGroups(identity);
  const lines = [0, 4, 8, 12].map((from) => groups.slice(from, from + 4).join(' '));
  return printedForm(office, {
    fileName: `khoa-du-phong_${unit}`,
    title: 'PHIẾU KHÓA DỰ PHÒNG',
    addressee: null,
    content: html`<p>
        Khóa này mở được mọi gói dữ liệu gửi cho tỉnh, không cần mật khẩu, kể cả khi máy của tỉnh và
        các bản sao lưu đã mất. Không chụp ảnh, không sao chép, không gõ vào đâu ngoài trang Khóa và
        đơn vị của Sổ Chỉ Tiêu. In xong cho ngay vào phong bì, niêm phong, đóng dấu giáp lai, cất
        trong tủ có khóa ở nơi khác với máy. Mỗi năm mở thử hai lần, rồi niêm phong lại.
      </p>
      ${lettered('Khóa dự phòng', [prefix, ...lines], identity)}
      <p class="small">Sau AGE-SECRET-KEY-1 không có chữ B, I, O và số 1; ký tự tròn là số 0.</p>
      <p class="small">Khóa công khai tương ứng: ${recipient}</p>
      ${blanks(['Ngày niêm phong', 'Nơi cất giữ', 'Người giữ phong bì', 'Các lần mở thử (ngày, chữ ký)'])}`,
    signers: ['NGƯỜI IN VÀ NIÊM PHONG', 'NGƯỜI CHỨNG KIẾN', 'LÃNH ĐẠO SỞ'],
  });
}
