import { exportFormats } from '#shared/domain/export-format.ts';
import { roles, sides } from '#shared/domain/role.ts';
import { parseInstant } from '#shared/kit/clock.ts';
import { languages } from '#shared/text/translate.ts';

import type { Invocation, OptionName } from './arguments.ts';
import type { WrongUseKey } from './wrong-use.ts';

/** The first option whose value cannot be used, as far as that shows without a store; else null. */
export function unusableOption({ command, given }: Invocation): OptionName | null {
  const accepted: Partial<Record<OptionName, readonly string[]>> = {
    format: ['json', ...exportFormats],
    lang: languages,
    role: command === 'init' ? sides : roles,
  };
  const names = Object.keys(accepted) as readonly OptionName[]; // keys of the object just above
  const refused = names.find((name) => {
    const value = given[name];
    return value !== undefined && accepted[name]?.includes(value) === false;
  });
  if (refused !== undefined) return refused;
  return given.now !== undefined && parseInstant(given.now) === null ? 'now' : null;
}

/** What a terminal cannot show. */
const binaryFormats: readonly string[] = ['xlsx', 'data-package'];

/** What is amiss with options that must go together; else null. */
export function togetherFault(invocation: Invocation): WrongUseKey | null {
  switch (invocation.command) {
    case 'record':
      return recordFault(invocation);
    case 'consolidate':
      return consolidateFault(invocation);
    default:
      return null;
  }
}

function consolidateFault({ given }: Invocation): WrongUseKey | null {
  const needsFile = given.format !== undefined && binaryFormats.includes(given.format);
  return needsFile && given.out === undefined ? 'cli.wrongUse.outMissing' : null;
}

export const cellOptions = ['numerator', 'denominator', 'value', 'status', 'note'] as const;

/** What is amiss with the options of `record`, which go together in two ways only; else null. */
function recordFault({ given }: Invocation): WrongUseKey | null {
  const rows = [given.row, given.indicator].filter((row) => row !== undefined);
  const hasCells = cellOptions.some((column) => given[column] !== undefined);
  if (given.file !== undefined) {
    return rows.length > 0 || hasCells ? 'cli.wrongUse.fileOrRow' : null;
  }
  if (rows.length !== 1) return 'cli.wrongUse.rowMissing';
  return hasCells ? null : 'cli.wrongUse.cellMissing';
}
