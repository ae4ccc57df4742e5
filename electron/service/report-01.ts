import { bieuSo01, nationalHeading } from '#shared/catalogue/reports/bieu-so-01.ts';
import type { ReportColumn } from '#shared/catalogue/reports/bieu-so-01.ts';
import { paginate } from '#shared/domain/pagination.ts';
import type { Block } from '#shared/domain/pagination.ts';

import { html } from './html.ts';
import type { Html } from './html.ts';

/** A line of the printed table: a group's name, or an indicator with a text for each column. */
export type ReportLine =
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'row'; readonly texts: Readonly<Record<ReportColumn['code'], string>> };

export type Report01 = {
  /** "ỦY BAN NHÂN DÂN" and, on its own line, of what. */
  readonly committee: readonly [string, string];
  readonly placeAndDate: string;
  readonly attachedTo: string;
  readonly period: string;
  readonly year: number;
  readonly lines: readonly ReportLine[];
  /** Names under the signatures, in the form's order; empty where nobody has signed yet. */
  readonly signers: readonly string[];
  /** What a reader must know before taking the page for final; null for an approved report. */
  readonly mark: string | null;
};

/** Room in millimetres: A4 landscape less ND 30 margins, less what stands above and below the table. */
const room = { first: 96, next: 148, signatures: 42 };
const lineHeight = 4.8;
const cellPadding = 2;
/** Letters of the body font that surely fit on one line of a column one percent wide. */
const lettersPerPercent = 1.3;

/** Lays Biểu số 01 out as pages that look the same on screen, in the PDF and on paper. */
export function layOutReport01(report: Report01): {
  readonly html: string;
  readonly pages: number;
} {
  const pages = paginate(report.lines.map(block), room);
  const rendered = pages.map((lines, at) => page(report, lines, at, pages.length));
  return { html: html`${rendered}`.markup, pages: pages.length };
}

function page(report: Report01, lines: readonly ReportLine[], at: number, count: number): Html {
  const number = at === 0 ? html`` : html`<p class="page-number">${at + 1}</p>`;
  const opening = at === 0 ? letterhead(report) : html``;
  const closing = at === count - 1 ? signatures(report) : html``;
  const table =
    lines.length === 0
      ? html``
      : html`<table>
          <thead>
            <tr>
              ${bieuSo01.columns.map((column) => html`<th class="${column.code}">${heading(column, report)}</th>`)}
            </tr>
            <tr class="marks">
              ${bieuSo01.columns.map((column) => html`<td>${column.mark}</td>`)}
            </tr>
          </thead>
          <tbody>
            ${lines.map(line)}
          </tbody>
        </table>`;
  return html`<section class="page">${number}${opening}${table}${closing}</section>`;
}

function letterhead(report: Report01): Html {
  const [over, under] = report.committee;
  const mark = report.mark === null ? html`` : html`<p class="mark">${report.mark}</p>`;
  return html`<header>
      <div class="issuer">
        <p>${over}</p>
        <p>${under}</p>
        <hr />
      </div>
      <div class="nation">
        <p class="name">${nationalHeading.name}</p>
        <p class="motto">${nationalHeading.motto}</p>
        <p class="date">${report.placeAndDate}</p>
      </div>
    </header>
    ${mark}
    <p class="number">${bieuSo01.number}</p>
    <h1>${bieuSo01.title}</h1>
    <p class="period">${report.period}</p>
    <p class="attached">${report.attachedTo}</p>`;
}

function signatures(report: Report01): Html {
  const boxes = bieuSo01.signatures.map(
    ({ title, instruction }, at) =>
      html`<div>
        <p class="title">${title}</p>
        <p class="instruction">${instruction}</p>
        <p class="name">${report.signers[at] ?? ''}</p>
      </div>`,
  );
  return html`<footer>${boxes}</footer>`;
}

function line(content: ReportLine): Html {
  return content.kind === 'group'
    ? html`<tr class="group">
        <td colspan="${bieuSo01.columns.length}">${content.name}</td>
      </tr>`
    : html`<tr>
        ${bieuSo01.columns.map(({ code }) => html`<td class="${code}">${content.texts[code]}</td>`)}
      </tr>`;
}

function heading(column: ReportColumn, report: Report01): string {
  return column.heading.replace('{year}', String(report.year));
}

/** The height of a line, rather too much than too little: paper cannot scroll. */
function block(content: ReportLine): Block<ReportLine> {
  if (content.kind === 'group') {
    return { content, height: lineHeight + cellPadding, isHeading: true };
  }
  const lines = bieuSo01.columns.map(({ code, width }) =>
    linesOf(content.texts[code], Math.floor(width * lettersPerPercent)),
  );
  return { content, height: Math.max(...lines) * lineHeight + cellPadding, isHeading: false };
}

/** Lines that a text takes when broken between words into lines of so many letters. */
export function linesOf(text: string, letters: number): number {
  return text.split('\n').reduce((lines, paragraph) => {
    let used = 0;
    let count = 1;
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + 1 + word.length > letters) {
        count += 1;
        used = 0;
      }
      count += Math.max(0, Math.ceil(word.length / letters) - 1);
      used += (used > 0 ? 1 : 0) + (word.length % letters || word.length);
    }
    return lines + count;
  }, 0);
}
