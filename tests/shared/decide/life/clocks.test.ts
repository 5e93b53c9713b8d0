import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../../shared/law/calendar.ts';
import { defaultCalendar } from '../../../../shared/law/default-calendar.ts';
import { dueDate } from '../../../../shared/law/due.ts';
import { dueStatus, dueWorldOf } from '../../../../shared/report/due-status.ts';
import { demoWard } from '../../../support/demo.ts';
import {
  fiveDays,
  juneMs,
  lifeDesk,
  looseLifeRules,
  strictLifeRules,
  wishes,
} from '../../../support/dossiers/life.ts';
import type { ActWish } from '../../../../shared/decide/life/wish.ts';

const calendar = readCalendar(defaultCalendar);
const { ask, take, askDuty, proveDuty, suspend, resume, askOut, decline, extend, giveUp } = wishes;
const iso = (...at: Parameters<typeof juneMs>): string => new Date(juneMs(...at)).toISOString();
const restart = { ...looseLifeRules, supplementClock: 'restart' } as const;
const officerSet = { receivedAt: iso(1, 8), dueAt: iso(8, 17), dueExplanation: 'Theo đợt xét' };

const waits: readonly (readonly [string, ActWish, ActWish])[] = [
  ['supplement', ask, take],
  ['duty', askDuty, proveDuty],
  ['suspension', suspend, resume],
  ['withdrawal declined', askOut, decline],
];

