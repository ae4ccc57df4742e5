import { ok } from '#shared/kit/result.ts';

import { noPorts } from '../../electron/service/ports.ts';
import type { PrintJob } from '../../electron/service/ports.ts';

/** What came to the printer and to PDF, as jobs: the PDF's bytes are its HTML. */
export function printer({ isLeft = false } = {}) {
  const jobs: PrintJob[] = [];
  const ports = {
    ...noPorts,
    makePdf: (job: PrintJob) => {
      jobs.push(job);
      return Promise.resolve(ok(new Uint8Array(Buffer.from(job.html))));
    },
    /** `isLeft`: the person closes the print dialog without printing. */
    print: (job: PrintJob) => {
      jobs.push(job);
      return Promise.resolve(ok({ isPrinted: !isLeft }));
    },
  };
  return { jobs, ports };
}

/** The age identity on a printed sheet, letter by letter as somebody would copy it. */
export function identityOn(html: string): string {
  return [...html.matchAll(/<p class="groups">(.*?)<\/p>/g)].map(([, line]) => line).join(' ');
}
