import { Button } from '@mantine/core';
import { getNonce } from 'get-nonce';
import { useEffect, useMemo, useRef, useState } from 'react';
import { drawPaper } from '../../../../../shared/slip/acts/draw-paper.ts';
import { troubleWords } from '../../../../../shared/text/trouble-words.ts';
import { Badge } from '../../../../parts/status-badge.tsx';
import { Icon } from '../../../../parts/icons.tsx';
import { SlipPreview } from '../../../../slip/slip-preview.tsx';
import { paperWorldOf } from '../../../../store/dossier/paper-world.ts';
import { useDossiers, useFate, useSession, useStores, useText } from '../../../../store/hooks.ts';
import { AskReason } from './ask-reason.tsx';
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
  const [asking, setAsking] = useState(false);
  const mayPrint = useSession((session) => session.clerk?.role !== 'inspector');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!focus) return;
    button.current?.focus();
    button.current?.scrollIntoView({ block: 'nearest' });
  }, [focus]);
  if (!slip) return <p className={classes.soft}>{dossier.erasedAt === null ? words.closed : words.erased}</p>;
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
      {asking ? (
        <AskReason
          title={words.reasonTitle(name)}
          onReason={(reason) => {
            setAsking(false);
            print(copies, reason);
          }}
          onClose={() => setAsking(false)}
        />
      ) : !mayPrint ? null : (
        <Button
          ref={button}
          size="sm"
          variant={missing.length > 0 ? 'filled' : 'default'}
          loading={printing}
          leftSection={<Icon name="printer" />}
          onClick={() => (missing.length > 0 ? print(missing, '') : setAsking(true))}
        >
          {label}
        </Button>
      )}
      {tries.length > 0 && (
        <ul className={classes.tries} aria-live="polite">
          {tries
            .toSorted((a, b) => a.copyNo - b.copyNo)
            .map((made) => (
              <Try key={made.copyNo} made={made} several={copies.length > 1} />
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

/** What became of one copy, said as it is. */
function Try({ made, several }: { readonly made: FormTry; readonly several: boolean }) {
  const text = useText();
  const words = text.life.desk.papers;
  const { slips } = text.desk;
  const { copyNo, reprint } = made;
  const outcome = useFate(made.outcome);
  const state = outcome === null ? null : outcome.ok ? outcome.value.state : 'failed';
  const code = outcome === null ? null : outcome.ok ? (outcome.value.code ?? null) : outcome.error.code;
  return (
    <li>
      <span>
        {several ? words.copy(copyNo) : words.one}
        {reprint > 0 && <span className={classes.soft}> · {words.reprint(reprint)}</span>}
      </span>
      {state === null ? (
        <Badge tone="paused" icon="printer" words={slips.printing} />
      ) : (
        <Badge
          tone={state === 'confirmed' || state === 'spooled' ? 'ok' : state === 'queued' ? 'warn' : 'late'}
          icon={state === 'confirmed' ? 'check' : state === 'failed' ? 'warning' : 'printer'}
          words={slips.states[state]}
        />
      )}
      {code !== null && (
        <span className={classes.why}>
          {troubleWords({ code }, text.trouble).what}{' '}
          <span className={classes.soft}>{slips.fault(code)}</span>
        </span>
      )}
    </li>
  );
}
