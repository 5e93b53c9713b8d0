import { beforeAll, describe, expect, it } from 'vitest';
import { checkPlanted, reports, type Planted } from './house-copy.ts';

/** One planted file, the rule that must name it, and the law. */
type Fault = readonly [law: string, rule: string, file: string, text: string];

const lines = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');
/** A function that is `length` lines long, first and last line included. */
const longFunction = (name: string, length: number): string =>
  `export function ${name}(): number {\n  let n = 0;\n${lines(length - 4, () => '  n += 1;')}\n  return n;\n}\n`;
const skipping = (how: string): string => `import { it } from 'vitest';\nit.${how}('later', () => {});\n`;
const promise = `declare const append: () => Promise<void>;\n`;

const faults: readonly Fault[] = [
  ['LAW-any', 'no-explicit-any', 'server/any.ts', `export const a: any = 1;\n`],
  ['LAW-any-leak', 'no-unsafe-assignment', 'server/leak.ts', `export const a: number = JSON.parse('1');\n`],
  ['LAW-floating', 'no-floating-promises', 'renderer/db/floating.ts', `${promise}append();\n`],
  [
    'LAW-misused',
    'no-misused-promises',
    'renderer/db/misused.ts',
    `${promise}if (append()) throw new Error('x');\n`,
  ],
  [
    'LAW-switch',
    'switch-exhaustiveness-check',
    'shared/decide/switch.ts',
    `export const f = (x: 'a' | 'b'): number => {\n  switch (x) {\n    case 'a':\n      return 1;\n    default:\n      return 2;\n  }\n};\n`,
  ],
  ['LAW-default', 'no-default-export', 'server/default.ts', `export default 1;\n`],
  ['LAW-file-length', 'max-lines', 'server/long.ts', `${lines(301, (n) => `export const a${n} = ${n};`)}\n`],
  ['LAW-function-length', 'max-lines-per-function', 'server/long-function.ts', longFunction('f', 61)],
  ['LAW-component-length', 'max-lines-per-function', 'renderer/screens/long.tsx', longFunction('F', 121)],
  [
    'LAW-test-length',
    'max-lines',
    'tests/shared/long.test.ts',
    `${lines(501, (n) => `export const a${n} = ${n};`)}\n`,
  ],
  ['LAW-catch', 'no-empty', 'server/catch.ts', `try {\n  process.exit();\n} catch {}\n`],
  ['LAW-throw', 'only-throw-error', 'server/throw.ts', `throw 'text';\n`],
  ['LAW-bang', 'no-non-null-assertion', 'server/bang.ts', `export const f = (x?: number): number => x!;\n`],
  ['LAW-todo', 'no-warning-comments', 'server/todo.ts', `// ${'TO'}${'DO'} later\nexport {};\n`],
  ['LAW-ignore', 'ban-ts-comment', 'server/ignore.ts', `// @ts-${'ignore'}\nexport const a: string = 1;\n`],
  [
    'LAW-useless-disable',
    'Unused',
    'server/unused.ts',
    `// ${'oxlint'}-disable-next-line no-empty -- no\nexport {};\n`,
  ],
  ['LAW-file-name', 'filename-case', 'renderer/screens/DeskPage.tsx', `export const a = 1;\n`],
  ['LAW-skip', 'no-disabled-tests', 'tests/shared/skip.test.ts', skipping('skip')],
  ['LAW-only', 'no-focused-tests', 'tests/shared/only.test.ts', skipping('only')],
  [
    'LAW-todo-test',
    'warn-todo',
    'tests/shared/todo.test.ts',
    `import { it } from 'vitest';\nit.${'todo'}('later');\n`,
  ],
  ['LAW-clock', 'no-restricted-globals', 'shared/law/now.ts', `export const a = Date.now();\n`],
  ['LAW-clock-new', 'no-restricted-globals', 'shared/law/new-date.ts', `export const a = new Date();\n`],
  ['LAW-chance', 'no-restricted-properties', 'shared/law/chance.ts', `export const a = Math.random();\n`],
  ['LAW-window', 'no-restricted-globals', 'shared/law/window.ts', `export const a = window.name;\n`],
  ['LAW-global', 'no-restricted-globals', 'shared/law/global.ts', `export const a = globalThis;\n`],
  ['LAW-fetch', 'no-restricted-globals', 'renderer/screens/fetch.tsx', `export const a = fetch('/');\n`],
  [
    'LAW-window-fetch',
    'no-restricted-properties',
    'renderer/screens/wf.tsx',
    `export const a = window.fetch('/');\n`,
  ],
  [
    'LAW-socket',
    'no-restricted-globals',
    'renderer/sync/socket.ts',
    `export const a = new WebSocket('/');\n`,
  ],
  ['LAW-storage', 'no-restricted-globals', 'renderer/store/storage.ts', `export const a = localStorage;\n`],
  ['LAW-storage-db', 'no-restricted-globals', 'renderer/db/storage.ts', `export const a = sessionStorage;\n`],
  ['LAW-indexeddb', 'no-restricted-globals', 'renderer/screens/idb.tsx', `export const a = indexedDB;\n`],
  ['LAW-bridge', 'no-restricted-properties', 'renderer/screens/b.tsx', `export const a = window.kiosk;\n`],
  [
    'LAW-markup',
    'no-danger',
    'renderer/parts/d.tsx',
    `export const A = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;\n`,
  ],
  [
    'LAW-hooks',
    'rules-of-hooks',
    'renderer/parts/hooks.tsx',
    `import { useState } from 'react';\nexport function A({ on }: { on: boolean }) {\n  if (on) useState(1);\n  return null;\n}\n`,
  ],
];

/** At the very edge of what is allowed: none of these may be named. */
const allowed: Planted = {
  'server/edge-file.ts': `${lines(300, (n) => `export const a${n} = ${n};`)}\n`,
  'server/edge-function.ts': longFunction('f', 60),
  'renderer/screens/edge-component.tsx': longFunction('F', 120),
  'renderer/db/edge-db.ts': `export const a = indexedDB;\n`,
  'server/edge-config.ts': `${promise}void append();\n`,
  'server/edge-switch.ts': `export const f = (x: 'a' | 'b'): number => {\n  switch (x) {\n    case 'a':\n      return 1;\n    case 'b':\n      return 2;\n  }\n};\n`,
  'build/edge.config.ts': `export default 1;\n`,
};

describe('lint', () => {
  let clean: { code: number | null; output: string };
  let broken: { code: number | null; output: string };

  beforeAll(async () => {
    const files: Planted = Object.fromEntries(faults.map(([, , file, text]) => [file, text]));
    clean = await checkPlanted('lint', allowed);
    broken = await checkPlanted('lint', files);
  });

  it('[LAW-clean-lint] what is at the edge of the allowed is left in peace', () => {
    expect(clean.output.trim()).toBe('');
    expect(clean.code).toBe(0);
  });

  it('[LAW-lint] a finding fails the check', () => {
    expect(broken.code).not.toBe(0);
  });

  for (const [law, rule, file] of faults) {
    it(`[${law}] ${rule} names ${file}`, () => {
      expect(reports(broken.output, rule, `${file}:`), broken.output).toBe(true);
    });
  }
});
