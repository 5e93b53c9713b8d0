import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDistrict } from '../support/district.ts';
import { deviceKeys, lineChain } from '../support/events.ts';
import type { TestDevice, TestDistrict } from '../support/district.ts';
import type { LineChain } from '../support/events.ts';

describe('pushes', () => {
  let district: TestDistrict;
  let desk: TestDevice;
  let chain: LineChain;
  beforeEach(async () => {
    district = await testDistrict();
    desk = await district.enrol();
    chain = lineChain({ device: desk.device, keys: desk.keys });
  });
  afterEach(() => district.close());

  const key = () => `${desk.device}/epoch-test`;
  const push = (body: Buffer | string, headers?: Record<string, string>) =>
    district.post(desk, '/v1/events', body, headers);
  const body = (lines: readonly string[]) => `${lines.join('\n')}\n`;

  it('[J3] answers with what is durable for the epochs that were pushed', async () => {
    chain.fill(4);
    await push(body(lineChain({ device: desk.device, epoch: 'older' }).lines()));
    const answer = await push(body(chain.lines()));
    expect(answer.json()).toEqual({ level: 'district', vector: { [key()]: 5 }, refused: [] });
    expect(
      await district.store
        .journal('thach-ban')
        .read({ device: desk.device, epoch: 'epoch-test', from: 0, to: 9 }, 99),
    ).toEqual(chain.lines());
  });

  it('takes gzip, signed over the bytes as sent', async () => {
    chain.fill(50);
    const answer = await push(gzipSync(body(chain.lines())), { 'content-encoding': 'gzip' });
    expect(answer.json().vector).toEqual({ [key()]: 51 });
  });

  it('refuses what it cannot take, with a code, and keeps nothing of it', async () => {
    chain.fill(1001, 1);
    const zeros = gzipSync(Buffer.alloc(30_000_000));
    const answers = [
      await push(body(chain.lines().slice(0, 1001))),
      await push(
        body(
          chain
            .lines()
            .slice(0, 10)
            .map(() => 'y'.repeat(110_000)),
        ),
      ),
      await push(Buffer.alloc(1_200_000, 97)),
      await push(zeros, { 'content-encoding': 'gzip' }),
      await push('not gzip', { 'content-encoding': 'gzip' }),
      await push('x', { 'content-encoding': 'br' }),
      await push('rubbish\nmore rubbish\n'),
      await push(Buffer.from([0xff, 0xfe, 0, 10, 0x80])),
      await push(''),
      await push('{"events":[]}', { 'content-type': 'application/json' }),
    ];
    expect(answers.map((answer) => [answer.statusCode, answer.json().code])).toEqual([
      [413, 'too-many-lines'],
      [413, 'body-too-large'],
      [413, 'body-too-large'],
      [413, 'body-too-large'],
      [400, 'body-not-gzip'],
      [415, 'encoding-unsupported'],
      [400, 'body-malformed'],
      [400, 'body-malformed'],
      [400, 'body-malformed'],
      [400, 'body-malformed'],
    ]);
    expect(await district.store.journal('thach-ban').vector()).toEqual({});
    expect((await push(body(chain.lines().slice(0, 1000)))).statusCode).toBe(200);
  });

  it('[J5] one poisoned line blocks nothing else; its place in the body is told', async () => {
    chain.fill(2);
    const foreign = lineChain({ ward: 'long-bien', device: desk.device }).lines();
    const lines = [
      chain.lines()[0] ?? '',
      'rubbish',
      ...foreign,
      chain.checkpoint(),
      ...chain.lines().slice(1),
    ];
    const bad = Buffer.concat([Buffer.from(body(lines)), Buffer.from([0xff, 0xff, 10])]);
    const answer = await push(bad);
    expect(answer.json()).toEqual({
      level: 'district',
      vector: { [key()]: 3 },
      refused: [
        { index: 1, code: 'line-malformed' },
        { index: 2, code: 'line-ward-wrong' },
        { index: 6, code: 'line-malformed' },
      ],
    });
  });

  it('passes on what others of the ward wrote', async () => {
    const hub = await district.enrol('hub');
    chain.fill(3);
    const answer = await district.post(hub, '/v1/events', body([...chain.lines(), chain.checkpoint()]));
    expect(answer.json()).toMatchObject({ vector: { [key()]: 4 }, refused: [] });
    expect(await district.store.checkpoints('thach-ban')).toEqual([chain.checkpoint()]);
  });

  it('keeps checkpoints that the device’s key proves, and refuses every other', async () => {
    chain.fill(1);
    const good = chain.checkpoint();
    const forged = lineChain({ device: desk.device, keys: deviceKeys('thief') });
    const stranger = lineChain({ device: 'd7-unknown', keys: deviceKeys('x') });
    const twin = lineChain({ device: desk.device, keys: desk.keys });
    twin.add({ type: 'other', subject: 's', body: 0 });
    const early = lineChain({ device: desk.device, epoch: 'unsent', keys: desk.keys });
    const points = [
      good,
      forged.checkpoint(),
      stranger.checkpoint(),
      twin.checkpoint(),
      early.checkpoint(),
      '#{"a":1}',
    ];
    const answer = await push(body([...chain.lines(), ...points]));
    expect(answer.json().refused).toEqual([
      { index: 3, code: 'checkpoint-signature-wrong' },
      { index: 4, code: 'checkpoint-device-unknown' },
      { index: 5, code: 'checkpoint-wrong' },
      { index: 6, code: 'checkpoint-ahead' },
      { index: 7, code: 'checkpoint-malformed' },
    ]);
    expect(await district.store.checkpoints('thach-ban')).toEqual([good]);
  });

  it('logs who and what, never a line or a name', async () => {
    const secret = 'Nguyễn Văn Bí Mật 001099012345';
    chain.add({ type: 'note', subject: 'secret-subject', body: { secret } });
    await push(body([...chain.lines(), secret]));
    await push(secret);
    await district.app.inject({
      url: `/v1/public/dossiers/H26.19.05-260605-0001?proof=${encodeURIComponent(secret)}`,
    });
    const log = district.log.join('');
    expect(log).toContain('body-malformed');
    for (const word of ['Bí Mật', '001099012345', 'secret-subject', 'H26.19', 'proof'])
      expect(log).not.toContain(word);
  });
});
