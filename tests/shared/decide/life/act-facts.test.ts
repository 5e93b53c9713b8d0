import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideAct } from '../../../../shared/decide/life/act.ts';
import { factOf } from '../../../../shared/event/facts.ts';
import { dossierActs } from '../../../../shared/law/life-cycle/acts.ts';
import { stepOf } from '../../../../shared/law/life-cycle/step.ts';
import { actOfFact } from '../../../../shared/project/course.ts';
import { applyDossier } from '../../../../shared/project/dossiers.ts';
import { foldAll, foldNext } from '../../../../shared/project/fold.ts';
import { everyWish } from '../../../simulate/life-acts.ts';
import { createDice } from '../../../simulate/dice.ts';
import { lineChain } from '../../../support/events.ts';
import {
  juneMs,
  lifeDesk,
  lifeWorldAt,
  looseLifeRules,
  strictLifeRules,
  wishes,
} from '../../../support/dossiers/life.ts';
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';
import type { DossierAct } from '../../../../shared/law/life-cycle/acts.ts';
import type { ActorRole } from '../../../../shared/law/life-cycle/roles.ts';
import type { Folded } from '../../../../shared/project/fold.ts';
import type { Dossier } from '../../../../shared/project/dossiers.ts';

const HOUR_MS = 3_600_000;

/** Acts that end a life early wait, so that the others come about. */
const notBefore: Readonly<Partial<Record<string, number>>> = {
  release: 14,
  'find-ineligible': 22,
  'give-back': 24,
  withdraw: 18,
  stop: 20,
  'give-up-supplement': 16,
};

/** Acts of one dossier, chosen by the numbers among those that are allowed; what each led to and what the rules said. */
function walk(choices: readonly number[], hours: readonly number[]) {
  const desk = lifeDesk({ rules: looseLifeRules });
  const wrong: string[] = [];
  const done = new Set<DossierAct>();
  let atMs = juneMs(1, 9);
  choices.forEach((choice, index) => {
    atMs += (hours[index] ?? 1) * HOUR_MS;
    const before = desk.row();
    const { state } = before;
    if (!state) return;
    const world = lifeWorldAt(atMs, 'head', looseLifeRules);
    const may = everyWish(createDice(choice))
      .filter(({ act }) => index >= (notBefore[act] ?? 0))
      .filter((wish) => decideAct(before, wish, world).ok);
    const wish = may[choice % Math.max(1, may.length)];
    if (!wish) return;
    const tried = desk.tries(atMs, wish);
    const logged = tried.ok ? tried.value : null;
    const fact = logged && factOf(logged.event);
    const act = fact && actOfFact(fact);
    if (!logged || !fact || !act) return void wrong.push(`${wish.act} left no fact`);
    done.add(act);
    const body = fact.body as { readonly at?: string; readonly role?: string };
    if (body.at !== new Date(atMs).toISOString() || body.role !== 'head') wrong.push(`${act} by nobody`);
    if (JSON.stringify(logged.event.parents) !== JSON.stringify(before.heads))
      wrong.push(`${act} saw nothing`);
    const step = stepOf(act, { state: state.status, below: state.below }, 'head', looseLifeRules);
    const { status, below } = desk.dossier();
    if (!step.ok || step.value.state !== status || step.value.below.join() !== below.join())
      wrong.push(`${act} led to ${status} over ${below.join()}`);
    if (desk.row().heads.join() !== logged.hash) wrong.push(`${act} is not the head`);
    const open = desk.dossier().pauses.filter(({ to }) => to === null).length;
    const waits = [...below, status].filter((one) => /^(awaiting|suspended|withdrawal)/.test(one)).length;
    if (open !== waits) wrong.push(`${act}: ${open} pauses of ${waits} waits`);
  });
  return { desk, wrong, done };
}

function folded(events: readonly LoggedEvent[]): Folded<Dossier> | null {
  let row: Folded<Dossier> | null = null;
  events.forEach((event, index) => {
    row = foldNext(applyDossier, row, event) ?? foldAll(applyDossier, events.slice(0, index + 1));
  });
  return row;
}

