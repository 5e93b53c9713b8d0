import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { admitPulled, linesOf } from '../../../renderer/db/exchange.ts';
import { twiceFound } from '../../../renderer/db/upkeep/twice.ts';
import { DAY, hallDesk, HEAD, HOUR_MS, LAN, NOW_MS, saidOf } from './hall-desk.ts';
import { toIso } from '../../../shared/basics/time.ts';
import type { DeskDatabase } from '../../../renderer/db/desk-database.ts';

const by = { clerk: LAN };
const events = (db: DeskDatabase) => db.events.count();

describe('numbers', () => {
  it('[QU10] [QU13] a stop is asked in the transaction, of clerks too; nothing is written then', async () => {
    const { acts, take, db } = await hallDesk();
    const text = { vi: 'Nghỉ họp.', en: 'Meeting.' };
    saidOf(await acts.setIssuing({ kind: 'all' }, { text, until: null }, HEAD));
    const before = await events(db);
    await expect(take()).rejects.toMatchObject({ code: 'issuing-stopped', text: text.vi });
    await expect(take({ by })).rejects.toThrow('issuing-stopped');
    expect(await events(db)).toBe(before);
    saidOf(await acts.setIssuing({ kind: 'all' }, null, HEAD));
    expect((await take({ by })).via).toBe('clerk');
  });

  it('[QU10] the day’s numbers of a field end with the last one, also when two are taken at once', async () => {
    const { take } = await hallDesk({ issuing: { contingents: [{ fieldId: 'ho-tich', perDay: 1 }] } });
    const both = await Promise.allSettled([take(), take()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(take()).rejects.toMatchObject({ code: 'contingent-used', max: 1 });
    expect((await take({ by })).number).toBe('BX002');
  });

  it('[QU10] no number is given whose turn would come after closing, once there is an estimate', async () => {
    const { take, acts, at } = await hallDesk({ issuing: { stopBeforeClosing: true } });
    for (let n = 0; n < 8; n += 1) await take();
    // Five visits of twenty minutes each, at the one counter of these tests that calls B.
    for (let n = 0; n < 5; n += 1) {
      const called = saidOf(await acts.callNext('q2', ['B'], 'lan'));
      at.nowMs += HOUR_MS / 3;
      saidOf(await acts.finishTicket(called.id, 'served', 'lan'));
    }
    await take();
    at.nowMs = NOW_MS + 8 * HOUR_MS + 35 * 60_000;
    await expect(take()).rejects.toThrow('issuing-too-late');
    expect((await take({ by })).via).toBe('clerk');
  });

  it('[K08] one person takes so many numbers a day, known by a token of the day alone', async () => {
    const { take, host, at, db } = await hallDesk({ issuing: { perPerson: 1 } });
    const person = '001 185 012 345';
    expect((await take({ person })).person).toBeNull();
    host.isUp = true;
    const first = await take({ person });
    expect(first.person).toMatch(/^[\w-]{43}$/);
    await expect(take({ person: '001185012345' })).rejects.toMatchObject({ code: 'person-limit', max: 1 });
    await expect(take({ person: 'tôi' })).rejects.toThrow('person-number-wrong');
    expect((await take({ person: '0912345678' })).person).not.toBe(first.person);
    at.nowMs += 24 * HOUR_MS;
    expect((await take({ person })).person).not.toBe(first.person);
    const lines = (await db.events.toArray()).map(({ line }) => line).join();
    expect(lines).not.toContain('001185012345');
  });

  it('[K08] without a bound nothing of a person is kept', async () => {
    const { take, host } = await hallDesk();
    host.isUp = true;
    expect((await take({ person: '001185012345' })).person).toBeNull();
  });

  it('[K14] a visit has its services in order; too many, or unknown ones, are refused', async () => {
    const { take } = await hallDesk();
    const ticket = await take({ services: ['1.001193', 'chung-thuc'] });
    expect(ticket.services).toEqual([
      { fieldId: 'ho-tich', series: 'B', procedureCode: '1.001193' },
      { fieldId: 'chung-thuc', series: 'A', procedureCode: null },
    ]);
    await expect(take({ services: Array.from({ length: 9 }, () => 'ho-tich') })).rejects.toThrow(
      'services-many',
    );
    await expect(take({ services: ['nobody'] })).rejects.toThrow('field-unknown');
  });

  it('[K16] who is served at once needs a counter that is there, open and free', async () => {
    const { take, acts } = await hallDesk();
    const ticket = await take({ by: { ...by, direct: 'q2' } });
    expect(ticket).toMatchObject({ status: 'serving', counter: 'q2', clerk: 'lan' });
    await expect(take({ by: { ...by, direct: 'q2' } })).rejects.toThrow('counter-busy');
    await expect(take({ by: { ...by, direct: 'q99' } })).rejects.toThrow('counter-unknown');
    saidOf(await acts.actOnCounter('q1', { act: 'pause', reason: 'Họp', until: null }, LAN));
    await expect(take({ by: { ...by, direct: 'q1' } })).rejects.toMatchObject({ code: 'counter-not-open' });
  });
});

describe('the paper roll', () => {
  const roll = (rollNumber: string) => ({ by: { ...by, rollNumber } });

  it('[QU15] its number is used as it is, once, and takes none from the machine', async () => {
    const { take, at } = await hallDesk();
    expect((await take()).number).toBe('BX001');
    expect(await take(roll('b1001'))).toMatchObject({ number: 'B1001', series: 'B', via: 'paper-roll' });
    await expect(take(roll('B1001'))).rejects.toMatchObject({ code: 'roll-number-used', number: 'B1001' });
    await expect(take(roll('B001'))).rejects.toThrow('roll-number-wrong');
    await expect(take(roll('W1001'))).rejects.toThrow('roll-series-unknown');
    expect((await take()).number).toBe('BX002');
    at.nowMs += 24 * HOUR_MS;
    expect((await take(roll('B1001'))).number).toBe('B1001');
  });

  it('[QU15] one that was entered at two desks apart stands twice and is told', async () => {
    const [one, other] = [await hallDesk({}, 'd1'), await hallDesk({}, 'd2')];
    await one.take(roll('B1001'));
    await other.take(roll('B1001'));
    const lines = await linesOf(other.db, { device: 'd2', epoch: 'e-d2', from: 0, to: 99 }, 99);
    expect((await admitPulled(one.db, 'thach-ban', lines)).fresh).toBe(2);
    expect(await twiceFound(one.db)).toEqual([{ number: 'B1001', day: DAY, seen: false }]);
  });
});

describe('appointments', () => {
  const form = { fieldId: 'ho-tich', procedureCode: null, timeAt: toIso(NOW_MS + HOUR_MS) };

  it('[QU14] become one number in one transaction; the second check-in hears which', async () => {
    const { acts, take, db } = await hallDesk();
    const made = saidOf(await acts.makeAppointment(form, LAN));
    expect(made.code).toMatch(/^[A-Z0-9]{8}$/);
    const checkIn = { appointmentId: made.id };
    // The number is for what the appointment was made for, whatever the kiosk asks.
    const ticket = await take({ fieldId: 'chung-thuc', checkIn });
    expect(ticket).toMatchObject({ appointmentAt: form.timeAt, fieldId: 'ho-tich', via: 'kiosk' });
    expect((await db.appointments.get(made.id))?.state).toMatchObject({
      status: 'arrived',
      ticketId: ticket.id,
    });
    await expect(take({ checkIn })).rejects.toMatchObject({
      code: 'appointment-used',
      number: ticket.number,
    });
    expect(await db.tickets.count()).toBe(1);
    await expect(take({ checkIn: { appointmentId: 'nobody' } })).rejects.toThrow('appointment-unknown');
    expect(await acts.cancelAppointment(made.id, '', LAN)).toMatchObject({
      error: { code: 'appointment-over', status: 'arrived' },
    });
  });

  it('[QU14] are refused in the past, outside hours and for what is not there', async () => {
    const { acts } = await hallDesk();
    const codeOf = async (change: Partial<typeof form>) => {
      const done = await acts.makeAppointment({ ...form, ...change }, LAN);
      return done.ok ? 'made' : done.error.code;
    };
    expect(await codeOf({ timeAt: toIso(NOW_MS - 1) })).toBe('appointment-past');
    expect(await codeOf({ timeAt: toIso(NOW_MS + 24 * HOUR_MS) })).toBe('appointment-shut');
    expect(await codeOf({ fieldId: 'nobody' })).toBe('field-unknown');
    expect(await codeOf({})).toBe('made');
  });
});
