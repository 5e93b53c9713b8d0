/**
 * The walls of the house: which room may import which (docs/architecture.md, "The house").
 * The compiler settings of each room are the first wall, these rules the second, lint the third.
 */

const PACKAGES = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

/** A room imports itself and the rooms named; packages and Node's own modules have rules of their own. */
const room = (from, ...allowed) => ({
  name: `${from}-imports-only-${['itself', ...allowed].join('-and-')}`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: {
    path: '^(shared|renderer|electron|server|build|tests)/',
    pathNot: [from, ...allowed].map((name) => `^${name}/`),
  },
});

/** A package has one home; tests may drive it too. */
const home = (name, packages, ...homes) => ({
  name: `${name}-stays-home`,
  comment: `${packages} may be imported only by ${homes.join(', ')}`,
  severity: 'error',
  from: { pathNot: [...homes.map((path) => `^${path}`), '^tests/'] },
  to: { path: [`^node_modules/(${packages})(/|$)`, `^(${packages})(/|$)`], dependencyTypesNot: ['local'] },
});

module.exports = {
  forbidden: [
    room('shared'),
    room('renderer', 'shared'),
    room('electron', 'shared'),
    room('server', 'shared'),
    room('build', 'shared'),
    {
      name: 'shared-uses-only-zod-and-noble-hashes',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: PACKAGES, pathNot: '^node_modules/(zod|@noble/hashes)/' },
    },
    {
      name: 'no-node-in-shared-and-renderer',
      severity: 'error',
      from: { path: '^(shared|renderer)/' },
      to: { dependencyTypes: ['core'] },
    },
    home('dexie', 'dexie', 'renderer/db/'),
    home('zustand', 'zustand', 'renderer/store/'),
    home('react-to-print', 'react-to-print', 'renderer/slip/'),
    home('react', 'react|react-dom|@mantine|@tanstack|@fontsource', 'renderer/'),
    home('electron', 'electron', 'electron/(main|window|preload|ipc)\\.ts$'),
    home('ws', 'ws', 'electron/(host|loopback)/'),
    home('hash-wasm', 'hash-wasm', 'electron/host/'),
    home('fastify', 'fastify|@fastify', 'server/'),
    home('sheets', 'read-excel-file|write-excel-file|csv-parse', 'server/'),
    home('test-tools', 'vitest|playwright-core|fast-check|fake-indexeddb|@axe-core', 'vitest\\.config\\.ts$'),
    {
      name: 'only-main-wires',
      comment: 'db, sync and the bridge arrive as arguments; renderer/main.tsx alone puts them together',
      severity: 'error',
      from: { path: '^renderer/', pathNot: ['^renderer/(main\\.tsx|first\\.ts)$', '^renderer/(db|sync)/'] },
      to: { path: ['^renderer/(db|sync)/', '^renderer/bridge\\.ts$'] },
    },
    {
      name: 'nobody-imports-main',
      severity: 'error',
      from: { pathNot: '^(tests/|renderer/first\\.ts$)' },
      to: {
        path: '^(renderer/main\\.tsx|electron/(main|preload)\\.ts|electron/loopback/main\\.ts|server/main\\.ts)$',
      },
    },
    {
      name: 'parts-know-no-store',
      severity: 'error',
      from: { path: '^renderer/parts/' },
      to: { path: '^renderer/(store|screens)/' },
    },
    {
      name: 'stores-know-no-screens',
      severity: 'error',
      from: { path: '^renderer/(store|db|sync)/' },
      to: { path: '^renderer/(screens|parts)/' },
    },
    {
      name: 'screens-never-reach-dexie',
      severity: 'error',
      from: { path: '^renderer/(screens|parts|store)/' },
      to: { path: '^node_modules/dexie/', reachable: true },
    },
    {
      name: 'preload-is-thin',
      comment: 'it runs sandboxed: electron and the type of the bridge, nothing else',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: { pathNot: ['^shared/bridge\\.ts$', '^electron/renderer$', '^node_modules/electron/'] },
    },
    {
      name: 'host-runs-without-electron',
      comment: 'the host runs without electron, so it imports none of the four files that do',
      severity: 'error',
      from: { path: '^electron/(host|loopback)/' },
      to: { path: '^electron/(main|window|preload|ipc)\\.ts$' },
    },
    {
      name: 'oracle-shares-nothing',
      comment: 'the second implementation of the due dates proves nothing when it borrows from the first',
      severity: 'error',
      from: { path: '^tests/oracle/' },
      to: { path: '^shared/law/' },
    },
    {
      name: 'only-tests-import-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '(^|/)main\\.tsx?$',
          '\\.d\\.ts$',
          '^tests/',
          '^build/',
          '\\.config\\.',
          '^server/cli/',
          '\\.json$',
        ],
      },
      to: {},
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^electron/(main|common|renderer)$', '\\?'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    preserveSymlinks: true,
    doNotFollow: { path: '^node_modules' },
    // The bench's rivals are a package of their own, installed only while the bench runs.
    exclude: { path: '^(out|docs|tests/bench/rivals)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