describe('an act', () => {
  it('[LC3] is one fact with its instant, its role and what it saw, and leads where the rules say', () => {
    const seen = new Set<DossierAct>();
    fc.assert(
      fc.property(
        fc.noBias(fc.array(fc.nat(1_000_000), { minLength: 30, maxLength: 30 })),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 30, maxLength: 30 }),
        (choices, hours) => {
          const { wrong, done } = walk(choices, hours);
          done.forEach((act) => seen.add(act));
          expect(wrong).toEqual([]);
        },
      ),
      { seed: 20261122, numRuns: 100 },
    );
    const filing = ['file', 'receive', 'turn-back', 'refuse'];
    expect(Object.keys(dossierActs).filter((act) => !seen.has(act as DossierAct))).toEqual(filing);
  });

  it('[LC3] [V1] folds to the same row in any order of arrival, and counts once however often it arrives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 12, maxLength: 12 }),
        fc.infiniteStream(fc.nat(1000)),
        (choices, random) => {
          const { desk } = walk(choices, []);
          const twice = [...desk.events, ...desk.events].map((event) => ({ event, at: random.next().value }));
          const arrived = twice.toSorted((a, b) => a.at - b.at).map(({ event }) => event);
          expect(folded(arrived)).toEqual(desk.row());
        },
      ),
      { seed: 20261122, numRuns: 40 },
    );
  });

  it('[LC2] [D12] goes through the whole house in a ward that keeps every step, each by its own role', () => {
    const desk = lifeDesk({ rules: strictLifeRules });
    const { handOver, takeOver, submit, sign, release, giveBack } = wishes;
    const way = [
      [handOver, 'reception', 'handed-over'],
      [takeOver, 'specialist', 'in-process'],
      [submit, 'specialist', 'to-sign'],
      [sign, 'leader', 'signed'],
      [release, 'registry', 'result-ready'],
      [giveBack, 'reception', 'returned'],
    ] as const;
    const others: readonly ActorRole[] = ['head', 'admin', 'inspector', 'guide', 'citizen'];
    for (const [hour, [wish, role, status]] of way.entries()) {
      for (const other of others)
        expect(desk.tries(juneMs(2, 8 + hour), wish, other)).toMatchObject({
          ok: false,
          error: { code: 'act-role-wrong' },
        });
      expect(desk.act(juneMs(2, 8 + hour), wish, role).status).toBe(status);
    }
    expect(desk.tries(juneMs(3, 8), wishes.stop, 'leader')).toEqual({
      ok: false,
      error: { code: 'dossier-step-wrong', status: 'returned', wanted: 'stop' },
    });
    expect(desk.dossier()).toMatchObject({ office: null, readyAt: '2026-06-02T05:00:00.000Z', pauses: [] });
  });

  it('[LC4] [D14] a ward that keeps no steps inside the house has a result right after the reception', () => {
    const desk = lifeDesk({});
    expect(desk.act(juneMs(1, 9), wishes.release, 'reception').status).toBe('result-ready');
    const strict = lifeDesk({ rules: strictLifeRules });
    expect(strict.tries(juneMs(1, 9), wishes.release, 'reception')).toMatchObject({
      error: { code: 'dossier-step-wrong' },
    });
  });

  it('[LC3] seals who received a result, and names nobody in the open', () => {
    const desk = lifeDesk({});
    desk.act(juneMs(1, 9), wishes.release);
    const sealed = { keyId: 'k', iv: 'i', ct: 'c' };
    const form = { ...wishes.giveBack, receiver: 'Nguyễn Thị Bưởi' };
    const given = desk.tries(juneMs(1, 10), form, 'reception', sealed);
    expect(given.ok && given.value.line).not.toContain('Bưởi');
    expect(desk.dossier().receiver).toEqual(sealed);
    const other = lifeDesk({});
    const asked = other.tries(juneMs(1, 9), wishes.suspend, 'reception', sealed);
    expect(asked.ok && asked.value.event.sealed).toBeNull();
  });

  it('[LC3] refuses what is done to a dossier that is not here', () => {
    const world = lifeWorldAt(juneMs(1, 9), 'head');
    expect(decideAct(undefined, wishes.release, world)).toEqual({
      ok: false,
      error: { code: 'dossier-unknown' },
    });
  });
});

describe('two desks that did not see each other', () => {
  /** Both act on the same dossier at the same time; the second one's fact comes later. */
  function both(
    first: keyof typeof wishes,
    second: keyof typeof wishes,
    prepare: readonly (keyof typeof wishes)[] = [],
  ) {
    const desk = lifeDesk({});
    prepare.forEach((name, hour) => desk.act(juneMs(2, 8 + hour), wishes[name]));
    const row = desk.row();
    const other = lineChain({ epoch: 'other', device: 'd2' });
    const facts = [first, second].map((name, index) => {
      const atMs = juneMs(3, 9, index);
      const fact = decideAct(row, wishes[name], lifeWorldAt(atMs, 'head', looseLifeRules));
      if (!fact.ok) throw new Error(JSON.stringify(fact.error));
      return (index === 0 ? desk.chain : other).add({ ...fact.value, atMs });
    });
    const events = [...desk.events, ...facts];
    const forwards = folded(events);
    expect(folded(events.toReversed())).toEqual(forwards);
    expect(forwards?.heads).toHaveLength(2);
    return forwards?.state;
  }

  it('[LC5] [V3] fold to one row: the same wait is one, the same end is one', () => {
    const asked = both('ask', 'ask', ['handOver']);
    expect(asked).toMatchObject({ status: 'awaiting-supplement', below: ['handed-over'], rounds: 2 });
    expect(asked?.pauses).toHaveLength(1);
    expect(both('take', 'take', ['handOver', 'ask'])).toMatchObject({ status: 'handed-over', below: [] });
  });

  it('[LC5] [V3] fold to one row: a wait over another, and an end of the one below', () => {
    expect(both('ask', 'suspend')).toMatchObject({
      status: 'suspended',
      below: ['received', 'awaiting-supplement'],
      pauses: [
        { kind: 'supplement', to: null },
        { kind: 'suspended', to: null },
      ],
    });
    const out = both('askOut', 'take', ['ask']);
    expect(out).toMatchObject({ status: 'withdrawal-asked', below: ['received'] });
    expect(out?.pauses.map(({ kind, to }) => [kind, to !== null])).toEqual([
      ['supplement', true],
      ['withdrawal', false],
    ]);
    expect(both('suspend', 'release')).toMatchObject({ status: 'result-ready', below: [] });
  });
});
