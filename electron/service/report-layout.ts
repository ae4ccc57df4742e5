import { nationalHeading } from '#shared/catalogue/reports/bieu-so-01.ts';
import type { PrintedForm, ReportColumn } from '#shared/catalogue/reports/bieu-so-01.ts';
import { paginate } from '#shared/domain/pagination.ts';
import type { Block } from '#shared/domain/pagination.ts';

import { html } from './html.ts';
import type { Html } from './html.ts';

/** A line of the printed table: a group's name, or an indicator with texts for the form's columns. */
export type ReportLine =
  | { readonly kind: 'group'; readonly name: string }
  | {
      readonly kind: 'row';
      readonly texts: Readonly<Partial<Record<ReportColumn['code'], string>>>;
    };

export type PrintedReport = {
  readonly form: PrintedForm;
  /** Who issues it, on two lines. */
  readonly issuer: readonly [string, string];
  /** Whether the first of them is the body above the issuer, which ND 30/2020 does not print bold. */
  readonly hasSuperior: boolean;
  readonly placeAndDate: string;
  /** What it is attached to; null where it stands alone. */
  readonly attachedTo: string | null;
  readonly period: string;
  readonly year: number;
  /** What is to be known before the table is read: who is missing from it. */
  readonly notes: readonly string[];
  readonly lines: readonly ReportLine[];
  /** Names under the signatures, in the form's order; empty where nobody has signed yet. */
  readonly signers: readonly string[];
  /** What a reader must know before taking the page for final; null for an approved report. */
  readonly mark: string | null;
};

/** Room in millimetres: A4 landscape less ND 30 margins, less what stands above and below the table. */
const room = { first: 96, next: 148, signatures: 42 };
/** What a form without number and covering report leaves free on its first page. */
const withoutNumber = 14;
const lineHeight = 4.5;
const cellPadding = 1.6;
/** Letters of the body font that surely fit on one line of a column one percent wide. */
const lettersPerPercent = 1.3;
/** The same of a line across the page, and how high such a line is. */
const lettersOfNote = 120;
const noteHeight = 5.6;

/** Lays a report out as pages that look the same on screen, in the PDF and on paper. */
export function layOutReport(report: PrintedReport): {
  readonly html: string;
  readonly pages: number;
} {
  const { form, notes } = report;
  const noteLines = notes.reduce((sum, note) => sum + linesOf(note, lettersOfNote), 0);
  const unused = form.number === null && report.attachedTo === null ? withoutNumber : 0;
  const first = room.first + unused - noteLines * noteHeight;
  const blocks = report.lines.map((content) => block(content, form));
  const pages = paginate(blocks, { ...room, first });
  const rendered = pages.map((lines, at) => page(report, lines, at, pages.length));
  return { html: html`${rendered}`.markup, pages: pages.length };
}

function page(
  report: PrintedReport,
  lines: readonly ReportLine[],
  at: number,
  count: number,
): Html {
  const { form } = report;
  const number = at === 0 ? html`` : html`<p class="page-number">${at + 1}</p>`;
  const opening = at === 0 ? letterhead(report) : html``;
  const closing = at === count - 1 ? signatures(report) : html``;
  const table =
    lines.length === 0
      ? html``
      : html`<table class="${form.style}">
          <thead>
            <tr>
              ${form.columns.map((column) => html`<th class="${column.code}">${heading(column, report)}</th>`)}
            </tr>
            <tr class="marks">
              ${form.columns.map((column) => html`<td>${column.mark}</td>`)}
            </tr>
          </thead>
          <tbody>
            ${lines.map((content) => line(content, form))}
          </tbody>
        </table>`;
  return html`<section class="page">${number}${opening}${table}${closing}</section>`;
}

function letterhead(report: PrintedReport): Html {
  const { form, notes } = report;
  const [over, under] = report.issuer;
  const number = form.number === null ? html`` : html`<p class="number">${form.number}</p>`;
  const attached =
    report.attachedTo === null ? html`` : html`<p class="attached">${report.attachedTo}</p>`;
  const mark = report.mark === null ? html`` : html`<p class="mark">${report.mark}</p>`;
  return html`<header>
      <div class="issuer">
        <p class="${report.hasSuperior ? 'superior' : 'own'}">${over}</p>
        <p>${under}</p>
        <hr />
      </div>
      <div class="nation">
        <p class="name">${nationalHeading.name}</p>
        <p class="motto">${nationalHeading.motto}</p>
        <p class="date">${report.placeAndDate}</p>
      </div>
    </header>
    ${mark} ${number}
    <h1>${form.title}</h1>
    <p class="period">${report.period}</p>
    ${attached} ${notes.map((note) => html`<p class="report-note">${note}</p>`)}`;
}

function signatures(report: PrintedReport): Html {
  const boxes = report.form.signatures.map(
    ({ title, instruction }, at) =>
      html`<div>
        <p class="title">${title}</p>
        <p class="instruction">${instruction}</p>
        <p class="name">${report.signers[at] ?? ''}</p>
      </div>`,
  );
  return html`<footer>${boxes}</footer>`;
}

function line(content: ReportLine, { columns }: PrintedForm): Html {
  return content.kind === 'group'
    ? html`<tr class="group">
        <td colspan="${columns.length}">${content.name}</td>
      </tr>`
    : html`<tr>
        ${columns.map(({ code }) => html`<td class="${code}">${content.texts[code] ?? ''}</td>`)}
      </tr>`;
}

function heading(column: ReportColumn, report: PrintedReport): string {
  return column.heading.replace('{year}', String(report.year));
}

/** The height of a line, rather too much than too little: paper cannot scroll. */
function block(content: ReportLine, { columns }: PrintedForm): Block<ReportLine> {
  if (content.kind === 'group') {
    return { content, height: lineHeight + cellPadding, isHeading: true };
  }
  const lines = columns.map(({ code, width }) =>
    linesOf(content.texts[code] ?? '', Math.floor(width * lettersPerPercent)),
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
