import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextCallStep } from '../../../../shared/decide/queue/claims.ts';
import { EIGHT_MS, queueWorld, rowOf, ticketWith } from '../../../support/queue/tickets.ts';
import type { ClaimStand } from '../../../../shared/decide/queue/claims.ts';

const desk = { id: 'q1', series: ['A'] };
const world = queueWorld(EIGHT_MS + 3_600_000);
const holder = {
  by: 'claim' as const,
  device: 'd2',
  deviceName: 'Máy quầy 2',
  counter: 'q2',
  act: 'call',
  since: '2026-06-05T01:30:00.000Z',
};
const taken: ClaimStand = { outcome: 'taken', holder };
const numberAt = (at: number) => `A${String(at + 1).padStart(3, '0')}`;
const rows = [0, 1, 2].map((at) =>
  rowOf(
    ticketWith({
      number: numberAt(at),
      issuedAt: new Date(EIGHT_MS + at * 60_000).toISOString(),
    }),
  ),
);
const stepWith = (stands: readonly (readonly [string, ClaimStand])[], own: readonly string[] = []) =>
  nextCallStep(rows, desk, world, { stands: new Map(stands), isOwn: (id) => own.includes(id) });

describe('who is called when only one may call', () => {
  it('[CL6] claims the first, and calls it once it is granted', () => {
    expect(stepWith([])).toMatchObject({ value: { step: 'claim', fact: { subject: 'A001' } } });
    expect(stepWith([['A001', { outcome: 'yours' }]])).toMatchObject({
      value: { step: 'call', fact: { subject: 'A001', body: { why: 'next' } } },
    });
  });

  it('[CL6] passes over what somebody else has; when all are in other hands it says whose', () => {
    expect(stepWith([['A001', taken]])).toMatchObject({
      value: { step: 'claim', fact: { subject: 'A002' } },
    });
    const all = ['A001', 'A002', 'A003'].map((id) => [id, taken] as const);
    expect(stepWith(all)).toMatchObject({
      error: { code: 'ticket-claimed', number: 'A001', counter: 'q2', machine: 'Máy quầy 2' },
    });
  });

  it('[CL6] out of reach it calls what its machine issued, and leaves the rest to those who show their paper', () => {
    const away = [['A001', { outcome: 'out-of-reach' }]] as const;
    expect(stepWith(away, ['A001'])).toMatchObject({ value: { step: 'call', fact: { subject: 'A001' } } });
    expect(stepWith(away, ['A003'])).toMatchObject({ value: { step: 'claim', fact: { subject: 'A003' } } });
    expect(stepWith(away)).toMatchObject({ error: { code: 'calls-cut-off', waiting: 3 } });
  });

  it('[CL6] whatever the answers are, a call ends, never calls what is taken, and cut off only what is its own', () => {
    const stand = fc.constantFrom<ClaimStand>({ outcome: 'yours' }, { outcome: 'out-of-reach' }, taken);
    const queue = fc.array(fc.record({ stand, own: fc.boolean() }), { maxLength: 12 });
    fc.assert(fc.property(queue, (people) => endsWell(people)));
  });
});

type Person = { readonly stand: ClaimStand; readonly own: boolean };

/** Goes through a whole call; false when it asks twice, goes on for ever, or calls what it may not. */
function endsWell(people: readonly Person[]): boolean {
  const line = people.map((_, at) => rowOf(ticketWith({ number: numberAt(at) })));
  const personOf = (id: string) => people[Number(id.slice(1)) - 1];
  const stands = new Map<string, ClaimStand>();
  const isOwn = (id: string) => personOf(id)?.own ?? false;
  for (let asked = 0; asked <= people.length; asked += 1) {
    const next = nextCallStep(line, desk, world, { stands, isOwn });
    if (!next.ok) return true;
    const { step, fact } = next.value;
    const person = personOf(fact.subject);
    if (!person) return false;
    const isCutOff = [...stands.values()].some(({ outcome }) => outcome === 'out-of-reach');
    if (step === 'call') return person.stand.outcome !== 'taken' && (person.own || !isCutOff);
    if (stands.has(fact.subject)) return false;
    stands.set(fact.subject, person.stand);
  }
  return false;
}
