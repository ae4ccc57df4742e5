import type { CallInput, CallName } from '#shared/ipc/contract.ts';

const place = `place-${'0a'.repeat(16)}`;
const password = 'mat-khau-thu-nghiem';
const period = '2022-08';
const cell = { period, row: 'HI_COVERAGE', column: 'numerator' } as const;
const account = { name: 'recorder', displayName: '', password };

/** An input that each call accepts: a call without one does not compile. */
export const validInputs: { readonly [Name in CallName]: CallInput<Name> } = {
  'session.state': {},
  'session.signIn': { name: 'recorder', password },
  'session.signOut': {},
  'session.setLanguage': { language: 'en' },
  'setup.units': {},
  'setup.create': { side: 'district', unit: '300', account },
  'setup.backups': {},
  'setup.restoreBackup': { backup: 'so-chi-tieu-000001-20220824T010000.sqlite3' },
  'account.list': {},
  'account.add': { ...account, role: 'checker', ownPassword: password },
  'account.changePassword': { oldPassword: password, newPassword: password },
  'trust.state': {},
  'trust.writeRequest': { folder: place, password },
  'trust.acceptKeyring': { file: place, fingerprint: '1234' },
  'trust.writeKeyring': { folder: place },
  'trust.enrol': { file: place, fingerprint: '1234', folder: place, password },
  'place.pickFolder': {},
  'place.pickFile': { purpose: 'bundle' },
  'period.list': {},
  'sheet.open': { period },
  'sheet.record': { ...cell, typed: '6,2' },
  'sheet.cellHistory': cell,
  'submission.act': { period, action: 'submit', reason: null },
  'bundle.list': { period },
  'bundle.seal': { period, password },
  'bundle.copy': { id: 1, folder: place },
  'receipt.import': { folder: place, password },
  'bundle.receive': { place, password },
  'bundle.received': {},
  'consolidation.view': { period },
  'consolidation.saveCsv': { period, folder: place },
  'report.preview': { period },
  'report.savePdf': { period, folder: place },
  'report.print': { period },
  'plan.view': {},
  'plan.search': { text: 'bhyt' },
};
