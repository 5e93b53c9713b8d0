import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { drillProgress, drillSteps } from '../../../shared/report/outage/drill-steps.ts';
import { Icon } from '../../parts/icons.tsx';
import { useLink, useOutage, useText } from '../../store/hooks.ts';
import classes from './drill.module.css';
import type { DrillCuts } from '../../../shared/bridge/outage.ts';

const NOTHING_CUT: DrillCuts = { line: false, printer: false, host: false };

/** Stands on every page of a drill: says that nothing here has any value, and lets the trainer cut and mend. */
export function DrillBanner() {
  const words = useText().outage.drill;
  const hostUp = useLink((link) => link.hostUp);
  return (
    <p className={classes.banner} data-drill role="status">
      <Icon name="warning" size={18} />
      <strong>{words.banner}</strong>
      {!hostUp && <span>{words.gone}</span>}
    </p>
  );
}

/** The trainer's panel: what is cut, and which steps of the exercise are done. */
export function DrillPanel() {
  const words = useText().outage.drill;
  const [open, setOpen] = useState(true);
  const progress = useProgress();
  const done = drillSteps.filter((step) => progress[step]).length;
  return (
    <aside className={classes.panel} aria-label={words.panel} data-open={open ? '' : undefined}>
      <button type="button" className={classes.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span>
          <span className={classes.hidden}>{open ? words.hide : words.show}: </span>
          {words.panel}
        </span>
        <strong>{words.progress(done, drillSteps.length)}</strong>
      </button>
      {open && (
        <div className={classes.body}>
          <Cuts />
          <ol className={classes.steps}>
            {drillSteps.map((step) => (
              <li key={step} data-step={step} data-done={progress[step] ? '' : undefined}>
                <Icon name={progress[step] ? 'check' : 'clock'} size={16} />
                <span>
                  {words.steps[step]}
                  <span className={classes.hidden}>: {progress[step] ? words.done : words.open_}</span>
                </span>
              </li>
            ))}
          </ol>
          <p role="status" className={classes.result}>
            <strong>{words.result}:</strong>{' '}
            {done === drillSteps.length ? words.resultFine : words.resultOpen}
          </p>
          <a href="#/outage">{words.reconcileLink}</a>
        </div>
      )}
    </aside>
  );
}

function Cuts() {
  const words = useText().outage.drill;
  const cuts = useLink((link) => link.status?.drill ?? NOTHING_CUT);
  const hostUp = useLink((link) => link.hostUp);
  const cut = useOutage((state) => state.cut);
  const what: readonly (keyof DrillCuts)[] = ['line', 'printer', 'host'];
  return (
    <div className={classes.cuts} role="group">
      {what.map((one) => (
        <Button
          key={one}
          size="compact-md"
          variant={cuts[one] ? 'filled' : 'default'}
          aria-pressed={cuts[one]}
          disabled={!hostUp || (one === 'host' && cuts.host)}
          onClick={() => void cut(one, !cuts[one])}
        >
          {cuts[one] ? words.mend[one] : words.cut[one]}
        </Button>
      ))}
    </div>
  );
}

function useProgress() {
  const look = useOutage((state) => state.look);
  const readAll = useOutage((state) => state.readAll);
  const all = useOutage((state) => state.all);
  const outages = useOutage((state) => state.outages);
  const held = useLink((link) => link.held);
  const above = useLink((link) => link.status?.district.held ?? {});
  const printers = useLink((link) => link.status?.printers.map(({ state }) => state).join(' '));
  useEffect(() => void look().then(readAll), [look, readAll, held, above, printers]);
  return drillProgress(all, outages ?? [], above);
}
