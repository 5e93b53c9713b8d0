import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeEvent, LINE_LIMIT_BYTES, NO_HASH, parseLine } from '../../../shared/event/envelope.ts';
import { factOf } from '../../../shared/event/facts.ts';
import { HLC_START, maxHlc, nextHlc } from '../../../shared/event/hlc.ts';
import { lineChain } from '../../support/events.ts';
import type { EventEnvelope } from '../../../shared/event/envelope.ts';

const event: EventEnvelope = {
  v: 1,
  ward: 'thach-ban',
  device: 'd1',
  epoch: 'e1',
  seq: 0,
  prev: NO_HASH,
  hlc: '1780622400000-0000',
  wall: '2026-06-05T01:20:00.000Z',
  type: 'ticket-finished',
  subject: 'ticket-1',
  parents: [],
  actor: 'lan',
  body: { outcome: 'served', at: '2026-06-05T01:20:00.000Z' },
  sealed: null,
};

describe('event bytes', () => {
  it('[J2] a line is the hash of its JSON, a space and the JSON with its keys in the fixed order', () => {
    const { line, hash } = encodeEvent({ ...event, body: { z: 1, a: 2 } });
    expect(
      line.startsWith(`${hash} {"v":1,"ward":"thach-ban","device":"d1","epoch":"e1","seq":0,"prev":"`),
    ).toBe(true);
    expect(line.endsWith('"actor":"lan","body":{"z":1,"a":2},"sealed":null}')).toBe(true);
  });

  it('[J2] reading a line gives back the event and the very same bytes', () => {
    const written = encodeEvent(event);
    expect(parseLine(written.line)).toEqual({ ok: true, value: written });
  });

  it('[J2] any single changed character is noticed', () => {
    const { line } = encodeEvent(event);
    fc.assert(
      fc.property(fc.nat(line.length - 1), (at) => {
        const other = line[at] === '0' ? '1' : '0';
        const parsed = parseLine(line.slice(0, at) + other + line.slice(at + 1));
        expect(parsed.ok).toBe(false);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it('[J2] a line over 64 KB is refused', () => {
    const long = encodeEvent({ ...event, body: { note: 'ế'.repeat(LINE_LIMIT_BYTES / 3) } });
    expect(parseLine(long.line)).toEqual({ ok: false, error: { code: 'line-too-long' } });
  });

  it.each(['', 'x', `${'a'.repeat(64)} {}`, `${'a'.repeat(64)}{}`, '\u0000'.repeat(70)])(
    '[J2] rubbish is refused: %j',
    (line) => {
      expect(parseLine(line).ok).toBe(false);
    },
  );

  it('[J6] an unknown type is an event all the same, and no fact of this version', () => {
    const chain = lineChain();
    const logged = chain.add({ type: 'moon-landed', subject: 'moon', body: { crew: ['Ế', '😀'] } });
    const parsed = parseLine(logged.line);
    expect(parsed.ok && parsed.value.line).toBe(logged.line);
    expect(factOf(logged.event)).toBeNull();
  });
});

describe('logical time', () => {
  it('[V2] is always after what was seen, whatever the clock says', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_000_000_000_000 }), { minLength: 1 }), (clocks) => {
        let last = HLC_START;
        for (const now of clocks) {
          const next = nextHlc(last, now);
          expect(next > last).toBe(true);
          expect(maxHlc(last, next)).toBe(next);
          last = next;
        }
      }),
      { seed: 20261121 },
    );
  });

  it('[V2] goes over to the next millisecond when its counter is full', () => {
    expect(nextHlc('1780622400000-ffff', 1)).toBe('1780622400001-0000');
  });
});
