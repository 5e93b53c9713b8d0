import { expect, it } from 'vitest';
import { readHouse } from './read-house.ts';

/** Folders of one machine; split so that this file does not name them. */
const machineFolders = ['work', 'root', 'home'].map((name) => new RegExp(`(?<![\\w.*:}/-])/${name}/[\\w.-]`));

it('[LAW-paths] no file names a folder of the machine it was written on', () => {
  const found = readHouse(
    '',
    /\.(ts|tsx|cjs|mjs|json|md|sh|css|html|yml)$|(^|\/)(\.ci\/run|\.npmrc|\.gitignore)$/,
  ).flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) =>
        machineFolders.some((folder) => folder.test(line)) ? [`${path}:${at + 1}: ${line}`] : [],
      ),
  );
  expect(found).toEqual([]);
});

it('[LAW-paths-teeth] such a folder would be seen, and a route of the product would not', () => {
  const seen = (line: string): boolean => machineFolders.some((folder) => folder.test(line));
  expect(seen(`cd ${'/work'}/main`)).toBe(true);
  expect(seen(`"file": "${'/root'}/.cache"`)).toBe(true);
  expect(seen('GET /v1/public/work/1')).toBe(false);
});
