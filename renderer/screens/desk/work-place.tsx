import { useEffect, useState } from 'react';
import { Icon } from '../../parts/icons.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useDossiers, useFind, useLink, useStores, useText } from '../../store/hooks.ts';
import { LivePill } from '../live-pill.tsx';
import { useNowMs } from '../staff-frame.tsx';
import { DeskNotes } from '../upkeep-notes.tsx';
import { DraftsNote } from './intake/helps/drafts-note.tsx';
import { Filings } from './filings/filings.tsx';
import { IntakePlace } from './filings/intake-place.tsx';
import { FilingCount } from './filings/views-count.tsx';
import { useDeskScans } from './intake/scan/use-desk-scans.ts';
import { NoIntake } from './intake/no-intake.tsx';
import { Received } from './intake/received.tsx';
import { PaperPanel } from './paper/paper-panel.tsx';
import { BulkButton } from './register/beside/bulk-button.tsx';
import { Books } from './register/books/books.tsx';
import { Register } from './register/register.tsx';
import { DeskDialogs } from './queue/desk-dialogs.tsx';
import { SlipNote } from './slip-note.tsx';
import { HelpBanners } from './queue/help/help.tsx';
import { QueuePanel } from './queue/queue-panel.tsx';
import { useCounter } from './queue/use-counter.ts';
import { ShortcutBar, useShortcuts } from './shortcuts.tsx';
import classes from './desk.module.css';
import type { SignedIn } from '../../../shared/bridge.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { DeskDialog } from './queue/desk-dialogs.tsx';
import type { ShownKey } from './shortcuts.tsx';

type View = 'register' | 'intake' | 'filings';

/** The place of work: queue, work and paper side by side; every step by keyboard. */
export function WorkPlace({ clerk }: { readonly clerk: SignedIn['clerk'] }) {
  const text = useText();
  const work = useCounter(clerk);
  const [dialog, setDialog] = useState<DeskDialog | null>(null);
  const [view, setView] = useState<View>('register');
  const typing = useDossiers((state) => state.intake !== null);
  const received = useDossiers((state) => state.received);
  const startIntake = useDossiers((state) => state.startIntake);
  useAskedView(setView);
  useDeskScans(view === 'intake' && typing);
  const tellOpenCorrection = useTellOpenCorrection();
  const receive = () => {
    // Whoever hands papers over stands at the counter: way and service part here, if nobody said so before.
    work.start();
    tellOpenCorrection();
    if (!typing) startIntake(work.serving);
    setView('intake');
  };
  useShortcuts({
    F2: work.callNext,
    'Shift+F2': work.callAgain,
    F3: work.start,
    'Shift+F3': work.undo,
    F4: receive,
    F6: focusList,
    F7: () => work.finish('served'),
    'Shift+F7': () => work.finish('absent'),
    F9: () => setDialog('queue'),
    'Shift+F9': () => setDialog('direct'),
    'Shift+F1': () => setDialog('help'),
    '?': () => setDialog('keys'),
  });
  return (
    <div className={classes.place}>
      <h1 className={classes.hidden}>{text.desk.title}</h1>
      <HelpBanners clerk={work.clerk} />
      <HostAway />
      <DeskNotes />
      <div className={classes.columns} data-view={view}>
        <QueuePanel work={work} onReceive={receive} onDialog={setDialog} />
        <section className={classes.work} aria-label={text.desk.top.views}>
          <Views view={view} onView={setView} />
          <DeskTrouble />
          {view !== 'register' && !(view === 'intake' && typing) && <SlipNote asks={false} />}
          {/* Who just received goes on with that dossier first. */}
          {(view !== 'intake' || !received) && <DraftsNote onResume={() => setView('intake')} />}
          {view === 'register' && <Register onReceive={receive} onView={setView} />}
          {view === 'filings' && <Filings serving={work.serving} onReceived={() => setView('intake')} />}
          {view === 'intake' && typing && (
            <IntakePlace onLeave={() => setView('register')} onAnswered={() => setView('filings')} />
          )}
          {view === 'intake' && !typing && received && (
            <Received
              serving={work.serving}
              finishTicket={() => work.finish('served')}
              onNext={receive}
              onLeave={() => setView('register')}
            />
          )}
          {view === 'intake' && !typing && !received && (
            <NoIntake onReceive={receive} onLeave={() => setView('register')} />
          )}
        </section>
        {view === 'intake' && <PaperPanel />}
      </div>
      <ShortcutBar keys={keysOf(view, text.desk)}>
        <Pill />
      </ShortcutBar>
      <DeskDialogs open={dialog} work={work} onClose={() => setDialog(null)} />
    </div>
  );
}

