import type { SameKeysAs } from '../messages.ts';
import type { viSettings } from '../vi/settings.ts';

export const enSettings = {
  recovery: {
    title: 'Recovery code',
    none: 'There is no recovery code: when all passwords are forgotten, the office’s keys are lost. Make one, print it and seal it in an envelope.',
    made: 'The code in use was made at {{at}}. Whoever has it can set passwords anew: keep it in a sealed envelope.',
    boundHere:
      'When the store or a backup goes to another computer, or Windows is installed anew, only this code opens the keys.',
    onlyAdministrator: 'Only the administering account makes a code.',
    open: 'Make a recovery code…',
    openAgain: 'Make a new code…',
    lead: 'The code has 40 digits and is shown only once. Have a printer and an envelope ready.',
    leadBinds:
      'From then on the office’s keys are also kept by this computer’s key store: on another computer, or after Windows is installed anew, only the code opens them.',
    leadAgain:
      'A new code replaces the old one: the old print opens old backups alone; destroy it. The code is shown only once; have a printer and an envelope ready.',
    password: 'Your password',
    action: 'Make the code',
    working: 'Making the code',
    shown: 'The office’s recovery code',
    once: 'The code is shown only now.',
    onceBody:
      'Print it or write it down, seal it in an envelope and lock it away. Take no picture, and keep no copy on this computer.',
    sheet: 'the recovery code',
    kept: 'The code is kept',
  },
  title: 'Settings',
  subtitle: 'Language, accounts, password',
  language: {
    title: 'Language',
    label: 'Language of the interface',
    vi: 'Tiếng Việt',
    en: 'English',
    hint: 'Printed reports are always in Vietnamese.',
  },
  accounts: {
    title: 'Accounts of this office',
    lead: 'Everybody uses an account of their own. Who prepared figures never approves them alone.',
    loading: 'Opening the accounts',
    displayName: 'Full name',
    name: 'Sign-in name',
    role: 'Role',
    administrator: 'Administrator',
    you: 'you',
    add: 'Add account…',
    onlyAdministrator: 'Only the administrator’s account can add accounts.',
  },
  add: {
    title: 'Add account',
    name: 'Sign-in name',
    nameHint: 'A short name to sign in with',
    displayName: 'Full name',
    displayNameHint: 'As written on reports',
    role: 'Role',
    password: 'First password',
    passwordHint: 'Its user changes it on this page after signing in.',
    ownPassword: 'Your password',
    ownPasswordHint: 'To pass the office’s keys on to the new account.',
    action: 'Add account',
    working: 'Adding',
    done: 'Account {{name}} was added.',
    missing: 'Fill this in.',
  },
  password: {
    title: 'Change your password',
    old: 'Present password',
    new: 'New password',
    again: 'New password again',
    newHint:
      'A long sentence is better than difficult letters. A forgotten one takes the recovery code.',
    differs: 'The two are not the same yet.',
    missing: 'Fill this in.',
    action: 'Change password',
    working: 'Changing',
    done: 'The password was changed. Use the new one when you next sign in.',
  },
  about: {
    title: 'About this program',
    version: 'Version',
    unit: 'Unit',
    safeStorage: 'Where keys are kept',
    safeStorageUsed: 'Keys are protected by passwords and by the operating system’s key store.',
    safeStorageAvailableTitle: 'The operating system’s key store is not used yet',
    safeStorageAvailable:
      'Keys are protected by passwords so far. This computer has a key store; the program adds it once there is a recovery code, since it is lost with the computer.',
    safeStorageElsewhereTitle: 'The office’s keys are bound to another computer',
    safeStorageElsewhere:
      'Figures can be seen and recorded. To sign and to open bundles: sign out, choose Forgot the password… and type the recovery code. The copy is made anew for this computer.',
    safeStorageNone:
      'This computer has no key store of the operating system. Keys are protected by passwords alone: keep them long, and lock the computer when you leave.',
    safeStorageNoneTitle: 'No key store of the operating system',
    clock: 'Clock',
    clockSystem: 'The computer’s clock',
    clockSample: 'Sample clock: {{now}}. Dates and times on the screen are not real ones.',
    clockSampleTitle: 'A sample clock is in use',
    signature:
      'The bundle’s signature is a technical one and does not replace a legal digital signature.',
  },
} as const satisfies SameKeysAs<typeof viSettings>;
