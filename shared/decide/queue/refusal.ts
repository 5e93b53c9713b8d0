import type { TicketAct } from '../../law/queue/acts.ts';
import type { TicketState } from '../../law/queue/stages.ts';

/** The queue's rules say no. */
export type QueueRefusal =
  | { readonly code: 'queue-empty' }
  | { readonly code: 'ticket-unknown' }
  | { readonly code: 'ticket-not-waiting'; readonly status: TicketState }
  | { readonly code: 'ticket-not-called'; readonly status: TicketState }
  | { readonly code: 'ticket-step-wrong'; readonly status: TicketState; readonly wanted: TicketAct }
  | {
      readonly code: 'ticket-claimed';
      readonly number: string;
      readonly counter: string | null;
      readonly machine: string;
      readonly since: string;
    }
  | { readonly code: 'calls-cut-off'; readonly waiting: number }
  | { readonly code: 'ticket-bound'; readonly counter: string }
  | { readonly code: 'ticket-expired'; readonly minutes: number }
  | { readonly code: 'ticket-passed'; readonly passed: number; readonly max: number }
  | { readonly code: 'calls-many'; readonly max: number }
  | { readonly code: 'call-locked'; readonly seconds: number }
  | { readonly code: 'pick-not-allowed' }
  | { readonly code: 'pick-reason-missing'; readonly overtaken: number }
  | { readonly code: 'priority-unknown' }
  | { readonly code: 'queue-unserved'; readonly series: string }
  | { readonly code: 'carry-not-allowed' }
  | { readonly code: 'counter-busy'; readonly number: string }
  | { readonly code: 'counter-unknown'; readonly counter: string }
  | { readonly code: 'counter-not-open'; readonly reason: string }
  | { readonly code: 'issuing-stopped'; readonly text: string }
  | { readonly code: 'issuing-shut'; readonly opensAt: string | null }
  | { readonly code: 'issuing-too-late'; readonly opensAt: string | null }
  | { readonly code: 'contingent-used'; readonly max: number }
  | { readonly code: 'person-limit'; readonly max: number }
  | { readonly code: 'person-number-wrong' }
  | { readonly code: 'services-many'; readonly max: number }
  | { readonly code: 'roll-number-wrong'; readonly from: number; readonly to: number }
  | { readonly code: 'roll-series-unknown'; readonly series: string }
  | { readonly code: 'roll-number-used'; readonly number: string }
  | { readonly code: 'rating-given'; readonly number: string }
  | { readonly code: 'rating-too-early'; readonly number: string }
  | { readonly code: 'rating-too-late'; readonly number: string }
  | { readonly code: 'day-not-over'; readonly open: number; readonly until: string }
  | { readonly code: 'help-none' }
  | { readonly code: 'appointment-unknown' }
  | { readonly code: 'appointment-past' }
  | { readonly code: 'appointment-shut'; readonly day: string }
  | { readonly code: 'appointment-used'; readonly number: string }
  | { readonly code: 'appointment-other-day'; readonly day: string }
  | { readonly code: 'appointment-over'; readonly status: 'arrived' | 'cancelled' };
