import { err } from '../../../shared/basics/result.ts';
import type { SpaceLevel } from '../../../shared/decide/space.ts';
import type { DeskActs } from '../../store/deps.ts';
import type { HostLink } from '../host-link.ts';
import type { SpaceWatch } from './space-watch.ts';

/** How much room there is: in the browser's store, and on the disk as the host tells. */
export type Room = {
  readonly store: () => SpaceLevel;
  readonly disk: () => SpaceLevel;
};

/** The room as the page's own watch and the host's status tell it. */
export function roomOf(space: Pick<SpaceWatch, 'view'>, link: Pick<HostLink, 'watch'>): Room {
  let disk: SpaceLevel = 'fine';
  link.watch(({ status }) => {
    if (status) disk = status.disk.level;
  });
  return { store: () => space.view().level, disk: () => disk };
}

/**
 * The desk's acts, of which those that begin new work (a ticket, a reception, an appointment, a rating) are refused while
 * there is too little room [Q3]. What is under way can be ended: calling, finishing, handing over, giving back; and issuing
 * can be stopped, counters closed and the day ended.
 */
export function guardActs(acts: DeskActs, room: Room): DeskActs {
  const refusal = () => {
    if (room.store() === 'stop') return err({ code: 'storage-nearly-full' } as const);
    return room.disk() === 'stop' ? err({ code: 'disk-full-guard' } as const) : null;
  };
  return {
    ...acts,
    issueTicket: async (request) => refusal() ?? acts.issueTicket(request),
    rateTicket: async (id, rating) => refusal() ?? acts.rateTicket(id, rating),
    makeAppointment: async (form, clerk) => refusal() ?? acts.makeAppointment(form, clerk),
    takePayment: async (wish, clerk) => refusal() ?? acts.takePayment(wish, clerk),
    openShift: async (wish, clerk) => refusal() ?? acts.openShift(wish, clerk),
    receive: async (form, clerk) => refusal() ?? acts.receive(form, clerk),
    receiveAndReturn: async (form, resultNo, clerk) =>
      refusal() ?? acts.receiveAndReturn(form, resultNo, clerk),
  };
}
