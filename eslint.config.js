import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { house } from './build/lint/rules.ts';

const PRODUCT = ['shared', 'electron', 'renderer', 'server'];
const IPC_ENDS = ['electron/shell/serve-ipc.ts', 'electron/shell/preload.ts'];

const noFloats = {
  object: 'Number',
  property: 'parseFloat',
  message: 'Numbers of the plan are exact decimals: use big.js on decimal text.',
};
const noMachineClock = {
  object: 'Date',
  property: 'now',
  message: 'Time comes from the Clock that is passed in (shared/kit/clock.ts).',
};

export default defineConfig(
  { ignores: ['node_modules/', 'out/', 'dist/', '.cache/', 'test-results/', 'coverage/'] },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
  },
  {
    files: ['**/*.{ts,tsx,mjs,js}'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { house },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'house/kebab-file-name': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'no-console': 'error',
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // A `default` says that the other cases are meant alike.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Whole numbers are written into texts all over: their form is the same everywhere.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => doIt()` is the usual form of a handler; its value is void and nobody reads it.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Exhaustive `switch` and closed unions make a fallback that "cannot happen" a deliberate one.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // `[...text]` gives the code points of NFC text, which is what is meant.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // The compiler asks for `env['NAME']` (noPropertyAccessFromIndexSignature).
      '@typescript-eslint/dot-notation': 'off',
      // A leading underscore says "this argument must stand here and is not used".
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  { files: ['**/*.css'], plugins: { house }, processor: 'house/style-sheet' },
  {
    files: PRODUCT.map((folder) => `${folder}/**/*.{ts,tsx}`),
    rules: {
      'house/newer-api': 'error',
      'no-restricted-globals': ['error', { name: 'parseFloat', message: noFloats.message }],
      'no-restricted-properties': ['error', noFloats, noMachineClock],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: noMachineClock.message,
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              importNames: ['ipcMain', 'ipcRenderer'],
              message: 'Only serve-ipc.ts and preload.ts speak over IPC; use the contract.',
            },
          ],
        },
      ],
    },
  },
  { files: IPC_ENDS, rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['shared/kit/clock.ts'],
    rules: { 'no-restricted-properties': ['error', noFloats], 'no-restricted-syntax': 'off' },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxA11y.configs.strict],
    rules: {
      // The grid pattern of ARIA on a table, which is what a sheet is.
      'jsx-a11y-x/no-noninteractive-element-to-interactive-role': [
        'error',
        { table: ['grid'], tr: ['row'], td: ['gridcell'] },
      ],
    },
  },
  // These programs speak on the terminal.
  {
    files: ['build/**', 'electron/cli/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  // Their tools ask for a default export, and a library's types describe the one it has.
  {
    files: [
      '**/*.d.ts',
      '*.config.{ts,js}',
      '.dependency-cruiser.mjs',
      'build/checks/knip-count.mjs',
    ],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['tests/**'],
    rules: {
      // Tests read what JSON holds and compare it whole; the comparison is the check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
);
