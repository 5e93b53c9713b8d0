// What has been practised in a drill, told from its own journal and its own record of outages [G05].
import { vectorKey } from '../../sync/vector.ts';
import type { Vector } from '../../sync/vector.ts';
import type { OutageAct } from './outage-report.ts';

/** The steps of the exercise, in order. */
export const drillSteps = [
  'ticket',
  'cut',
  'offlineTicket',
  'receive',
  'print',
  'printerGone',
  'restore',
  'reconcile',
] as const;

/** A step of the exercise. */
export type DrillStep = (typeof drillSteps)[number];

/** An outage as far as the drill needs it; marks tell which acts lie in it. */
type Seen = {
  readonly what: string;
  readonly to: string | null;
  readonly had: Vector;
  readonly held: Vector | null;
};

/** Which steps are done. @param above what the drill's district acknowledged */
export function drillProgress(
  acts: readonly OutageAct[],
  outages: readonly Seen[],
  above: Vector,
): Readonly<Record<DrillStep, boolean>> {
  const cuts = outages.filter(({ what }) => what === 'district');
  const lies = ({ device, epoch, seq }: OutageAct, { had, held }: Seen) => {
    const key = vectorKey(device, epoch);
    return seq >= (had[key] ?? 0) && (held === null || seq < (held[key] ?? 0));
  };
  const within = (type: string) =>
    acts.some((act) => act.type === type && cuts.some((cut) => lies(act, cut)));
  const isBefore = (act: OutageAct) => !cuts.some((cut) => lies(act, cut));
  const restored = cuts.length > 0 && cuts.every(({ to }) => to !== null);
  const called = within('ticket-called') || within('ticket-issued');
  return {
    ticket: acts.some((act) => act.type === 'ticket-issued' && isBefore(act)),
    cut: cuts.length > 0,
    offlineTicket: within('ticket-issued') && called,
    receive: within('dossier-received'),
    print:
      acts.some(({ type }) => type === 'paper-printed' || type === 'form-printed') &&
      within('dossier-received'),
    printerGone: outages.some(({ what, to }) => what.startsWith('printer:') && to !== null),
    restore: restored,
    reconcile:
      restored &&
      within('dossier-received') &&
      acts.every(({ device, epoch, seq }) => seq < (above[vectorKey(device, epoch)] ?? 0)),
  };
}
