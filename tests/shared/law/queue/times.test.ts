import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIso } from '../../../../shared/basics/time.ts';
import {
  addMeasured,
  meanMs,
  measureTimes,
  timedStages,
  visitTimes,
} from '../../../../shared/law/queue/times.ts';
import { EIGHT_MS } from '../../../support/queue/tickets.ts';
import type { Stage, TicketState } from '../../../../shared/law/queue/stages.ts';

/** Stages one after the other; each with how long it took, ms. */
function stagesOf(list: readonly (readonly [Stage['kind'], number])[], ended = true): Stage[] {
  let atMs = EIGHT_MS;
  return list.map(([kind, ms], index) => {
    const from = toIso(atMs);
    atMs += ms;
    const to = ended || index < list.length - 1 ? toIso(atMs) : null;
    const desk = { counter: null, clerk: null, calls: 0, lastCallAt: null, why: null, reason: '' };
    return {
      kind,
      from,
      key: `${atMs - ms}-0000`,
      to,
      toKey: to && `${atMs}-0000`,
      series: 'A',
      place: '',
      ...desk,
    };
  });
}

const kinds = fc.constantFrom('waiting', 'called', 'serving', 'held', 'absent') as fc.Arbitrary<
  Stage['kind']
>;

describe('times of a visit', () => {
  it('[QU8] waiting, way and service are apart; a call that nobody noted an arrival for is unparted', () => {
    const whole = stagesOf([
      ['waiting', 600_000],
      ['called', 30_000],
      ['serving', 240_000],
    ]);
    expect(visitTimes({ stages: whole }, 0)).toEqual({ waiting: 600_000, way: 30_000, service: 240_000 });
    const short = stagesOf([
      ['waiting', 600_000],
      ['called', 270_000],
    ]);
    expect(visitTimes({ stages: short }, 0)).toEqual({ waiting: 600_000, unparted: 270_000 });
    const away = stagesOf([
      ['waiting', 1],
      ['called', 2],
      ['absent', 4],
      ['waiting', 8],
    ]);
    expect(visitTimes({ stages: away }, 0)).toEqual({ waiting: 9, way: 2, away: 4 });
  });

  it('[QU8] the parts are the whole, each moment in one of them, and none is negative', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, fc.nat(1_000_000)), { minLength: 1 }), (list) => {
        const parts = Object.values(visitTimes({ stages: stagesOf(list) }, 0));
        const whole = list.reduce((sum, [, ms]) => sum + ms, 0);
        expect(parts.reduce((sum, ms) => sum + ms, 0)).toBe(whole);
      }),
      { seed: 20261122 },
    );
  });

  it('[QU8] [C3] a clock set back in between gives 0, and a stage that lasts ends now', () => {
    const back = stagesOf([
      ['waiting', -86_400_000],
      ['called', 5_000],
    ]);
    expect(visitTimes({ stages: back }, 0)).toEqual({ waiting: 0, unparted: 5_000 });
    const lasting = stagesOf([['waiting', 1]], false);
    expect(visitTimes({ stages: lasting }, EIGHT_MS + 7_000)).toEqual({ waiting: 7_000 });
    expect(visitTimes({ stages: lasting }, EIGHT_MS - 7_000)).toEqual({ waiting: 0 });
  });

  it('[QU8] a mean is divided once: days added up give what measuring them together gives; of nothing there is none', () => {
    const one = {
      status: 'called' as const,
      stages: stagesOf(
        [
          ['waiting', 100],
          ['called', 1],
        ],
        false,
      ),
    };
    const other = {
      status: 'served' as const,
      stages: stagesOf([
        ['waiting', 300],
        ['called', 50],
        ['serving', 10],
      ]),
    };
    const third = { status: 'waiting' as const, stages: stagesOf([['waiting', 1_100]], false) };
    const apart = addMeasured(measureTimes([one]).waiting, measureTimes([other, third]).waiting);
    expect(apart).toEqual(measureTimes([one, other, third]).waiting);
    expect([meanMs(apart), meanMs(measureTimes([one]).service)]).toEqual([200, null]);
  });

  it('[QU8] what did not end as its definition says is in no mean: a wait that was closed, a call that was cut off', () => {
    const measured = (status: TicketState, list: Parameters<typeof stagesOf>[0]) =>
      timedStages({ status, stages: stagesOf(list) }).map(({ part, ms }) => `${part} ${ms}`);
    expect(measured('closed', [['waiting', 5]])).toEqual([]);
    expect(
      measured('closed', [
        ['waiting', 5],
        ['called', 480_000],
      ]),
    ).toEqual(['waiting 5']);
    expect(
      measured('closed', [
        ['waiting', 5],
        ['called', 6],
        ['serving', 480_000],
      ]),
    ).toEqual(['waiting 5', 'way 6']);
    expect(
      measured('closed', [
        ['waiting', 5],
        ['called', 6],
        ['absent', 7],
      ]),
    ).toEqual(['waiting 5', 'way 6']);
    // Set aside before and after a call; the way back is measured, and what the setting aside cut off is not.
    expect(
      measured('served', [
        ['waiting', 1],
        ['held', 2],
        ['waiting', 3],
        ['called', 4],
        ['serving', 5],
        ['held', 6],
        ['waiting', 7],
        ['called', 8],
      ]),
    ).toEqual(['held 2', 'waiting 3', 'way 4', 'held 6', 'waiting 7', 'unparted 8']);
  });

  it('[QU8] a wait that a transfer went through is one; one that a night lies in says nothing about a day', () => {
    const sent = stagesOf([
      ['waiting', 100],
      ['waiting', 50],
      ['called', 7],
    ]);
    const [wait, call] = timedStages({ status: 'served', stages: sent });
    expect(wait).toMatchObject({ part: 'waiting', ms: 150, stage: { from: sent[0]?.from, to: sent[1]?.to } });
    expect(call).toMatchObject({ part: 'unparted', ms: 7 });
    const night = stagesOf([
      ['waiting', 86_400_000],
      ['called', 7],
    ]);
    expect(timedStages({ status: 'served', stages: night }).map(({ part }) => part)).toEqual(['unparted']);
  });
});
