import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDataReadOnly } from '../../server/open-data.ts';
import { unseenAct } from '../../shared/sync/claims.ts';
import { temporaryFolder, testDistrict } from '../support/district.ts';
import { lineChain } from '../support/events.ts';
import type { TestDevice, TestDistrict } from '../support/district.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';

vi.setConfig({ testTimeout: 60_000 });

type Said = {
  readonly outcome?: string;
  readonly code?: string;
  readonly since?: string;
  readonly until?: string;
  readonly holder?: { readonly by: string; readonly device: string; readonly counter: string | null };
};

const wishOf = (more: Record<string, unknown> = {}) => ({
  claim: randomBytes(8).toString('hex'),
  subject: 'ticket-1',
  act: 'call',
  counter: 'q1',
  expected: [] as readonly string[],
  ttlMs: 15_000,
  ...more,
});

const ask = async (at: TestDistrict, as: TestDevice, wish: unknown) => {
  const answer = await at.post(as, '/v1/claims', JSON.stringify(wish));
  return { status: answer.statusCode, ...answer.json<Said>() };
};

const issued = { type: 'ticket-issued', subject: 'ticket-1', body: {} };
const calledFrom = (parents: readonly string[], counter = 'q1') => ({
  type: 'ticket-called',
  subject: 'ticket-1',
  body: { counter, call: 1, at: '2026-06-05T03:00:00.000Z' },
  parents,
});

describe('claims', () => {
  let district: TestDistrict;
  let one: TestDevice;
  let two: TestDevice;
  beforeEach(async () => {
    district = await testDistrict();
    [one, two] = [await district.enrol(), await district.enrol()];
  });
  afterEach(() => district.close());
  const push = (as: TestDevice, lines: readonly string[]) =>
    district.post(as, '/v1/events', `${lines.join('\n')}\n`);

  it('[CL1] fifty at once: one has it, the others are told who and since when', async () => {
    const desks = await Promise.all(Array.from({ length: 50 }, () => district.enrol()));
    const answers = await Promise.all(
      desks.map((desk, at) => ask(district, desk, wishOf({ counter: `q${at}` }))),
    );
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    const at = answers.findIndex(({ status }) => status === 200);
    const holder = {
      by: 'claim',
      device: desks[at]?.device,
      deviceName: 'Quầy 1',
      counter: `q${at}`,
      act: 'call',
      since: '2026-06-05T03:00:00.000Z',
    };
    const losers = answers.filter(({ status }) => status === 409);
    expect(losers).toHaveLength(49);
    for (const said of losers) expect(said).toMatchObject({ outcome: 'taken', code: 'claim-taken', holder });
  });

  it('[CL1] wards do not meet, nor do subjects', async () => {
    const neighbour = await district.enrol('desk', 'long-bien');
    const said = [
      await ask(district, one, wishOf()),
      await ask(district, neighbour, wishOf()),
      await ask(district, two, wishOf({ subject: 'ticket-2' })),
    ];
    expect(said.map(({ outcome }) => outcome)).toEqual(['yours', 'yours', 'yours']);
  });

  it('[CL4] asked again after a lost answer, also by a server that was started anew, it is the same answer', async () => {
    const folder = temporaryFolder();
    const before = await testDistrict('off', folder.path);
    const [mine, other] = [await before.enrol(), await before.enrol()];
    const wish = wishOf();
    const first = await ask(before, mine, wish);
    expect(await ask(before, mine, wish)).toEqual(first);
    await before.close();
    const after = await testDistrict('off', folder.path);
    after.clock.ms += 3000;
    expect(await ask(after, mine, wish)).toEqual(first);
    // The same word from another device is another claim.
    expect(await ask(after, other, wish)).toMatchObject({ status: 409, holder: { device: mine.device } });
    await after.close();
    folder.remove();
  });

  it('[CL3] a claim ends by the server’s clock, by its holder, and by nobody else', async () => {
    const wish = wishOf();
    await ask(district, one, wish);
    await ask(district, two, { ...wish, ttlMs: 0 });
    expect(await ask(district, two, wishOf())).toMatchObject({ status: 409 });
    district.clock.ms += 15_000;
    const second = wishOf();
    expect(await ask(district, two, second)).toMatchObject({ outcome: 'yours' });
    expect(await ask(district, two, { ...second, ttlMs: 0 })).toMatchObject({ outcome: 'released' });
    expect(await ask(district, one, wishOf())).toMatchObject({ outcome: 'yours' });
    // Set back by a day, the clock lets nobody hold for that day.
    district.clock.ms -= 86_400_000;
    expect(await ask(district, two, wishOf())).toMatchObject({ outcome: 'yours' });
  });

  it('[CL3] the act that builds on what the holder saw ends its claim; papers and other subjects do not', async () => {
    const chain = lineChain({ device: one.device, keys: one.keys });
    const ticket = chain.add(issued);
    await push(one, chain.lines());
    await ask(district, one, wishOf({ expected: [ticket.hash] }));
    chain.add({ type: 'paper-printed', subject: 'ticket-1', body: {}, parents: [ticket.hash] });
    chain.add({ ...calledFrom([ticket.hash]), subject: 'ticket-2' });
    await push(one, chain.lines());
    const again = wishOf({ expected: [ticket.hash], counter: 'q2' });
    expect(await ask(district, two, again)).toMatchObject({ status: 409, holder: { by: 'claim' } });
    const call = chain.add(calledFrom([ticket.hash]));
    await push(one, chain.lines());
    expect(await ask(district, two, again)).toMatchObject({
      status: 409,
      holder: { by: 'event', device: one.device, counter: 'q1', act: 'ticket-called' },
    });
    expect(await ask(district, two, wishOf({ expected: [call.hash] }))).toMatchObject({ outcome: 'yours' });
  });

  it('[CL2] whoever has not seen an act gets nothing, also when that one was done without a claim', async () => {
    const chain = lineChain({ device: one.device, keys: one.keys });
    const ticket = chain.add(issued);
    chain.add(calledFrom([ticket.hash], 'q7'));
    await push(one, chain.lines());
    const said = await ask(district, two, wishOf({ expected: [ticket.hash] }));
    expect(said).toMatchObject({ status: 409, holder: { by: 'event', counter: 'q7', device: one.device } });
  });

  it('[CL2] an asker that is ahead of the server is not held up', async () => {
    expect(await ask(district, one, wishOf({ expected: ['a'.repeat(64)] }))).toMatchObject({
      outcome: 'yours',
    });
  });

  it('[CL2] many events that came before are read while the asker is told to go on alone', async () => {
    const chain = lineChain({ device: one.device, keys: one.keys });
    const ticket = chain.add(issued);
    chain.add(calledFrom([ticket.hash]));
    chain.fill(900);
    await push(one, chain.lines());
    const wish = wishOf({ expected: [ticket.hash] });
    expect(await ask(district, two, wish)).toMatchObject({ status: 503, code: 'claims-behind' });
    await expect.poll(async () => (await ask(district, two, wish)).status).toBe(409);
  });

  it('[CL1] is for enrolled devices that call; rubbish and giants are refused', async () => {
    const payload = JSON.stringify(wishOf());
    const stranger = await district.app.inject({ method: 'POST', url: '/v1/claims', payload });
    expect(stranger.statusCode).toBe(401);
    const kiosk = await district.enrol('kiosk');
    expect(await ask(district, kiosk, wishOf())).toMatchObject({ status: 403, code: 'claim-not-allowed' });
    const bad = [
      {},
      wishOf({ ttlMs: -1 }),
      wishOf({ ttlMs: 600_001 }),
      wishOf({ expected: ['short'] }),
      wishOf({ expected: Array.from({ length: 17 }, () => 'a'.repeat(64)) }),
      wishOf({ act: 'Gọi' }),
      wishOf({ claim: 'short' }),
      wishOf({ subject: '' }),
      null,
    ];
    for (const wish of bad) {
      expect(await ask(district, one, wish)).toMatchObject({ status: 400, code: 'request-malformed' });
    }
    const giant = await ask(district, one, wishOf({ subject: 'x'.repeat(9000) }));
    expect(giant).toMatchObject({ status: 413, code: 'body-too-large' });
  });

  it('[CL1] nobody fills the table: 64 claims of a device hold at once', async () => {
    const claims = Array.from({ length: 64 }, (_, at) => wishOf({ subject: `ticket-${at}` }));
    for (const wish of claims) await ask(district, one, wish);
    const more = wishOf({ subject: 'ticket-more' });
    expect(await ask(district, one, more)).toMatchObject({ status: 429, code: 'claims-many' });
    expect(await ask(district, two, more)).toMatchObject({ outcome: 'yours' });
    district.clock.ms += 15_000;
    expect(await ask(district, one, { ...more, subject: 'ticket-later' })).toMatchObject({
      outcome: 'yours',
    });
  });
});

