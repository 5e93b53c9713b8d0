import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossiersOf } from '../../server/db/fold-subjects.ts';
import { parseInstant, wardDay } from '../../shared/basics/time.ts';
import { applyDossier } from '../../shared/project/dossiers.ts';
import { foldAll, foldNext } from '../../shared/project/fold.ts';
import { agrees, figureColumns } from '../../shared/report/columns.ts';
import { figuresByLevel, figuresOf, openCell, periodFigures } from '../../shared/report/day-figures.ts';
import { figureRulesSchema, usualFigureRules, usualFigureWorld } from '../../shared/report/figure-rules.ts';
import { periodNamed } from '../../shared/report/periods.ts';
import { countsAfter, countsAt, noCounts } from '../../shared/report/running-counts.ts';
import { eventsOfLife, lifeMs, randomLife } from '../support/dossiers/random-life.ts';
import type { LoggedEvent } from '../../shared/event/envelope.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { FigureWorld } from '../../shared/report/figure-rules.ts';

const world: fc.Arbitrary<FigureWorld> = fc
  .record({
    withdrawn: fc.constantFrom('judged', 'on-time', 'left-out'),
    stopped: fc.constantFrom('judged', 'on-time', 'left-out'),
    ineligible: fc.constantFrom('judged', 'on-time'),
    pausedInTime: fc.subarray(['supplement', 'duty', 'suspended', 'withdrawal']),
    dueDate: fc.constantFrom('in-force', 'before-extension'),
    earlyMinutes: fc.option(fc.nat(600)),
  })
  .map((rules) => ({ ...usualFigureWorld, rules: figureRulesSchema.parse(rules) }));

/** Months cut on the 15th or the first, quarters and half years. */
const period = fc
  .record({
    name: fc.constantFrom(
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-Q2',
      '2026-Q3',
      '2026-H1',
      '2026',
    ),
    firstDay: fc.constantFrom(1, 15),
  })
  .map(({ name, firstDay }) => periodNamed(name, firstDay)!);

const lives = fc.array(randomLife, { maxLength: 14 });

type Life = Parameters<typeof eventsOfLife>[1];

function journalOf(some: readonly Life[]): readonly LoggedEvent[] {
  return some.flatMap((life, n) => eventsOfLife(String(n), life));
}

