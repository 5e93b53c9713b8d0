import { useCallback, useEffect } from 'react';
import { wardDay } from '../../../../../shared/basics/time.ts';
import { readCard } from '../../../../../shared/law/ids/card-repair.ts';
import { isCodeText, isSlipText } from '../../../../store/find/desk-slip.ts';
import { useDossiers, useFind, useStores } from '../../../../store/hooks.ts';
import { useShortcuts } from '../../shortcuts.tsx';
import { useWedge } from '../scan/use-wedge.ts';
import type { Who } from '../../../../store/intake/intake-state.ts';

/** Scanners of both kinds, and the key that uses an earlier dossier's details again, for as long as a reception is in view. */
export function useIntakeHelps(): void {
  const { intake, clock } = useStores();
  const takeCard = useDossiers((state) => state.takeScan);
  const takeSlip = useFind((state) => state.takeSlip);
  const dropSlip = useFind((state) => state.dropSlip);
  const takeScan = useCallback(
    (text: string, who: Who | null, retyped = false, isBehind = false) => {
      // What an input method had its hands in could look forged.
      if ((isSlipText(text) || isCodeText(text)) && !retyped) return void takeSlip(text);
      if (isBehind) return;
      dropSlip();
      takeCard(text, who, retyped);
    },
    [takeCard, takeSlip, dropSlip],
  );
  const known = useDossiers((state) => state.known);
  const reuseKnown = useDossiers((state) => state.reuseKnown);
  const read = (text: string) => readCard(text, wardDay(clock.nowMs()));
  const isCard = (text: string) => read(text).ok;
  const isNamed = (text: string) => isTold(read(text));
  useWedge({
    kinds: [isCard, isCodeText, (text) => WHOLE.test(text) && isNamed(text), isNamed],
    onScan: takeScan,
  });
  useEffect(
    () =>
      intake.onScan((text) => {
        // Several windows of this machine hear the scanner; it is meant for the one in view.
        if (document.visibilityState === 'visible') takeScan(text, null);
      }),
    [intake, takeScan],
  );
  useShortcuts({
    F10: () => {
      for (const { who } of known) reuseKnown(who);
    },
  });
}

/** How the codes that people scan begin; what lacks it is the end of one. */
const WHOLE = /^(\d{12}\||[A-Z]{2}\d{13}\||MCS\d)/i;

/** Whether it is plain which code a text is, even when it is none that is wanted here. */
function isTold(read: ReturnType<typeof readCard>): boolean {
  return !read.ok && read.error.code !== 'card-qr-layout' && read.error.code !== 'card-qr-field';
}
