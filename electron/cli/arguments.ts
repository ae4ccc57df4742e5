import type { CallName } from '#shared/ipc/contract.ts';

/** Every option of the command line, with the placeholder of its value; null for a mere switch. */
export const options = {
  data: 'DIR',
  as: 'USER',
  'password-stdin': null,
  now: 'ISO',
  lang: 'vi|en',
  json: null,
  help: null,
  role: 'ROLE',
  unit: 'CODE',
  'display-name': 'NAME',
  to: 'DIR',
  fingerprint: 'DIGITS',
  period: 'P',
  form: 'CODE',
  row: 'CODE',
  indicator: 'CODE',
  numerator: 'N',
  denominator: 'N',
  value: 'N',
  status: 'S',
  note: 'TEXT',
  file: 'CSV',
  yes: null,
  'dry-run': null,
  reason: 'TEXT',
  format: 'json|xlsx|csv-excel|csv|sdmx-csv|adx|dhis2|data-package',
  out: 'FILE',
  pdf: 'FILE',
  list: null,
  'drop-old': null,
  backup: 'NAME',
  catalogue: 'FILE',
} as const satisfies Readonly<Record<string, string | null>>;

export type OptionName = keyof typeof options;

/** Options that every command takes. Who acts is said by `--as`; see `Command.account`. */
export const commonOptions: readonly OptionName[] = [
  'data',
  'as',
  'password-stdin',
  'now',
  'lang',
  'json',
];

/**
 * One command. `account`: whether somebody has to say who they are (`--as`), may, need not, or names
 * an account that does not sign in (`unproven`): the first one, or one whose password is lost. `call`:
 * the call of the contract that decides who may give the command. `secrets`: how many lines of standard
 * input there are, the acting person's password first.
 */
export type Command = {
  readonly operand: { readonly name: string; readonly least: number; readonly most: number } | null;
  readonly needs: readonly OptionName[];
  readonly takes: readonly OptionName[];
  readonly account: 'unproven' | 'needed' | 'optional' | 'none';
  readonly call: CallName | null;
  readonly secrets: number;
};

const plain = { operand: null, needs: [], takes: [], account: 'needed', secrets: 1 } as const;
const oneFile = { name: 'FILE', least: 1, most: 1 } as const;
const threeFolders = { name: 'DIR DIR DIR', least: 3, most: 3 } as const;
const step = { ...plain, needs: ['period'], call: 'submission.act' } as const;
const stepBack = { ...step, needs: ['period', 'reason'] } as const;

