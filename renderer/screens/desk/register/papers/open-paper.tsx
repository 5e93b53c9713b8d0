import { getNonce } from 'get-nonce';
import { useEffect, useMemo, useRef } from 'react';
import { drawPaper } from '../../../../../shared/slip/acts/draw-paper.ts';
import { SlipPreview } from '../../../../slip/slip-preview.tsx';
import { paperWorldOf } from '../../../../store/dossier/paper-world.ts';
import { useDossiers, useSession, useStores, useText } from '../../../../store/hooks.ts';
import { PrintButton } from '../../../printing/print-button.tsx';
import { PrintFate } from '../../../printing/print-fate.tsx';
import printed from '../../../printing/printing.module.css';
import classes from './papers.module.css';
import type { Dossier } from '../../../../../shared/project/dossiers.ts';
import type { DossierPaper } from '../../../../../shared/slip/acts/dossier-papers.ts';
import type { Slip } from '../../../../../shared/slip/slip.ts';
import type { FormTry } from '../../../../store/dossier/dossier-state.ts';

type Props = {
  readonly dossier: Dossier;
  readonly paper: DossierPaper;
  /** It was made a moment ago: Enter prints it. */
  readonly focus: boolean;
};

const NO_TRIES: readonly FormTry[] = [];

/** One paper of an act: as it will look, and printing it; again only with a reason, marked on the paper. */
export function OpenPaper({ dossier, paper, focus }: Props) {
  const words = useText().life.desk.papers;
  const name = words.names[paper.kind];
  const slip = useSlip(dossier, paper);
  const printForm = useDossiers((state) => state.printForm);
  const all = useDossiers((state) => state.formPrints[dossier.id] ?? NO_TRIES);
  const tries = all.filter(({ key }) => key === paper.key);
  const mayPrint = useSession((session) => session.clerk?.role !== 'inspector');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!focus) return;
    button.current?.focus();
    button.current?.scrollIntoView({ block: 'nearest' });
  }, [focus]);
  if (!slip)
    return (
      <div className={classes.paper}>
        {paper.lost && <p className={classes.voidWhy}>{words.voidWhy}</p>}
        <p className={classes.soft}>{dossier.erasedAt === null ? words.closed : words.erased}</p>
      </div>
    );
  const copies = paper.printed.map((_, index) => index + 1);
  const missing = copies.filter((copyNo) => paper.printed[copyNo - 1] === 0);
  const printing = tries.some(({ outcome }) => outcome === null);
  const print = (which: readonly number[], reason: string) => {
    if (!printing) void printForm(dossier.id, paper.key, which, reason);
  };
  const label =
    missing.length === copies.length
      ? words.print(copies.length)
      : missing.length > 0
        ? words.printMissing
        : words.again(copies.length);
  return (
    <div className={classes.paper}>
      {paper.lost && <p className={classes.voidWhy}>{words.voidWhy}</p>}
      {mayPrint && !paper.lost && (
        <PrintButton
          ref={button}
          words={{ label, title: words.reasonTitle(name) }}
          again={missing.length === 0}
          printing={printing}
          onPrint={(reason) => print(missing.length === 0 ? copies : missing, reason)}
        />
      )}
      {tries.length > 0 && (
        <ul className={printed.tries} aria-live="polite">
          {tries
            .toSorted((a, b) => a.copyNo - b.copyNo)
            .map((made) => (
              <li key={made.copyNo}>
                <span>
                  {copies.length > 1 ? words.copy(made.copyNo) : words.one}
                  {made.reprint > 0 && <span className={classes.soft}> · {words.reprint(made.reprint)}</span>}
                </span>
                <PrintFate outcome={made.outcome} />
              </li>
            ))}
        </ul>
      )}
      <SlipPreview slip={slip} nonce={getNonce() ?? ''} label={name} />
    </div>
  );
}

function useSlip(dossier: Dossier, paper: DossierPaper): Slip | null {
  const { host } = useStores();
  const persons = useDossiers((state) => state.persons);
  const receivers = useDossiers((state) => state.receivers);
  const arrivals = useDossiers((state) => state.arrivals);
  return useMemo(() => {
    const world = paperWorldOf({ persons, receivers, arrivals }, dossier, host.hello().ward);
    return world && drawPaper(paper, world, { copyNo: 1, reprint: null });
  }, [persons, receivers, arrivals, dossier, paper, host]);
}
