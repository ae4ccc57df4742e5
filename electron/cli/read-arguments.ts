import { parseArgs } from 'node:util';

import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { languages } from '#shared/text/translate.ts';
import type { Language, Translate } from '#shared/text/translate.ts';

import { commandNames, commands, commonOptions, options } from './arguments.ts';
import type { Command, CommandName, Invocation, OptionName } from './arguments.ts';
import { togetherFault, unusableOption } from './option-values.ts';
import { wrongUse } from './wrong-use.ts';

type UsageRefusal = 'usage' | 'password-as-argument';
type Given = Partial<Record<OptionName, string>>;
type Raw = { readonly words: readonly string[]; readonly given: Given };

/** The language that was asked for, read before anything else so that faults are said in it. */
export function statedLanguage(argv: readonly string[]): Language {
  const at = argv.indexOf('--lang');
  const inline = argv.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length);
  const stated = inline ?? (at < 0 ? undefined : argv[at + 1]);
  return languages.find((language) => language === stated) ?? 'vi';
}

/**
 * Checks a command line against the table of commands. Refuses `usage` {detail}, and
 * `password-as-argument` for anything that looks like a password among the arguments. What was typed
 * is never repeated, but for names of options and commands: it could be a secret.
 */
export function readArguments(
  argv: readonly string[],
  say: Translate,
): Result<Invocation, UsageRefusal> {
  const raw = readTokens(argv, say);
  if (!raw.ok) return raw;
  const { words, given } = raw.value;
  const command = commandOf(words);
  if (command === null) {
    if (words.length === 0 && given.help !== undefined) return ok(helpFor([]));
    return words.length === 0
      ? wrongUse(say, 'cli.wrongUse.commandMissing')
      : wrongUse(say, 'cli.wrongUse.commandUnknown');
  }
  if (given.help !== undefined) return ok(helpFor([command]));
  const operands = words.slice(command.split(' ').length);
  return checkAgainstTable({ command, operands, given }, say);
}

function helpFor(operands: readonly string[]): Invocation {
  return { command: 'help', operands, given: {} };
}

/** The longest command that the first words name. */
function commandOf(words: readonly string[]): CommandName | null {
  const named = [words.slice(0, 2).join(' '), words[0]];
  return commandNames.find((name) => name === named[0] || name === named[1]) ?? null;
}

function readTokens(argv: readonly string[], say: Translate): Result<Raw, UsageRefusal> {
  const words: string[] = [];
  const given: Given = {};
  for (const token of tokensOf(argv)) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, value } = token;
    if (/^(?:p|pass|passwd|pwd|password|mat-khau)$/i.test(name)) {
      return refuse('password-as-argument');
    }
    if (!isOption(name)) return wrongUse(say, 'cli.wrongUse.optionUnknown', { option: name });
    if (given[name] !== undefined) {
      return wrongUse(say, 'cli.wrongUse.optionTwice', { option: name });
    }
    const isSwitch = options[name] === null;
    if (isSwitch && value !== undefined) {
      return wrongUse(say, 'cli.wrongUse.switchWithValue', { option: name });
    }
    if (!isSwitch && (value === undefined || (!token.inlineValue && /^--/.test(value)))) {
      return wrongUse(say, 'cli.wrongUse.valueMissing', { option: name });
    }
    given[name] = value ?? '';
  }
  return ok({ words, given });
}

function tokensOf(argv: readonly string[]) {
  const types = Object.entries(options).map(
    ([name, placeholder]) =>
      [name, { type: placeholder === null ? 'boolean' : 'string' } as const] as const,
  );
  return parseArgs({
    args: [...argv],
    options: Object.fromEntries(types),
    allowPositionals: true,
    strict: false,
    tokens: true,
  }).tokens;
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}

function checkAgainstTable(
  invocation: Invocation,
  say: Translate,
): Result<Invocation, UsageRefusal> {
  const { given, operands } = invocation;
  const command: Command = commands[invocation.command];
  const allowed = [...commonOptions, ...command.needs, ...command.takes];
  const foreign = (Object.keys(given) as OptionName[]).find((name) => !allowed.includes(name)); // keys of `given` are option names
  if (foreign !== undefined) {
    return wrongUse(say, 'cli.wrongUse.optionForeign', {
      option: foreign,
      command: invocation.command,
    });
  }
  const missing = neededBy(command, given).find((name) => given[name] === undefined);
  if (missing !== undefined) {
    return wrongUse(say, 'cli.wrongUse.optionMissing', { option: missing });
  }
  if (given['password-stdin'] !== undefined && given.as === undefined) {
    return wrongUse(say, 'cli.wrongUse.optionMissing', { option: 'as' });
  }
  const { least, most } = command.operand ?? { least: 0, most: 0 };
  if (operands.length > most) return wrongUse(say, 'cli.wrongUse.operandTooMany');
  if (operands.length < least) {
    return wrongUse(say, 'cli.wrongUse.operandMissing', { operand: command.operand?.name ?? '' });
  }
  const unusable = unusableOption(invocation);
  if (unusable !== null) return wrongUse(say, 'cli.wrongUse.valueUnknown', { option: unusable });
  const fault = togetherFault(invocation);
  return fault === null ? ok(invocation) : wrongUse(say, fault);
}

function neededBy(command: Command, given: Given): readonly OptionName[] {
  const acts =
    command.account === 'needed' || command.account === 'unproven' || given.as !== undefined;
  const opensStore = command.account !== 'none' && (acts || command.call !== null);
  return [
    ...(opensStore ? (['data'] as const) : []),
    ...command.needs,
    ...(acts ? (['as', 'password-stdin'] as const) : []),
  ];
}
