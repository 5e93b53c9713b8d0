import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  callSequence,
  formatMoney,
  formatPercent,
  moneyWords,
  numberWords,
} from '../../../shared/text/numbers.ts';
import { formatFormClock } from '../../../shared/text/dates.ts';
import { wardInstant } from '../../../shared/basics/time.ts';

const RUNS = { numRuns: 3000, seed: 20_261_122 };
const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const amounts = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }),
  fc.integer({ min: 0, max: 2_000_000_000 }),
  fc.maxSafeNat(),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 12 }))
    .map(([n, zeros]) => n * 10 ** zeros),
);

/** Reads words back by the rules of speech, not of writing: what each word multiplies or adds. Throws on a word out of place. */
function numberOf(words: readonly string[]): number {
  const billion = words.lastIndexOf('tỷ');
  if (billion >= 0) return numberOf(words.slice(0, billion)) * 1e9 + numberOf(words.slice(billion + 1));
  let [sum, group] = [0, 0];
  words.forEach((word, at) => {
    const before = words[at - 1] ?? '';
    const scale = { triệu: 1_000_000, nghìn: 1000, ngàn: 1000 }[word];
    const unit = unitOf(word, before);
    if (scale !== undefined) [sum, group] = [sum + group * scale, 0];
    else if (word === 'trăm' || word === 'mươi') group = timesLast(group, before, word === 'trăm' ? 100 : 10);
    else if (word === 'mười') group += 10;
    else if (unit !== null) group += unit;
    else if (word !== 'linh' && word !== 'lẻ') throw new Error(`${word} after ${before}`);
  });
  return sum + group;
}

function timesLast(group: number, before: string, times: number): number {
  const digit = DIGITS.indexOf(before);
  if (digit < 0) throw new Error(`no digit before a scale: ${before}`);
  return group + digit * (times - 1);
}

/** `mốt` only after mươi, `lăm` only after a ten, `một` and `năm` nowhere there. */
function unitOf(word: string, before: string): number | null {
  const isAfterTen = before === 'mươi' || before === 'mười';
  if (word === 'mốt') return before === 'mươi' ? 1 : null;
  if (word === 'lăm') return isAfterTen ? 5 : null;
  if (word === 'một' && before === 'mươi') return null;
  if (word === 'năm' && isAfterTen) return null;
  const digit = DIGITS.indexOf(word);
  return digit < 0 ? null : digit;
}

describe('numbers in words', () => {
  it('[FE5] [R07] every amount reads back as itself, by another rule', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(numberOf(numberWords(amount).split(' '))).toBe(amount);
      }),
      RUNS,
    );
    for (let n = 0; n <= 2000; n += 1) expect(numberOf(numberWords(n).split(' ')), String(n)).toBe(n);
  });

  it('[FE5] every group after the first says its hundreds, and a lone unit its linh', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        const words = numberWords(amount).split(' ');
        const groups = words.join(' ').split(/ (?:tỷ|triệu|nghìn)(?= |$)/);
        for (const group of groups.slice(1)) {
          expect(group === '' || group.trim().split(' ')[1] === 'trăm', group).toBe(true);
        }
        expect(words.join(' ')).not.toMatch(/trăm (?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín)(?! mươi)/);
        expect(words.join(' ')).not.toMatch(/(?:triệu|nghìn) (?:triệu|nghìn)|  |^ | $/);
      }),
      RUNS,
    );
  });

  it.each([
    [14, 'mười bốn'],
    [24, 'hai mươi bốn'],
    [55, 'năm mươi lăm'],
    [91, 'chín mươi mốt'],
    [100, 'một trăm'],
    [1001, 'một nghìn không trăm linh một'],
    [1010, 'một nghìn không trăm mười'],
    [1_000_001, 'một triệu không trăm linh một'],
    [10_000_000_000, 'mười tỷ'],
    [1_000_005_000_000_000, 'một triệu không trăm linh năm tỷ'],
    [
      Number.MAX_SAFE_INTEGER,
      'chín triệu không trăm linh bảy nghìn một trăm chín mươi chín tỷ hai trăm năm mươi bốn triệu bảy trăm bốn mươi nghìn chín trăm chín mươi mốt',
    ],
  ])('[FE5] %i is %s', (n, words) => {
    expect(numberWords(n)).toBe(words);
  });

  it('[FE5] lẻ and ngàn are said where the ward says them', () => {
    const southern = { gap: 'lẻ', thousand: 'ngàn' } as const;
    expect(moneyWords(21_015_105, southern)).toBe(
      'Hai mươi mốt triệu không trăm mười lăm ngàn một trăm lẻ năm đồng',
    );
    expect(numberWords(1005, southern)).toBe('một ngàn không trăm lẻ năm');
  });

  it('[FE5] what is no whole number from 0 is a bug', () => {
    for (const bad of [1.5, -1, NaN, Infinity, 2 ** 53]) expect(() => moneyWords(bad)).toThrow('Bug');
  });
});

