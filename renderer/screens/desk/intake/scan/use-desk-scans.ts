import { useEffect, useLayoutEffect, useRef } from 'react';
import { isCodeText, isSlipText } from '../../../../store/find/desk-slip.ts';
import { useDossiers, useFind, useStores } from '../../../../store/hooks.ts';
import { useWedge } from './use-wedge.ts';

/** A card's beginning; at the desk it is told where it is read, and never typed into anything. */
const isCardText = (text: string): boolean => /^\d{12}\|/.test(text);

/** Scanners of both kinds heard on the whole desk of a signed-in clerk: a slip opens its dossier, or is told for what it is. */
export function useDeskScans(isReception: boolean): void {
  const { intake } = useStores();
  const takeSlip = useFind((state) => state.takeSlip);
  const choose = useFind((state) => state.choose);
  const held = useFind((state) => state.held);
  const setSearch = useDossiers((state) => state.setSearch);
  const take = async (text: string, retyped: boolean, isBehind: boolean) => {
    // What an input method had its hands in could look forged: an empty text is no slip.
    const slip = await takeSlip(retyped ? '' : text);
    // What is half typed anywhere is not left for a scan; the note says what it was.
    if (!slip?.dossier || isBehind || held !== null || document.querySelector('main form')) return;
    setSearch('');
    choose({ kind: 'dossier', id: slip.dossier.id, dossier: slip.dossier });
  };
  const latest = useRef(take);
  useLayoutEffect(() => {
    latest.current = take;
  });
  useWedge(
    {
      kinds: [isCodeText, isSlipText, isCardText],
      onScan: (text, _who, retyped, isBehind) => void take(text, retyped, isBehind),
    },
    true,
  );
  useEffect(() => {
    if (isReception) return undefined;
    return intake.onScan((text) => {
      // Several windows of this machine hear the scanner; it is meant for the one in view.
      const isBehind = document.querySelector('dialog[open]') !== null;
      if (document.visibilityState === 'visible') void latest.current(text, false, isBehind);
    });
  }, [intake, isReception]);
}