describe('the due date after a wait', () => {
  it.each(waits)('[LC7] [D07] no. 10 of DOMAIN 4.6 comes out of the acts (%s)', (_, begin, end) => {
    const desk = lifeDesk({});
    desk.act(juneMs(3, 10), begin);
    expect(desk.dossier().dueAt).toBe(iso(8, 17));
    const after = desk.act(juneMs(8, 14), end);
    expect(after.dueAt).toBe(iso(12, 17));
    expect(after.firstDueAt).toBe(iso(8, 17));
    expect(after.pauses).toMatchObject([{ from: iso(3, 10), to: iso(8, 14) }]);
    expect(after.dueExplanation).toContain('12/06/2026');
    expect(after.dueTrace.length).toBeGreaterThan(1);
  });

  it('[LC7] a dossier that waits is never overdue, however long', () => {
    const world = dueWorldOf(demoWard());
    for (const [, begin] of waits) {
      const desk = lifeDesk({});
      expect(dueStatus(desk.dossier(), juneMs(30, 9), world)).toBe('late');
      expect(dueStatus(desk.act(juneMs(3, 10), begin), juneMs(30, 9), world)).toBe('paused');
    }
  });

  it('[LC7] is what shared/law gives for the same pauses, whatever waits there were', () => {
    const span = fc.tuple(fc.nat(waits.length - 1), fc.nat(90), fc.nat(90));
    const limit = fc.constantFrom(
      { value: 5, unit: 'workingDay' },
      { value: 15, unit: 'calendarDay' },
      { value: 30, unit: 'workingHour' },
      { value: 0.5, unit: 'workingDay' },
    );
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 4 }), limit, (spans, lawful) => {
        const policy = { dueAt: 'endOfDay', cutoff: '15:00' } as const;
        const clock = { limit: { ...lawful } as { value: number; unit: 'workingDay' }, policy };
        const kase = { receivedAtMs: juneMs(1, 8), limit: clock.limit };
        const first = dueDate({ ...kase, pauses: [] }, calendar, policy);
        if (!first.ok) throw new Error('a lawful limit has a date');
        const dueAt = new Date(first.value.dueAtMs).toISOString();
        const desk = lifeDesk({ received: { ...fiveDays, dueAt, clock } });
        const pauses: { fromMs: number; toMs: number }[] = [];
        let atMs = juneMs(1, 8);
        for (const [kind, goesOnH, waitsH] of spans) {
          const [, begin, end] = waits[kind] ?? waits[0] ?? [];
          if (!begin || !end) continue;
          const fromMs = atMs + (goesOnH + 1) * 600_000;
          atMs = fromMs + (waitsH + 1) * 3_600_000;
          pauses.push({ fromMs, toMs: atMs });
          desk.act(fromMs, begin);
          desk.act(atMs, end);
        }
        const lawfully = dueDate({ ...kase, pauses }, calendar, policy);
        expect(lawfully.ok && new Date(lawfully.value.dueAtMs).toISOString()).toBe(desk.dossier().dueAt);
      }),
      { seed: 20261122, numRuns: 120 },
    );
  });

  it('[LC7] several rounds: the time used counts, or the whole limit runs again from the last papers', () => {
    const play = (rules: typeof restart | typeof looseLifeRules) => {
      const desk = lifeDesk({ rules });
      desk.act(juneMs(2, 8), ask);
      desk.act(juneMs(2, 10), take);
      const once = desk.dossier().dueAt;
      desk.act(juneMs(4, 8), ask);
      return [once, desk.act(juneMs(5, 8), take).dueAt, desk.dossier().rounds];
    };
    expect(play(looseLifeRules)).toEqual([iso(9, 17), iso(10, 17), 2]);
    expect(play(restart)).toEqual([iso(9, 17), iso(12, 17), 2]);
  });

  it('[LC7] [LC6] the rule of the procedure goes before that of the ward', () => {
    const { clock } = fiveDays;
    if (!clock) throw new Error('five days are counted');
    const supplement = { clock: 'restart', maxRounds: 1 } as const;
    const desk = lifeDesk({ received: { ...fiveDays, clock: { ...clock, supplement } } });
    desk.act(juneMs(2, 8), ask);
    expect(desk.act(juneMs(5, 8), take).dueAt).toBe(iso(12, 17));
    expect(desk.tries(juneMs(5, 9), ask)).toMatchObject({
      error: { code: 'supplement-rounds-many', max: 1 },
    });
  });

  it('[LC7] other waits beside a limit that runs again are left out of it', () => {
    const desk = lifeDesk({ rules: restart });
    desk.act(juneMs(2, 8), ask);
    desk.act(juneMs(5, 8), take);
    desk.act(juneMs(8, 8), suspend);
    expect(desk.act(juneMs(9, 8), resume).dueAt).toBe(iso(15, 17));
  });

  it.each([looseLifeRules, restart])(
    '[LC7] a wait that began after the date leaves the dossier late',
    (rules) => {
      for (const [, begin, end] of waits) {
        const desk = lifeDesk({ rules });
        desk.act(juneMs(9, 10), begin);
        const { dueAt, dueTrace, dueExplanation } = desk.act(juneMs(12, 14), end);
        expect({ dueAt, dueTrace, dueExplanation }).toEqual({
          dueAt: iso(8, 17),
          dueTrace: [],
          dueExplanation: '',
        });
      }
    },
  );

  it('[LC7] a pause outside working hours changes nothing', () => {
    for (const received of [fiveDays, officerSet]) {
      const desk = lifeDesk({ received });
      desk.act(juneMs(5, 17, 30), suspend);
      expect(desk.act(juneMs(8, 7), resume).dueAt).toBe(iso(8, 17));
    }
  });

  it('[LC7] a withdrawal declined while papers are awaited brings no date; the papers do', () => {
    const desk = lifeDesk({});
    desk.act(juneMs(3, 10), ask);
    desk.act(juneMs(4, 8), askOut);
    const still = desk.act(juneMs(5, 8), decline);
    expect([still.status, still.dueAt]).toEqual(['awaiting-supplement', iso(8, 17)]);
    expect(still.pauses).toMatchObject([
      { kind: 'supplement', to: null },
      { kind: 'withdrawal', from: iso(4, 8), to: iso(5, 8) },
    ]);
    expect(desk.act(juneMs(8, 14), take).dueAt).toBe(iso(12, 17));
  });

  it('[LC7] a date set by a letter or an officer is moved by the working time of the wait, to the end of a day', () => {
    const extended = lifeDesk({});
    extended.act(juneMs(4, 8), extend);
    extended.act(juneMs(9, 8), suspend);
    const after = extended.act(juneMs(9, 10), resume);
    expect(after.dueAt).toBe(iso(11, 17));
    expect(after.dueExplanation).toContain('Theo quy định');
    const set = lifeDesk({ received: officerSet });
    set.act(juneMs(3, 8), ask);
    const moved = set.act(juneMs(4, 8), take);
    expect([moved.dueAt, moved.dueExplanation.startsWith('Theo đợt xét → ')]).toEqual([iso(9, 17), true]);
  });

  it('[LC7] an officer sets the new day where an officer set the first one, and nowhere else', () => {
    const set = lifeDesk({ received: officerSet });
    set.act(juneMs(3, 8), ask);
    const off = { ...take, officerDay: '2026-06-14' };
    expect(set.tries(juneMs(4, 8), off)).toEqual({
      ok: false,
      error: { code: 'fields-invalid', fields: [{ field: 'officerDay', code: 'officer-due-day-off' }] },
    });
    expect(set.act(juneMs(4, 8), { ...take, officerDay: '2026-06-18' }).dueAt).toBe(iso(18, 17));
    const counted = lifeDesk({});
    counted.act(juneMs(3, 10), ask);
    expect(counted.act(juneMs(8, 14), { ...take, officerDay: '2026-06-30' }).dueAt).toBe(iso(12, 17));
  });

  it('[LC7] a dossier with very many waits still has a fact that can be read', () => {
    const desk = lifeDesk({
      received: {
        ...fiveDays,
        clock: { limit: { value: 200, unit: 'workingDay' }, policy: { dueAt: 'endOfDay', cutoff: null } },
      },
    });
    for (let n = 0; n < 100; n += 1) {
      desk.act(juneMs(2 + n, 9), suspend);
      desk.act(juneMs(2 + n, 10), resume);
    }
    expect(desk.dossier().dueTrace).toHaveLength(60);
    expect(desk.dossier().pauses).toHaveLength(100);
  });
});

