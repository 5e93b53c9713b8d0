import { Button } from '@mantine/core';
import { elapsedMs, parseInstant } from '../../../../shared/basics/time.ts';
import { Icon } from '../../../parts/icons.tsx';
import { useStores, useText } from '../../../store/hooks.ts';
import { useNowMs } from '../../staff-frame.tsx';
import { ServingForm } from './acts/act-forms.tsx';
import { recallOf } from './rules/counter-rules.ts';
import { useServiceName } from './names.ts';
import { useToldAtTheCall } from './queue-trouble.tsx';
import { Matter, Standing, Twice } from './ticket-marks.tsx';
import { useSeconds } from './use-seconds.ts';
import classes from './queue.module.css';
import type { Ticket } from '../../../../shared/project/tickets.ts';
import type { OpenForm } from './acts/open-form.ts';
import type { CounterWork } from './use-counter.ts';

const MINUTE_MS = 60_000;
/** So long a call that may be a mistake is offered back in plain sight. */
const FRESH_MS = 20_000;

type NowProps = {
  readonly work: CounterWork;
  readonly form: OpenForm | null;
  readonly onForm: (form: OpenForm | null) => void;
  readonly onReceive: () => void;
};

/** Who stands at the counter or is on the way there, and everything that can be done with the number. */
export function NowServing(props: NowProps) {
  const words = useText().desk.queue;
  const { serving } = props.work;
  if (serving) return <Now key={serving.id} {...props} serving={serving} />;
  // A counter that is shut says so above; asking for a call here would contradict it.
  if (props.work.counterDay && props.work.counterDay.status !== 'open') return null;
  return (
    <div className={classes.now} data-empty="">
      <p className={classes.nowTitle}>{words.nobody}</p>
      <p className={classes.soft}>{words.nobodyHint}</p>
    </div>
  );
}

function Now({ work, form, onForm, onReceive, serving }: NowProps & { readonly serving: Ticket }) {
  const { queue: words, counterWork: more } = useText().desk;
  return (
    <div className={classes.now}>
      <div className={classes.nowWho}>
        <p className={classes.number} aria-live="polite">
          {serving.number}
        </p>
        <p className={classes.nowField}>
          <NowTitle serving={serving} work={work} />
          <Twice ticket={serving} />
          <Standing ticket={serving} named />
          <Matter ticket={serving} />
          <Why ticket={serving} />
        </p>
      </div>
      <NextService ticket={serving} />
      <CallButtons work={work} serving={serving} />
      <div className={classes.more} role="group" aria-label={more.more(serving.number)}>
        <Undo work={work} serving={serving} />
        <MoreActs serving={serving} form={form} onForm={onForm} />
      </div>
      {form?.ticketId === serving.id && (
        <ServingForm work={work} form={form} ticket={serving} onForm={onForm} />
      )}
      <Button
        className={classes.receive}
        variant="light"
        size="sm"
        fullWidth
        onClick={onReceive}
        leftSection={<Icon name="document" size={18} />}
        rightSection={<Key name="F4" />}
      >
        {words.receive}
      </Button>
    </div>
  );
}

function NowTitle({ serving, work }: { readonly serving: Ticket; readonly work: CounterWork }) {
  const { queue: words, counterWork: more } = useText().desk;
  const nowMs = useNowMs();
  const minutesSince = (at: string | null) =>
    Math.floor(elapsedMs(parseInstant(at ?? '') ?? nowMs, nowMs) / MINUTE_MS);
  if (serving.status === 'serving') {
    return (
      <span className={classes.nowTitle}>
        {more.serving} <span>· {more.startedFor(minutesSince(serving.startedAt))}</span>
      </span>
    );
  }
  const { call, most } = recallOf(serving, work.rules, nowMs);
  return (
    <span className={classes.nowTitle}>
      {words.now}{' '}
      <span>
        · {most === null ? more.call(call) : more.callOf(call, most)} ·{' '}
        {more.calledFor(minutesSince(serving.calledAt))}
      </span>
    </span>
  );
}

/** Why it was called when it was, where nothing else on the screen tells it. */
function Why({ ticket: { stages, status } }: { readonly ticket: Ticket }) {
  const words = useText().desk.counterWork.why;
  const why = stages.findLast(({ kind }) => kind === 'called' || kind === 'serving')?.why ?? null;
  if (why === null || why === 'next' || why === 'priority' || why === 'appointment') return null;
  if (why !== 'direct' && status !== 'called') return null;
  return <span className={classes.soft}>{words[why]}</span>;
}

