import { Icon } from '../../../parts/icons.tsx';
import { parseInstant } from '../../../../shared/basics/time.ts';
import { formatTime } from '../../../../shared/text/dates.ts';
import { useKiosk, useLink, useStores, useText, useUi } from '../../../store/hooks.ts';
import { isEnding } from '../../../store/kiosk/idle.ts';
import { noNumberWords } from '../steps/use-no-number.ts';
import type { LinkState } from '../../../store/link-store.ts';
import type { Messages } from '../../../../shared/text/messages/index.ts';
import styles from './notices.module.css';

/** So many papers in a row that did not come out are no chance: the next person is told before the tap [K22]. */
const MANY_UNPRINTED = 2;

/** What does not work at this machine, before somebody trusts it to. Gone while a number is shown. */
export function MachineNotice() {
  const step = useKiosk((state) => state.step);
  const { notices } = useText().kiosk;
  const unprinted = useKiosk((state) => state.unprinted);
  const notice =
    noticeOf(
      useLink((link) => link),
      notices,
    ) ?? (unprinted >= MANY_UNPRINTED ? notices.unprinted : null);
  if (notice === null || step === 'shown' || step === 'printing') return null;
  return (
    <p className={styles.notice} role="status">
      <Icon name="warning" size="1.4em" /> <span>{notice}</span>
    </p>
  );
}

function noticeOf(link: LinkState, notices: Messages['kiosk']['notices']): string | null {
  if (!link.hostUp) return notices.hostAway(formatTime(parseInstant(link.hostSince) ?? 0));
  if (link.status?.disk.level === 'stop') return notices.diskFull;
  const printers = link.status?.printers.filter(({ purpose }) => purpose === 'tickets') ?? [];
  return printers.some(({ state }) => state === 'failing') ? notices.printer : null;
}

/** An act that failed: says so, keeps the choice, offers it again. */
export function TroublePanel() {
  const { kiosk } = useStores();
  const trouble = useKiosk((state) => state.trouble);
  const lang = useUi((ui) => ui.lang);
  const { trouble: words, ways } = useText().kiosk;
  if (!trouble) return null;
  const shut = noNumberWords(trouble, ways, lang);
  if (shut) {
    return (
      <section className={styles.trouble} role="alert">
        <Icon name="clock" size="2em" />
        <div className={styles.troubleText}>
          <h2>{shut.title}</h2>
          <p>{[...shut.lines, ways.shut.still].join(' ')}</p>
        </div>
        <button type="button" className={styles.first} onClick={() => kiosk.getState().closeTrouble()}>
          {words.close}
        </button>
      </section>
    );
  }
  return (
    <section className={styles.trouble} role="alert">
      <Icon name="warning" size="2em" />
      <div className={styles.troubleText}>
        <h2>{words.title}</h2>
        <p>{textOf(trouble.code, words)}</p>
        <p className={styles.code}>{words.code(trouble.code)}</p>
      </div>
      <button type="button" className={styles.second} onClick={() => kiosk.getState().closeTrouble()}>
        {words.close}
      </button>
      <button type="button" className={styles.first} onClick={() => void kiosk.getState().retry()}>
        {words.retry}
      </button>
    </section>
  );
}

function textOf(code: string, words: Messages['kiosk']['trouble']): string {
  if (code === 'numbers-exhausted') return words.exhausted;
  return code.startsWith('storage') ? words.storage : words.kept;
}

/** A code that is not for this machine: what it is, and where to go with it [KI13]. */
export function StrangeCodePanel() {
  const { kiosk } = useStores();
  const strange = useKiosk((state) => state.strange);
  const { visit, trouble: words } = useText().kiosk;
  if (strange === null) return null;
  const { title, todo } = visit.scanned[strange];
  return (
    <section className={styles.strange} role="alert">
      <Icon name="info" size="2em" />
      <div className={styles.troubleText}>
        <h2>{title}</h2>
        <p>{todo}</p>
      </div>
      <button type="button" className={styles.second} onClick={() => kiosk.getState().closeScanned()}>
        {words.close}
      </button>
    </section>
  );
}

/** Nobody has touched the screen for a while. */
export function IdlePrompt() {
  const { kiosk } = useStores();
  const ending = useKiosk(isEnding);
  const seconds = useKiosk((state) => state.secondsLeft);
  const { kiosk: words } = useText();
  if (seconds === null || ending) return null;
  return (
    <section className={styles.idle} aria-label={words.stayTitle}>
      <span className={styles.seconds}>{seconds}</span>
      <div>
        <h2 aria-live="polite">{words.stayTitle}</h2>
        <p>{words.stayHint(seconds)}</p>
      </div>
      <button type="button" className={styles.first} onClick={() => kiosk.getState().touch()}>
        {words.stay}
      </button>
    </section>
  );
}
