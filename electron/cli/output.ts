import type { Refusal, Result } from '#shared/kit/result.ts';
import { describeRefusal } from '#shared/text/translate.ts';
import type { Language } from '#shared/text/translate.ts';

import { isWrongUse } from './wrong-use.ts';

/** One part of a command's work that was refused while the rest was done; `about` names the part. */
export type Fault = { readonly about: string; readonly refusal: Refusal };

/** What a command did: for machines, for people, and which parts of it were refused. */
export type Outcome = {
  readonly value: unknown;
  readonly text: string;
  readonly faults: readonly Fault[];
};

/** What goes where, and how the program ends: 0 done, 1 refused, 2 wrong use. */
export type Answer = {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: 0 | 1 | 2;
};

/** An outcome without refused parts. */
export function done(value: unknown, text: string): Outcome {
  return { value, text, faults: [] };
}

/**
 * Puts a result into the form that the terminal gets. Standard error has exactly one line for each
 * refusal, `<phone code> <code>: <message>`; standard output has the value, as JSON when asked for.
 */
export function answerOf(result: Result<Outcome>, language: Language, isJson: boolean): Answer {
  if (!result.ok) {
    const { refusal } = result;
    const { text, phoneCode } = describeRefusal(refusal, language);
    return {
      stdout: isJson
        ? json({ ok: false, refusal: { ...refusal, message: oneLine(text), phoneCode } })
        : '',
      stderr: refusalLine(refusal, language, null),
      exitCode: isWrongUse(refusal.code) ? 2 : 1,
    };
  }
  const { value, text, faults } = result.value;
  return {
    stdout: isJson ? json({ ok: true, value }) : withNewline(text),
    stderr: faults.map(({ about, refusal }) => refusalLine(refusal, language, about)).join(''),
    exitCode: faults.length === 0 ? 0 : 1,
  };
}

/** Aligns cells in columns, two blanks apart; the last column is not padded. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, cell.length);
    });
  }
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function refusalLine(refusal: Refusal, language: Language, about: string | null): string {
  const { text, phoneCode } = describeRefusal(refusal, language);
  const message = about === null ? text : `${about}: ${text}`;
  return `${phoneCode} ${refusal.code}: ${oneLine(message)}\n`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function withNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
