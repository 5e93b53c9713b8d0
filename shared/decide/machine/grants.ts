// Which block of numbers a host grants next: after everything granted, and after everything that events show [N2].
import { addDays, parseInstant, wardDay } from '../../basics/time.ts';
import { err, ok } from '../../basics/result.ts';
import { factOf } from '../../event/facts.ts';
import { paperFacts, paperNumberIn } from '../life/paper-numbers.ts';
import { readPaymentNumber } from '../money/book-numbers.ts';
import { dossierNamespace, GRANT_SIZE, nextGrant, rangeOf, ticketNamespace } from '../numbers.ts';
import type { Result } from '../../basics/result.ts';
import type { EventEnvelope } from '../../event/envelope.ts';
import type { Fact } from '../../event/facts.ts';
import type { DeviceRole } from '../../sync/messages.ts';
import type { NumberBlock } from '../numbers.ts';

/** Why no block is granted. */
export type LeaseRefusal = { readonly code: 'namespace-unknown' | 'numbers-none' | 'numbers-exhausted' };

/** In which namespace a block is wanted, for whom, and what the asker knows. */
export type GrantWish = {
  readonly namespace: string;
  /** Highest number of this device's that the page knows to be taken, 0 when none. */
  readonly highest: number;
  readonly role: DeviceRole;
  readonly slot: number;
};

/** A block that was granted. */
export type Grant = NumberBlock & { readonly namespace: string };

/** How a book of grants began; one without it was lost, and its grants with it. */
export type BookBegun = {
  readonly begun: string;
  /** Epochs that were known when the book began: each may hold a block that no row tells of. */
  readonly epochsBefore: number;
};

/** The grants in memory; whoever keeps them writes each durably before it is answered. */
export type GrantList = {
  /** Decides on the next block and counts it as granted from here on. */
  readonly grant: (wish: GrantWish) => Result<NumberBlock, LeaseRefusal>;
  /** Takes note of numbers that stand in an event, whoever issued them. */
  readonly observe: (event: EventEnvelope, read?: () => Fact | null) => void;
};

const namespaceText =
  /^(ticket\/\d{4}-\d{2}-\d{2}\/[A-Z]{1,6}|dossier\/\d{4}-\d{2}-\d{2}|payment\/\d{4}\/M\d{1,4}|paper\/\d{4}\/[a-z]{1,20})$/;

/** The list as the rows of a book make it. */
export function createGrantList(grants: readonly Grant[], begun: BookBegun): GrantList {
  const granted = new Set(grants.map(({ namespace }) => namespace));
  // Numbers of other devices lie outside this device's range, so every number is kept, not only the highest.
  const used = new Map<string, Set<number>>();
  const note = (namespace: string, ...values: readonly number[]): void => {
    const held = used.get(namespace) ?? new Set();
    for (const value of values) held.add(value);
    used.set(namespace, held);
  };
  for (const { namespace, from, to } of grants) note(namespace, from, to);
  return {
    grant: (wish) => {
      const { namespace } = wish;
      const forgotten = granted.has(namespace) ? 0 : blocksForgotten(begun, namespace);
      const block = decideGrant(wish, used.get(namespace) ?? [], forgotten);
      if (!block.ok) return block;
      granted.add(namespace);
      note(namespace, block.value.from, block.value.to);
      return block;
    },
    observe: (event, read) => {
      for (const [namespace, value] of numbersIn(event, read)) note(namespace, value);
    },
  };
}

/**
 * The next block of a namespace [N2].
 * @param used numbers of the namespace that were granted or stand in events
 * @param forgotten blocks that may have been granted though nobody remembers
 */
function decideGrant(
  { namespace, highest, role, slot }: GrantWish,
  used: Iterable<number>,
  forgotten: number,
): Result<NumberBlock, LeaseRefusal> {
  if (!namespaceText.test(namespace)) return err({ code: 'namespace-unknown' });
  const range = rangeOf(namespace, role, slot);
  if (!range) return err({ code: 'numbers-none' });
  const within = [highest, ...used].filter((value) => value >= range.from && value <= range.to);
  const kind = (['ticket', 'payment', 'paper'] as const).find((one) => namespace.startsWith(`${one}/`));
  const size = GRANT_SIZE[kind ?? 'dossier'];
  const block = nextGrant(range, Math.max(range.from - 1, ...within) + forgotten * size, size);
  return block ? ok(block) : err({ code: 'numbers-exhausted' });
}

/** How many blocks of a namespace may have been granted that no row tells of: none for days after the book began. */
function blocksForgotten({ begun, epochsBefore }: BookBegun, namespace: string): number {
  const day = namespace.split('/')[1] ?? '';
  // A page's clock may be a day ahead of the host's.
  const begunMs = parseInstant(begun);
  return begunMs === null || day <= addDays(wardDay(begunMs), 1) ? epochsBefore : 0;
}

const SHOWING_NUMBERS: ReadonlySet<string> = new Set([
  'ticket-issued',
  'dossier-received',
  'payment-taken',
  'payment-cancelled',
  'numbers-granted',
  'numbers-begun',
  ...paperFacts,
]);

/** Numbers that an event shows to be taken; paper numbers from before the desk went digital are taken as well [N9]. */
function numbersIn(
  event: EventEnvelope,
  read: () => Fact | null = () => factOf(event),
): readonly (readonly [namespace: string, value: number])[] {
  if (!SHOWING_NUMBERS.has(event.type)) return [];
  const fact = read();
  if (fact?.type === 'ticket-issued') {
    const { day, series, number } = fact.body;
    return numbered(ticketNamespace(day, series), number.slice(series.length));
  }
  if (fact?.type === 'dossier-received' && !fact.body.provisional) {
    return numbered(
      dossierNamespace(fact.body.day),
      fact.body.code.slice(fact.body.code.lastIndexOf('-') + 1),
    );
  }
  if (fact?.type === 'payment-taken' || fact?.type === 'payment-cancelled') {
    const found = readPaymentNumber(fact.body.number);
    return found ? [[found.namespace, found.value]] : [];
  }
  const paper = fact && paperNumberIn(fact);
  if (paper) return [[paper.namespace, paper.value]];
  if (fact?.type === 'numbers-begun') return [[fact.body.namespace, fact.body.after]];
  return fact?.type === 'numbers-granted' ? [[fact.body.namespace, fact.body.to]] : [];
}

function numbered(namespace: string, digits: string): readonly (readonly [string, number])[] {
  return /^\d{1,6}$/.test(digits) ? [[namespace, Number(digits)]] : [];
}
