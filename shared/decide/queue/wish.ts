import type { FactBody } from '../../event/facts.ts';
import type { TicketService } from '../../event/ticket-standing.ts';
import type { PriorityGround } from '../../law/queue/rules.ts';
import type { FieldRefusal } from '../refusal.ts';

/** What somebody at a counter wants done with a ticket, as typed; nothing is checked yet. */
export type TicketWish =
  /** Called, or called again where it stands called at this counter. `reason`: why out of turn; empty in turn. */
  | { readonly act: 'call'; readonly counter: string; readonly reason: string }
  | { readonly act: 'start'; readonly counter: string }
  /** Ends the service, and the visit where it was the last. */
  | { readonly act: 'finish'; readonly outcome: 'served' | 'absent' }
  | { readonly act: 'undo-call'; readonly reason: string }
  | {
      readonly act: 'hold';
      readonly where: string;
      readonly reason: string;
      readonly counter: string | null;
    }
  /** Back into the queue; with a counter, only for that one. */
  | { readonly act: 'release'; readonly counter: string | null }
  | {
      readonly act: 'transfer';
      readonly to: TicketService;
      readonly counter: string | null;
      readonly reason: string;
    }
  | { readonly act: 'readmit' }
  | {
      readonly act: 'set-priority';
      readonly priority: PriorityGround | null;
      readonly priorityRule: string | null;
      readonly reason: string;
    }
  | { readonly act: 'carry'; readonly day: string }
  | {
      readonly act: 'close';
      readonly because: FactBody<'ticket-closed'>['because'];
      readonly note: string;
    };

/** Longest texts, in characters, as the facts take them. */
export const QUEUE_TEXT_LIMITS: Readonly<Record<string, number>> = { where: 200, reason: 300, note: 300 };

/** Texts without which an act says nothing to whoever looks at it later. */
const needed: Readonly<Partial<Record<TicketWish['act'], readonly string[]>>> = {
  hold: ['reason'],
  'set-priority': ['reason'],
};

/** The wish with its texts in NFC and trimmed. */
export function cleanTicketWish<W extends TicketWish>(wish: W): W {
  const clean = Object.entries(wish).map(([field, value]: [string, unknown]) => [
    field,
    field in QUEUE_TEXT_LIMITS && typeof value === 'string' ? value.normalize('NFC').trim() : value,
  ]);
  return Object.fromEntries(clean) as W;
}

/** Texts of a clean wish that are too long or missing, by field. */
export function checkTicketWish(wish: TicketWish): readonly FieldRefusal[] {
  return Object.entries(wish).flatMap(([field, value]: [string, unknown]): readonly FieldRefusal[] => {
    const longest = QUEUE_TEXT_LIMITS[field];
    if (longest === undefined || typeof value !== 'string') return [];
    if (value.length > longest) return [{ field, code: 'text-too-long', found: value.length }];
    return value === '' && needed[wish.act]?.includes(field) ? [{ field, code: 'text-missing' }] : [];
  });
}
