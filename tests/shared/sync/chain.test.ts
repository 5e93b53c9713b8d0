import { describe, expect, it } from 'vitest';
import { admitLines } from '../../../shared/sync/chain.ts';
import { mergeVectors, missingCount, missingRanges } from '../../../shared/sync/vector.ts';
import { lineChain } from '../../support/events.ts';

const nothing = { headOf: () => null, hashAt: () => undefined };
const admit = (lines: readonly string[], ward = 'thach-ban') =>
  admitLines(ward, lines, nothing.headOf, nothing.hashAt);

describe('strict prefix', () => {
  it('[J3] takes a whole chain in order', () => {
    const chain = lineChain();
    chain.fill(20);
    expect(admit(chain.lines())).toMatchObject({ known: 0, refused: [], fresh: { length: 21 } });
  });

  it('[J3] a gap stops its epoch and no other', () => {
    const a = lineChain({ epoch: 'a' });
    const b = lineChain({ epoch: 'b' });
    a.fill(3);
    b.fill(3);
    const [a0, , a2] = a.lines();
    const outcome = admit([a0 ?? '', a2 ?? '', ...b.lines()]);
    expect(outcome.fresh).toHaveLength(5);
    expect(outcome.refused).toEqual([{ index: 1, code: 'line-gap' }]);
  });

  it('[J4] the same line twice in a batch, or already held, is stored once', () => {
    const chain = lineChain();
    chain.fill(2);
    const [first = '', second = ''] = chain.lines();
    expect(admit([first, first, second])).toMatchObject({ known: 1, refused: [], fresh: { length: 2 } });
    const { hash } = chain.head();
    const held = admitLines(
      'thach-ban',
      chain.lines(),
      () => ({ held: 3, hash }),
      (_, seq) => chain.lines()[seq]?.slice(0, 64),
    );
    expect(held).toMatchObject({ known: 3, fresh: [], refused: [] });
  });

  it('[J7] another event at a place already taken is a fork, and is told apart from a repeat', () => {
    const one = lineChain({ startMs: 1 });
    const two = lineChain({ startMs: 2 });
    const outcome = admit([...one.lines(), ...two.lines()]);
    expect(outcome.refused).toEqual([{ index: 1, code: 'line-forked' }]);
  });

  it('[J3] lines of another ward and rubbish block nothing else', () => {
    const chain = lineChain();
    const foreign = lineChain({ ward: 'khac', epoch: 'x' });
    const outcome = admit(['rubbish', ...foreign.lines(), ...chain.lines()]);
    expect(outcome.fresh).toHaveLength(1);
    expect(outcome.refused).toEqual([
      { index: 0, code: 'line-malformed' },
      { index: 1, code: 'line-ward-wrong' },
    ]);
  });
});

describe('vectors', () => {
  it('[J3] name what is missing, in a fixed order', () => {
    const mine = { 'd/b': 5, 'd/a': 3, 'c/z': 1 };
    expect(missingRanges(mine, { 'd/b': 2, 'c/z': 1 })).toEqual([
      { device: 'd', epoch: 'a', from: 0, to: 3 },
      { device: 'd', epoch: 'b', from: 2, to: 5 },
    ]);
    expect(missingCount(mine, { 'd/b': 2 })).toBe(7);
    expect(mergeVectors(mine, { 'd/a': 9 })).toEqual({ 'd/b': 5, 'd/a': 9, 'c/z': 1 });
  });
});
