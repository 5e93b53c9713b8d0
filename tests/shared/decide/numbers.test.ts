import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dossierCode,
  dossierNamespace,
  GRANT_SIZE,
  nextGrant,
  ownSeries,
  provisionalCode,
  rangeOf,
  supplyLeft,
  takeNumber,
  ticketNamespace,
  ticketNumber,
} from '../../../shared/decide/numbers.ts';

const day = '2026-06-05';
const tickets = ticketNamespace(day, 'A');

describe('ranges and grants', () => {
  it('[N1] each device owns a range of its own in every namespace', () => {
    expect(rangeOf(tickets, 'all', 1)).toEqual({ from: 1, to: 499 });
    expect(rangeOf(tickets, 'kiosk', 2)).toEqual({ from: 500, to: 799 });
    expect(rangeOf(tickets, 'desk', 3)).toEqual({ from: 900, to: 949 });
    expect(rangeOf(tickets, 'desk', 5)).toBeNull();
    expect(rangeOf(tickets, 'display', 1)).toBeNull();
    expect(rangeOf(dossierNamespace(day), 'desk', 1)).toEqual({ from: 1, to: 200 });
    expect(rangeOf(dossierNamespace(day), 'desk', 2)).toEqual({ from: 201, to: 400 });
    expect(rangeOf(dossierNamespace(day), 'kiosk', 1)).toBeNull();
  });

  it('[N2] blocks granted to any number of epochs never share a number', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 30 }), (jumps) => {
        const range = { from: 1, to: 499 };
        const seen = new Set<number>();
        let highest = 0;
        for (const jump of jumps) {
          const block = nextGrant(range, highest + jump, GRANT_SIZE.ticket);
          if (!block) return;
          for (let n = block.from; n <= block.to; n += 1) {
            expect(seen.has(n)).toBe(false);
            seen.add(n);
          }
          highest = block.to;
        }
      }),
      { seed: 20261121 },
    );
  });

  it('[N2] an exhausted range grants nothing', () => {
    expect(nextGrant({ from: 1, to: 499 }, 499, 50)).toBeNull();
    expect(nextGrant({ from: 1, to: 499 }, 480, 50)).toEqual({ from: 481, to: 499 });
  });

  it('[N4] numbers leave a supply one by one, blocks in turn, none twice', () => {
    let supply = {
      namespace: tickets,
      blocks: [
        { from: 1, to: 2 },
        { from: 51, to: 51 },
      ],
    } as Parameters<typeof takeNumber>[0];
    const taken: number[] = [];
    for (let next = takeNumber(supply); next; next = takeNumber(supply)) {
      taken.push(next.value);
      supply = next.rest;
    }
    expect(taken).toEqual([1, 2, 51]);
    expect(supplyLeft(supply)).toBe(0);
  });
});

describe('what a lost storage costs', () => {
  it('[N3] leaves at most one block of each namespace void, and its numbers are granted to nobody else', () => {
    const range = { from: 1, to: 499 };
    const lost = nextGrant(range, 0, GRANT_SIZE.ticket);
    const after = nextGrant(range, lost?.to ?? 0, GRANT_SIZE.ticket);
    expect([lost, after]).toEqual([
      { from: 1, to: 50 },
      { from: 51, to: 100 },
    ]);
    expect(GRANT_SIZE).toEqual({ ticket: 50, dossier: 20, paper: 20, payment: 20 });
  });
});

describe('how numbers are written', () => {
  it('[K03] a ticket is its series and three digits', () => {
    expect(ticketNumber('A', 14)).toBe('A014');
    expect(ticketNumber('A', 999)).toBe('A999');
  });

  it('[N5] a storage that is alone writes under letters no other storage has', () => {
    expect(ownSeries('A', 1, 0)).toBe('AX');
    const all = new Set<string>();
    for (let slot = 1; slot <= 40; slot += 1)
      for (let n = 0; n < 40; n += 1) all.add(provisionalCode(slot, n, day, 1)).add(ownSeries('A', slot, n));
    expect(all.size).toBe(3200);
  });

  it('[D03] [N6] dossier codes name unit and day; provisional ones name the machine', () => {
    expect(dossierCode('H26.19.05', day, 7)).toBe('H26.19.05-260605-0007');
    expect(provisionalCode(2, 0, day, 3)).toBe('TAM-M2-260605-3');
    expect(provisionalCode(2, 1, day, 3)).toBe('TAM-M2X-260605-3');
  });
});