/** What the search from anywhere opened is in view. */
function useAskedView(setView: (view: View) => void): void {
  const asked = useFind((find) => find.asked);
  useEffect(() => {
    if (asked.times > 0) setView(asked.view);
  }, [asked, setView]);
}

/** Whoever wants to receive while a correction is typed is told so: what is in view is not a new reception. */
function useTellOpenCorrection(): () => void {
  const { dossiers } = useStores();
  return () => {
    if (dossiers.getState().intake?.form.corrects)
      dossiers.setState({ trouble: { code: 'correction-open' } });
  };
}

/** To the row of the waiting list that holds the focus; where another list is shown, to the waiting one first. */
function focusList(): void {
  const row = () => document.querySelector<HTMLElement>('[data-call][tabindex="0"]');
  if (row()) return row()?.focus();
  const tab = document.querySelector<HTMLElement>('[data-list="waiting"]');
  tab?.focus();
  tab?.click();
  requestAnimationFrame(() => row()?.focus());
}

function keysOf(view: View, { keys: words, giving }: Messages['desk']): readonly ShownKey[] {
  const { keys: more } = giving;
  const first = [
    { key: 'F2', words: words.call },
    { key: 'F3', words: more.start },
    { key: 'F4', words: words.receive },
    { key: 'F7', words: more.done },
    { key: 'F8', words: words.print },
    { key: 'F9', words: more.give },
  ];
  const last = { key: '?', words: more.all };
  if (view === 'intake')
    return [...first, { key: 'Enter', words: words.next }, { key: 'Esc', words: words.back }, last];
  return [
    ...first,
    { key: '/ · Ctrl+K', words: words.search },
    { key: 'Enter', words: words.open },
    { key: 'Esc', words: words.back },
    last,
  ];
}

function Views({ view, onView }: { readonly view: View; readonly onView: (view: View) => void }) {
  const { desk, filings } = useText();
  const words = desk.top;
  const typing = useDossiers((state) => state.intake !== null);
  return (
    <div className={classes.views} role="group" aria-label={words.views}>
      <button type="button" aria-pressed={view === 'register'} onClick={() => onView('register')}>
        <Icon name="list" size={18} />
        {words.register}
      </button>
      <button type="button" aria-pressed={view === 'intake'} onClick={() => onView('intake')}>
        <Icon name="document" size={18} />
        {words.intake}
        {typing && view !== 'intake' && <span className={classes.typing}> · {words.typing}</span>}
      </button>
      <button type="button" aria-pressed={view === 'filings'} onClick={() => onView('filings')}>
        <Icon name="clock" size={18} />
        {filings.view} <FilingCount />
      </button>
      {view === 'register' && (
        <span className={classes.viewTools}>
          <Books />
          <BulkButton />
        </span>
      )}
    </div>
  );
}

function Pill() {
  return <LivePill nowMs={useNowMs()} />;
}

/** The host is gone: says so, and what still works. Nothing is blocked. */
function HostAway() {
  const words = useText().desk;
  const hostUp = useLink((link) => link.hostUp);
  if (hostUp) return null;
  return (
    <p className={classes.away} role="status">
      <Icon name="warning" size={18} />
      <span>
        <strong>{words.hostAway}</strong> {words.hostAwayStill}
      </span>
    </p>
  );
}

function DeskTrouble() {
  const text = useText();
  const trouble = useDossiers((state) => state.trouble);
  const forget = useDossiers((state) => state.forgetTrouble);
  if (!trouble) return null;
  return (
    <div className={classes.trouble}>
      <TroubleNote trouble={trouble} text={text} onClose={forget} />
    </div>
  );
}
