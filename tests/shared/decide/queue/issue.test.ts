import { describe, expect, it } from 'vitest';
import { wardInstant } from '../../../../shared/basics/time.ts';
import { decideCounter, decideIssuing } from '../../../../shared/decide/queue/counter.ts';
import { refuseIssue } from '../../../../shared/decide/queue/issue.ts';
import { readCalendar } from '../../../../shared/law/calendar.ts';
import { usualQueueRules } from '../../../../shared/law/queue/rules.ts';
import { applyCounter, applyIssuing } from '../../../../shared/project/counters.ts';
import { foldAll } from '../../../../shared/project/fold.ts';
import { lineChain } from '../../../support/events.ts';
import { EIGHT_MS, ticketWith } from '../../../support/queue/tickets.ts';
import type { CounterWish } from '../../../../shared/decide/queue/counter.ts';
import type { IssueRequest, IssueWorld } from '../../../../shared/decide/queue/issue.ts';
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';
import type { QueueRules } from '../../../../shared/law/queue/rules.ts';
import type { IssuingLock } from '../../../../shared/project/counters.ts';

const DAY = '2026-06-05';
const sessions = { fri: ['07:30-11:30', '13:00-17:00'], mon: ['07:30-11:30'] };
const calendar = readCalendar({ sessions, exceptions: [] });
const request: IssueRequest = { fieldId: 'ho-tich', device: 'd1', person: null };

function asked(changes: Partial<IssueWorld>, issuing: Partial<QueueRules['issuing']> = {}, who = request) {
  const rules = { ...usualQueueRules, issuing: { ...usualQueueRules.issuing, ...issuing } };
  const world = { nowMs: EIGHT_MS, rules, calendar, tickets: [], locks: [], callAtMs: null, ...changes };
  return refuseIssue(who, world);
}

const at = (clock: string, day = DAY) => wardInstant(day, clock);

describe('whether a number is given', () => {
  it('[QU10] by the usual rules always, at night too', () => {
    expect([asked({}), asked({ nowMs: at('23:00') })]).toEqual([null, null]);
  });

  it('[QU10] in the hours of issuing, before and after each session; else it says when they begin again', () => {
    const hours = { opensBefore: 15, closesBefore: 30 };
    const tried = (clock: string) => asked({ nowMs: at(clock) }, { hours });
    expect([tried('07:15'), tried('10:59'), tried('12:45')]).toEqual([null, null, null]);
    expect(tried('07:14')).toEqual({ code: 'issuing-shut', opensAt: '2026-06-05T00:15:00.000Z' });
    expect(tried('11:00')).toEqual({ code: 'issuing-shut', opensAt: '2026-06-05T05:45:00.000Z' });
    expect(tried('16:30')).toEqual({ code: 'issuing-shut', opensAt: '2026-06-08T00:15:00.000Z' });
  });

  it('[K13] not while a field, a kiosk or all of it is stopped, with the text for citizens; until it ends or is taken back', () => {
    const chain = lineChain();
    const text = { vi: 'Máy chủ hộ tịch đang bảo trì.', en: 'Maintenance.' };
    const lockOf = (scope: Parameters<typeof decideIssuing>[1], until: string | null) => {
      const fact = decideIssuing(undefined, scope, { text, until }, EIGHT_MS);
      if (!fact.ok) throw new Error(fact.error.code);
      return chain.add(fact.value);
    };
    const stood = (...events: LoggedEvent[]) => {
      const state = foldAll(applyIssuing, events)?.state;
      return { locks: state ? [state] : [] };
    };
    const field = lockOf({ kind: 'field', fieldId: 'ho-tich' }, null);
    expect(asked(stood(field))).toEqual({ code: 'issuing-stopped', text: text.vi });
    expect(asked(stood(field), {}, { ...request, fieldId: 'dat-dai' })).toBeNull();
    expect(asked(stood(lockOf({ kind: 'kiosk', device: 'd1' }, null)))?.code).toBe('issuing-stopped');
    expect(asked(stood(lockOf({ kind: 'kiosk', device: 'd2' }, null)))).toBeNull();
    const all = stood(lockOf({ kind: 'all' }, '2026-06-05T02:00:00.000Z'));
    expect([asked(all)?.code, asked({ ...all, nowMs: at('09:00') })]).toEqual(['issuing-stopped', null]);
    const again = decideIssuing(undefined, { kind: 'field', fieldId: 'ho-tich' }, null, EIGHT_MS);
    if (!again.ok) throw new Error(again.error.code);
    expect(asked(stood(field, chain.add(again.value)))).toBeNull();
    expect(decideIssuing(undefined, { kind: 'all' }, { text: { vi: ' ', en: '' }, until: null }, 0).ok).toBe(
      false,
    );
  });

  it('[K07] [K08] not beyond the day’s numbers of a field, nor of one person; closed numbers do not count', () => {
    const contingents = [{ fieldId: 'ho-tich', perDay: 2 }];
    const given = [
      ticketWith({ id: '1', fieldId: 'ho-tich', person: 'k1' }),
      ticketWith({ id: '2', fieldId: 'ho-tich', status: 'served' }),
      ticketWith({ id: '3', fieldId: 'ho-tich', status: 'closed', person: 'k1' }),
    ];
    expect(asked({ tickets: given }, { contingents })).toEqual({ code: 'contingent-used', max: 2 });
    expect(asked({ tickets: given.slice(1) }, { contingents })).toBeNull();
    const who = { ...request, person: 'k1' };
    expect(asked({ tickets: given }, { perPerson: 1 }, who)).toEqual({ code: 'person-limit', max: 1 });
    expect(asked({ tickets: given }, { perPerson: 2 }, who)).toBeNull();
    expect(asked({ tickets: given }, { perPerson: 1 })).toBeNull();
  });

  it('[QU10] not when its turn would come after the desk closes, where that can be said', () => {
    const rule = { stopBeforeClosing: true };
    expect(asked({ callAtMs: at('17:00') }, rule)).toBeNull();
    expect(asked({ callAtMs: at('17:01') }, rule)).toEqual({
      code: 'issuing-too-late',
      opensAt: '2026-06-08T00:30:00.000Z',
    });
    expect(asked({ callAtMs: null }, rule)).toBeNull();
  });
});

