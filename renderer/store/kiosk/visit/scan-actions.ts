import { nameScanned } from './scanned.ts';
import { wardDay } from '../../../../shared/basics/time.ts';
import type { PageClock } from '../../deps.ts';
import type { Cell } from '../cell.ts';
import type { KioskState } from '../kiosk-state.ts';

/** Takes what a scanner typed to where it belongs, wherever the person is; what belongs nowhere is named [KI13]. */
export function scanActions(clock: PageClock, { get, set }: Cell): Pick<KioskState, 'scan' | 'closeScanned'> {
  return {
    scan: async (text) => {
      const kiosk = get();
      const { step } = kiosk;
      if (step === 'printing' || text.trim() === '') return;
      const code = nameScanned(text);
      // A scanner types into whatever is open; nothing of a card may stay there.
      set({ typed: '', strange: null });
      if (code.kind === 'dossier') return kiosk.lookUp(code.text, 'scanned');
      if (code.kind === 'appointment') return kiosk.findAppointment(code.code, 'scanned');
      if (code.kind === 'id-card' && step === 'person') return kiosk.givePerson(code.number);
      if (code.kind !== 'ticket') return set({ strange: code.kind });
      if (code.day === wardDay(clock.nowMs())) return kiosk.findNumber(code.number, 'scanned');
      set({ strange: 'other-ticket' });
    },
    closeScanned: () => set({ strange: null }),
  };
}
