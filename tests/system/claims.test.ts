// Two machines, one queue: only one may call a number while they reach each other; what a partition doubles is for people.
import 'fake-indexeddb/auto';
import { connect, createServer } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { conflictOf } from '../../shared/project/conflicts.ts';
import { applyTicket } from '../../shared/project/tickets.ts';
import { parseLine } from '../../shared/event/envelope.ts';
import { startLife } from '../support/recovery/page-life.ts';
import { storageOf } from '../support/recovery/storage.ts';
import { hostWorld } from '../support/wire/host-world.ts';
import { protocol1District } from '../support/wire/protocol-1-district.ts';
import type { AddressInfo, Socket } from 'node:net';
import type { Host } from '../../electron/host/host-options.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { PageLife } from '../support/recovery/page-life.ts';

const world = hostWorld();
const LIMIT = { timeout: 20_000, interval: 20 };
const NOWHERE = 'http://127.0.0.1:9';

vi.setConfig({ testTimeout: 60_000 });
afterEach(world.cleanUp);

async function page(host: Host): Promise<PageLife> {
  const life = await startLife(await storageOf(null), host);
  if (!life.ok) throw new Error(life.error.code);
  world.later(life.value.end);
  return life.value;
}

/** A machine with one page, behind a wire of its own that can be cut. */
async function machine(url: string, code: string) {
  const wire = { to: url };
  const relay = await world.relay(() => wire.to);
  const host = await world.host({ districtUrl: relay.url, enrolCode: code });
  await host.settled;
  const state = () => host.status().district.state;
  await expect.poll(state, LIMIT).toBe('online');
  return {
    host,
    page: await page(host),
    cut: async () => {
      wire.to = NOWHERE;
      relay.cut();
      await expect.poll(state, LIMIT).toBe('offline');
    },
    mend: async () => {
      wire.to = url;
      await host.handle('try-now', {});
      await expect.poll(state, LIMIT).toBe('online');
    },
  };
}

async function twoMachines() {
  const district = await world.district();
  const one = await machine(district.url, await district.code('desk'));
  const two = await machine(district.url, await district.code('desk'));
  return { district, one, two };
}

async function tickets(of: PageLife, count: number): Promise<readonly Ticket[]> {
  const made: Ticket[] = [];
  for (let at = 0; at < count; at += 1) made.push(await of.ticket());
  return made;
}

const stateOf = async ({ db, link }: PageLife, id: string) => {
  await link.exchange();
  return (await db.tickets.get(id))?.state?.status ?? null;
};
const sees = async (of: PageLife, some: readonly Ticket[]) =>
  await expect
    .poll(async () => (await Promise.all(some.map(({ id }) => stateOf(of, id)))).includes(null), LIMIT)
    .toBe(false);

const next = async (of: PageLife, counter: string, { series }: Ticket) => {
  const done = await of.acts.callNext(counter, [series], 'lan');
  return done.ok ? done.value.value.id : done.error;
};

describe('two machines in reach', () => {
  it('[CL6] [CL1] both press “next” at once, again and again: no number is called twice, and the order holds', async () => {
    const { one, two } = await twoMachines();
    const made = await tickets(one.page, 12);
    await sees(two.page, made);
    const called: unknown[] = [];
    for (let round = 0; round < 6; round += 1) {
      const [first] = made;
      if (!first) throw new Error('no ticket');
      called.push(
        ...(await Promise.all([next(one.page, `a${round}`, first), next(two.page, `b${round}`, first)])),
      );
    }
    expect(new Set(called)).toEqual(new Set(made.map(({ id }) => id)));
    for (const { id } of made) {
      await expect.poll(() => stateOf(two.page, id), LIMIT).toBe('called');
      await expect.poll(() => stateOf(one.page, id), LIMIT).toBe('called');
      expect((await one.page.db.tickets.get(id))?.heads).toHaveLength(1);
    }
  });

  it('[CL2] a chosen number that another counter has just called is refused with its name, seen here or not', async () => {
    const { one, two } = await twoMachines();
    const [ticket] = await tickets(one.page, 1);
    if (!ticket) throw new Error('no ticket');
    await sees(two.page, [ticket]);
    const both = await Promise.all([
      one.page.acts.callOne(ticket.id, 'q1', 'lan'),
      two.page.acts.callOne(ticket.id, 'q2', 'lan'),
    ]);
    const refused = both.flatMap((done) => (done.ok ? [] : [done.error]));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: 'ticket-claimed', number: ticket.number });
  });

  it('[CL3] a desk that dies after its claim holds nobody up: others take the next, and this one when its time is over', async () => {
    const { district, one, two } = await twoMachines();
    const made = await tickets(one.page, 2);
    await sees(two.page, made);
    const [first, second] = made;
    if (!first || !second) throw new Error('no tickets');
    const expected = (await one.page.db.tickets.get(first.id))?.heads ?? [];
    const wish = {
      claim: 'of-the-dead',
      subject: first.id,
      act: 'call',
      counter: 'q9',
      expected,
      ttlMs: 1500,
    };
    expect(await one.host.handle('claim', wish)).toMatchObject({ value: { outcome: 'yours' } });
    expect(await next(two.page, 'q1', first)).toBe(second.id);
    const living = { ...wish, claim: 'of-the-living', counter: 'q2' };
    expect(await two.host.handle('claim', living)).toMatchObject({
      value: { outcome: 'taken', holder: { by: 'claim', counter: 'q9' } },
    });
    district.clock.ms += 1500;
    expect(await two.host.handle('claim', living)).toMatchObject({ value: { outcome: 'yours' } });
  });
});

