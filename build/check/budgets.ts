/** The numbers of the house that no tool knows by itself; file and function lengths stand in .oxlintrc.json. */

/** At most so many source files directly in one folder; the longest matching path decides. */
export const filesPerFolder: Readonly<Record<string, number>> = {
  '': 12,
  'shared/basics': 8,
  tests: 20,
};

/** Top-level folders. A new room is a decision, not a habit. */
export const rooms: readonly string[] = [
  'shared',
  'renderer',
  'electron',
  'server',
  'build',
  'tests',
  'docs',
];

/** Names that say "somewhere" and so collect anything. */
export const drawers: readonly string[] = ['utils', 'lib', 'common', 'helpers', 'services', 'types', 'misc'];

/** Where a class may stand: the Dexie subclass, and what React can only do with one. */
export const classHomes: readonly string[] = ['renderer/db/', 'renderer/parts/error-boundary.tsx', 'tests/'];

/** Folders of tests/ whose *.test.ts files some vitest project runs (vitest.config.ts). */
export const testFolders: readonly string[] = [
  'shared',
  'server',
  'electron',
  'renderer',
  'contract',
  'properties',
  'laws',
  'system',
  'e2e',
];
