import { parsePersonalNumber } from '../../../../shared/law/ids/personal-number.ts';
import type { TicketRequest } from '../../deps.ts';
import type { Cell } from '../cell.ts';
import type { KioskState } from '../kiosk-state.ts';

/** Twelve figures, and room for the spaces between them. */
const MAX_NUMBER = 20;

/** The id number, where the ward bounds numbers by person [K08]: it goes into the request and is kept nowhere else. */
export function personActions(
  { get, set }: Cell,
  take: (request: TicketRequest) => Promise<void>,
): Pick<KioskState, 'typePerson' | 'givePerson'> {
  return {
    typePerson: (typed) => set({ typed: typed.slice(0, MAX_NUMBER), wrongPerson: false }),
    givePerson: async (text) => {
      const { step, wanted } = get();
      if (step !== 'person' || !wanted) return;
      const number = parsePersonalNumber(text);
      if (!number.ok) return set({ wrongPerson: true });
      set({ typed: '', wrongPerson: false });
      await take({ ...wanted, person: number.value });
    },
  };
}
