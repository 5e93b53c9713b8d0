import { describe, expect, it } from 'vitest';
import { beginNumbers, supplyAfter } from '../../../shared/decide/begin-numbers.ts';
import { spaceLevel } from '../../../shared/decide/space.ts';

const namespace = 'dossier/2026-06-05';
const range = { from: 1, to: 200 };
const wish = { namespace, after: 37, why: ' Mất điện buổi sáng ' };
const code = (change: Partial<typeof wish>, own: typeof range | null = range, issued = 0) => {
  const begun = beginNumbers({ ...wish, ...change }, own, issued);
  return begun.ok ? null : begun.error;
};

describe('paper numbers from before', () => {
  it('[D19] [N9] 37 paper numbers: the machine goes on with 38, and says why', () => {
    const begun = beginNumbers(wish, range, 12);
    expect(begun.ok && begun.value).toEqual({
      type: 'numbers-begun',
      subject: `numbers:${namespace}`,
      parents: [],
      sealed: null,
      body: { namespace, after: 37, why: 'Mất điện buổi sáng' },
    });
    const supply = {
      namespace,
      blocks: [
        { from: 1, to: 20 },
        { from: 21, to: 40 },
        { from: 41, to: 60 },
      ],
    };
    expect(supplyAfter(supply, 37).blocks).toEqual([
      { from: 38, to: 40 },
      { from: 41, to: 60 },
    ]);
    expect(supplyAfter(supply, 59).blocks).toEqual([{ from: 60, to: 60 }]);
    expect(supplyAfter(supply, 60).blocks).toEqual([]);
    expect(supplyAfter(supply, 20).blocks).toEqual(supply.blocks.slice(1));
    expect(supplyAfter(supply, 0)).toEqual(supply);
  });

  it('[D19] [N9] a number below what was issued, outside the device’s range, or without a reason is refused', () => {
    expect(code({}, range, 38)).toEqual({ code: 'numbers-begin-low', highest: 38 });
    expect(code({}, range, 37)).toBeNull();
    expect(code({}, { from: 201, to: 400 })).toEqual({ code: 'numbers-begin-range', from: 201, to: 400 });
    expect(code({ after: 0 })).toMatchObject({ code: 'numbers-begin-range' });
    expect(code({ after: 3.5 })).toMatchObject({ code: 'numbers-begin-range' });
    expect(code({}, null)).toMatchObject({ code: 'numbers-begin-range' });
    expect(code({}, null)).toEqual({ code: 'numbers-begin-range', from: 0, to: 0 });
    expect(code({ why: '  ' })).toEqual({ code: 'numbers-begin-why', longest: 300 });
  });

  it('[D19] [N9] the first and the last number of the range may be noted, the next to them may not', () => {
    const own = { from: 201, to: 400 };
    expect([200, 201, 400, 401].map((after) => code({ after }, own)?.code ?? 'taken')).toEqual([
      'numbers-begin-range',
      'taken',
      'taken',
      'numbers-begin-range',
    ]);
    expect(code({ after: Number.NaN })).toMatchObject({ code: 'numbers-begin-range' });
    expect(code({ after: 2 ** 53 }, { from: 1, to: 2 ** 54 })).toMatchObject({ code: 'numbers-begin-range' });
  });

  it('[D19] a reason of 300 characters fits, one more does not; it is kept as people wrote it, in NFC', () => {
    expect(code({ why: ` ${'ế'.repeat(300).normalize('NFD')} ` })).toBeNull();
    expect(code({ why: 'x'.repeat(301) })).toEqual({ code: 'numbers-begin-why', longest: 300 });
    const begun = beginNumbers({ ...wish, why: 'Mất điện'.normalize('NFD') }, range, 0);
    expect(begun.ok && begun.value.body).toMatchObject({ why: 'Mất điện' });
  });
});

describe('room in the browser’s store', () => {
  it('[Q2] warns from 80 % or 1 GB left, and stops new work before the end', () => {
    const GB = 1_000_000_000;
    expect(spaceLevel(GB, 10 * GB)).toBe('fine');
    expect(spaceLevel(8 * GB, 10 * GB)).toBe('low');
    expect(spaceLevel(0.2 * GB, 1.1 * GB)).toBe('low');
    expect(spaceLevel(9.79 * GB, 10 * GB)).toBe('low');
    expect(spaceLevel(9.81 * GB, 10 * GB)).toBe('stop');
    // A small quota is not closed from the beginning.
    expect(spaceLevel(0.01 * GB, 0.15 * GB)).toBe('low');
    expect(spaceLevel(0.145 * GB, 0.15 * GB)).toBe('stop');
  });

  it.each([
    [8_000_000_000, 10_000_000_000, 'low'],
    [7_999_999_999, 10_000_000_000, 'fine'],
    [4_000_000_000, 5_000_000_000, 'low'],
    [3_999_999_999, 5_000_000_000, 'fine'],
    [1_000_000_000, 2_000_000_000, 'fine'],
    [1_000_000_001, 2_000_000_000, 'low'],
    [9_800_000_000, 10_000_000_000, 'low'],
    [9_800_000_001, 10_000_000_000, 'stop'],
    [950_000_000, 1_000_000_000, 'low'],
    [950_000_001, 1_000_000_000, 'stop'],
    [0, 0, 'low'],
    [1, 0, 'stop'],
  ] as const)('[Q2] %i of %i bytes is %s', (used, quota, level) => {
    expect(spaceLevel(used, quota)).toBe(level);
  });
});
