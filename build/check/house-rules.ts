import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classHomes, drawers, filesPerFolder, rooms, testFolders } from './budgets.ts';

const sourceName = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs|css|sh)$/;
const codeName = /\.(ts|tsx|mts|cts|mjs|cjs)$/;
const suppression = /(?:oxlint|eslint)-disable(?:-next)?(?:-line)?\b/;
const skippedTest = /^\s*(?:it|test|describe|suite|bench)\.(?:skip|only|todo|skipIf|runIf|fails)\b/;
const classLine = /^\s*(?:export\s+)?(?:abstract\s+)?class\s+[A-Z]/;

interface Folder {
  readonly path: string;
  readonly files: readonly string[];
}

/** Everything in the house at `root` that breaks a rule of it, one line each, `path: what` or `path:line: what`. */
export function houseFindings(root: string): readonly string[] {
  const present = foldersAtTop(root);
  const folders = rooms.filter((room) => present.includes(room)).flatMap((room) => walk(root, room));
  return [
    ...present.filter((name) => !rooms.includes(name)).map((name) => `${name}: not a room of this house`),
    ...folders.flatMap(folderFindings),
    ...folders.flatMap(({ path, files }) =>
      files.filter((name) => codeName.test(name)).flatMap((name) => fileFindings(root, `${path}/${name}`)),
    ),
  ];
}

function foldersAtTop(root: string): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .filter((name) => name !== 'node_modules' && name !== 'out');
}

function walk(root: string, path: string): readonly Folder[] {
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const inner = entries.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  return [{ path, files }, ...inner.flatMap(({ name }) => walk(root, `${path}/${name}`))];
}

function folderFindings({ path, files }: Folder): readonly string[] {
  const count = files.filter((name) => sourceName.test(name)).length;
  const budget = budgetOf(path);
  const name = path.split('/').at(-1) ?? '';
  return [
    ...(count > budget ? [`${path}: ${count} source files, at most ${budget}`] : []),
    ...(drawers.includes(name) ? [`${path}: a folder called "${name}" collects anything`] : []),
  ];
}

function budgetOf(path: string): number {
  const homes = Object.keys(filesPerFolder).filter(
    (home) => home === '' || path === home || path.startsWith(`${home}/`),
  );
  const nearest = homes.reduce((best, home) => (home.length > best.length ? home : best), '');
  return filesPerFolder[nearest] ?? 0;
}

function fileFindings(root: string, path: string): readonly string[] {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  return [
    ...placeFindings(path),
    ...lines.flatMap((line, index) =>
      lineFindings(path, line).map((what) => `${path}:${index + 1}: ${what}`),
    ),
  ];
}

/** A test that no project of vitest.config.ts runs would pass for ever. */
function placeFindings(path: string): readonly string[] {
  if (!/\.(?:test|spec)\.tsx?$/.test(path)) return [];
  const folder = path.startsWith('tests/') ? path.split('/')[1] : undefined;
  const runs = folder !== undefined && testFolders.includes(folder) && !path.includes('.spec.');
  return runs ? [] : [`${path}: no test run looks here`];
}

function lineFindings(path: string, line: string): readonly string[] {
  const hasReason = line.includes(' -- ');
  const classIsHome = classHomes.some((home) => path.startsWith(home));
  return [
    ...(suppression.test(line) && /\/[/*]/.test(line) && !hasReason
      ? ['a suppression needs its reason after " -- "']
      : []),
    ...(path.startsWith('tests/') && skippedTest.test(line)
      ? ['a test is run or deleted, never skipped']
      : []),
    ...(classLine.test(line) && !classIsHome ? ['no classes here: a factory that returns a value'] : []),
  ];
}
