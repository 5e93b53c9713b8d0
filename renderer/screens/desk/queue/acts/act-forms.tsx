import { parseInstant } from '../../../../../shared/basics/time.ts';
import { formatTime } from '../../../../../shared/text/dates.ts';
import { Icon } from '../../../../parts/icons.tsx';
import { useText } from '../../../../store/hooks.ts';
import { Matter, Standing, Twice } from '../ticket-marks.tsx';
import { DropForm } from './drop-form.tsx';
import { HoldForm } from './hold-form.tsx';
import { PickForm } from './pick-form.tsx';
import { PriorityForm } from './priority-form.tsx';
import { RowMenu } from './row-menu.tsx';
import { TransferForm } from './transfer-form.tsx';
import type { Ticket } from '../../../../../shared/project/tickets.ts';
import type { IconName } from '../../../../parts/icons.tsx';
import type { CounterWork } from '../use-counter.ts';
import type { OpenForm } from './open-form.ts';

type Given = {
  readonly work: CounterWork;
  readonly form: OpenForm;
  readonly ticket: Ticket;
  readonly onForm: (form: OpenForm | null) => void;
};

const menu: readonly {
  readonly kind: Exclude<OpenForm['kind'], 'menu' | 'pick'>;
  readonly icon: IconName;
}[] = [
  { kind: 'hold', icon: 'pause' },
  { kind: 'transfer', icon: 'next' },
  { kind: 'priority', icon: 'star' },
  { kind: 'drop', icon: 'cross' },
];

/** The panel of a number that stands at the counter. */
export function ServingForm({ form, onForm, ...given }: Given) {
  const close = () => onForm(null);
  if (form.kind === 'hold') return <HoldForm {...given} onClose={close} />;
  if (form.kind === 'transfer') return <TransferForm {...given} onClose={close} />;
  return null;
}

/** Everything about a waiting number in words. */
function Details({ ticket }: { readonly ticket: Ticket }) {
  const words = useText().desk.counterWork;
  return (
    <>
      <Twice ticket={ticket} />
      <Standing ticket={ticket} named />
      <Matter ticket={ticket} />
      <span>{words.takenAt(formatTime(parseInstant(ticket.issuedAt) ?? 0))}</span>
    </>
  );
}

/** The panel below a waiting row: what can be done with the number, then the panel of the act. */
export function RowForm({ form, onForm, ...given }: Given) {
  const words = useText().desk.counterWork;
  const close = () => onForm(null);
  switch (form.kind) {
    case 'menu':
      return (
        <RowMenu
          title={words.moreTitle(given.ticket.number)}
          onClose={close}
          details={<Details ticket={given.ticket} />}
          items={menu.map(({ kind, icon }) => ({
            id: kind,
            icon: <Icon name={icon} size={16} />,
            words: words.acts[kind],
            choose: () => onForm({ ticketId: given.ticket.id, kind }),
          }))}
        />
      );
    case 'pick':
      return <PickForm {...given} onClose={close} />;
    case 'hold':
      return <HoldForm {...given} onClose={close} />;
    case 'transfer':
      return <TransferForm {...given} onClose={close} />;
    case 'priority':
      return <PriorityForm {...given} onClose={close} />;
    case 'drop':
      return <DropForm {...given} onClose={close} />;
  }
}
