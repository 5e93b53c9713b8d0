import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factOf } from '../../../shared/event/facts.ts';
import { lostActs, settlementsOf } from '../../../shared/project/office/settlements.ts';
import { juneMs } from '../../support/dossiers/life.ts';
import { twoSides } from '../../support/dossiers/two-sides.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { SeenAct } from '../../../shared/project/office/settlements.ts';

const told = (events: readonly LoggedEvent[]): readonly SeenAct[] =>
  events.map(({ event, hash }) => ({ ...event, hash, fact: factOf(event) }));

describe('what a decision between two sides means', () => {
  it('[V5] nothing is lost before a person decided; then the acts of the other side, and not their prints', () => {
    const { all, handedOver, asked, settle } = twoSides();
    expect(settlementsOf(told(all)).size).toBe(0);
    const settled = settle(handedOver);
    const decided = settlementsOf(told([...all, settled])).get(settled.hash);
    expect([[...(decided?.kept ?? [])], [...(decided?.lost ?? [])]]).toEqual([
      [handedOver.hash],
      [asked.hash],
    ]);
  });

  it('[V5] what follows from the decision counts, and what both sides share', () => {
    const { one, all, received, asked, settle } = twoSides();
    const settled = settle(asked);
    const later = one.add({
      type: 'dossier-supplement-proposed',
      subject: received.event.subject,
      parents: [settled.hash],
      body: {},
    });
    expect([...lostActs(told([...all, settled, later]))]).toEqual([all[1]?.hash]);
  });

  it('[V1] [V5] any order of arrival tells the same', () => {
    const { all, handedOver, settle } = twoSides();
    const events = told([...all, settle(handedOver)]);
    const wanted = settlementsOf(events);
    fc.assert(
      fc.property(fc.shuffledSubarray([...events], { minLength: events.length }), (order) => {
        expect(settlementsOf(order)).toEqual(wanted);
      }),
      { seed: 20261122 },
    );
  });

  it('[V5] of two decisions that did not see each other, the one that a third kept holds with what it kept', () => {
    const { two, all, handedOver, asked, settle } = twoSides();
    const left = settle(handedOver);
    const right = settle(asked, two, juneMs(3, 8, 1));
    const third = settle(left, two, juneMs(3, 9), [...all, left, right]);
    const lost = lostActs(told([...all, left, right, third]));
    expect([...lost].sort()).toEqual([asked.hash, right.hash].sort());
  });

  it('[V5] of three sides, two lose', () => {
    const { two, all, received, handedOver, asked, settle } = twoSides();
    const { subject } = received.event;
    const third = two.add({
      type: 'dossier-result-ready',
      subject,
      parents: [received.hash],
      atMs: juneMs(2, 11),
      body: { resultNo: '7', at: 'r' },
    });
    const settled = settle(third, two, juneMs(3, 9), [...all, third]);
    const lost = lostActs(told([...all, third, settled]));
    expect([...lost].sort()).toEqual([asked.hash, handedOver.hash].sort());
  });
});
