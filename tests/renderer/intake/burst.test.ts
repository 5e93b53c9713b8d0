import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heard, isPress, scannedIn } from '../../../renderer/screens/desk/intake/scan/burst.ts';
import { readCard } from '../../../shared/law/ids/card-repair.ts';
import type { Burst } from '../../../renderer/screens/desk/intake/scan/burst.ts';

const CARD = '089202017098|352576714|Lê Văn Lương|23052002|Nam|Tổ 5|31122021';
const reads = (text: string): boolean => readCard(text, '2026-06-05').ok;

/** What is taken for a scan of keys with these pauses before each, and before the Enter; `mark` is the number of the key. */
function scanOf(keys: readonly string[], pauseMs: (at: number) => number, endMs = 8) {
  let bursts: readonly Burst<number>[] = [];
  let at = 1000;
  keys.forEach((key, index) => {
    at += pauseMs(index);
    bursts = heard(bursts, { key, isComposing: false }, at, () => index);
  });
  return scannedIn(bursts, at + endMs, [reads]);
}

describe('a scanner among the keys', () => {
  it('[R10] on a control without text few keys tell it; digits that a hand types for a number do not', () => {
    const of = (text: string, pauseMs: number) => {
      let bursts: readonly Burst<null>[] = [];
      Array.from(text).forEach((key, index) => {
        bursts = heard(bursts, { key, isComposing: false }, index * pauseMs, () => null);
      });
      const burst = bursts.at(-1);
      return burst && isPress({ burst, endMs: text.length * pauseMs });
    };
    expect(of('89345678', 8)).toBe(false);
    expect(of('0012', 8)).toBe(true);
    expect(of('89345678', 120)).toBe(true);
  });

  it('[D01] [IN1] is heard whole, also where the machine was busy for a moment', () => {
    const keys = Array.from(CARD);
    expect(scanOf(keys, () => 8)).toMatchObject({ text: CARD, mark: 0 });
    expect(scanOf(keys, (index) => (index % 20 === 1 ? 600 : 6))).toMatchObject({ text: CARD, mark: 0 });
  });

  it('[D01] what a person typed just before is not part of it', () => {
    const typed = Array.from('0912345678');
    const scan = scanOf([...typed, ...Array.from(CARD)], (index) => (index <= typed.length ? 90 : 7));
    expect(scan).toMatchObject({ text: CARD, mark: typed.length });
  });

  it('[D01] nobody at the keys is taken for one, and no short text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 51, max: 400 }), { minLength: 17, maxLength: 80 }),
        (pauses) =>
          scanOf(
            pauses.map(() => 'a'),
            (index) => pauses[index] ?? 60,
          ) === null,
      ),
      { seed: 61, numRuns: 300 },
    );
    expect(scanOf(Array.from('0912345678'), () => 5)).toBe(null);
    expect(scanOf(Array.from(CARD), () => 8, 1500)).toBe(null);
  });

  it('[D01] an input method shows by what it takes back', () => {
    const keys = [...Array.from('089202017098||Le'), 'Backspace', 'ê', ...Array.from(' Van')];
    expect(scanOf(keys, () => 5)).toMatchObject({ text: '089202017098||Lê Van', retyped: true });
  });
});
