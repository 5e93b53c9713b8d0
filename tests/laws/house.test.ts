import { beforeAll, describe, expect, it } from 'vitest';
import { checkPlanted, reports, type Planted } from './house-copy.ts';

const many = (folder: string, count: number): Planted =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`${folder}/file-${n}.ts`, `export const a = ${n};\n`]),
  );
const disable = `// ${'oxlint'}-disable-next-line typescript/no-explicit-any`;

/** What stands in the house, what must be said of it, and the law. */
const faults: readonly (readonly [law: string, said: string, files: Planted])[] = [
  ['LAW-folder', 'server/crowd: 13 source files, at most 12', many('server/crowd', 13)],
  ['LAW-basics', 'shared/basics: 9 source files, at most 8', many('shared/basics', 8)],
  ['LAW-room', 'client: not a room of this house', { 'client/a.ts': '' }],
  ['LAW-drawer', 'server/utils: a folder called "utils"', { 'server/utils/a.ts': '' }],
  ['LAW-class', 'server/class.ts:1: no classes', { 'server/class.ts': 'export class Desk {}\n' }],
  ['LAW-reason', 'server/any.ts:1: a suppression needs its reason', { 'server/any.ts': `${disable}\n` }],
  [
    'LAW-skipped',
    'tests/shared/s.test.ts:1: a test is run',
    { 'tests/shared/s.test.ts': `it.${'skip'}('x');\n` },
  ],
  ['LAW-stray-test', 'tests/else/a.test.ts: no test run looks here', { 'tests/else/a.test.ts': '' }],
  ['LAW-test-place', 'server/a.test.ts: no test run looks here', { 'server/a.test.ts': '' }],
];

const allowed: Planted = {
  ...many('server/crowd', 12),
  ...many('shared/basics', 7),
  'server/any.ts': `${disable} -- the driver types this row as any\n`,
};

describe('house rules', () => {
  let clean: { code: number | null; output: string };
  let broken: { code: number | null; output: string };

  beforeAll(async () => {
    clean = await checkPlanted('house', allowed);
    broken = await checkPlanted('house', Object.assign({}, ...faults.map(([, , files]) => files)));
  });

  it('[LAW-clean-house] what is at the edge of the allowed is left in peace', () => {
    expect(clean).toEqual({ code: 0, output: '' });
  });

  for (const [law, said] of faults) {
    it(`[${law}] ${said}`, () => {
      expect(broken.code).toBe(1);
      expect(reports(broken.output, said), broken.output).toBe(true);
    });
  }
});
