import type { SameKeysAs } from '../messages.ts';
import type { viStart } from '../vi/start.ts';

export const enStart = {
  recover: {
    open: 'Forgot the password…',
    title: 'Set a new password for {{name}}',
    lead: 'Open the envelope with the office’s recovery code and type its 40 digits. This is written into the log.',
    code: 'Recovery code',
    codeHint: 'With or without blanks.',
    'recovery-code-malformed': 'Type all 40 digits of the code.',
    'recovery-code-check-digits': 'A digit is wrong or two were swapped. Compare group by group.',
    action: 'Set the new password',
    working: 'Setting the password',
    done: 'The new password is set. Sign in with it, then make a new recovery code.',
  },
  title: 'Start using Sổ Chỉ Tiêu',
  intro:
    'This computer has no ledger yet. Choose the unit and make the first account; this is done once.',
  sideTitle: 'This computer is used by',
  sideHints: {
    district: 'Records and approves figures, sends bundles to the province.',
    province: 'Receives the units’ bundles and consolidates them.',
  },
  unitTitle: 'Unit',
  unitSearch: 'Find the unit',
  unitSearchHint: 'Accents are not needed, for example: thanh mien',
  unitMissing: 'Choose the unit first.',
  unitNone: 'No unit matches “{{text}}”.',
  unitCode: 'Code {{code}}',
  accountTitle: 'First account',
  accountHint: 'Role: {{role}}; also administers the unit’s accounts and keys.',
  displayName: 'Full name',
  accountName: 'Sign-in name',
  accountNameHint: 'A short name to sign in with; accents are allowed.',
  accountNameFault:
    '1 to 40 characters: letters, digits, blank, dot, dash; a letter or digit first.',
  password: 'Password',
  passwordHint:
    'At least {{shortest}} characters. A forgotten one is opened only with a recovery code, which is made later in the settings.',
  passwordShort: 'The password needs at least {{shortest}} characters.',
  passwordAgain: 'Password again',
  passwordDiffers: 'The two passwords differ.',
  madeTitle: 'The program will make',
  made: {
    store: 'The ledger of {{unit}} on this computer',
    keys: 'The unit’s keys for signing and opening bundles, locked with this account’s password',
    catalogue: 'The catalogue of plan 1112/KH-UBND',
    catalogueFile: 'The catalogue of the file {{file}}',
  },
  otherPlan: 'Use another plan’s catalogue…',
  ownPlan: 'Use the program’s own catalogue',
  madeUnitUnknown: 'the unit',
  create: 'Make the ledger',
  creating: 'Making the ledger and keys…',
  missing: 'Still needed: {{what}}',
  signInTitle: 'Sign in',
  chooseAccount: 'Choose the account',
  signIn: 'Sign in',
  signingIn: 'Opening…',
  noAccounts: 'This ledger has no accounts yet.',
  splash:
    'This program holds no state secrets. Do not enter anything classified as a state secret.',
  noSafeStorage:
    'The system has no safe storage: the unit’s keys are protected by the password alone.',
  keysElsewhereTitle: 'The keys in this ledger are bound to another computer',
  keysElsewhere:
    'Figures can be seen and recorded. To sign and to open bundles here, choose Forgot the password… and type the recovery code.',
  ownKeyElsewhere:
    'Your copy of the key is bound to another computer. To sign and to open bundles here: sign out, choose Forgot the password… and type the recovery code.',
  version: 'Version {{version}}',
  damageTitle: 'The ledger cannot be opened',
  damageWhat: 'The data file is damaged.',
  damageKept: 'It was set aside, not deleted.',
  damageSafe: 'It was set aside, not deleted. The backup below can be opened in its place.',
  damageSetAside: 'Damaged file',
  damageBackup: 'Latest backup',
  damageNoBackup: 'No backup was found. Leave the computer as it is and call support.',
  restore: 'Restore the backup',
  restoring: 'Restoring…',
  restoreHint: 'Changes made after the backup have to be recorded again.',
  newerTitle: 'This ledger was made by a newer version',
  newerBody:
    'The file was left untouched. Install the newer version of the program and open it again.',
  newerNeeds:
    'The data has structure version {{version}}; this program reads up to version {{known}}.',
  inUseTitle: 'The ledger is open elsewhere',
  inUseWhat: 'Another window, command or Windows account on this computer has the ledger open.',
  inUseBody:
    'The figures are safe, nothing was changed. Close Sổ Chỉ Tiêu there, press Close the program and open it again.',
  closeProgram: 'Close the program',
  upgradeTitle: 'The ledger was not brought to the new version',
  unwritableTitle: 'The data folder cannot be written',
  unwritableBody:
    'Existing figures are intact. Check that the disk has room and that the account may write to the folder, then open the program again.',
  unreachable: 'The program is not ready',
} as const satisfies SameKeysAs<typeof viStart>;