/** The commands, in the order of the work; their descriptions are messages `cli.commands.<name>`. */
export const commands = {
  init: {
    ...plain,
    needs: ['role', 'unit'],
    takes: ['display-name', 'catalogue'],
    account: 'unproven',
    call: 'setup.create',
  },
  restore: {
    ...plain,
    takes: ['list', 'backup'],
    account: 'optional',
    call: 'setup.restoreBackup',
  },
  'user add': {
    ...plain,
    operand: { name: 'NAME', least: 1, most: 1 },
    needs: ['role'],
    takes: ['display-name'],
    call: 'account.add',
    secrets: 2,
  },
  'user list': { ...plain, call: 'account.list' },
  state: { ...plain, account: 'optional', call: 'session.state' },
  periods: { ...plain, call: 'period.list' },
  'keyring fingerprint': { ...plain, call: 'trust.state' },
  'keyring export': { ...plain, needs: ['to'], call: 'trust.writeKeyring' },
  'enrol request': { ...plain, needs: ['to'], call: 'trust.writeRequest' },
  'enrol reply': {
    ...plain,
    operand: oneFile,
    needs: ['fingerprint'],
    takes: ['to'],
    call: 'trust.enrol',
  },
  'enrol accept': {
    ...plain,
    operand: oneFile,
    takes: ['fingerprint'],
    call: 'trust.acceptKeyring',
  },
  'enrol revoke': {
    ...plain,
    operand: { name: 'CODE', least: 1, most: 1 },
    call: 'trust.revoke',
  },
  'roots create': {
    ...plain,
    operand: threeFolders,
    call: 'trust.createRoots',
    secrets: 4,
  },
  'roots test': { ...plain, operand: oneFile, call: 'trust.testRootKey', secrets: 2 },
  'roots renew': {
    ...plain,
    operand: { name: 'FILE FILE DIR DIR DIR', least: 5, most: 5 },
    call: 'trust.renewRoots',
    secrets: 6,
  },
  'roots anew': {
    ...plain,
    operand: threeFolders,
    needs: ['yes'],
    call: 'trust.startRootsAnew',
    secrets: 4,
  },
  'signing renew': {
    ...plain,
    operand: { name: 'FILE FILE', least: 2, most: 2 },
    takes: ['drop-old'],
    call: 'trust.renewRoots',
    secrets: 3,
  },
  'escrow write': { ...plain, needs: ['to'], call: 'trust.writeEscrow' },
  'escrow test': { ...plain, call: 'trust.testEscrow', secrets: 2 },
  'recovery make': { ...plain, call: 'recovery.make' },
  'recovery use': { ...plain, account: 'unproven', call: 'recovery.use', secrets: 2 },
  record: {
    ...plain,
    needs: ['period'],
    takes: [
      'form',
      'row',
      'indicator',
      'numerator',
      'denominator',
      'value',
      'status',
      'note',
      'file',
    ],
    call: 'sheet.record',
  },
  'excel export': { ...plain, needs: ['period', 'form', 'to'], call: 'excel.export' },
  'excel import': {
    ...plain,
    operand: oneFile,
    needs: ['period', 'form'],
    takes: ['yes'],
    call: 'excel.apply',
  },
  show: { ...plain, needs: ['period'], takes: ['form'], call: 'sheet.open' },
  submit: step,
  check: step,
  approve: step,
  'approve-on-paper': step,
  return: stepBack,
  revise: stepBack,
  export: { ...plain, needs: ['period', 'to'], call: 'bundle.seal' },
  import: {
    ...plain,
    operand: { name: 'PATH', least: 1, most: Infinity },
    takes: ['dry-run'],
    call: 'bundle.receive',
  },
  consolidate: {
    ...plain,
    needs: ['period', 'format'],
    takes: ['out'],
    call: 'consolidation.view',
  },
  'receipt import': {
    ...plain,
    operand: { name: 'PATH', least: 1, most: 1 },
    call: 'receipt.import',
  },
  'issue-catalogue': { ...plain, needs: ['to'], call: 'catalogue.issue' },
  'take-catalogue': { ...plain, takes: ['yes'], call: 'catalogue.take' },
  print: { ...plain, needs: ['period', 'pdf'], call: 'report.savePdf' },
  verify: { ...plain, operand: oneFile, account: 'optional', call: null },
  help: {
    ...plain,
    operand: { name: 'COMMAND', least: 0, most: 2 },
    account: 'none',
    call: null,
  },
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof commands;

/** All command names, in the table's order. */
export const commandNames = Object.keys(commands) as readonly CommandName[]; // the table's own keys

/** What somebody typed, after it was checked against the table. */
export type Invocation = {
  readonly command: CommandName;
  readonly operands: readonly string[];
  /** The options that were given, each once; a switch has an empty text. */
  readonly given: Readonly<Partial<Record<OptionName, string>>>;
};

/** The text of an option that the table demands. */
export function needed({ command, given }: Invocation, name: OptionName): string {
  const text = given[name];
  if (text === undefined) throw new Error(`The table lets ${command} through without --${name}.`);
  return text;
}

/** The only operand of a command whose table entry demands one. */
export function operandOf({ command, operands }: Invocation): string {
  const [operand] = operands;
  if (operand === undefined) throw new Error(`The table lets ${command} through without operand.`);
  return operand;
}
