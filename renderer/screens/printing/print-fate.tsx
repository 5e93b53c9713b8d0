import { troubleWords } from '../../../shared/text/trouble-words.ts';
import { Badge } from '../../parts/status-badge.tsx';
import { useFate, useText } from '../../store/hooks.ts';
import classes from './printing.module.css';
import type { PrintTry } from '../../store/dossier/dossier-state.ts';

type Props = {
  /** Null while it is being printed. */
  readonly outcome: PrintTry['outcome'];
  /** The only paper in sight: where it went and what to do next stand beside it. */
  readonly full?: boolean;
};

/** What became of one copy, said as it is, also what is heard of it later; a fault in words, with its code. */
export function PrintFate({ outcome: first, full = false }: Props) {
  const { desk, trouble } = useText();
  const words = desk.slips;
  const outcome = useFate(first);
  if (outcome === null) return <Badge tone="paused" icon="printer" words={words.printing} />;
  const state = outcome.ok ? outcome.value.state : 'failed';
  const code = outcome.ok ? outcome.value.code : outcome.error.code;
  const where = outcome.ok ? outcome.value.where : undefined;
  return (
    <>
      <Badge
        tone={state === 'confirmed' || state === 'spooled' ? 'ok' : state === 'queued' ? 'warn' : 'late'}
        icon={state === 'confirmed' ? 'check' : state === 'failed' ? 'warning' : 'printer'}
        words={words.states[state]}
      />
      {full && where !== undefined && state !== 'failed' && (
        <span className={classes.where} title={lastOfPath(where)}>
          {lastOfPath(where)}
        </span>
      )}
      {full && state === 'spooled' && <span className={classes.hint}>{words.spooledHint}</span>}
      {code !== undefined && (
        <span className={classes.why}>
          {troubleWords({ code }, trouble).what} {full && words.failedHint}{' '}
          <span className={classes.soft}>{words.fault(code)}</span>
        </span>
      )}
    </>
  );
}

/** A folder of this machine tells a clerk nothing; the file's name finds the paper again. */
function lastOfPath(where: string): string {
  return where.split(/[\\/]/).at(-1) ?? where;
}