/** The visit goes on with this, when this part is done [K14]. */
function NextService({ ticket: { services } }: { readonly ticket: Ticket }) {
  const words = useText().desk.counterWork;
  const serviceName = useServiceName();
  const [next, ...others] = services;
  if (!next) return null;
  return (
    <p className={classes.nextService}>
      <Icon name="next" size={16} />
      <span>
        {words.nextService(serviceName(next))}
        {others.length > 0 && ` ${words.moreServices(others.length)}`}
      </span>
    </p>
  );
}

/** Start, recall, done, absent: what the state allows, each with its key. */
function CallButtons({ work, serving }: { readonly work: CounterWork; readonly serving: Ticket }) {
  const { queue: words, counterWork: more } = useText().desk;
  const { clock } = useStores();
  const isCalled = serving.status === 'called';
  // Counted by the second only as long as the lock-out may last.
  const isLocked = isCalled && recallOf(serving, work.rules, clock.nowMs()).state === 'locked';
  const recall = recallOf(serving, work.rules, useSeconds(isLocked));
  const isAsked = useToldAtTheCall(work);
  const isPart = serving.services.length > 0;
  const done = (
    <Button
      variant={isCalled ? 'default' : 'filled'}
      size="sm"
      onClick={() => work.finish('served')}
      disabled={work.busy}
      rightSection={isPart && isCalled ? undefined : <Key name="F7" />}
    >
      {isPart ? more.finishOne : words.done}
    </Button>
  );
  if (!isCalled) return <div className={classes.acts}>{done}</div>;
  return (
    <>
      <div className={classes.acts} data-two="">
        <Button
          size="sm"
          title={more.startWhy}
          onClick={work.start}
          disabled={work.busy}
          rightSection={<Key name="F3" />}
        >
          {more.start}
        </Button>
        <Button
          variant="default"
          size="sm"
          onClick={work.callAgain}
          disabled={work.busy || recall.state !== 'ready'}
          aria-describedby={recall.state === 'ready' ? undefined : 'recall-why'}
          rightSection={
            recall.state === 'locked' ? <Key name={`${String(recall.seconds)} s`} /> : <Key name="⇧F2" />
          }
        >
          {words.again}
        </Button>
        {done}
        <Button
          variant="default"
          size="sm"
          onClick={() => work.finish('absent')}
          disabled={work.busy}
          rightSection={<Key name="⇧F7" />}
        >
          {words.absent}
        </Button>
      </div>
      {recall.state !== 'ready' && (
        <p
          id="recall-why"
          className={recall.state === 'used' || isAsked ? classes.recallWhy : classes.hidden}
          role={isAsked ? 'alert' : undefined}
          title={recall.state === 'used' ? more.callsUsedThen : undefined}
        >
          <Icon name={recall.state === 'locked' ? 'clock' : 'info'} size={16} />
          <span>
            {recall.state === 'locked'
              ? more.lockedFor(recall.seconds)
              : more.callsUsed(recall.most ?? recall.call)}
          </span>
        </p>
      )}
    </>
  );
}

/** A call that was a mistake: in plain sight just after it, and quiet as long as it can still be undone. */
function Undo({ work, serving }: { readonly work: CounterWork; readonly serving: Ticket }) {
  const words = useText().desk.counterWork;
  const { clock } = useStores();
  const calledMs = parseInstant(serving.calledAt ?? '') ?? 0;
  const mayBeFresh = serving.status === 'called' && elapsedMs(calledMs, clock.nowMs()) < FRESH_MS;
  const nowMs = useSeconds(mayBeFresh);
  const isFresh = mayBeFresh && elapsedMs(calledMs, nowMs) < FRESH_MS;
  if (serving.before === null) return null;
  return (
    <button
      type="button"
      className={classes.quietAct}
      data-fresh={isFresh ? '' : undefined}
      title={words.undoHint(serving.number)}
      onClick={work.undo}
      disabled={work.busy}
    >
      <span>
        <span className={classes.hidden}>{words.undo.verb}</span>{' '}
        <span className={classes.capital}>{words.undo.what}</span>
      </span>
      <Key name="⇧F3" />
    </button>
  );
}

function MoreActs({
  serving,
  form,
  onForm,
}: Pick<NowProps, 'form' | 'onForm'> & { readonly serving: Ticket }) {
  const words = useText().desk.counterWork;
  const open = form?.ticketId === serving.id ? form.kind : null;
  return (['hold', 'transfer'] as const).map((kind) => (
    <button
      key={kind}
      type="button"
      className={classes.quietAct}
      aria-expanded={open === kind}
      onClick={() => onForm(open === kind ? null : { ticketId: serving.id, kind })}
    >
      {words.acts[kind]}…
    </button>
  ));
}

/** A key beside the words of its button; the list of keys says it to screen readers. */
export function Key({ name }: { readonly name: string }) {
  return (
    <kbd className={classes.key} aria-hidden="true">
      {name}
    </kbd>
  );
}
