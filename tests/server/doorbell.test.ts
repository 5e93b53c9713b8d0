import { get } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDoorbell } from '../../server/doorbell.ts';
import { openDataStore } from '../../server/open-data.ts';
import { testDistrict } from '../support/district.ts';
import { lineChain } from '../support/events.ts';
import type { TestDevice, TestDistrict } from '../support/district.ts';

const LIMIT = { timeout: 20_000, interval: 10 };

vi.setConfig({ testTimeout: 60_000 });

describe('doorbell', () => {
  let district: TestDistrict;
  let url: string;
  beforeEach(async () => {
    district = await testDistrict();
    url = await district.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => district.close());

  /** Opens a device's bell and hears what it says. */
  function bell(as: TestDevice, headers = district.signedGet(as, '/v1/doorbell')) {
    const heard = { status: 0, type: '', text: '', ended: false };
    const call = get(`${url}/v1/doorbell`, { headers, agent: false }, (answer) => {
      heard.status = answer.statusCode ?? 0;
      heard.type = answer.headers['content-type'] ?? '';
      answer.setEncoding('utf8').on('data', (text: string) => (heard.text += text));
      answer.on('close', () => (heard.ended = true));
    });
    call.on('error', () => (heard.ended = true));
    return heard;
  }
  const open = async (as: TestDevice) => {
    const heard = bell(as);
    await expect.poll(() => heard.text, LIMIT).toContain(': here');
    return heard;
  };
  const push = (as: TestDevice, lines: readonly string[]) =>
    district.post(as, '/v1/events', `${lines.join('\n')}\n`);
  const rings = (text: string) => text.split('event: look').length - 1;

  it('[U8] rings everybody who may see it but the one who brought it, once for a push', async () => {
    const [one, two] = [await district.enrol(), await district.enrol()];
    const kiosk = await district.enrol('kiosk');
    const neighbour = await district.enrol('desk', 'long-bien');
    const bells = [await open(one), await open(two), await open(kiosk), await open(neighbour)];
    const chain = lineChain({ device: one.device, keys: one.keys });
    await push(one, chain.lines());
    await expect.poll(() => rings(bells[1]?.text ?? ''), LIMIT).toBe(1);
    await push(one, chain.lines());
    chain.fill(1);
    await push(one, chain.lines());
    await expect.poll(() => rings(bells[1]?.text ?? ''), LIMIT).toBe(2);
    await push(two, lineChain({ device: kiosk.device }).lines());
    await expect.poll(() => rings(bells[2]?.text ?? ''), LIMIT).toBe(1);
    expect(bells.map(({ text }) => rings(text))).toEqual([1, 2, 1, 0]);
    expect(bells[1]?.text).toMatch(/^: here\n\n(event: look\ndata: [0-9a-f]{16}\n\n)+$/);
    expect([bells[0]?.status, bells[0]?.type]).toEqual([200, 'text/event-stream']);
  });

  it('[U8] rings for what another program stored', async () => {
    const desk = await district.enrol();
    const heard = await open(desk);
    const beside = openDataStore(district.data, () => district.clock.ms);
    if (!beside.ok) throw new Error(beside.error.message);
    await beside.value.journal('thach-ban').append(lineChain({ device: 'd9-other' }).lines());
    await beside.value.close();
    await expect.poll(() => rings(heard.text), LIMIT).toBe(1);
  });

  it('[U8] is for enrolled devices, one bell each; it ends with the server', async () => {
    const desk = await district.enrol();
    const stranger = bell(desk, {});
    await expect.poll(() => stranger.status, LIMIT).toBe(401);
    const first = await open(desk);
    const second = await open(desk);
    await expect.poll(() => first.ended, LIMIT).toBe(true);
    expect(second.ended).toBe(false);
    const headers = district.signedGet(desk, '/v1/doorbell');
    expect((await district.app.inject({ method: 'HEAD', url: '/v1/doorbell', headers })).statusCode).toBe(
      404,
    );
    await district.app.close();
    await expect.poll(() => second.ended, LIMIT).toBe(true);
  });

  it('[U8] says that it is here every quarter of a minute, until the device is shut out', async () => {
    const desk = await district.enrol();
    const device = await district.store.device(desk.device);
    if (!device) throw new Error('not enrolled');
    vi.useFakeTimers();
    try {
      const doorbell = createDoorbell(district.store);
      const stream = await doorbell.open(device);
      let text = '';
      let ended = false;
      stream.on('data', (part: Buffer) => (text += part.toString())).on('end', () => (ended = true));
      await vi.advanceTimersByTimeAsync(30_000);
      expect(text).toBe(': here\n\n'.repeat(3));
      await district.store.revoke(desk.device, '2026-06-05T02:00:00.000Z');
      await vi.advanceTimersByTimeAsync(15_000);
      expect([ended, vi.getTimerCount()]).toEqual([true, 0]);
    } finally {
      vi.useRealTimers();
    }
  });
});
