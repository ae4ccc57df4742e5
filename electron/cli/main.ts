import '../service/web-crypto.ts';

import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { translator } from '#shared/text/translate.ts';

import { noPorts } from '../service/ports.ts';
import { makePdfInElectron } from './electron-printer.ts';
import { answerOf } from './output.ts';
import type { Outcome } from './output.ts';
import { readPasswordLines } from './password-input.ts';
import { readArguments, statedLanguage } from './read-arguments.ts';
import { runCommand } from './run.ts';

/** The program: arguments in, one answer out. Exit code 0 done, 1 refused, 2 wrong use. */
async function main(argv: readonly string[]): Promise<void> {
  const language = statedLanguage(argv);
  const answer = answerOf(await perform(argv), language, argv.includes('--json'));
  process.stderr.write(answer.stderr);
  process.stdout.write(answer.stdout);
  process.exitCode = answer.exitCode;
}

async function perform(argv: readonly string[]): Promise<Result<Outcome>> {
  const language = statedLanguage(argv);
  const say = translator(language);
  const invocation = readArguments(argv, say);
  if (!invocation.ok) return invocation;
  try {
    return await runCommand(invocation.value, {
      language,
      say,
      version: programVersion(),
      ports: { ...noPorts, makePdf: (job) => makePdfInElectron(job, process.env) },
      readPasswords: async (count) => {
        const lines = await readPasswordLines(process.stdin, count);
        // A parent that keeps its end of the pipe open must not keep this program alive.
        process.stdin.destroy();
        return lines;
      },
      reportFault,
    });
  } catch (fault) {
    reportFault(invocation.value.command, fault);
    return refuse('internal-fault', { call: invocation.value.command });
  }
}

/** Faults are bugs: their stacks are for those who ask for them, the others get the one line. */
function reportFault(call: string, fault: unknown): void {
  if (process.env['SCT_TRACE'] !== '1') return;
  process.stderr.write(
    `${call}: ${fault instanceof Error ? String(fault.stack) : String(fault)}\n`,
  );
}

/** The version that package.json states; it lies as deep above the sources as above the bundle. */
function programVersion(): string {
  const here = dirname(realpathSync(process.argv[1] ?? '.'));
  const text = readFileSync(join(here, '../../package.json'), 'utf8');
  const description: unknown = JSON.parse(text);
  return typeof description === 'object' && description !== null && 'version' in description
    ? String(description.version)
    : '0.0.0';
}

// Older runtimes warn of features that they call experimental; standard error is for refusals.
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') process.stderr.write(`${warning.message}\n`);
});
void main(process.argv.slice(2));