it('[CL4] a database of the version before gets its table, and until then is looked at as it is', async () => {
  const folder = temporaryFolder();
  const before = await testDistrict('off', folder.path);
  const desk = await before.enrol();
  await before.close();
  const db = new DatabaseSync(join(folder.path, 'district.sqlite'));
  db.exec('DROP TABLE claims');
  db.exec('DROP TABLE attachments');
  db.exec('DROP INDEX subjects_by_day');
  db.exec('ALTER TABLE subjects DROP COLUMN day');
  db.exec('PRAGMA user_version = 2');
  db.close();
  const looked = openDataReadOnly(folder.path, () => 0);
  expect(looked.ok && (await looked.value.device(desk.device))?.device).toBe(desk.device);
  if (looked.ok) await looked.value.close();
  const after = await testDistrict('off', folder.path);
  expect(await ask(after, desk, wishOf())).toMatchObject({ outcome: 'yours' });
  await after.close();
  folder.remove();
});

describe('what a claimant has not seen', () => {
  const act = (hash: string, parents: readonly string[], type = 'ticket-called') =>
    ({ hash, line: '', event: { type, parents, subject: 't' } }) as unknown as LoggedEvent;
  const events = [act('a', []), act('b', ['a']), act('p', ['b'], 'paper-printed'), act('c', ['a'])];

  it.each([
    ['both branches', ['b', 'c'], undefined],
    ['neither branch', ['a'], 'c'],
    ['one branch', ['b'], 'c'],
    ['the other', ['c'], 'b'],
    ['nothing', [], 'c'],
    ['more than is here', ['z'], undefined],
  ])('[CL2] %s', (_what, expected, unseen) => {
    expect(unseenAct(expected, events)?.hash).toBe(unseen);
  });
});
