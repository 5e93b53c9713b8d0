import { describe, expect, it } from 'vitest';
import { readHouse } from './read-house.ts';

/** One row a code: | `kebab-code` | refusal or fault | what it says to a person or an operator | */
const row = /^\| `([^`]*)` \| (refusal|fault) +\| \S/gm;
const rowLike = /^\| *`?([a-z][^`|]*?)`? *\|/gm;

/** `code: 'a'` and `code: 'a' | 'b'`, as a value or as a type, also over lines; system codes (ENOSPC) are upper case. */
const codes = /\bcode:\s*((?:\|? *'[a-z][a-z0-9-]*'\s*)(?:\|\s*'[a-z][a-z0-9-]*'\s*)*)/g;

/** `refused('a', 'what it means')` and `refused('field', 'a')`. */
const refusals = /\brefused\(\s*(?:[^()]*?,\s*)??'([a-z]+(?:-[a-z]+)+)'/g;
/** `code: one ? 'a' : 'b'`, where one of two is told. */
const either = /\bcode:[^,;{}]*?\?\s*('[a-z][a-z0-9-]*'\s*:\s*'[a-z][a-z0-9-]*')/g;
/** What stands in the host's log alone. */
const logged = /\blog\('(?:warn|error)',\s*'([a-z]+(?:-[a-z]+)+)'/g;
/** A code that has sentences for people. */
const spoken = /^ +'([a-z]+(?:-[a-z]+)+)':\s*(?:say\(|')/gm;

/** Not ours: zod's own name for an issue of a refinement. */
const foreign = ['custom'];

const all = (text: string, pattern: RegExp): readonly string[] =>
  Array.from(text.matchAll(pattern), ([, found]) => found ?? '');

const table = readHouse('docs', /^docs\/errors\.md$/)
  .map(({ text }) => text)
  .join('\n');
const documented = all(table, row);
const inSource = ['shared', 'server', 'electron', 'renderer']
  .flatMap((room) => readHouse(room, /\.tsx?$/))
  .flatMap(({ path, text }) =>
    [
      ...all(text, codes).flatMap((list) => all(list, /'([^']+)'/g)),
      ...all(text, either).flatMap((two) => all(two, /'([^']+)'/g)),
      ...all(text, refusals),
      ...(/^shared\/text\/messages\/vi\/(.+\/)?trouble/.test(path) ? all(text, spoken) : []),
    ].map((code) => ({ code, path })),
  )
  .filter(({ code }) => !foreign.includes(code));

/** The host's log may say more than the table; what the table says of it must be there. */
const inLog = readHouse('electron', /\.ts$/).flatMap(({ text }) => all(text, logged));

describe('docs/errors.md and the source', () => {
  it('[LAW-errors] says each code on a row that can be read, in order, once', () => {
    expect(all(table, rowLike).filter((code) => code !== 'code')).toEqual(documented);
    expect(documented).toEqual([...new Set(documented)].toSorted());
    expect(documented.filter((code) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  it('[LAW-errors-documented] every refusal and fault of the source is in the table', () => {
    const missing = inSource.filter(({ code }) => !documented.includes(code));
    expect([...new Set(missing.map(({ code, path }) => `${code} in ${path}`))].toSorted()).toEqual([]);
  });

  it('[LAW-errors-real] every code of the table is in the source', () => {
    const real = new Set([...inSource.map(({ code }) => code), ...inLog]);
    expect(documented.filter((code) => !real.has(code))).toEqual([]);
  });
});
