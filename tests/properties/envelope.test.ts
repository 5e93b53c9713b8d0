import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseLine } from '../../shared/event/envelope.ts';

// What an envelope is, said a second time by a schema: shared/event/envelope.ts has it written out by hand for speed.
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().min(1).max(120);
const envelopeSchema = z.object({
  v: z.int().min(1),
  ward: name,
  device: name.regex(/^[^/]+$/),
  epoch: name.regex(/^[^/]+$/),
  seq: z.int().min(0),
  prev: hex,
  hlc: z.string().regex(/^\d{13}-[0-9a-f]{4}$/),
  wall: z.string().max(40),
  type: name,
  subject: name,
  parents: z.array(hex).max(64),
  actor: z.string().max(120).nullable(),
  body: z.unknown(),
  sealed: z.object({ keyId: name, iv: z.string(), ct: z.string() }).nullable(),
});
const FIELDS = Object.keys(envelopeSchema.shape);

const hexes = fc.stringMatching(/^[0-9a-f]{64}$/);
const names = fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.constantFrom('d1', 'a'.repeat(120)));
const sealed = fc.record({ keyId: names, iv: fc.string(), ct: fc.string() });
const envelopes = fc.record({
  v: fc.integer({ min: 1, max: 9 }),
  ward: names,
  device: names,
  epoch: names,
  seq: fc.nat(),
  prev: hexes,
  hlc: fc.stringMatching(/^\d{13}-[0-9a-f]{4}$/),
  wall: fc.string({ maxLength: 40 }),
  type: names,
  subject: names,
  parents: fc.array(hexes, { maxLength: 3 }),
  actor: fc.option(fc.string({ maxLength: 120 })),
  body: fc.jsonValue(),
  sealed: fc.option(sealed),
});

/** Values that lie at the edges of what a field may be, or outside. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(0, -0, -1, 1, 1.5, 2 ** 53, 2 ** 53 - 1, null, true, '', '/', 'a/b', [], {}, '😀'),
  fc.constantFrom('a'.repeat(120), 'a'.repeat(121), '😀'.repeat(60), '😀'.repeat(61), 'a'.repeat(40)),
  fc.constantFrom('F'.repeat(64), 'f'.repeat(63), 'f'.repeat(65), `${'f'.repeat(64)}\n`, 'ế'.repeat(64)),
  fc.constantFrom('1780646400000-000g', '1780646400000-00000', '1780646400000-0000\n', 'a'.repeat(41)),
  fc.constantFrom(['x'], Array(64).fill('0'.repeat(64)), Array(65).fill('0'.repeat(64)), [null]),
  fc.constantFrom(
    { keyId: '', iv: '', ct: '' },
    { keyId: 'k', iv: '' },
    { keyId: 'k', iv: '', ct: '', x: 1 },
  ),
  fc.constantFrom({ keyId: 'k'.repeat(121), iv: '', ct: '' }, { keyId: 'k', iv: 1, ct: '' }, [1]),
  fc.jsonValue(),
);

const mutated = fc
  .tuple(
    envelopes,
    fc.array(fc.tuple(fc.constantFrom(...FIELDS, 'extra', '__proto__', 'toString'), odd), { maxLength: 2 }),
    fc.subarray(FIELDS, { maxLength: 1 }),
    fc.boolean(),
  )
  .map(([envelope, changes, dropped, turned]) => {
    const entries = new Map<string, unknown>([...Object.entries(envelope), ...changes]);
    for (const field of dropped) entries.delete(field);
    const texts = [...entries].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
    return `{${(turned ? texts.reverse() : texts).join(', ')}}`;
  });

const jsons = fc.oneof(
  { arbitrary: mutated, weight: 6 },
  { arbitrary: envelopes.map((envelope) => JSON.stringify(envelope)), weight: 2 },
  { arbitrary: fc.json(), weight: 1 },
  { arbitrary: fc.string(), weight: 1 },
  { arbitrary: fc.tuple(mutated, fc.nat(600)).map(([json, at]) => json.slice(0, at)), weight: 1 },
);

function bySchema(json: string): unknown {
  try {
    const parsed = envelopeSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

describe('an envelope', () => {
  it('[J2] [J6] is taken and refused, and read, as its schema tells, with its bytes kept', () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(jsons, (json) => {
        const digest = hash('sha256', json);
        const line = `${digest} ${json}`;
        const event = bySchema(json);
        const read = parseLine(line, (text) => hash('sha256', text));
        seen[event === null ? 'refused' : 'taken'] += 1;
        expect(read).toStrictEqual(
          event === null
            ? { ok: false, error: { code: 'line-malformed' } }
            : { ok: true, value: { event, hash: digest, line } },
        );
        expect(Object.keys(read.ok ? read.value.event : envelopeSchema.shape)).toEqual(FIELDS);
      }),
      { seed: 20261122, numRuns: 4000 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(500);
  }, 60_000);

  it.each(FIELDS)('[J2] is refused without its field %s', (field) => {
    fc.assert(
      fc.property(envelopes, (envelope) => {
        const json = JSON.stringify(envelope, (key, value: unknown) => (key === field ? undefined : value));
        expect(parseLine(`${hash('sha256', json)} ${json}`).ok).toBe(false);
      }),
      { seed: 20261122, numRuns: 5 },
    );
  });
});
