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
    expect(begun.ok && begun.value.body).toEqual({ namespace, after: 37, why: 'Mất điện buổi sáng' });
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
    expect(supplyAfter(supply, 60).blocks).toEqual([]);
  });

  it('[D19] [N9] a number below what was issued, outside the device’s range, or without a reason is refused', () => {
    expect(code({}, range, 38)).toEqual({ code: 'numbers-begin-low', highest: 38 });
    expect(code({}, range, 37)).toBeNull();
    expect(code({}, { from: 201, to: 400 })).toEqual({ code: 'numbers-begin-range', from: 201, to: 400 });
    expect(code({ after: 0 })).toMatchObject({ code: 'numbers-begin-range' });
    expect(code({ after: 3.5 })).toMatchObject({ code: 'numbers-begin-range' });
    expect(code({}, null)).toMatchObject({ code: 'numbers-begin-range' });
    expect(code({ why: '  ' })).toMatchObject({ code: 'numbers-begin-why' });
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
});
