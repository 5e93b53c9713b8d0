import { Appointments } from './dialogs/appointments.tsx';
import { DayEndDialog } from './dialogs/day-end-dialog.tsx';
import { GiveDialog } from './dialogs/give-dialog.tsx';
import { KeysDialog } from './dialogs/keys-dialog.tsx';
import { HelpDialog } from './help/help.tsx';
import type { GiveWay } from './dialogs/use-giving.ts';
import type { CounterWork } from './use-counter.ts';

/** A task of its own before the desk. */
export type DeskDialog = GiveWay | 'appointments' | 'day-end' | 'help' | 'keys';

type DialogsProps = {
  readonly open: DeskDialog | null;
  readonly work: CounterWork;
  readonly onClose: () => void;
};

/** The one that is open. */
export function DeskDialogs({ open, work, onClose }: DialogsProps) {
  switch (open) {
    case null:
      return null;
    case 'appointments':
      return <Appointments work={work} onClose={onClose} />;
    case 'day-end':
      return <DayEndDialog work={work} onClose={onClose} />;
    case 'help':
      return <HelpDialog clerk={work.clerk} onClose={onClose} />;
    case 'keys':
      return <KeysDialog onClose={onClose} />;
    case 'queue':
    case 'direct':
    case 'roll':
      return <GiveDialog work={work} way={open} onClose={onClose} />;
  }
}
