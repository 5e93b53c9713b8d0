import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWardKey, recoveryWords, wardKeyOf } from '../../../electron/host/keys/secrets.ts';

const anyKey = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('base64'));

describe('the recovery sheet', () => {
  it('[H10] gives the same key back, however people type it', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const { words } = recoveryWords(key);
        expect(wardKeyOf(words)).toBe(key);
        const sloppy = words.toLowerCase().replaceAll(' ', '-').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(wardKeyOf(` ${sloppy} `)).toBe(key);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });

  it('[H10] notices a wrong letter, a missing group and rubbish', () => {
    const { words } = recoveryWords(Buffer.alloc(32, 7).toString('base64'));
    const wrong = (words.startsWith('2') ? '3' : '2') + words.slice(1);
    for (const typed of [wrong, words.slice(5), `${words} 0000`, '', '<b>"&', 'ế'.repeat(60)]) {
      expect(wardKeyOf(typed)).toBeNull();
    }
  });

  it('[H10] a device that has a key keeps it', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'motcua-keys-'));
    const brought = Buffer.alloc(32, 9).toString('base64');
    const keeper = await openWardKey(dir, null);
    expect([await keeper.take(brought), await keeper.take(Buffer.alloc(32, 1).toString('base64'))]).toEqual([
      true,
      false,
    ]);
    expect((await openWardKey(dir, null)).key()).toBe(brought);
    await rm(dir, { recursive: true });
  });
});
