import type { Ticket } from '../../../../../shared/project/tickets.ts';
import type { CounterWork } from '../use-counter.ts';

/** Which panel is open, and for which number. One at a time. */
export type OpenForm = {
  readonly ticketId: string;
  readonly kind: 'menu' | 'pick' | 'hold' | 'transfer' | 'priority' | 'drop';
};

/** What every panel of a number gets. */
export type FormProps = {
  readonly work: CounterWork;
  readonly ticket: Ticket;
  readonly onClose: () => void;
};
