import { isSlip, lookUp } from './look-up.ts';
import type { StoreDeps } from '../deps.ts';
import type { Cell } from './cell.ts';
import type { KioskState } from './kiosk-state.ts';
import type { Tries } from './visit/tries.ts';

/** A slip's whole code is about 230 signs. */
const MAX_CODE = 400;

/** Looking up a dossier at the kiosk; an answer that comes after the person left is not shown to the next. */
export function lookUpActions(
  deps: Pick<StoreDeps, 'host' | 'reads' | 'clock'>,
  { get, set, goTo }: Cell,
  tries: Tries,
): Pick<KioskState, 'startLookUp' | 'typeCode' | 'lookUp'> {
  const { clock } = deps;
  let asked = 0;
  return {
    startLookUp: () => goTo('look-up', { typed: '', answer: null }),
    typeCode: (typed) => set({ typed: typed.slice(0, MAX_CODE), answer: null }),
    lookUp: async (text, how = 'typed') => {
      const wanted = text.trim().slice(0, MAX_CODE);
      if (wanted === '' || get().step === 'printing') return;
      const mine = (asked += 1);
      const isTyped = how === 'typed' && !isSlip(wanted);
      if (isTyped && !tries.areLeft(clock.nowMs()))
        return set({ typed: '', answer: { kind: 'too-many' }, looking: false });
      if (get().step === 'look-up') set({ typed: '', answer: null, looking: true });
      else goTo('look-up', { typed: '', answer: null, looking: true });
      const { visit } = get();
      const answer = await lookUp(deps, wanted);
      if (isTyped && answer.kind === 'not-here') tries.countWrong(clock.nowMs());
      if (mine === asked && get().visit === visit && get().step === 'look-up')
        set({ answer, looking: false });
    },
  };
}
