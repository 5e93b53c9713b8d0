import { useMemo } from 'react';
import { whyNoNumber } from '../../../store/kiosk/issuing.ts';
import { waitIfTaken, waitOf } from '../../../store/kiosk/waits.ts';
import { useHall, useKiosk, useQueue, useStores } from '../../../store/hooks.ts';
import { useNowMs } from '../../staff-frame.tsx';
import type { ProcedureField } from '../../../../shared/law/procedure.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';
import type { NoNumber } from '../../../store/kiosk/issuing.ts';
import type { SaidWait, WaitWorld } from '../../../store/kiosk/waits.ts';

/** An estimate does not change by the second. */
const STEADY_MS = 20_000;

/** The day's tickets as the kiosk sees them; null while they are read first. */
export function useTickets(): readonly Ticket[] | null {
  const rows = useQueue(({ tickets }) => tickets);
  return useMemo(() => rows && rows.flatMap(({ state }) => (state ? [state] : [])), [rows]);
}

/** What waits are estimated from; null while tickets or counters are read first. */
function useWaitWorld(): WaitWorld | null {
  const { host } = useStores();
  const tickets = useTickets();
  const counters = useHall((hall) => hall.counters);
  const former = useHall((hall) => hall.former);
  const nowMs = useNowMs();
  const steadyMs = nowMs - (nowMs % STEADY_MS);
  const { ward } = host.hello();
  return useMemo(
    () => tickets && counters && { ward, tickets, counters, former, nowMs: steadyMs },
    [ward, tickets, counters, former, steadyMs],
  );
}

/** What is known of a field before it is tapped. */
export type FieldNews = {
  /** Numbers that wait in its queue. */
  readonly waiting: number | null;
  readonly wait: SaidWait | null;
  readonly refusal: NoNumber | null;
};

/** What is known of each field: who waits, how long it may take, and why no number of it is given now. */
export function useFieldNews(fields: readonly ProcedureField[]): ReadonlyMap<string, FieldNews> {
  const { host } = useStores();
  const hello = host.hello();
  const world = useWaitWorld();
  const nowMs = useNowMs();
  const locks = useHall((hall) => hall.locks) ?? [];
  const hasPriority = useKiosk((state) => state.priority) !== null;
  const waits = useMemo(() => {
    const said = new Map<string, SaidWait>();
    for (const { id: fieldId, series } of world ? fields : [])
      if (world && !said.has(series)) said.set(series, waitIfTaken(world, { series, fieldId, hasPriority }));
    return said;
  }, [world, fields, hasPriority]);
  const tickets = world?.tickets as readonly Ticket[] | undefined;
  return new Map(
    fields.map(({ id, series }) => {
      const wait = waits.get(series) ?? null;
      const callAtMs = wait && 'latestMs' in wait ? wait.latestMs : null;
      const refusal = whyNoNumber(hello, id, tickets ?? [], nowMs, { locks, callAtMs });
      const waiting = tickets?.filter((one) => one.status === 'waiting' && one.series === series).length;
      return [id, { waiting: waiting ?? null, wait, refusal }];
    }),
  );
}

/** What is said of a number of the day that still waits; null for every other. */
export function useWaitOf(ticketId: string): SaidWait | null {
  const world = useWaitWorld();
  const ticket = world?.tickets.find(({ id }) => id === ticketId);
  return useMemo(() => (world && ticket ? waitOf(world, ticket) : null), [world, ticket]);
}
