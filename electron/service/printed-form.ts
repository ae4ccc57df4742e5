import { nationalHeading } from '#shared/catalogue/reports/bieu-so-01.ts';
import { formatLongDay } from '#shared/text/format-date.ts';
import { encodeQR } from 'qr';

import { certainDay } from './clock-state.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { findUnit, identityOf } from './office.ts';
import type { Office } from './office.ts';
import type { PrintJob } from './ports.ts';

/** A form of one page about keys or receipts: what stands between heading and signatures. */
export type PrintedForm = {
  readonly fileName: string;
  readonly title: string;
  readonly addressee: string | null;
  readonly content: Html;
  /** Titles of who signs, with room for the name and the post. */
  readonly signers: readonly string[];
};

/** Digits in groups, on two lines; `forCamera` is what the square beside them says. */
export function digits(label: string, grouped: string, forCamera: string): Html {
  return lettered(label, halves(grouped), forCamera);
}

/** Groups of digits on two lines. */
export function halves(grouped: string): readonly string[] {
  const groups = grouped.split(' ');
  const half = Math.ceil(groups.length / 2);
  return [groups.slice(0, half), groups.slice(half)].map((line) => line.join(' '));
}

/** What is to be read and typed, with the same for a camera beside it. */
export function lettered(label: string, lines: readonly string[], forCamera: string): Html {
  return html`<div class="digits">
    <div>
      <p class="label">${label}</p>
      ${lines.map((line) => html`<p class="groups">${line}</p>`)}
    </div>
    <div class="square">${square(forCamera)}</div>
  </div>`;
}

/** A QR code of a text. */
export function square(text: string): Html {
  return { markup: encodeQR(text, 'svg', { ecc: 'medium' }) };
}

/** Lines to be filled in by hand. */
export function blanks(labels: readonly string[]): Html {
  return html`${labels.map((label) => html`<p class="blank"><span>${label}:</span></p>`)}`;
}

/** Heading of the office on the first page of a document: issuer, nation, place and day, and a mark on samples. */
export function letterhead(office: Office, sampleMark = 'BẢN MẪU, KHÓA KHÔNG DÙNG THẬT'): Html {
  const unit = findUnit(office, identityOf(office).unit);
  const mark = office.clock.isSample ? html`<p class="mark">${sampleMark}</p>` : html``;
  const place = unit?.placeName ?? unit?.name ?? '';
  return html`<header>
      <div class="issuer">
        <p>ỦY BAN NHÂN DÂN</p>
        <p>${(unit?.nameWithType ?? '').toLocaleUpperCase('vi')}</p>
        <hr />
      </div>
      <div class="nation">
        <p class="name">${nationalHeading.name}</p>
        <p class="motto">${nationalHeading.motto}</p>
        <p class="date">${place}, ${formatLongDay(certainDay(office))}</p>
      </div>
    </header>
    ${mark}`;
}

/** Room for those who sign, by their titles. */
export function signatures(titles: readonly string[]): Html {
  return html`<footer>
    ${titles.map(
      (title) =>
        html`<div>
          <p class="title">${title}</p>
          <p class="instruction">(Ký, ghi rõ họ tên)</p>
        </div>`,
    )}
  </footer>`;
}

/** The page of such a form: heading of the office, place and day, title, content, signatures. */
export function printedForm(office: Office, body: PrintedForm): PrintJob {
  const addressee =
    body.addressee === null ? html`` : html`<p class="addressee">${body.addressee}</p>`;
  const page = html`<section class="page page-portrait">
    ${letterhead(office)}
    <h1>${body.title}</h1>
    ${addressee}
    <div class="key-document">${body.content}</div>
    ${signatures(body.signers)}
  </section>`;
  return { html: page.markup, paper: 'A4-portrait', title: body.title };
}