describe('calls', () => {
  it('[TX5] a ticket digit by digit, a counter as a number, each piece one clip', () => {
    expect(callSequence('A012', 10)).toEqual([
      'Mời công dân có số thứ tự',
      'A',
      'không',
      'một',
      'hai',
      'đến quầy số',
      'mười',
    ]);
    expect(callSequence('ax105', 21).slice(1)).toEqual([
      'A',
      'X',
      'một',
      'không',
      'năm',
      'đến quầy số',
      'hai',
      'mươi',
      'mốt',
    ]);
  });

  it('[TX5] 50 clips say every call', () => {
    const clips = new Set<string>();
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
      for (let n = 0; n < 1000; n += 7) {
        callSequence(`${letter}${String(n).padStart(3, '0')}`, (n % 60) + 1).forEach((clip) =>
          clips.add(clip),
        );
      }
    }
    expect(clips.size).toBeLessThanOrEqual(50);
  });
});

describe('figures', () => {
  it('[TX6] thousands have dots, shares one decimal and a comma, hours no 0 before them', () => {
    expect([0, 7, 999, 1000, 2685, 21_015_105].map(formatMoney)).toEqual([
      '0',
      '7',
      '999',
      '1.000',
      '2.685',
      '21.015.105',
    ]);
    expect(formatPercent(450, 852)).toBe('52,8\u00A0%');
    expect([formatPercent(1, 2000), formatPercent(3, 2000), formatPercent(1, 2001)]).toEqual([
      '0,1\u00A0%',
      '0,2\u00A0%',
      '0,1\u00A0%',
    ]);
    // A part that is neither nothing nor the whole is never told as 0 or 100 %.
    expect([formatPercent(2667, 2668), formatPercent(2668, 2668), formatPercent(0, 2668)]).toEqual([
      '99,9\u00A0%',
      '100,0\u00A0%',
      '0,0\u00A0%',
    ]);
    expect(formatPercent(0, 0)).toBe('–');
    expect(formatFormClock(wardInstant('2026-06-05', '08:05'))).toBe('8 giờ 05 phút');
    expect(formatFormClock(wardInstant('2026-06-05', '00:00'))).toBe('0 giờ 00 phút');
  });

  it('[TX6] a share is the nearest tenth, halves upward, in exact arithmetic', () => {
    const shares = fc
      .integer({ min: 1, max: 1_000_000 })
      .chain((whole) => fc.tuple(fc.nat(whole), fc.constant(whole)));
    fc.assert(
      fc.property(shares, ([part, whole]) => {
        const tenths = Number(formatPercent(part, whole).replace(/[^\d]/g, ''));
        if (tenths === 1 || tenths === 999) return;
        const twice = 2n * 1000n * BigInt(part) - 2n * BigInt(tenths) * BigInt(whole);
        expect(twice >= -BigInt(whole) && twice < BigInt(whole)).toBe(true);
      }),
      RUNS,
    );
  });
});
