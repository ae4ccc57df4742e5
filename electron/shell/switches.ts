import { parseInstant } from '#shared/kit/clock.ts';

/** What the program was started with. */
export type Switches = {
  /** Where the store lies; null for the usual place. */
  readonly dataFolder: string | null;
  /** A stated clock for samples and pictures; never honoured by a packaged program. */
  readonly now: string | null;
  /** A document to make a PDF of without a window, for the command line; null otherwise. */
  readonly printJob: { readonly job: string; readonly pdf: string } | null;
};

/** Reads the program's own switches and ignores Chromium's. `isPackaged` turns sample time off. */
export function readSwitches(argv: readonly string[], isPackaged: boolean): Switches {
  const valueOf = (name: string): string | null => {
    const found = argv.find((argument) => argument.startsWith(`--${name}=`));
    return found === undefined ? null : found.slice(name.length + 3);
  };
  const now = valueOf('now');
  const job = valueOf('print-job');
  const pdf = valueOf('print-out');
  return {
    dataFolder: valueOf('data'),
    now: isPackaged || now === null || parseInstant(now) === null ? null : now,
    printJob: job === null || pdf === null ? null : { job, pdf },
  };
}
