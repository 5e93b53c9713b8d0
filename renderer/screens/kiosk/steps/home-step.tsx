import { useId } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useQueue, useStores, useText, useUi } from '../../../store/hooks.ts';
import { Face } from '../feedback/faces.tsx';
import { ScrollBox } from '../frame/scroll-box.tsx';
import { PriorityPanel } from './priority-chooser.tsx';
import { noNumberWords, useNoNumber } from './use-no-number.ts';
import type { ReactNode } from 'react';
import type { NoNumberWords } from './use-no-number.ts';
import styles from './home-step.module.css';

/** What a person can do here: four things, and before them priority and appointments in plain sight. */
export function HomeStep() {
  const { kiosk } = useStores();
  const { kiosk: words } = useText();
  const lang = useUi((ui) => ui.lang);
  const refusal = useNoNumber();
  const shut = refusal && noNumberWords(refusal, words.ways, lang);
  const { tiles, visit, feedback } = words;
  return (
    <section className={styles.home} data-shut={shut !== null}>
      <h1 tabIndex={-1} className={styles.hello}>
        {words.hello}
      </h1>
      <div className={styles.tiles}>
        {shut ? <Shut {...shut} /> : <TakeNumber />}
        {!shut && (
          <Tile
            kind="checkIn"
            name={visit.checkIn.tile}
            hint={visit.checkIn.tileHint}
            icon={<Icon name="clock" size="100%" />}
            onPress={() => kiosk.getState().startCheckIn()}
          />
        )}
        <Tile
          name={tiles.lookUp}
          hint={tiles.lookUpHint}
          icon={<Icon name="search" size="100%" />}
          onPress={() => kiosk.getState().startLookUp()}
        />
        <Tile
          name={tiles.procedures}
          hint={tiles.proceduresHint}
          icon={<Icon name="document" size="100%" />}
          onPress={() => kiosk.getState().startSearch()}
        />
        <Tile
          name={feedback.tile}
          hint={feedback.tileHint}
          icon={<Face grade="satisfied" size="100%" />}
          onPress={() => kiosk.getState().startFeedback()}
        />
      </div>
      {!shut && <PriorityPanel />}
    </section>
  );
}

function TakeNumber() {
  const { kiosk } = useStores();
  const { kiosk: words } = useText();
  const id = useId();
  const waiting = useQueue(
    ({ tickets }) => tickets?.filter(({ state }) => state?.status === 'waiting').length ?? null,
  );
  return (
    <button
      type="button"
      className={styles.ticket}
      aria-describedby={`${id}-ticket-hint ${id}-count`}
      onClick={() => kiosk.getState().startTicket()}
    >
      <span className={styles.icon}>
        <Icon name="ticket" size="100%" />
      </span>
      <span className={styles.name}>{words.tiles.ticket}</span>
      <span aria-hidden="true" id={`${id}-ticket-hint`} className={styles.hint}>
        {words.tiles.ticketHint}
      </span>
      <span id={`${id}-count`} className={styles.count} aria-hidden="true">
        {waiting === null ? words.fields.waitingUnknown : words.waitingInAll(waiting)}
      </span>
    </button>
  );
}

type TileProps = {
  readonly kind?: 'tile' | 'checkIn';
  readonly name: string;
  readonly hint: string;
  readonly icon: ReactNode;
  readonly onPress: () => void;
};

function Tile({ kind = 'tile', name, hint, icon, onPress }: TileProps) {
  const id = useId();
  return (
    <button type="button" className={styles[kind]} aria-describedby={id} onClick={onPress}>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.name}>{name}</span>
      <span aria-hidden="true" id={id} className={styles.hint}>
        {hint}
      </span>
    </button>
  );
}

/** Stands in the place of "take a number" while none is given [KI6] [KI10]. */
function Shut({ title, lines }: NoNumberWords) {
  const { shut } = useText().kiosk.ways;
  return (
    <ScrollBox className={styles.shut} label={title}>
      <Icon name="clock" size="4.5em" />
      <div>
        <h2>{title}</h2>
        {lines.map((line) => (
          <p key={line} className={styles.shutLine}>
            {line}
          </p>
        ))}
        <p>{shut.still}</p>
      </div>
    </ScrollBox>
  );
}
