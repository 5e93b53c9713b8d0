import type { TicketRequest } from '../../deps.ts';
import type { Cell } from '../cell.ts';
import type { KioskState } from '../kiosk-state.ts';

/** More than these in one visit would keep the others waiting. */
export const MOST_MATTERS = 4;

/** Several matters, one number [K14]: chosen in order, the first one names the queue that is waited in first. */
export function severalActions(
  { get, set, goTo }: Cell,
  take: (request: TicketRequest) => Promise<void>,
): Pick<KioskState, 'startSeveral' | 'endSeveral' | 'toggleMatter' | 'takeMatters'> {
  return {
    startSeveral: () => goTo('fields', { matters: [] }),
    endSeveral: () => goTo('fields', { matters: null }),
    toggleMatter: (fieldId) => {
      const { matters } = get();
      if (!matters) return;
      const others = matters.filter((one) => one !== fieldId);
      if (others.length < matters.length) set({ matters: others });
      else if (matters.length < MOST_MATTERS) set({ matters: [...matters, fieldId] });
    },
    takeMatters: async () => {
      const { matters, priority } = get();
      const [fieldId, ...services] = matters ?? [];
      if (fieldId === undefined) return;
      await take({ fieldId, procedureCode: null, priority, ...(services.length > 0 && { services }) });
    },
  };
}
