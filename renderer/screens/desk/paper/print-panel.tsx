import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { Badge } from '../../../parts/status-badge.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { troubleWords } from '../../../../shared/text/trouble-words.ts';
import { cameOut } from '../../../store/dossier/slip-actions.ts';
import { useDossiers, useFate, useText } from '../../../store/hooks.ts';
import { useKeysWithin, useShortcuts } from '../shortcuts.tsx';
import classes from './paper.module.css';
import type { CopyNo, PrintTry } from '../../../store/dossier/dossier-state.ts';

const COPIES = [1, 2] as const satisfies readonly CopyNo[];
const NO_TRIES: readonly PrintTry[] = [];
const NONE_OUT = [0, 0] as const;

/** What became of the two copies, said as it is; and printing them, again if need be. */
export function PrintPanel({ dossierId }: { readonly dossierId: string }) {
  const words = useText().desk.slips;
  const tries = useDossiers((state) => state.prints[dossierId] ?? NO_TRIES);
  const copies = useDossiers(
    (state) => state.dossiers?.find(({ id }) => id === dossierId)?.state?.copies ?? NONE_OUT,
  );
  const printSlips = useDossiers((state) => state.printSlips);
  const [asking, setAsking] = useState(false);
  const printing = tries.some(({ outcome }) => outcome === null);
  const missing = COPIES.filter((copyNo) => !isOut(tries, copyNo) && copies[copyNo - 1] === 0);
  const press = () => {
    if (printing) return;
    if (missing.length === 0) setAsking(true);
    else void printSlips(dossierId, missing, '');
  };
  useShortcuts({ F8: press });
  return (
    <section className={classes.print} aria-label={words.previewTitle}>
      {tries.length > 0 && (
        <ul className={classes.tries} aria-live="polite">
          {COPIES.map((copyNo) => (
            <Copy key={copyNo} copyNo={copyNo} made={tries.find((each) => each.copyNo === copyNo)} />
          ))}
        </ul>
      )}
      {asking ? (
        <AskReason
          onReason={(reason) => {
            setAsking(false);
            void printSlips(dossierId, COPIES, reason);
          }}
          onClose={() => setAsking(false)}
        />
      ) : (
        <Button
          variant={missing.length > 0 ? 'filled' : 'default'}
          loading={printing}
          leftSection={<Icon name="printer" />}
          rightSection={<kbd className={classes.kbd}>F8</kbd>}
          onClick={press}
        >
          {missing.length === 2
            ? words.printBoth
            : missing.length === 1
              ? words.printMissing
              : words.printAgain}
        </Button>
      )}
    </section>
  );
}

function Copy({ copyNo, made }: { readonly copyNo: CopyNo; readonly made: PrintTry | undefined }) {
  const text = useText();
  const words = text.desk.slips;
  const outcome = useFate(made?.outcome ?? null);
  const state = outcome === null ? null : outcome.ok ? outcome.value.state : 'failed';
  const code = outcome === null ? null : outcome.ok ? (outcome.value.code ?? null) : outcome.error.code;
  const where = outcome?.ok === true ? outcome.value.where : undefined;
  return (
    <li className={classes.try}>
      <span className={classes.tryName}>
        {words.copies[copyNo]}
        {made && made.reprint > 0 && <span className={classes.soft}> · {words.reprint(made.reprint)}</span>}
      </span>
      {!made && <span className={classes.soft}>{words.notPrinted}</span>}
      {made && state === null && <Badge tone="paused" icon="printer" words={words.printing} />}
      {state !== null && (
        <Badge
          tone={state === 'confirmed' || state === 'spooled' ? 'ok' : state === 'queued' ? 'warn' : 'late'}
          icon={state === 'confirmed' ? 'check' : state === 'failed' ? 'warning' : 'printer'}
          words={words.states[state]}
        />
      )}
      {where !== undefined && state !== 'failed' && (
        <span className={classes.where} title={lastOfPath(where)}>
          {lastOfPath(where)}
        </span>
      )}
      {state === 'spooled' && <span className={classes.hint}>{words.spooledHint}</span>}
      {code !== null && (
        <span className={classes.why}>
          {troubleWords({ code }, text.trouble).what} {words.failedHint}{' '}
          <span className={classes.soft}>{words.fault(code)}</span>
        </span>
      )}
    </li>
  );
}

type AskReasonProps = { readonly onReason: (reason: string) => void; readonly onClose: () => void };

/** A reprint needs a reason; it stands in the record, the mark stands on the paper. */
function AskReason({ onReason, onClose }: AskReasonProps) {
  const words = useText().desk.slips;
  const box = useRef<HTMLDivElement>(null);
  useKeysWithin(box, (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  });
  return (
    <div ref={box} className={classes.ask} role="group" aria-label={words.reasonTitle}>
      <p>
        <strong>{words.reasonTitle}</strong>
        <br />
        {words.reasonHint}
      </p>
      <div className={classes.reasons}>
        {Object.entries(words.reasons).map(([code, reason], index) => (
          <Button
            key={code}
            variant="default"
            size="sm"
            autoFocus={index === 0}
            onClick={() => onReason(reason)}
          >
            {reason}
          </Button>
        ))}
        <Button variant="subtle" size="sm" onClick={onClose}>
          {words.reasonNo}
        </Button>
      </div>
    </div>
  );
}

/** A folder of this machine tells a clerk nothing; the file's name finds the paper again. */
function lastOfPath(where: string): string {
  return where.split(/[\\/]/).at(-1) ?? where;
}

function isOut(tries: readonly PrintTry[], copyNo: CopyNo): boolean {
  return tries.some((made) => made.copyNo === copyNo && cameOut(made.outcome));
}
