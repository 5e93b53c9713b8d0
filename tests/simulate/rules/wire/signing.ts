// The texts that are signed, letter by letter: another program must be able to write them from docs/protocol.md alone.
import {
  checkpointToSign,
  encodeCheckpoint,
  fingerprint,
  parseCheckpoint,
  requestToSign,
} from '../../../../shared/sync/signing.ts';
import { digestOf } from '../../once.ts';
import { expectSame } from '../expect.ts';
import type { Dice } from '../../dice.ts';

/** Looks at what is signed of a request and of a checkpoint. */
export function signingRules(dice: Dice): void {
  const text = (of: string) => `${of}${dice.below(1000)}`;
  const request = {
    method: dice.chance(0.5) ? 'POST' : 'GET',
    path: text('/v1/'),
    device: text('d'),
    time: text('2026-06-05T08:20:00.'),
    nonce: text('n'),
    bodySha256: text('sha'),
  };
  const { method, path, device, time, nonce, bodySha256 } = request;
  const lines = `motcua-request-v1\n${method}\n${path}\n${device}\n${time}\n${nonce}\n${bodySha256}`;
  expectSame('H5', 'what is signed of a request', requestToSign(request), lines);
  const point = { ward: text('w'), device, epoch: text('e'), seq: dice.below(1000), hash: text('h') };
  const { ward, epoch, seq, hash } = point;
  const end = `motcua-checkpoint-v1\n${ward}\n${device}\n${epoch}\n${seq}\n${hash}`;
  expectSame('H5', 'what is signed of a checkpoint', checkpointToSign(point), end);
  const more = { extra: 1, ...point };
  const line = `#{"ward":"${ward}","device":"${device}","epoch":"${epoch}","seq":${seq},"hash":"${hash}","sig":"s"}`;
  expectSame('H5', 'a checkpoint', encodeCheckpoint(more, 's'), line);
  expectSame('H5', 'a checkpoint read', parseCheckpoint(line), { ...point, sig: 's' });
  expectSame('H5', 'a line without its mark', parseCheckpoint(line.slice(1)), null);
  expectSame('H5', 'a line with another mark', parseCheckpoint(`!${line.slice(1)}`), null);
  broken(dice, { ...point, sig: 's' });
  expectSame('H5', 'a short form', fingerprint(path), digestOf(path).slice(0, 16));
}

/** One field missing, or of another kind; or no object at all. */
function broken(dice: Dice, whole: Readonly<Record<string, unknown>>): void {
  const key = dice.pick(Object.keys(whole)) ?? 'sig';
  const value = dice.pick([null, {}, key === 'seq' ? '1' : 1, key === 'seq' ? 1.5 : true]) ?? null;
  const without = Object.fromEntries(Object.entries(whole).filter(([other]) => other !== key));
  const values = [{ ...whole, [key]: value }, without, null, 'text', 7];
  for (const one of values)
    expectSame('H5', `the broken ${key}`, parseCheckpoint(`#${JSON.stringify(one)}`), null);
  expectSame('H5', 'half a checkpoint', parseCheckpoint(`#${JSON.stringify(whole).slice(0, -1)}`), null);
}
