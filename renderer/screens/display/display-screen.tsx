import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { sinceWords } from '../../parts/connection-pill.tsx';
import { useLink, useQueue, useStores, useText, useUi } from '../../store/hooks.ts';
import { Below } from './below.tsx';
import { Head } from './head.tsx';
import { Hero } from './hero.tsx';
import { Slide } from './slides/slide.tsx';
import { Strip } from './strip.tsx';
import { useBoard } from './use-board.ts';
import { useSlide } from './slides/use-slides.ts';
import { ticketsIn, zoneOf } from './zone.ts';
import type { Zone } from './zone.ts';
import styles from './display-screen.module.css';

/** The waiting room's board: numbers and counters, never names. */
export function DisplayScreen() {
  const { host } = useStores();
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash);
  const zone = useMemo(() => zoneOf(host.hello().ward, hash), [host, hash]);
  // Another part of the room is another board: nothing that was called in the first is announced in the second.
  return <Room key={zone.config?.id ?? ''} zone={zone} />;
}

function Room({ zone }: { readonly zone: Zone }) {
  const board = useBoard(zone);
  const { display: words } = useText();
  const lang = useUi((ui) => ui.lang);
  const { clock, voice } = useStores();
  const [nowMs, setNowMs] = useState(() => clock.nowMs());
  useEffect(() => clock.onTick(setNowMs), [clock]);
  useEffect(() => {
    const open = () => void voice.open();
    open();
    // Where the browser keeps a page silent until somebody touches it, any touch is the one.
    window.addEventListener('pointerdown', open);
    window.addEventListener('keydown', open);
    return () => {
      window.removeEventListener('pointerdown', open);
      window.removeEventListener('keydown', open);
    };
  }, [voice]);
  const slide = useSlide(board, nowMs);
  const all = useQueue((queue) => queue.tickets);
  const tickets = useMemo(() => ticketsIn(zone, all ?? []), [zone, all]);
  return (
    <div className={styles.display} lang={lang}>
      <Head zone={zone} nowMs={nowMs} />
      <main className={styles.main} aria-label={words.title}>
        <Away nowMs={nowMs} />
        {zone.unknown !== null && (
          <p className={styles.away} role="status">
            {words.zoneUnknown(zone.unknown)}
          </p>
        )}
        {!board && <p className={styles.loading}>{words.loading}</p>}
        {board &&
          (slide === null ? (
            <Hero board={board} />
          ) : (
            <Slide src={slide} call={board.current ?? board.calls.at(-1) ?? null} />
          ))}
        {board && <Below board={board} zone={zone} tickets={tickets} nowMs={nowMs} />}
      </main>
      <Strip nowMs={nowMs} />
    </div>
  );
}

/** The last state stays; people are told that it may be old. */
function Away({ nowMs }: { readonly nowMs: number }) {
  const { role } = useStores().host.hello().device;
  const { display: words } = useText();
  const hostUp = useLink((link) => link.hostUp);
  const hostSince = useLink((link) => link.hostSince);
  const district = useLink((link) => link.status?.district);
  // On a machine that only shows, every call comes over the server; elsewhere the calls of this machine still come.
  const cutOff = role === 'display' && district?.state === 'offline';
  if (hostUp && !cutOff) return null;
  return (
    <p className={styles.away} role="status">
      {words.away(sinceWords(hostUp ? (district?.since ?? hostSince) : hostSince, nowMs))}
    </p>
  );
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