describe('a counter on a day', () => {
  it('[QU11] [P12] opens, takes breaks with a reason, closes; each is one fact, and a break ends with what follows', () => {
    const chain = lineChain();
    const events: LoggedEvent[] = [];
    const act = (minute: number, wish: CounterWish): string => {
      const nowMs = EIGHT_MS + minute * 60_000;
      const row = foldAll(applyCounter, events) ?? undefined;
      const fact = decideCounter(row, wish, { counter: 'q1', day: DAY, nowMs }, []);
      if (!fact.ok) return fact.error.code;
      events.push(chain.add({ ...fact.value, actor: 'lan', atMs: nowMs }));
      return fact.value.subject;
    };
    expect(act(0, { act: 'open' })).toBe('counter-q1-2026-06-05');
    expect(act(60, { act: 'pause', reason: ' ', until: null })).toBe('fields-invalid');
    act(60, { act: 'pause', reason: 'Họp giao ban', until: '2026-06-05T02:30:00.000Z' });
    expect(foldAll(applyCounter, events)?.state).toMatchObject({
      status: 'break',
      reason: 'Họp giao ban',
      clerk: 'lan',
    });
    act(80, { act: 'open' });
    act(500, { act: 'close', reason: '' });
    const row = foldAll(applyCounter, [...events].reverse());
    expect(row).toEqual(foldAll(applyCounter, events));
    expect(row?.heads).toHaveLength(1);
    expect(row?.state).toMatchObject({
      status: 'closed',
      breaks: [{ from: '2026-06-05T02:00:00.000Z', to: '2026-06-05T02:20:00.000Z', reason: 'Họp giao ban' }],
    });
  });

  it('[QU11] neither pauses nor closes while somebody stands there', () => {
    const here = ticketWith({ status: 'serving', counter: 'q1', number: 'A007' });
    const place = { counter: 'q1', day: DAY, nowMs: EIGHT_MS };
    const close = decideCounter(undefined, { act: 'close', reason: '' }, place, [here]);
    expect(close).toEqual({ ok: false, error: { code: 'counter-busy', number: 'A007' } });
    expect(decideCounter(undefined, { act: 'open' }, place, [here]).ok).toBe(true);
  });
});

describe('who gives it', () => {
  const text = { vi: 'Máy hỏng.', en: '' };
  const lock = (scope: IssuingLock['scope']) => ({
    locks: [{ scope, locked: true, text, until: null, since: '', clerk: null }],
  });
  const clerk = { ...request, given: 'clerk' } as const;
  const checkIn = { ...request, given: 'check-in' } as const;

  it('[QU13] a clerk is bound by stops of the field and of everything alone', () => {
    const strict = {
      hours: { opensBefore: 0, closesBefore: 0 },
      contingents: [{ fieldId: 'ho-tich', perDay: 0 }],
    };
    const night = { nowMs: at('23:00') };
    expect(asked(night, strict)?.code).toBe('issuing-shut');
    expect(asked(night, strict, clerk)).toBeNull();
    expect(asked({ callAtMs: at('23:00') }, { stopBeforeClosing: true }, clerk)).toBeNull();
    expect(asked(lock({ kind: 'all' }), {}, clerk)?.code).toBe('issuing-stopped');
    expect(asked(lock({ kind: 'field', fieldId: 'ho-tich' }), {}, clerk)?.code).toBe('issuing-stopped');
    expect(asked(lock({ kind: 'kiosk', device: 'd1' }), {}, clerk)).toBeNull();
  });

  it('[QU13] a number of the paper roll is out already: a stop of its field comes too late for it', () => {
    const roll = { ...request, given: 'roll' } as const;
    expect(asked(lock({ kind: 'field', fieldId: 'ho-tich' }), {}, roll)).toBeNull();
    expect(asked(lock({ kind: 'kiosk', device: 'd1' }), {}, roll)).toBeNull();
    expect(asked(lock({ kind: 'all' }), {}, roll)?.code).toBe('issuing-stopped');
    expect(asked({ nowMs: at('23:00') }, { hours: { opensBefore: 0, closesBefore: 0 } }, roll)).toBeNull();
  });

  it('[QU13] whoever has an appointment is bound by stops and hours, not by the numbers of the day', () => {
    const none = { contingents: [{ fieldId: 'ho-tich', perDay: 0 }] };
    expect(asked({}, none)?.code).toBe('contingent-used');
    expect(asked({}, none, checkIn)).toBeNull();
    const hours = { hours: { opensBefore: 0, closesBefore: 0 } };
    expect(asked({ nowMs: at('23:00') }, hours, checkIn)?.code).toBe('issuing-shut');
    expect(asked(lock({ kind: 'kiosk', device: 'd1' }), {}, checkIn)?.code).toBe('issuing-stopped');
  });
});
