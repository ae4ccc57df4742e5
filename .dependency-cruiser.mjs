/**
 * The floors of the house: imports go down or sideways inside one folder, never up and never between
 * hosts. tests/build/rules.test.ts plants a violation of each rule and sees it reported.
 */

/** @param {string} names packages, as alternatives of a regular expression */
const packages = (names) => `(^|/)node_modules/(@types/)?(${names})/`;
const ANY_PACKAGE = '(^|/)node_modules/';
const CRYPTOGRAPHY = '@noble/[^/]+|age-encryption|hash-wasm|libsodium-wrappers';

/**
 * What a floor of `shared` may take from npm.
 *
 * @param {string} floor
 * @param {string} allowed
 * @returns {import('dependency-cruiser').IRegularForbiddenRuleType}
 */
const onlyPackages = (floor, allowed) => ({
  name: `packages-of-${floor}`,
  comment: `shared/${floor} may import only these packages: ${allowed || 'none'}`,
  severity: 'error',
  from: { path: `^shared/${floor}/` },
  to: { path: ANY_PACKAGE, ...(allowed === '' ? {} : { pathNot: packages(allowed) }) },
});

/**
 * @param {string} name
 * @param {string} from
 * @param {string} to
 * @param {string} comment
 * @returns {import('dependency-cruiser').IRegularForbiddenRuleType}
 */
const never = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

export default {
  /** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
  forbidden: [
    never('kit-is-the-ground', '^shared/kit/', '^shared/(?!kit/)', 'shared/kit stands on nothing'),
    never('text-is-the-ground', '^shared/text/', '^shared/(?!text/|kit/)', 'shared/text: only kit'),
    never(
      'domain-looks-down',
      '^shared/domain/',
      '^shared/(catalogue|bundle|ipc)/',
      'the nouns know neither data, nor sealed bytes, nor calls',
    ),
    never('catalogue-looks-down', '^shared/catalogue/', '^shared/(bundle|ipc)/', 'see the floors'),
    never('bundle-looks-down', '^shared/bundle/', '^shared/(catalogue|ipc)/', 'see the floors'),
    never(
      'shared-knows-no-host',
      '^shared/',
      '^(electron|renderer|server|build|tests)/',
      'every host stands on shared, so shared knows none',
    ),
    never(
      'electron-is-a-host',
      '^electron/',
      '^(renderer|server|build|tests)/',
      'hosts never import each other',
    ),
    never(
      'renderer-is-a-host',
      '^renderer/',
      '^(electron|server|build|tests)/',
      'hosts never import each other',
    ),
    never(
      'server-is-a-host',
      '^server/',
      '^(electron|renderer|build|tests)/',
      'hosts never import each other',
    ),
    {
      name: 'shared-knows-no-node',
      comment: 'shared runs in the renderer too: no module of Node',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-only-in-shell-and-worker',
      comment: 'services are plain Node: the window, the command line and the tests drive the same',
      severity: 'error',
      from: { path: '^(shared|electron|renderer|server)/', pathNot: '^electron/(shell|worker)/' },
      to: { path: packages('electron') },
    },
    {
      name: 'sqlite-only-in-storage',
      comment: 'SQL stays in the storage modules',
      severity: 'error',
      from: {
        path: '^(shared|electron|renderer|server)/',
        pathNot: '^(electron/storage|server/store)/',
      },
      to: { path: packages('better-sqlite3') },
    },
    {
      name: 'exceljs-only-in-excel',
      comment: 'spreadsheets of others are read behind one guard, written in one place',
      severity: 'error',
      from: { path: '^(shared|electron|renderer|server)/', pathNot: '^electron/excel/' },
      to: { path: packages('exceljs') },
    },
    {
      name: 'cryptography-only-in-bundle-and-keys',
      comment: 'sealing and keys live in two places that can be read in one sitting',
      severity: 'error',
      from: {
        path: '^(shared|electron|renderer|server)/',
        pathNot: '^(shared/bundle|electron/keys)/',
      },
      to: { path: packages(CRYPTOGRAPHY) },
    },
    onlyPackages('kit', ''),
    onlyPackages('text', 'i18next|big\\.js'),
    onlyPackages('domain', 'big\\.js|zod'),
    onlyPackages('catalogue', 'zod'),
    onlyPackages(
      'bundle',
      '@noble/[^/]+|age-encryption|@zip\\.js/zip\\.js|canonicalize|papaparse|zod',
    ),
    onlyPackages('ipc', 'zod'),
    never(
      'storage-and-keys-serve',
      '^electron/(storage|keys)/',
      '^electron/(service|shell|worker|cli)/',
      'services call storage and keys, never the other way',
    ),
    never(
      'excel-looks-down',
      '^electron/(excel|exchange-formats)/',
      '^electron/(storage|keys|service|shell|worker|cli)/',
      'a spreadsheet is a table and bytes: it knows neither the store nor who asks',
    ),
    never(
      'only-service-reads-excel',
      '^electron/(storage|keys|shell|worker|cli)/',
      '^electron/excel/',
      'files come and go through the services',
    ),
    never(
      'service-knows-no-host-part',
      '^electron/service/',
      '^electron/(shell|worker|cli)/',
      'services are driven, they do not drive',
    ),
    {
      name: 'host-parts-are-apart',
      comment: 'separate programs; what shell and worker say to each other is told in one file',
      severity: 'error',
      from: { path: '^electron/(shell|worker|cli)/' },
      to: {
        path: '^electron/(?!$1/)(shell|worker|cli)/',
        pathNot: '^electron/worker/protocol\\.ts$',
      },
    },
    never(
      'features-are-apart',
      '^renderer/feature/([^/]+)/',
      '^renderer/feature/(?!$1/)',
      'features meet in state and ui, never in each other',
    ),
    never('feature-looks-down', '^renderer/feature/', '^renderer/app/', 'app → feature'),
    never('state-looks-down', '^renderer/state/', '^renderer/(app|feature|ui)/', 'state → client'),
    never(
      'client-looks-down',
      '^renderer/client[./]',
      '^renderer/(app|feature|ui|state)/',
      'ground',
    ),
    never(
      'ui-is-plain',
      '^renderer/ui/',
      '^renderer/(app|feature|state|client)[./]',
      'the building blocks of the screen know no data',
    ),
    {
      name: 'no-cycles',
      comment: 'type imports count: a cycle of types is a cycle of thoughts',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'a file that nobody imports and that imports nothing is left over',
      severity: 'error',
      from: {
        orphan: true,
        path: '^(shared|electron|renderer|server)/',
        pathNot: ['\\.d\\.ts$', '(^|/)tsconfig\\.json$', '^electron/(shell|worker|cli)/main\\.ts$'],
      },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'an import that leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?' },
    },
    {
      name: 'shipped-packages-only',
      comment: 'what the product imports must be in dependencies (electron is the runtime itself)',
      severity: 'error',
      from: { path: '^(shared|electron|renderer|server)/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['npm', 'type-only'],
        pathNot: packages('electron'),
      },
    },
  ],
  /** @satisfies {import('dependency-cruiser').ICruiseOptions} */
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|\\.cache|test-results)/' },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
