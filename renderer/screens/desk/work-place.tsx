import { useState } from 'react';
import { Icon } from '../../parts/icons.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useDossiers, useLink, useText } from '../../store/hooks.ts';
import { LivePill } from '../live-pill.tsx';
import { useNowMs } from '../staff-frame.tsx';
import { DeskNotes } from '../upkeep-notes.tsx';
import { Intake } from './intake/intake.tsx';
import { NoIntake } from './intake/no-intake.tsx';
import { Received } from './intake/received.tsx';
import { PaperPanel } from './paper/paper-panel.tsx';
import { Register } from './register/register.tsx';
import { QueuePanel } from './queue-panel.tsx';
import { ShortcutBar, useShortcuts } from './shortcuts.tsx';
import { useCounter } from './use-counter.ts';
import classes from './desk.module.css';
import type { SignedIn } from '../../../shared/bridge.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { ShownKey } from './shortcuts.tsx';

type View = 'register' | 'intake';

/** The place of work: queue, work and paper side by side; every step by keyboard. */
export function WorkPlace({ clerk }: { readonly clerk: SignedIn['clerk'] }) {
  const text = useText();
  const work = useCounter(clerk.id);
  const [view, setView] = useState<View>('register');
  const intake = useDossiers((state) => state.intake);
  const received = useDossiers((state) => state.received);
  const startIntake = useDossiers((state) => state.startIntake);
  const receive = () => {
    if (!intake) startIntake(work.serving);
    setView('intake');
  };
  useShortcuts({ F2: work.callNext, F4: receive });
  return (
    <div className={classes.place}>
      <h1 className={classes.hidden}>{text.desk.title}</h1>
      <HostAway />
      <DeskNotes />
      <div className={classes.columns} data-view={view}>
        <QueuePanel work={work} onReceive={receive} />
        <section className={classes.work} aria-label={text.desk.top.views}>
          <Views view={view} onView={setView} />
          <DeskTrouble />
          {view === 'register' && <Register onReceive={receive} />}
          {view === 'intake' && intake && <Intake onLeave={() => setView('register')} />}
          {view === 'intake' && !intake && received && (
            <Received
              serving={work.serving}
              finishTicket={() => work.finish('served')}
              onNext={receive}
              onLeave={() => setView('register')}
            />
          )}
          {view === 'intake' && !intake && !received && (
            <NoIntake onReceive={receive} onLeave={() => setView('register')} />
          )}
        </section>
        {view === 'intake' && <PaperPanel />}
      </div>
      <ShortcutBar keys={keysOf(view, text.desk.keys)}>
        <Pill />
      </ShortcutBar>
    </div>
  );
}

function keysOf(view: View, words: Messages['desk']['keys']): readonly ShownKey[] {
  const first = [
    { key: 'F2', words: words.call },
    { key: 'F4', words: words.receive },
    { key: 'F8', words: words.print },
  ];
  if (view === 'intake')
    return [...first, { key: 'Enter', words: words.next }, { key: 'Esc', words: words.back }];
  return [
    ...first,
    { key: '/', words: words.search },
    { key: '↑ ↓', words: words.move },
    { key: 'Enter', words: words.open },
    { key: 'Esc', words: words.back },
  ];
}

function Views({ view, onView }: { readonly view: View; readonly onView: (view: View) => void }) {
  const words = useText().desk.top;
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
