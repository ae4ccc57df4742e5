import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import floors from '../../.dependency-cruiser.mjs';
import { existingFolders } from '../../build/checks/source-folders.ts';
import { plant, temporaryFolder } from './temporary-folder.ts';

const SHIPPED = [
  '@noble/curves',
  '@zip.js/zip.js',
  'age-encryption',
  'better-sqlite3',
  'big.js',
  'canonicalize',
  'exceljs',
  'hash-wasm',
  'i18next',
  'papaparse',
  'react',
  'zod',
];
const NOT_SHIPPED = ['electron', 'jose'];

/** One file that breaks each rule: rule → path → text. Imports lead to the files of SOUND_HOUSE. */
const VIOLATIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'kit-is-the-ground': { 'shared/kit/bad.ts': "import '../text/vi.ts';" },
  'text-is-the-ground': {
    'shared/text/bad.ts': "import type { A } from '#shared/domain/unit.ts';",
  },
  'domain-looks-down': { 'shared/domain/bad.ts': "import '../catalogue/plan.ts';" },
  'catalogue-looks-down': { 'shared/catalogue/bad.ts': "import '../bundle/seal.ts';" },
  'bundle-looks-down': { 'shared/bundle/bad.ts': "import '../catalogue/plan.ts';" },
  'shared-knows-no-host': { 'shared/ipc/bad.ts': "import '../../electron/service/sheets.ts';" },
  'shared-knows-no-node': { 'shared/bundle/bad.ts': "import { readFileSync } from 'node:fs';" },
  'electron-is-a-host': { 'electron/service/bad.ts': "import '../../renderer/ui/button.ts';" },
  'renderer-is-a-host': { 'renderer/state/bad.ts': "import '../../electron/service/sheets.ts';" },
  'server-is-a-host': { 'server/bad.ts': "import '../electron/service/sheets.ts';" },
  'electron-only-in-shell-and-worker': { 'electron/service/bad.ts': "import 'electron';" },
  'sqlite-only-in-storage': { 'electron/service/bad.ts': "import 'better-sqlite3';" },
  'exceljs-only-in-excel': { 'electron/service/bad.ts': "import 'exceljs';" },
  'cryptography-only-in-bundle-and-keys': { 'electron/service/bad.ts': "import 'hash-wasm';" },
  'packages-of-kit': { 'shared/kit/bad.ts': "import 'zod';" },
  'packages-of-text': { 'shared/text/bad.ts': "import 'zod';" },
  'packages-of-domain': { 'shared/domain/bad.ts': "import 'papaparse';" },
  'packages-of-catalogue': { 'shared/catalogue/bad.ts': "import 'big.js';" },
  'packages-of-bundle': { 'shared/bundle/bad.ts': "import 'i18next';" },
  'packages-of-ipc': { 'shared/ipc/bad.ts': "import 'papaparse';" },
  'storage-and-keys-serve': { 'electron/storage/bad.ts': "import '../service/sheets.ts';" },
  'excel-looks-down': { 'electron/excel/bad.ts': "import '../storage/cells.ts';" },
  'only-service-reads-excel': { 'electron/cli/bad.ts': "import '../excel/workbook.ts';" },
  'service-knows-no-host-part': { 'electron/service/bad.ts': "import '../shell/window.ts';" },
  'host-parts-are-apart': { 'electron/cli/bad.ts': "import '../shell/window.ts';" },
  'features-are-apart': { 'renderer/feature/plan/bad.ts': "import '../sheet/cell-input.ts';" },
  'feature-looks-down': { 'renderer/feature/plan/bad.ts': "import '../../app/frame.ts';" },
  'state-looks-down': { 'renderer/state/bad.ts': "import '../ui/button.ts';" },
  'client-looks-down': { 'renderer/client/bad.ts': "import '../ui/button.ts';" },
  'ui-is-plain': { 'renderer/ui/bad.ts': "import '../state/sheet-store.ts';" },
  'no-cycles': {
    'shared/domain/bad.ts': "import type { B } from './worse.ts'; export type A = B;",
    'shared/domain/worse.ts': "import type { A } from './bad.ts'; export type B = A;",
  },
  'no-orphans': { 'shared/domain/bad.ts': 'export const alone = 1;' },
  resolvable: { 'shared/domain/bad.ts': "import './nowhere.ts';" },
  'shipped-packages-only': { 'electron/service/bad.ts': "import 'jose';" },
};

