// How full a store is [Q2], in whole bytes and whole shares.
import { spaceLevel } from '../../../../shared/decide/space.ts';
import { expectSame } from '../expect.ts';
import type { Dice } from '../../dice.ts';

const MB = 1_000_000;
const QUOTAS = [100 * MB, 1000 * MB, 2000 * MB, 10_000 * MB, 100_000 * MB];

/** Looks at some stores around where a level begins. */
export function spaceRules(dice: Dice): void {
  for (const quota of QUOTAS) {
    const edges = [(quota / 100) * 80, (quota / 100) * 95, quota - 1000 * MB, quota - 200 * MB, quota];
    const used = Math.max(0, (dice.pick(edges) ?? 0) + dice.below(3) - 1);
    const tight = used > quota - 200 * MB && used * 100 > quota * 95;
    const full = used > quota - 1000 * MB || used * 100 >= quota * 80;
    const level = tight ? 'stop' : full ? 'low' : 'fine';
    expectSame('Q2', `${used} of ${quota} bytes`, spaceLevel(used, quota), level);
  }
}
