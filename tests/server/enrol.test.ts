import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDistrict } from '../support/district.ts';
import { deviceKeys } from '../support/events.ts';
import type { TestDistrict } from '../support/district.ts';

describe('enrolment', () => {
  let district: TestDistrict;
  beforeEach(async () => {
    district = await testDistrict();
  });
  afterEach(() => district.close());

  const ask = (code: string, changes: Record<string, unknown> = {}) => {
    const payload = {
      protocol: 1,
      code,
      publicKey: deviceKeys('a').publicKey,
      deviceName: 'Quầy 1',
      ...changes,
    };
    return district.app.inject({ method: 'POST', url: '/v1/enrol', payload });
  };

  it('lets one device in per code, whatever comes with it later', async () => {
    const code = await district.code();
    const first = await ask(code.toLowerCase().replaceAll('-', ' '));
    expect(first.statusCode).toBe(200);
    expect(first.json()).toMatchObject({
      ward: 'thach-ban',
      role: 'desk',
      slot: 1,
      first: true,
      protocol: 1,
    });
    for (const changes of [{}, { publicKey: deviceKeys('b').publicKey }]) {
      const again = await ask(code, changes);
      expect([again.statusCode, again.json().code]).toEqual([401, 'enrol-code-used']);
    }
  });

  it('two at once with one code: one gets in', async () => {
    const code = await district.code();
    const answers = await Promise.all([ask(code), ask(code), ask(code)]);
    expect(answers.map((answer) => String(answer.statusCode)).sort()).toEqual(['200', '401', '401']);
  });

  it('numbers the devices of each ward from 1 and calls only the first one first', async () => {
    const told = [];
    for (const ward of ['thach-ban', 'thach-ban', 'long-bien']) {
      const { slot, first, device } = (await ask(await district.code('all', ward))).json();
      told.push({ slot, first, named: device.startsWith(`d${slot}-`) });
    }
    expect(told).toEqual([
      { slot: 1, first: true, named: true },
      { slot: 2, first: false, named: true },
      { slot: 1, first: true, named: true },
    ]);
  });

  it('gives a reports token to roles that show figures, and to no other', async () => {
    for (const role of ['all', 'desk'] as const)
      expect((await district.enrol(role)).reportsToken).toMatch(/^motcua_/);
    for (const role of ['kiosk', 'display', 'hub'] as const)
      expect((await district.enrol(role)).reportsToken).toBeNull();
  });

  it('refuses each wrong wish with its code, and a refused wish uses nothing up', async () => {
    const code = await district.code();
    const expired = await district.code('desk', 'thach-ban', 1000);
    district.clock.ms += 2000;
    const answers = [
      await ask('AAAA-BBBB-CCCC'),
      await ask(expired),
      await ask(code, { publicKey: 'A'.repeat(60) }),
      await ask(code, { protocol: 3 }),
      await ask(code, { deviceName: '' }),
      await district.app.inject({ method: 'POST', url: '/v1/enrol', payload: 'not json' }),
      await district.app.inject({ method: 'POST', url: '/v1/enrol', payload: 'x'.repeat(5000) }),
    ];
    expect(answers.map((answer) => [answer.statusCode, answer.json().code])).toEqual([
      [401, 'enrol-code-unknown'],
      [401, 'enrol-code-expired'],
      [400, 'public-key-bad'],
      [400, 'protocol-unsupported'],
      [400, 'request-malformed'],
      [400, 'request-malformed'],
      [413, 'body-too-large'],
    ]);
    expect((await ask(code)).statusCode).toBe(200);
  });

  it('slows down whoever tries codes', async () => {
    const limited = await testDistrict('on');
    const statuses: number[] = [];
    for (let n = 0; n < 32; n += 1) {
      const payload = {
        protocol: 1,
        code: 'AAAA-BBBB-CCCC',
        publicKey: deviceKeys('a').publicKey,
        deviceName: 'x',
      };
      statuses.push((await limited.app.inject({ method: 'POST', url: '/v1/enrol', payload })).statusCode);
    }
    expect(statuses.slice(0, 30)).toEqual(Array(30).fill(401));
    expect(statuses.slice(30)).toEqual([429, 429]);
    await limited.close();
  });
});
