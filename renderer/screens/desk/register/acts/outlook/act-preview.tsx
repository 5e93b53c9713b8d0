import { getNonce } from 'get-nonce';
import { useDeferredValue, useMemo, useState } from 'react';
import { toIso } from '../../../../../../shared/basics/time.ts';
import { papersOf } from '../../../../../../shared/slip/acts/dossier-papers.ts';
import { drawPaper } from '../../../../../../shared/slip/acts/draw-paper.ts';
import { SlipPreview } from '../../../../../slip/slip-preview.tsx';
import { paperWorldOf } from '../../../../../store/dossier/paper-world.ts';
import { useDossiers, useSession, useStores, useText } from '../../../../../store/hooks.ts';
import classes from '../acts.module.css';
import type { Fact } from '../../../../../../shared/event/facts.ts';
import type { Dossier } from '../../../../../../shared/project/dossiers.ts';
import type { PaperKind } from '../../../../../../shared/slip/acts/dossier-papers.ts';
import type { Slip } from '../../../../../../shared/slip/slip.ts';

type Props = { readonly dossier: Dossier; readonly fact: Fact | null };

/** The paper of an act as it will be, following what is typed; nothing where the act makes none of its own. */
export function ActPreview({ dossier, fact }: Props) {
  const { desk } = useText().life;
  const [open, setOpen] = useState(false);
  const shown = useDrawn(dossier, useDeferredValue(fact));
  if (!shown) return null;
  const name = desk.papers.names[shown.kind];
  return (
    <details className={classes.preview} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{desk.preview}</summary>
      {open && <SlipPreview slip={shown.slip} nonce={getNonce() ?? ''} label={desk.previewOf(name)} />}
    </details>
  );
}

function useDrawn(
  dossier: Dossier,
  fact: Fact | null,
): { readonly slip: Slip; readonly kind: PaperKind } | null {
  const { host, clock } = useStores();
  const actor = useSession((session) => session.clerk?.id ?? null);
  const persons = useDossiers((state) => state.persons);
  const receivers = useDossiers((state) => state.receivers);
  const arrivals = useDossiers((state) => state.arrivals);
  return useMemo(() => {
    if (!fact) return null;
    const known = paperWorldOf({ persons, receivers, arrivals }, dossier, host.hello().ward);
    if (!known) return null;
    const world = { ...known, events: [...known.events, { actor, wall: toIso(clock.nowMs()), fact }] };
    const paper = papersOf(world.events).find((one) => one.fact === fact);
    if (!paper || paper.kind === 'control') return null;
    return { slip: drawPaper(paper, world, { copyNo: 1, reprint: null }), kind: paper.kind };
  }, [fact, persons, receivers, arrivals, dossier, host, actor, clock]);
}
