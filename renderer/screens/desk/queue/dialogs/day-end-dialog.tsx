import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Icon } from '../../../../parts/icons.tsx';
import { Loading } from '../../../../parts/empty-state.tsx';
import { SmallTable } from '../../../../parts/section.tsx';
import { useHall, useText } from '../../../../store/hooks.ts';
import { firstNumbers, openGroups } from '../rules/counter-rules.ts';
import { QueueTrouble, useOwnTrouble } from '../queue-trouble.tsx';
import { Dialog } from './dialog.tsx';
import classes from './dialogs.module.css';
import type { Ticket } from '../../../../../shared/project/tickets.ts';
import type { DayEnd } from '../../../../store/hall/hall-deps.ts';
import type { OpenGroup } from '../rules/counter-rules.ts';
import type { CounterWork } from '../use-counter.ts';

/** So many numbers of one state are named one by one. */
const SHOWN = 60;

type Props = { readonly work: CounterWork; readonly onClose: () => void };

/** Ends the day: what is still open, what the ward's rules do with it, and what was done [P13]. */
export function DayEndDialog({ work, onClose }: Props) {
  const words = useText().desk.counterDay.end;
  useOwnTrouble();
  const [outcome, setOutcome] = useState<DayEnd | null>(null);
  return (
    <Dialog title={outcome ? words.done : words.title} onClose={onClose}>
      {outcome ? (
        <Outcome outcome={outcome} onClose={onClose} />
      ) : (
        <StillOpen work={work} onDone={setOutcome} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Outcome({ outcome, onClose }: { readonly outcome: DayEnd; readonly onClose: () => void }) {
  const { counterDay, counterWork } = useText().desk;
  return (
    <>
      <p className={classes.good} role="status">
        <Icon name="check" />
        <span>{counterDay.end.outcome(outcome.closed, outcome.carried)}</span>
      </p>
      <div className={classes.buttons}>
        <Button autoFocus onClick={onClose}>
          {counterWork.close}
        </Button>
      </div>
    </>
  );
}

type OpenProps = Props & { readonly onDone: (outcome: DayEnd) => void };

function StillOpen({ work, onDone, onClose }: OpenProps) {
  const { counterDay, counterWork } = useText().desk;
  const words = counterDay.end;
  const day = useHall((hall) => hall.day);
  const endDay = useHall((hall) => hall.endDay);
  const busy = useHall((hall) => hall.busy);
  const [sure, setSure] = useState(false);
  const before = useOpenBefore(day);
  const today = openGroups(
    work.world.tickets.filter((ticket) => ticket.day === day || ticket.queueDay === day),
  );
  if (before === null || !work.loaded) return <Loading words={words.loading} />;
  const earlier = openGroups(before);
  const count = sum([...today, ...earlier]);
  const atCounter = sum(today.filter(({ status }) => status === 'called' || status === 'serving'));
  const end = async () => {
    const outcome = await endDay(day, work.clerk);
    setSure(false);
    if (outcome.ok) onDone(outcome.value.value);
  };
  return (
    <div className={classes.stack}>
      {count === 0 && <p className={classes.hint}>{words.nothing}</p>}
      <Groups title={words.today} groups={today} />
      <Groups title={words.before} groups={earlier} />
      {atCounter > 0 && (
        <p className={classes.warn}>
          <Icon name="warning" size={18} />
          <span>{words.atCounter(atCounter)}</span>
        </p>
      )}
      {count > 0 && <p className={classes.hint}>{words[work.rules.overnight]}</p>}
      <QueueTrouble work={work} />
      {sure && (
        <p className={classes.sure} role="alert">
          {words.sure(count)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" data-first="" onClick={onClose}>
          {counterWork.cancel}
        </Button>
        {count > 0 && (
          <Button aria-busy={busy} onClick={() => (sure ? void end() : setSure(true))}>
            {sure ? words.yes(count) : words.submit}
          </Button>
        )}
      </div>
    </div>
  );
}

function Groups({ title, groups }: { readonly title: string; readonly groups: readonly OpenGroup[] }) {
  const words = useText().desk.counterDay.end;
  if (groups.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <SmallTable
        label={title}
        columns={[words.columns.status, words.columns.numbers, words.columns.count]}
        rows={groups.map(({ status, numbers }) => ({
          id: status,
          cells: [words.statuses[status], firstNumbers(numbers, SHOWN), String(numbers.length)],
        }))}
      />
    </section>
  );
}

function sum(groups: readonly OpenGroup[]): number {
  return groups.reduce((all, { numbers }) => all + numbers.length, 0);
}

/** Open numbers of earlier days; null while they are read. */
function useOpenBefore(day: string): readonly Ticket[] | null {
  const openBefore = useHall((hall) => hall.openBefore);
  const [rows, setRows] = useState<readonly Ticket[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void openBefore(day).then((found) => {
      if (wanted) setRows(found.flatMap(({ state }) => (state ? [state] : [])));
    });
    return () => {
      wanted = false;
    };
  }, [openBefore, day]);
  return rows;
}