const SOUND_HOUSE = {
  'shared/kit/result.ts': 'export const ok = 1;',
  'shared/text/vi.ts': "import { ok } from '../kit/result.ts'; export const vi = ok;",
  'shared/domain/unit.ts':
    "import { ok } from '#shared/kit/result.ts'; import 'big.js'; export type A = typeof ok;",
  'shared/catalogue/plan.ts': "import '../domain/unit.ts'; import 'zod';",
  'shared/bundle/seal.ts':
    "import '../domain/unit.ts'; import '@noble/curves'; import '@zip.js/zip.js';",
  'shared/ipc/calls.ts': "import '../catalogue/plan.ts'; import 'zod';",
  'electron/storage/cells.ts':
    "import 'better-sqlite3'; import 'node:fs'; import '#shared/domain/unit.ts';",
  'electron/keys/password.ts': "import 'hash-wasm';",
  'electron/excel/workbook.ts': "import 'exceljs'; import '#shared/domain/unit.ts';",
  'electron/service/sheets.ts':
    "import '../storage/cells.ts'; import '../keys/password.ts'; import '../excel/workbook.ts';",
  'electron/shell/window.ts': "import 'electron'; import '../service/sheets.ts';",
  'electron/shell/main.ts': "import './window.ts';",
  'electron/worker/main.ts': "import 'electron'; import '../service/sheets.ts';",
  'electron/cli/main.ts': "import '../service/sheets.ts';",
  'renderer/client.ts': "import '#shared/ipc/calls.ts';",
  'renderer/state/sheet-store.ts': "import '../client.ts';",
  'renderer/ui/button.ts': "import 'react';",
  'renderer/feature/sheet/cell-input.ts':
    "import '../../state/sheet-store.ts'; import '../../ui/button.ts';",
  'renderer/feature/plan/plan.ts': "import '../../ui/button.ts';",
  'renderer/app/frame.ts':
    "import '../feature/sheet/cell-input.ts'; import '../feature/plan/plan.ts';",
  'tests/all.ts':
    "import '../electron/shell/main.ts'; import '../renderer/app/frame.ts'; import 'jose'; import '../shared/text/vi.ts'; import '../shared/bundle/seal.ts';",
};

async function rulesBrokenBy(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = temporaryFolder();
  const versions = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, '1.0.0']));
  plant(folder, {
    'package.json': JSON.stringify({
      type: 'module',
      imports: { '#shared/*': './shared/*' },
      dependencies: versions(SHIPPED),
      devDependencies: versions(NOT_SHIPPED),
    }),
    ...SOUND_HOUSE,
    ...files,
  });
  for (const name of [...SHIPPED, ...NOT_SHIPPED]) {
    plant(folder, {
      [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: 'index.js' }),
      [`node_modules/${name}/index.js`]: '',
    });
  }
  const { output } = await cruise(existingFolders(folder), {
    ...floors.options,
    baseDir: folder,
    ruleSet: { forbidden: floors.forbidden },
    validate: true,
  });
  // Without a reporter the outcome is an object.
  const { summary } = output as ICruiseResult;
  return [...new Set(summary.violations.map(({ rule }) => rule.name))];
}

describe('the floors of the house', () => {
  it('say nothing against a sound house', async () => {
    expect(await rulesBrokenBy({})).toEqual([]);
  });

  it('have a violation planted here for each rule', () => {
    const names = floors.forbidden.map((rule) => rule.name).sort();
    expect(Object.keys(VIOLATIONS).sort()).toEqual(names);
  });

  it.each(Object.entries(VIOLATIONS))('report %s', async (rule, files) => {
    expect(await rulesBrokenBy(files)).toContain(rule);
  });
});
