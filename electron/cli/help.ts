import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { contract } from '#shared/ipc/contract.ts';
import { personalActions, workflow } from '#shared/domain/workflow.ts';
import type { Role } from '#shared/domain/role.ts';
import type { Translate } from '#shared/text/translate.ts';

import { commandNames, commands, commonOptions, options } from './arguments.ts';
import type { Command, CommandName, Invocation, OptionName } from './arguments.ts';
import { columns, done } from './output.ts';
import type { Outcome } from './output.ts';
import { wrongUse } from './wrong-use.ts';

/** Explains all commands, or one. Refuses `usage` for a command that there is none of. */
export function explain({ operands }: Invocation, say: Translate): Result<Outcome> {
  if (operands.length === 0) return ok(done({ commands: commandNames }, overview(say)));
  const name = commandNames.find((candidate) => candidate === operands.join(' '));
  return name === undefined
    ? wrongUse(say, 'cli.wrongUse.commandUnknown')
    : ok(done({ command: name, usage: usageOf(name) }, details(name, say)));
}

/** A command as it is typed: `export --period P --to DIR`, without the common options. */
export function usageOf(name: CommandName): string {
  const { operand, needs, takes }: Command = commands[name];
  const word =
    operand === null
      ? []
      : [
          operand.least === 0
            ? `[${operand.name}]`
            : operand.name + (operand.most > operand.least ? '…' : ''),
        ];
  return [
    name,
    ...word,
    ...needs.map(withPlaceholder),
    ...takes.map((option) => `[${withPlaceholder(option)}]`),
  ].join(' ');
}

function overview(say: Translate): string {
  return [
    say('cli.help.title'),
    '',
    say('cli.help.usage'),
    '',
    columns(commandNames.map((name) => [`  ${name}`, say(`cli.commands.${name}`)])),
    '',
    say('cli.help.common'),
    optionLines(commonOptions, say),
    '',
    say('cli.help.more'),
  ].join('\n');
}

function details(name: CommandName, say: Translate): string {
  const command: Command = commands[name];
  const own = [...command.needs, ...command.takes];
  return [
    usageOf(name),
    '',
    say(`cli.commands.${name}`),
    say('cli.help.who', { who: audienceOf(name, say) }),
    ...(own.length === 0 ? [] : ['', optionLines(own, say)]),
    '',
    say('cli.help.common'),
    optionLines(commonOptions, say),
  ].join('\n');
}

/** Who may give a command, read from the contract and the workflow so that it is always true. */
function audienceOf(name: CommandName, say: Translate): string {
  const roleNames = (roles: readonly Role[]): string =>
    [...new Set(roles)].map((role) => say(`terms.roleTitles.${role}`)).join(', ');
  const action = personalActions.find((candidate) => candidate === name);
  if (action !== undefined) {
    return roleNames(workflow.flatMap((step) => (step.action === action ? step.roles : [])));
  }
  const { call }: Command = commands[name];
  const audience = call === null ? 'everyone' : contract[call].audience;
  return typeof audience === 'string' ? say(`cli.audience.${audience}`) : roleNames(audience);
}

function optionLines(names: readonly OptionName[], say: Translate): string {
  return columns(names.map((name) => [`  ${withPlaceholder(name)}`, say(`cli.options.${name}`)]));
}

function withPlaceholder(name: OptionName): string {
  const placeholder = options[name];
  return placeholder === null ? `--${name}` : `--${name} ${placeholder}`;
}
