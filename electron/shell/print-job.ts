import { readFileSync, writeFileSync } from 'node:fs';

import type { PrintJob } from '../service/ports.ts';
import { makePdf } from './printing.ts';
import type { Documents } from './printing.ts';

/** Makes the PDF that the command line asked for. @returns the process's exit code: 0, or 1. */
export async function runPrintJob(
  documents: Documents,
  { job, pdf }: { readonly job: string; readonly pdf: string },
): Promise<number> {
  try {
    // Written by the command line from the same type; it is only laid out, never executed.
    const made = await makePdf(documents, JSON.parse(readFileSync(job, 'utf8')) as PrintJob);
    if (made.ok) {
      writeFileSync(pdf, made.value);
      return 0;
    }
    process.stderr.write(`${made.refusal.code} ${JSON.stringify(made.refusal.facts)}\n`);
  } catch (fault) {
    process.stderr.write(`${String(fault)}\n`);
  }
  return 1;
}