describe('cut off', () => {
  it('[CL5] [CL6] a machine goes on with what it issued, two pages of it never with the same number', async () => {
    const { one, two } = await twoMachines();
    await one.cut();
    const beside = await page(one.host);
    const made = await tickets(one.page, 6);
    const [first] = made;
    if (!first) throw new Error('no ticket');
    await sees(beside, made);
    const called: unknown[] = [];
    for (let round = 0; round < 3; round += 1)
      called.push(
        ...(await Promise.all([next(one.page, `a${round}`, first), next(beside, `b${round}`, first)])),
      );
    expect(new Set(called)).toEqual(new Set(made.map(({ id }) => id)));
    await one.mend();
    await sees(two.page, made);
  });

  it('[CL6] what others issued is called only by its number; a double call is a conflict that both show and one settles', async () => {
    const { one, two } = await twoMachines();
    const [ticket] = await tickets(one.page, 1);
    if (!ticket) throw new Error('no ticket');
    await sees(two.page, [ticket]);
    await two.cut();
    expect(await next(two.page, 'q2', ticket)).toMatchObject({ code: 'calls-cut-off', waiting: 1 });
    expect(await two.page.acts.callOne(ticket.id, 'q2', 'lan')).toMatchObject({ ok: true });
    expect(await next(one.page, 'q1', ticket)).toBe(ticket.id);
    await two.mend();
    for (const { db, link } of [one.page, two.page]) {
      const heads = async () => {
        await link.exchange();
        return (await db.tickets.where('heads.length').above(1).toArray()).map(({ id }) => id);
      };
      await expect.poll(heads, LIMIT).toEqual([ticket.id]);
      const rows = await db.events.where('subject').equals(ticket.id).toArray();
      const events = rows.flatMap(({ line }) => {
        const parsed = parseLine(line);
        return parsed.ok ? [parsed.value] : [];
      });
      const branches = conflictOf(applyTicket, events)?.branches ?? [];
      expect(new Set(branches.map(({ standing }) => standing?.counter))).toEqual(new Set(['q1', 'q2']));
    }
  });

  it('[CL5] a district of before, which knows no claims, is out of reach; a machine of its own notices nothing', async () => {
    const old = await protocol1District();
    world.later(old.close);
    const alone = await machine(old.url, old.code);
    const [ticket] = await tickets(alone.page, 1);
    if (!ticket) throw new Error('no ticket');
    expect(await next(alone.page, 'q1', ticket)).toBe(ticket.id);
  });

  it('[CL5] a line that dies without a word costs one wait; after that nobody waits until it answers again', async () => {
    const district = await world.district();
    const wire = await mutableWire(district.url);
    const timing = { timeoutMs: 3000, lookEveryMs: 60_000, claimTimeoutMs: 300 };
    const host = await world.host({ districtUrl: wire.url, enrolCode: await district.code('desk'), timing });
    await expect.poll(() => host.status().district.state, LIMIT).toBe('online');
    const ask = async (claim: string) => {
      const startMs = performance.now();
      const wish = { claim, subject: claim, act: 'call', counter: 'q1', expected: [], ttlMs: 15_000 };
      const answer = (await host.handle('claim', wish)) as { readonly value: { readonly outcome: string } };
      return { outcome: answer.value.outcome, waitedMs: performance.now() - startMs };
    };
    expect(await ask('claim-one')).toMatchObject({ outcome: 'yours' });
    wire.mute(true);
    const [first, second] = [await ask('claim-two'), await ask('claim-three')];
    expect([first.outcome, second.outcome]).toEqual(['out-of-reach', 'out-of-reach']);
    expect(second.waitedMs).toBeLessThan(first.waitedMs);
    wire.mute(false);
    await host.handle('try-now', {});
    await expect.poll(async () => (await ask('claim-four')).outcome, LIMIT).toBe('yours');
  });
});

/** A wire that can fall silent: it stays open and carries nothing. */
async function mutableWire(target: string) {
  let mute = false;
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) sockets.add(socket);
    near.on('data', (part) => mute || far.write(part)).on('error', () => far.destroy());
    far.on('data', (part) => mute || near.write(part)).on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  world.later(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mute: (on: boolean) => void (mute = on),
  };
}