describe('papers asked for while a dossier is processed', () => {
  it('[LC6] [D07] are asked for as often as the ward allows', () => {
    const desk = lifeDesk({ rules: { ...looseLifeRules, maxSupplements: 1 } });
    desk.act(juneMs(2, 8), ask);
    desk.act(juneMs(2, 10), take);
    expect(desk.tries(juneMs(3, 8), ask)).toEqual({
      ok: false,
      error: { code: 'supplement-rounds-many', max: 1 },
    });
  });

  it('[LC6] are asked for after the date only where the ward allows it', () => {
    const late = juneMs(8, 17, 1);
    expect(lifeDesk({}).tries(late, ask).ok).toBe(true);
    const desk = lifeDesk({ rules: { ...looseLifeRules, supplementWhenLate: false } });
    expect(desk.tries(late, ask)).toEqual({
      ok: false,
      error: { code: 'supplement-late', dueAt: iso(8, 17) },
    });
    expect(desk.tries(juneMs(8, 17), ask).ok).toBe(true);
  });

  it('[LC6] [D08] are given up only when the last day for them is over', () => {
    const desk = lifeDesk({});
    desk.act(juneMs(2, 8), { ...ask, until: '2026-06-12' });
    expect(desk.dossier().supplementUntil).toBe('2026-06-12');
    expect(desk.tries(juneMs(12, 23, 59), giveUp)).toEqual({
      ok: false,
      error: { code: 'supplement-awaited', until: '2026-06-12' },
    });
    expect(desk.act(juneMs(13, 0), giveUp)).toMatchObject({ status: 'stopped', endedAt: iso(13, 0) });
    const open = lifeDesk({});
    open.act(juneMs(2, 8), ask);
    expect(open.act(juneMs(2, 9), giveUp).status).toBe('stopped');
  });
});

describe('a letter of apology', () => {
  it('[LC8] [D11] sets a later working day, as often as the ward allows, and the first date stays beside it', () => {
    const desk = lifeDesk({ rules: { ...looseLifeRules, maxExtensions: 1 } });
    const refusal = (day: string) => {
      const tried = desk.tries(juneMs(5, 8), { ...extend, day });
      return tried.ok || tried.error.code !== 'fields-invalid' ? tried : tried.error.fields;
    };
    expect(refusal('2026-06-08')).toEqual([{ field: 'day', code: 'extension-not-later' }]);
    expect(refusal('2026-06-14')).toEqual([{ field: 'day', code: 'officer-due-day-off' }]);
    expect(refusal('2026-06-04')).toEqual([{ field: 'day', code: 'officer-due-day' }]);
    const after = desk.act(juneMs(9, 8), extend);
    expect([after.firstDueAt, after.dueAt, after.extensions]).toEqual([iso(8, 17), iso(10, 17), 1]);
    expect([after.status, after.dueExplanation]).toEqual(['received', 'Theo quy định']);
    expect(desk.tries(juneMs(9, 9), { ...extend, day: '2026-06-30' })).toEqual({
      ok: false,
      error: { code: 'extensions-many', max: 1 },
    });
  });

  it('[LC8] is only for a dossier that is nearly due or overdue, as the ward says how near', () => {
    const rules = { ...looseLifeRules, extendWithinMinutes: 480 };
    const desk = lifeDesk({ rules });
    expect(desk.tries(juneMs(5, 16), extend)).toEqual({
      ok: false,
      error: { code: 'extension-early', dueAt: iso(8, 17) },
    });
    // One working day before 17:00 on Monday is Friday 17:00.
    expect(desk.tries(juneMs(5, 17), extend).ok).toBe(true);
    expect(lifeDesk({ rules }).tries(juneMs(9, 8), extend).ok).toBe(true);
  });

  it('[LC8] is approved by a leader or, at the level of the desk, by its head, and by no clerk', () => {
    const may = (['leader', 'head', 'reception', 'specialist'] as const).filter(
      (role) => lifeDesk({ rules: strictLifeRules }).tries(juneMs(9, 8), extend, role).ok,
    );
    expect(may).toEqual(['leader', 'head']);
  });

  it('[LC8] with a long cause explains the date in what fits on a slip', () => {
    const desk = lifeDesk({});
    const { dueExplanation, dueTrace } = desk.act(juneMs(9, 8), {
      ...extend,
      cause: 'chờ xác minh '.repeat(70),
    });
    expect(dueExplanation).toHaveLength(320);
    expect(dueTrace).toMatchObject([{ step: 'officer', at: iso(10, 17) }]);
  });
});
