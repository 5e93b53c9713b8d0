import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { stageNow } from '../../../../shared/law/queue/stages.ts';
import { Loading } from '../../../parts/empty-state.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { useText } from '../../../store/hooks.ts';
import { AbsentList, HeldList } from './lists/aside-lists.tsx';
import { CounterHead } from './counter-head.tsx';
import { useCutOff } from './help/help.tsx';
import { Key, NowServing } from './now-serving.tsx';
import { QueueTrouble, useToldAtTheCall } from './queue-trouble.tsx';
import { WaitingList } from './lists/waiting-list.tsx';
import listClasses from './lists/lists.module.css';
import classes from './queue.module.css';
import type { RefObject } from 'react';
import type { OpenForm } from './acts/open-form.ts';
import type { DeskDialog } from './desk-dialogs.tsx';
import type { CounterWork } from './use-counter.ts';

type QueuePanelProps = {
  readonly work: CounterWork;
  readonly onReceive: () => void;
  readonly onDialog: (dialog: DeskDialog) => void;
};

/** Left of the desk: the counter, who is being served, who comes next, who is set aside. */
export function QueuePanel({ work, onReceive, onDialog }: QueuePanelProps) {
  const { queue: words } = useText().desk;
  const [opened, setForm] = useState<OpenForm | null>(null);
  const form = opened && isStill(opened, work) ? opened : null;
  const toldAtTheCall = useToldAtTheCall(work);
  const column = useRef<HTMLDivElement>(null);
  useTopAfterActs(column, work);
  return (
    <section className={classes.panel} aria-label={words.title}>
      <div ref={column} className={classes.scroll}>
        <CounterHead work={work} onHelp={() => onDialog('help')} />
        <NowServing work={work} form={form} onForm={setForm} onReceive={onReceive} />
        <Button
          className={classes.next}
          data-small={work.serving ? '' : undefined}
          variant={work.serving ? 'default' : 'filled'}
          aria-busy={work.busy}
          onClick={work.callNext}
          leftSection={<Icon name="call" />}
          rightSection={<Key name="F2" />}
        >
          {words.next}
        </Button>
        <Told work={work} />
        <Lists work={work} form={form} onForm={setForm} />
      </div>
      {form === null && !toldAtTheCall && (
        <div className={classes.refused}>
          <QueueTrouble work={work} />
        </div>
      )}
      <PanelFoot onDialog={onDialog} />
    </section>
  );
}

/** A panel about a number stands only as long as the number is where it was. */
function isStill({ ticketId, kind }: OpenForm, { serving, waiting }: CounterWork): boolean {
  if (serving?.id === ticketId) return kind === 'hold' || kind === 'transfer';
  return waiting.some(({ id }) => id === ticketId);
}

/** After a call and every act the number at the counter and the head of the list are in sight again. */
function useTopAfterActs(column: RefObject<HTMLElement | null>, { serving, said }: CounterWork): void {
  const counted = serving ? `${serving.id} ${serving.status} ${stageNow(serving)?.calls ?? 0}` : '';
  useEffect(() => {
    const here = column.current;
    for (const scrolled of here ? [here, ...here.querySelectorAll('[data-scroll]')] : [])
      scrolled.scrollTop = 0;
  }, [column, counted, said]);
}

/** What was done, and what a clerk has to know before the next call. */
function Told({ work }: { readonly work: CounterWork }) {
  const { queue: words, counterWork: more } = useText().desk;
  const isCutOff = useCutOff();
  return (
    <>
      <p className={classes.said} role="status">
        {work.said !== '' && (
          <>
            <Icon name="check" size={16} />
            <span>{work.said}</span>
          </>
        )}
      </p>
      {isCutOff && (
        <p className={classes.cutOff} title={more.cutOff}>
          <Icon name="cloud-off" size={16} />
          <span aria-hidden="true">{more.cutOffShort}</span>
          <span className={classes.hidden}>{more.cutOff}</span>
        </p>
      )}
      {work.doubled.map(({ id, number }) => (
        <p key={id} className={classes.doubled} role="status">
          <Icon name="warning" size={18} />
          {words.doubled(number)}
        </p>
      ))}
    </>
  );
}

const lists = ['waiting', 'held', 'absent'] as const;

type ListsProps = {
  readonly work: CounterWork;
  readonly form: OpenForm | null;
  readonly onForm: (form: OpenForm | null) => void;
};

/** Who waits, who was set aside, who did not come: one list at a time. */
function Lists({ work, form, onForm }: ListsProps) {
  const { queue: words, counterWork: more } = useText().desk;
  const [list, setList] = useState<(typeof lists)[number]>('waiting');
  const isOpen = form !== null && form.ticketId !== work.serving?.id;
  return (
    <>
      <h2 className={classes.hidden}>{words.waiting(work.waiting.length)}</h2>
      <div className={listClasses.tabs} role="group" aria-label={more.lists.label}>
        {lists.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={list === each}
            data-list={each}
            onClick={() => setList(each)}
          >
            {more.lists[each](work[each].length)}
          </button>
        ))}
      </div>
      <div
        className={classes.list}
        data-scroll=""
        data-open={isOpen ? '' : undefined}
        role="group"
        aria-label={more.lists[list](work[list].length)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard, also where it has no row
        tabIndex={work[list].length === 0 ? 0 : -1}
      >
        {!work.loaded && <Loading words={words.loading} />}
        {work.loaded && list === 'waiting' && <WaitingList work={work} form={form} onForm={onForm} />}
        {work.loaded && list === 'held' && <HeldList work={work} />}
        {work.loaded && list === 'absent' && <AbsentList work={work} />}
      </div>
    </>
  );
}

function PanelFoot({ onDialog }: Pick<QueuePanelProps, 'onDialog'>) {
  const { giving, counterDay } = useText().desk;
  return (
    <div className={classes.foot}>
      <button type="button" title="F9" onClick={() => onDialog('queue')}>
        {giving.open}
      </button>
      <button type="button" onClick={() => onDialog('appointments')}>
        {giving.appointments.open}
      </button>
      <button type="button" onClick={() => onDialog('day-end')}>
        {counterDay.end.open}
      </button>
    </div>
  );
}
