import { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { house } from '../../build/lint/rules.ts';
import { projectFolder } from '../../build/setup/places.mjs';

/** What the rules of this house say, in order; the file's name matters to them. */
function houseFindings(code: string, filename = 'planted.ts'): string[] {
  const rules = { 'house/kebab-file-name': 'error', 'house/newer-api': 'error' } as const;
  const languageOptions = { parser: tseslint.parser };
  // The plugin is an ESLint plugin by its type; the Linter's own type asks for less.
  const config = {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { house },
    languageOptions,
    rules,
  } as Linter.Config;
  return new Linter().verify(code, [config], filename).map(({ message }) => message);
}

const NEWER = [
  'export const a = Array.fromAsync(source);',
  'export const a = Object.groupBy(list, key);',
  'export const a = Promise.withResolvers();',
  'export const a = URL.canParse(text);',
  'export const a = list.toSorted();',
  'export const a = list?.toReversed();',
  'export const a = bytes.toHex();',
  'export const a = import.meta.dirname;',
  'export const a = /[\\p{L}--[a-z]]/v;',
  'export const a = Iterator.prototype;',
  'export const a = new Float16Array(1);',
  "import { styleText } from 'node:util'; styleText('red', '');",
  "import { DatabaseSync } from 'node:sqlite'; new DatabaseSync('');",
];

const OLD_ENOUGH = [
  'export const a = [1, 2].findLast(even);',
  'export const a = structuredClone({});',
  'export const a = [...list].sort();',
  'export const a = Object.hasOwn(list, "a");',
  'const Iterator = 1; export const a = Iterator;',
  "import { parseArgs } from 'node:util'; parseArgs({});",
];

describe('APIs newer than the oldest runtime', () => {
  it.each(NEWER)('refuses %s', (code) => {
    expect(houseFindings(code).join()).toContain('newer than Electron 25');
  });

  it.each(OLD_ENOUGH)('lets %s pass', (code) => {
    expect(houseFindings(code)).toEqual([]);
  });
});

describe('file names', () => {
  it.each(['cellInput.ts', 'Cell.tsx', 'cell_input.ts'])('refuses %s', (name) => {
    expect(houseFindings('', name).join()).toContain('kebab-case');
  });

  it.each(['cell-input.tsx', 'vitest.config.ts', '0001-foundation.ts', '.dependency-cruiser.mjs'])(
    'lets %s pass',
    (name) => {
      expect(houseFindings('', name)).toEqual([]);
    },
  );
});

const planted: readonly (readonly [rule: string, file: string, code: string])[] = [
  ['no-restricted-globals', 'electron/service/a.ts', "export const a = parseFloat('1');"],
  ['no-restricted-properties', 'shared/domain/a.ts', "export const a = Number.parseFloat('1');"],
  ['no-restricted-properties', 'renderer/state/a.ts', 'export const a = Date.now();'],
  ['no-restricted-syntax', 'electron/storage/a.ts', 'export const a = new Date();'],
  ['no-restricted-imports', 'electron/worker/a.ts', "export { ipcMain } from 'electron';"],
  ['no-restricted-exports', 'shared/domain/a.ts', 'const a = 1; export default a;'],
  ['no-console', 'electron/service/a.ts', "console.log('');"],
  ['max-lines', 'shared/domain/a.ts', '// one more line\n'.repeat(401)],
  ['max-lines', 'renderer/ui/a.css', 'a {}\n'.repeat(401)],
  ['house/newer-api', 'electron/service/a.ts', 'export const a = [].toSorted();'],
];

const allowed: readonly (readonly [file: string, code: string])[] = [
  ['shared/kit/clock.ts', 'export const a = Date.now();'],
  ['electron/shell/serve-ipc.ts', "export { ipcMain } from 'electron';"],
  ['electron/cli/a.ts', "console.log('');"],
  ['tests/shared/a.test.ts', 'export const a = Date.now();'],
  ['electron/service/a.ts', 'export const a = new Date(0);'],
  ['renderer/ui/a.css', 'a {}\n'.repeat(400)],
];

describe('the lint configuration', () => {
  // Planted files belong to no TypeScript project, so the rules that need types are left out.
  const eslint = new ESLint({
    cwd: projectFolder,
    overrideConfig: [tseslint.configs.disableTypeChecked],
  });
  const rulesBroken = async (code: string, filePath: string): Promise<(string | null)[]> => {
    const [found] = await eslint.lintText(code, { filePath });
    return found?.messages.map(({ ruleId }) => ruleId) ?? [];
  };

  it.each(planted)('reports %s in %s', async (rule, file, code) => {
    expect(await rulesBroken(code, file)).toContain(rule);
  });

  it.each(allowed)('lets %s hold %s', async (file, code) => {
    expect(await rulesBroken(code, file)).toEqual([]);
  });
});
