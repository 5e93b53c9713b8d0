import { describe, expect, it } from 'vitest';
import {
  checkpointToSign,
  encodeCheckpoint,
  fingerprint,
  parseCheckpoint,
  requestToSign,
} from '../../../shared/sync/signing.ts';

const point = { ward: 'thach-ban', device: 'd1', epoch: 'e1', seq: 255, hash: 'a'.repeat(64) };
const line = `#{"ward":"thach-ban","device":"d1","epoch":"e1","seq":255,"hash":"${'a'.repeat(64)}","sig":"c2ln"}`;

describe('what a device signs', () => {
  it('[H5] a request: purpose, method, path, device, time, nonce, hash of the body, each on its line', () => {
    const request = {
      method: 'POST',
      path: '/v1/events',
      device: 'd1',
      time: 't',
      nonce: 'n',
      bodySha256: 'b',
    };
    expect(requestToSign(request)).toBe('motcua-request-v1\nPOST\n/v1/events\nd1\nt\nn\nb');
  });

  it('[H5] a checkpoint: purpose, ward, device, epoch, seq, hash, each on its line', () => {
    expect(checkpointToSign(point)).toBe(`motcua-checkpoint-v1\nthach-ban\nd1\ne1\n255\n${point.hash}`);
  });

  it('[H5] a checkpoint has one spelling and is read back from it', () => {
    expect(encodeCheckpoint(point, 'c2ln')).toBe(line);
    expect(parseCheckpoint(line)).toEqual({ ...point, sig: 'c2ln' });
  });

  it.each(['ward', 'device', 'epoch', 'seq', 'hash', 'sig'])(
    '[H5] a checkpoint without %s is none',
    (key) => {
      const of = (value: unknown) => `#${JSON.stringify({ ...point, sig: 's', [key]: value })}`;
      for (const wrong of [undefined, null, [], key === 'seq' ? '255' : 255, key === 'seq' ? 1.5 : true])
        expect(parseCheckpoint(of(wrong))).toBeNull();
    },
  );

  it.each(['', '#', '#null', '#1', '#{', line.slice(1), ` ${line}`])('[H5] "%s" is no checkpoint', (text) => {
    expect(parseCheckpoint(text)).toBeNull();
  });

  it('people compare keys by 16 digits', () => {
    expect(fingerprint('abc')).toBe('ba7816bf8f01cfea');
  });
});
