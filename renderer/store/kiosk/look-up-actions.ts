import { lookUp } from './look-up.ts';
import type { StoreDeps } from '../deps.ts';
import type { Cell } from './cell.ts';
import type { KioskState } from './kiosk-state.ts';

/** A slip's whole code is about 230 signs. */
const MAX_CODE = 400;

/** Looking up a dossier at the kiosk; an answer that comes after the person left is not shown to the next. */
export function lookUpActions(
  deps: Pick<StoreDeps, 'host' | 'reads'>,
  { get, set, goTo }: Cell,
): Pick<KioskState, 'startLookUp' | 'typeCode' | 'lookUp'> {
  let asked = 0;
  return {
    startLookUp: () => goTo('look-up', { typed: '', answer: null }),
    typeCode: (typed) => set({ typed: typed.slice(0, MAX_CODE), answer: null }),
    lookUp: async (text) => {
      const wanted = text.trim().slice(0, MAX_CODE);
      if (wanted === '' || get().step === 'printing') return;
      const mine = (asked += 1);
      if (get().step === 'look-up') set({ typed: '', answer: null, looking: true });
      else goTo('look-up', { typed: '', answer: null, looking: true });
      const { visit } = get();
      const answer = await lookUp(deps, wanted);
      if (mine === asked && get().visit === visit && get().step === 'look-up')
        set({ answer, looking: false });
    },
  };
}
