import type { SameKeysAs } from '../messages.ts';
import type { viCli } from '../vi/cli.ts';

export const enCli = {
  help: {
    title: 'Sổ Chỉ Tiêu – command line',
    usage:
      'Usage: npm run -s cli -- COMMAND [ARGUMENTS] --data DIR [--as USER --password-stdin] [--json]',
    common: 'Common options:',
    who: 'Who may use it: {{who}}.',
    more: 'Type "help COMMAND" for one command. Exit codes: 0 done, 1 refused, 2 wrong use.',
  },
  audience: {
    everyone: 'anybody, without signing in',
    'signed-in': 'every account of the office',
    administrator: 'the account that administers the office',
  },
  commands: {
    init: 'Set up the office’s store, its keys and the first account.',
    restore: 'A damaged store: opens the newest sound backup, or a named one; --list only lists.',
    'user add': 'Add an account. Line 1 is the acting person’s password, line 2 the new account’s.',
    'user list': 'List the office’s accounts.',
    state: 'Say whose store it is; with --as also the state of each period’s report.',
    periods: 'List the reporting periods and their deadlines.',
    'keyring fingerprint': 'Print the office’s fingerprint and that of the keyring in use.',
    'keyring export': 'Province: write the public keyring to a folder.',
    'enrol request': 'District: write the enrolment request to a folder.',
    'enrol reply': 'Province: enrol a district’s key and write the reply (beside the request).',
    'enrol accept': 'District: accept the province’s keyring; the first time by its fingerprint.',
    'enrol revoke': 'Province: revokes a unit’s key; what was received stays.',
    'roots create':
      'Province: makes three root keys on three sticks. Line 1 is the acting person’s password, lines 2 to 4 are the holders’.',
    'roots test':
      'Province: tries a root key and changes nothing. Line 2 is its holder’s password.',
    'roots renew':
      'Province: replaces the root keys with two in use. Lines 2 and 3 are the passwords of those, lines 4 to 6 of the new ones.',
    'roots anew':
      'Province: two root keys are lost, start anew; every unit types the digits again. Passwords as for roots create.',
    'signing renew':
      'Province: replaces its signing key with two root keys. Lines 2 and 3 are the passwords of those.',
    'escrow write':
      'Province: writes the escrow key as a text file to print and seal; remove the file afterwards.',
    'escrow test':
      'Province: compares the escrow key on paper with the one in use. Line 2 is that key.',
    'recovery make': 'Makes a new recovery code and prints it this once.',
    'recovery use':
      'Sets a new password for the account of --as. Line 1 is the recovery code, line 2 the new password.',
    record: 'Record figures in a form: one row, or a whole CSV file.',
    'excel export': 'Write a form as an .xlsx file to fill in; no file is overwritten.',
    'excel import':
      'Say which cells an .xlsx file would change; records them with --yes only. Other tables are matched by the names of rows and columns.',
    show: 'Show a form of the unit for a period, form 01 if no other is named.',
    submit: 'Send the period’s report for checking.',
    check: 'Confirm the check and pass on for approval.',
    approve: 'Approve the period’s report.',
    'approve-on-paper':
      'Record that a leader approved on the print; the signed document must be recorded.',
    return: 'Return the report for correction, with a reason.',
    revise: 'Reopen an approved report, with a reason.',
    export: 'Seal the approved report and write the bundle to a folder.',
    import: 'Province: take in bundles from files or folders; receipts are written beside them.',
    consolidate: 'Province: the consolidated table of a period, on screen or in a new file.',
    'receipt import':
      'District: take in receipts and catalogues of the province, a file or a folder.',
    'issue-catalogue':
      'Province: seal the catalogue in force, one file for each unit whose key is enrolled.',
    print: 'Make the PDF of form 01 for a period.',
    verify:
      'Say what a file is without importing it; with --as it is opened with the office’s keys.',
    help: 'Show the usage, of all commands or of one.',
  },
  options: {
    data: 'folder of the store',
    as: 'account of the acting person',
    'password-stdin': 'read passwords, codes and keys from standard input, one per line',
    now: 'sample clock instead of the machine’s, such as 2022-08-24T08:00+07:00',
    lang: 'language of messages: vi (default) or en',
    json: 'print the result as JSON',
    help: 'show the usage',
    role: 'init: district, province; user add: recorder, checker, approver, receiver, consolidator',
    unit: 'unit code, such as 300; the province is 30',
    'display-name': 'the person’s name on screen and on paper',
    to: 'target folder',
    fingerprint: 'fingerprint of 32 digits; quote it when it has spaces',
    period: 'period code, such as 2022-08',
    form: 'code of a form, such as B01 or B04; the first form of the period when left out',
    row: 'indicator code, such as HI_COVERAGE',
    indicator: 'same as --row',
    numerator: 'numerator; "-" for nothing occurred, "..." for not available',
    denominator: 'denominator, typed like the numerator',
    value: 'value entered as such, typed like the numerator',
    status: 'estimated, provisional or official, or the Vietnamese words',
    note: 'note or explanation',
    file: 'CSV file: INDICATOR, NUMERATOR, DENOMINATOR, VALUE, STATUS, COMMENT',
    yes: 'knows what this changes and agrees; without it nothing is written',
    'drop-old': 'take nothing more that the old signing key signed: somebody else may have it',
    reason: 'reason, kept in the history',
    format: 'form of the consolidated table',
    out: 'new file to write; an existing one is never overwritten',
    list: 'only list the backups',
    backup: 'name of a backup, as in the list',
    pdf: 'new PDF file; an existing one is never overwritten',
  },
  wrongUse: {
    commandMissing: 'no command',
    commandUnknown: 'there is no such command',
    optionUnknown: 'there is no option --{{option}}',
    optionForeign: 'command {{command}} does not take --{{option}}',
    optionTwice: 'option --{{option}} is given twice',
    optionMissing: 'option --{{option}} is missing',
    switchWithValue: 'option --{{option}} takes no value',
    valueMissing: 'option --{{option}} has no value',
    valueUnknown: 'the value of --{{option}} cannot be used',
    operandMissing: '{{operand}} is missing',
    operandTooMany: 'too many arguments; quote values that have spaces',
    passwordMissing: 'standard input must hold {{count}} line(s), a password or code on each',
    fileOrRow: '--file does not go with --row and cells',
    rowMissing: 'one of --row, --indicator, --file is needed',
    cellMissing:
      'at least one cell is needed: --numerator, --denominator, --value, --status or --note',
  },
  done: {
    init: 'The store of {{unitName}} (code {{unit}}) is set up. Administrator: {{account}} ({{role}}).',
    restored:
      'Backup {{backup}} was opened. What was done after it is not in the store; bundles begin a new series. The damaged file is still at {{file}}.',
    noBackups: 'There is no backup yet.',
    backupSound: 'opens',
    backupUnsound: 'does not open',
    userAdded: 'Account {{account}} ({{role}}) was added.',
    administrator: 'administrator',
    sampleClock: 'Sample clock: {{now}}',
    notBegun: 'Not begun',
    daysLeft: '{{days}} days left',
    daysLate: '{{days}} days late',
    noKeyring: 'No keyring of the province was accepted yet.',
    keyring: 'Keyring version {{version}}, the province’s fingerprint: {{fingerprint}}',
    trusted: 'The province’s keyring, version {{version}}, is trusted now.',
    enrolled: 'The keyring holds this office’s key: the province will accept its bundles.',
    notEnrolled: 'The keyring does not hold this office’s key yet. Wait for the province’s reply.',
    written: 'Written: {{file}}',
    ownFingerprint: 'This office’s fingerprint: {{fingerprint}}',
    recorded:
      'Saved {{saved}} cells. {{filled}} of {{toFill}} indicators have figures, {{findings}} findings are open.',
    excelMatched:
      'A table of its own layout: {{columns}} columns and {{rows}}/{{names}} rows matched.',
    excelCounts:
      '{{new}} cells new, {{changed}} changed, {{unchanged}} unchanged, {{refused}} not taken.',
    excelRecorded: 'Recorded {{count}} cells.',
    excelNotRecorded: 'Nothing was recorded; add --yes to record the new and changed cells.',
    submission: '{{state}}, revision {{revision}}',
    filled: '{{filled}} of {{toFill}} indicators have figures',
    step: 'Report of {{period}}: {{state}}, revision {{revision}}.',
    exported:
      'Written: {{file}}\nBundle number {{sequence}}, revision {{revision}}, check code {{checkCode}}',
    catalogueIssued: 'Issued catalogue version {{version}}: {{files}} files.',
    catalogue: 'Catalogue version {{version}}',
    printed: 'Written: {{file}} ({{pages}} pages).',
    revoked:
      'The key of {{unitName}} (code {{unit}}) is revoked. Write keyring version {{version}} for the units.',
    rootsAnew:
      'The root keys were started anew. Print the letter with the new digits and send it with the new keyring to every unit, to be typed again.',
    signingRenewed:
      'The signing key was replaced. Write keyring version {{version}} for the units; nothing is typed again.',
    rootTested: 'It opens: this is root key {{number}} in use, fingerprint {{fingerprint}}.',
    escrowWritten: '{{file}} was written. Print it, seal it, then remove this file.',
    escrowTested: 'Right: this is the escrow key in use. Seal the envelope again.',
    recoveryMade:
      'Write it on paper and seal it. The code is kept nowhere and not shown again; the one before counts no longer.',
    recovered: 'Account {{name}} has a new password.',
  },
  verify: {
    report: 'Report bundle',
    receipt: 'Receipt',
    catalogue: 'Catalogue of the province’s plan',
    drafts: 'Drafts between two computers of one unit',
    enrolment: 'Enrolment request (whose key it is has to be established by its fingerprint)',
    keyring: 'Keyring (that it is the province’s has to be established by its fingerprint)',
    closed: 'Encrypted bundle that the keys at hand do not open; only its outside can be seen',
    other: 'No file of this program, or too damaged to be read',
  },
} as const satisfies SameKeysAs<typeof viCli>;
