// What fits into a message between replicas, at its last character and one beyond; what one end sends, the other takes.
import {
  BATCH_BYTES,
  BATCH_LINES,
  deviceRoles,
  enrolAnswerSchema,
  enrolRequestSchema,
  errorAnswerSchema,
  eventsAnswerSchema,
  haveAnswerSchema,
  haveRequestSchema,
  keysAnswerSchema,
  keysRequestSchema,
  OLDEST_PROTOCOL,
  PROTOCOL_VERSION,
  vectorSchema,
  wrappedKeySchema,
} from '../../../../shared/sync/messages.ts';
import { expectSame } from '../expect.ts';
import type { Dice } from '../../dice.ts';

type Shape = {
  readonly safeParse: (value: unknown) => { readonly success: boolean; readonly data?: unknown };
};

/** Least and most of a text's characters, of a count, of a list's entries. */
type Limit = readonly [field: string, kind: 'text' | 'count' | 'list', least: number, most: number];

type Message = {
  readonly name: string;
  readonly shape: Shape;
  /** All of its fields. */
  readonly whole: Readonly<Record<string, unknown>>;
  readonly limits: readonly Limit[];
  /** Fields that may be left out. */
  readonly optional?: readonly string[];
  /** Fields that may be null. */
  readonly empty?: readonly string[];
};

const key = { keyId: 'k', subject: 's', iv: 'i', ct: 'c' };
const request = { protocol: 2, code: '1234', publicKey: 'k'.repeat(40), deviceName: 'd' };
const answer = { protocol: 2, ward: 'w', device: 'd', role: 'desk', slot: 1, first: true, reportsToken: 't' };

const MESSAGES: readonly Message[] = [
  {
    name: 'enrol',
    shape: enrolRequestSchema,
    whole: request,
    limits: [
      ['code', 'text', 4, 80],
      ['publicKey', 'text', 40, 200],
      ['deviceName', 'text', 1, 120],
    ],
  },
  {
    name: 'enrolled',
    shape: enrolAnswerSchema,
    whole: answer,
    limits: [
      ['ward', 'text', 1, 120],
      ['device', 'text', 1, 120],
      ['slot', 'count', 1, Number.MAX_SAFE_INTEGER],
    ],
    empty: ['reportsToken'],
  },
  {
    name: 'wrapped key',
    shape: wrappedKeySchema,
    whole: key,
    limits: [
      ['keyId', 'text', 1, 120],
      ['subject', 'text', 1, 120],
      ['iv', 'text', 0, 64],
      ['ct', 'text', 0, 400],
    ],
  },
  {
    name: 'vector',
    shape: vectorSchema,
    whole: { 'd/e': 1 },
    limits: [['d/e', 'count', 0, Number.MAX_SAFE_INTEGER]],
    optional: ['d/e'],
  },
  {
    name: 'events',
    shape: eventsAnswerSchema,
    whole: { level: 'l', vector: { 'd/e': 1 }, refused: [{ index: 1, code: 'line-gap' }] },
    limits: [],
  },
  { name: 'have', shape: haveRequestSchema, whole: { vector: { 'd/e': 0 } }, limits: [] },
  {
    name: 'had',
    shape: haveAnswerSchema,
    whole: { vector: {}, lines: ['line'], more: true },
    limits: [],
  },
  {
    name: 'keys',
    shape: keysRequestSchema,
    whole: { keys: [key], held: ['k'], wanted: ['k'] },
    limits: [
      ['keys', 'list', 0, 1000],
      ['held', 'list', 0, 100_000],
      ['wanted', 'list', 0, 5000],
    ],
    optional: ['wanted'],
  },
  {
    name: 'kept keys',
    shape: keysAnswerSchema,
    whole: { keys: [key], lacking: ['k'] },
    limits: [],
    optional: ['lacking'],
  },
  { name: 'error', shape: errorAnswerSchema, whole: { code: 'c', message: 'm' }, limits: [] },
];

/** Looks at one message, whole, and with one of its fields at its limit, missing, empty or of another kind. */
export function messageRules(dice: Dice): void {
  const message = dice.pick(MESSAGES);
  if (!message) return;
  const { name, shape, whole, limits, optional = [], empty = [] } = message;
  const read = shape.safeParse(whole);
  expectSame('S12', `a message ${name}`, read.success && read.data, whole);
  const field = dice.pick(Object.keys(whole));
  if (field !== undefined) {
    const { [field]: _, ...without } = whole;
    takes(message, without, `without ${field}`, optional.includes(field));
    takes(message, { ...whole, [field]: null }, `with no ${field}`, empty.includes(field));
    takes(message, { ...whole, [field]: Symbol.iterator }, `with an odd ${field}`, false);
  }
  const limit = dice.pick(limits);
  // Long lists take their time.
  if (limit && (limit[3] !== 100_000 || dice.chance(0.2))) atLimits(message, limit, whole[limit[0]]);
  const role = dice.pick([...deviceRoles, 'upper', '']) ?? '';
  const known = ['all', 'desk', 'kiosk', 'display', 'hub'].includes(role);
  expectSame('S12', `the role ${role}`, enrolAnswerSchema.safeParse({ ...answer, role }).success, known);
  const place = 'd'.repeat(dice.chance(0.5) ? 250 : 251);
  expectSame(
    'S12',
    'the name of an epoch',
    vectorSchema.safeParse({ [place]: 1 }).success,
    place.length === 250,
  );
  const numbers = [BATCH_BYTES, BATCH_LINES, PROTOCOL_VERSION, OLDEST_PROTOCOL, deviceRoles.length];
  expectSame('S12', 'the numbers of the protocol', numbers, [1_048_576, 1000, 2, 1, 5]);
}

function atLimits(message: Message, [field, kind, least, most]: Limit, one: unknown): void {
  const of = (size: number): unknown => {
    if (kind === 'count') return size;
    const [first] = Array.isArray(one) ? (one as readonly unknown[]) : [];
    return kind === 'text' ? 'x'.repeat(size) : Array.from({ length: size }, () => first);
  };
  const sizes = [least - 1, least, most, most + 1].filter((size) => size >= 0 || kind === 'count');
  for (const size of sizes) {
    const within = size >= least && size <= most;
    takes(message, { ...message.whole, [field]: of(size) }, `with ${size} of ${field}`, within);
  }
  if (kind === 'count') takes(message, { ...message.whole, [field]: least + 0.5 }, 'with a half', false);
}

function takes({ name, shape }: Message, value: object, how: string, wanted: boolean): void {
  expectSame('S12', `whether ${name} is taken ${how}`, shape.safeParse(value).success, wanted);
}
