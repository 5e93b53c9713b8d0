// Everything the page shows of the room, read from the stores; its figures are counted once a change or a minute.
import { useMemo } from 'react';
import { queueSetupOf } from '../../../shared/decide/queue/world.ts';
import { waitBoundsOf } from '../../../shared/law/queue/rules.ts';
import { appointmentsNow } from '../../../shared/report/hall/appointments-now.ts';
import { counterBoard } from '../../../shared/report/hall/counter-board.ts';
import { fairReport } from '../../../shared/report/hall/fair-rows.ts';
import { queueBoard } from '../../../shared/report/hall/queue-board.ts';
import { roomNow } from '../../../shared/report/hall/room-now.ts';
import { roomTimes } from '../../../shared/report/hall/room-times.ts';
import { todayHours } from '../../../shared/report/hall/today-hours.ts';
import { useFormerDays, useHall, useQueue, useStores, useUi } from '../../store/hooks.ts';
import { useDueWorld } from '../due-badge.tsx';
import { useNowMs } from '../staff-frame.tsx';
import type { WaitBounds } from '../../../shared/law/queue/rules.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { HelpCall } from '../../../shared/project/hall.ts';
import type { IssuingLock } from '../../../shared/project/counters.ts';
import type { Ticket } from '../../../shared/project/tickets.ts';
import type { AppointmentsNow } from '../../../shared/report/hall/appointments-now.ts';
import type { CounterRow } from '../../../shared/report/hall/counter-board.ts';
import type { FairReport } from '../../../shared/report/hall/fair-rows.ts';
import type { QueueRow } from '../../../shared/report/hall/queue-board.ts';
import type { RoomNow } from '../../../shared/report/hall/room-now.ts';
import type { TimesRow } from '../../../shared/report/hall/room-times.ts';
import type { TodayHours } from '../../../shared/report/hall/today-hours.ts';

/** The room as the page shows it. */
export type Room = {
  readonly day: string;
  readonly nowMs: number;
  readonly bounds: WaitBounds;
  readonly tickets: readonly Ticket[];
  readonly now: RoomNow;
  readonly counters: readonly CounterRow[];
  readonly queues: readonly QueueRow[];
  readonly times: readonly TimesRow[];
  readonly fairness: FairReport;
  readonly hours: TodayHours;
  readonly help: readonly HelpCall[];
  readonly locks: readonly IssuingLock[];
  readonly appointments: AppointmentsNow;
};

/** The room; null while something of it is still being read. */
export function useRoom(): Room | null {
  const { host } = useStores();
  const rows = useQueue((queue) => queue.tickets);
  const day = useQueue((queue) => queue.day);
  const counters = useHall((hall) => hall.counters);
  const former = useHall((hall) => hall.former);
  useFormerDays();
  const locks = useHall((hall) => hall.locks);
  const help = useHall((hall) => hall.help);
  const appointments = useHall((hall) => hall.appointments);
  const calendar = useDueWorld().calendarOf('');
  const nowMs = useNowMs();
  const { ward } = host.hello();
  const figures = useMemo(() => {
    if (!rows || !counters) return null;
    const tickets = rows.flatMap(({ state }) => (state === null ? [] : [state]));
    const { rules } = queueSetupOf(ward);
    return {
      bounds: waitBoundsOf(rules),
      tickets,
      now: roomNow(tickets, day, nowMs),
      counters: counterBoard(ward.counters, counters, tickets, nowMs),
      queues: queueBoard({ tickets, desks: ward.counters, counters, former, rules, nowMs }),
      times: roomTimes(tickets),
      fairness: fairReport(tickets),
      hours: todayHours(calendar, nowMs),
    };
  }, [rows, day, counters, former, ward, calendar, nowMs]);
  if (!figures || !locks || !help || !appointments) return null;
  return {
    ...figures,
    day,
    nowMs,
    help: help.filter(({ status }) => status !== 'over'),
    locks,
    appointments: appointmentsNow(appointments, nowMs),
  };
}

/** Names of counters in the page's language; an id that the ward does not have stands for itself. */
export function useCounterName(): (id: string | null) => string {
  const { counters } = useWard();
  const lang = useUi((ui) => ui.lang);
  return (id) => {
    const counter = counters.find((one) => one.id === id);
    return (lang === 'vi' ? counter?.name : counter?.nameEn) ?? id ?? '';
  };
}

/** Names of clerks; an id that the ward does not have stands for itself, nobody for nothing. */
export function useClerkName(): (id: string | null) => string {
  const { clerks } = useWard();
  return (id) => clerks.find((one) => one.id === id)?.name ?? id ?? '';
}

function useWard(): WardConfig {
  return useStores().host.hello().ward;
}