describe('running counts', () => {
  it('[FG4] [T05] whatever arrives, in whatever order and however often, they equal a rebuild; every row agrees', () => {
    fc.assert(
      fc.property(
        lives.chain((some) => {
          const journal = journalOf(some);
          const hurried = fc.shuffledSubarray([...journal], { minLength: journal.length });
          return fc.tuple(hurried, fc.subarray([...journal]));
        }),
        period,
        world,
        fc.array(fc.nat(200 * 24), { minLength: 1, maxLength: 4 }),
        ([arrived, again], { from, to }, by, hours) => {
          const ticks = hours.toSorted((a, b) => a - b).map(lifeMs);
          let counts = noCounts({ from, to, asOfMs: ticks[0] ?? 0 });
          const desk = new Map<string, Folded<Dossier>>();
          const seen: LoggedEvent[] = [];
          const all = [...arrived, ...again];
          all.forEach((logged, n) => {
            seen.push(logged);
            const { subject } = logged.event;
            const before = desk.get(subject) ?? null;
            const own = seen.filter(({ event }) => event.subject === subject);
            const after = foldNext(applyDossier, before, logged) ?? foldAll(applyDossier, own);
            if (after) desk.set(subject, after);
            counts = countsAfter(counts, before?.state ?? null, after?.state ?? null, by);
            const tick = ticks[Math.floor(((n + 1) * ticks.length) / all.length)];
            if (tick !== undefined && tick !== counts.window.asOfMs) {
              const states = [...desk.values()].flatMap(({ state }) => state ?? []);
              counts = countsAt(counts, tick, states, by);
            }
          });
          const rebuilt = dossiersOf(arrived);
          const figures = figuresOf(counts);
          expect(figures).toEqual(periodFigures(rebuilt, from, to, counts.window.asOfMs, by));
          expect(figures.wrongRows).toEqual([]);
          for (const { rows, total } of figuresByLevel(counts, by)) {
            expect([...rows, total].every(agrees)).toBe(true);
          }
        },
      ),
      { seed: 20261122, numRuns: 400 },
    );
  });

  it('[FG2] every cell, of a field, of a level or of all, opens into as many dossiers as it counts', () => {
    fc.assert(
      fc.property(lives, period, world, fc.nat(200 * 24), (some, { from, to }, by, hour) => {
        const dossiers = dossiersOf(journalOf(some));
        const window = { from, to, asOfMs: lifeMs(hour) };
        const figures = periodFigures(dossiers, from, to, window.asOfMs, by);
        for (const row of [...figures.rows, figures.total]) {
          for (const column of figureColumns) {
            expect(openCell(dossiers, { fieldId: row.fieldId, column }, window, by)).toHaveLength(
              row[column],
            );
          }
        }
        const counts = dossiers.reduce((sum, one) => countsAfter(sum, null, one, by), noCounts(window));
        for (const { level, rows } of figuresByLevel(counts, by)) {
          for (const { fieldId, received } of rows) {
            const cell = { fieldId, level, column: 'received' } as const;
            expect(openCell(dossiers, cell, window, by)).toHaveLength(received);
          }
        }
      }),
      { seed: 20261123, numRuns: 100 },
    );
  });

  it('[FG3] periods follow on each other: each dossier comes once and ends once, and what is left is carried over', () => {
    const keeps = world.filter(({ rules }) => rules.withdrawn !== 'left-out' && rules.stopped !== 'left-out');
    fc.assert(
      fc.property(lives, keeps, fc.constantFrom(1, 15), (some, by, firstDay) => {
        const dossiers = dossiersOf(journalOf(some));
        const months = ['04', '05', '06', '07', '08', '09', '10', '11'].map((month) => {
          const { from, to } = periodNamed(`2026-${month}`, firstDay)!;
          return periodFigures(dossiers, from, to, lifeMs(300 * 24), by).total;
        });
        months.slice(1).forEach((month, n) => expect(month.carriedOver).toBe(months[n]?.pending));
        const came = months.reduce((sum, row) => sum + row.receivedOnline + row.receivedAtCounter, 0);
        const ended = months.reduce((sum, row) => sum + row.finished, 0);
        expect([came, ended + (months.at(-1)?.pending ?? 0)]).toEqual([dossiers.length, dossiers.length]);
      }),
      { seed: 20261124, numRuns: 200 },
    );
  });

  it('[FG3] what happens after a period changes nothing in it', () => {
    fc.assert(
      fc.property(lives, period, (some, { from, to }) => {
        const journal = some.flatMap((life, n) => untilItsEnd(eventsOfLife(String(n), life)));
        const endMs = parseInstant(`${to}T23:59:59.999+07:00`) ?? 0;
        const then = journal.filter(({ event }) => (parseInstant(event.wall) ?? 0) <= endMs);
        const [early, late] = [then, journal].map(dossiersOf);
        const figures = (rows: readonly Dossier[]) => periodFigures(rows, from, to, endMs);
        expect(figures(late ?? [])).toEqual(figures(early ?? []));
      }),
      { seed: 20261125, numRuns: 200 },
    );
  });

  it('[FG1] the usual rules count as DOMAIN 6.1 says it, column by column', () => {
    fc.assert(
      fc.property(lives, period, fc.nat(200 * 24), (some, { from, to }, hour) => {
        const dossiers = dossiersOf(journalOf(some));
        const total = periodFigures(dossiers, from, to, lifeMs(hour)).total;
        const count = (is: (dossier: Dossier) => boolean) => dossiers.filter(is).length;
        const cameBefore = (one: Dossier) => dayOf(one.receivedAt) < from;
        const came = (one: Dossier) => dayOf(one.receivedAt) <= to && !cameBefore(one);
        const doneOn = (one: Dossier) => {
          const days = [one.readyAt, one.endedAt].flatMap((at) => (at === null ? [] : dayOf(at)));
          return days.sort()[0] ?? '9999';
        };
        expect(total).toMatchObject({
          receivedOnline: count((one) => came(one) && one.channel === 'online'),
          receivedAtCounter: count((one) => came(one) && one.channel !== 'online'),
          carriedOver: count((one) => cameBefore(one) && doneOn(one) >= from),
          finished: count((one) => dayOf(one.receivedAt) <= to && doneOn(one) >= from && doneOn(one) <= to),
          pending: count((one) => dayOf(one.receivedAt) <= to && doneOn(one) > to),
        });
        expect(usualFigureRules).toMatchObject({
          withdrawn: 'on-time',
          stopped: 'on-time',
          ineligible: 'judged',
        });
      }),
      { seed: 20261126, numRuns: 200 },
    );
  });
});

/** A life without acts after its end: those are a conflict that a person has to settle. */
function untilItsEnd(events: readonly LoggedEvent[]): readonly LoggedEvent[] {
  const ends = ['dossier-result-ready', 'dossier-withdrawn', 'dossier-stopped', 'dossier-found-ineligible'];
  const end = events.findIndex(({ event }) => ends.includes(event.type));
  return end < 0 ? events : events.slice(0, end + 1);
}

function dayOf(at: string): string {
  return wardDay(parseInstant(at) ?? 0);
}
