import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './house-copy.ts';

/** A file of the house as text; `path` counts from its root. */
export interface HouseFile {
  readonly path: string;
  readonly text: string;
}

const notOurs = new Set(['node_modules', 'out', '.git', 'pictures']);

/** Every file under `folder` ('' is the whole house) whose path matches, without what tools put there. */
export function readHouse(folder: string, matching: RegExp): readonly HouseFile[] {
  return walk(join(root, folder))
    .map((path) => relative(root, path))
    .filter((path) => matching.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

function walk(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !notOurs.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return walk(path);
      return entry.isFile() ? [path] : [];
    });
}
