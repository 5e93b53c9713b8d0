import { Button } from '@mantine/core';
import { Icon } from '../parts/icons.tsx';
import { useSession, useText, useUpkeep } from '../store/hooks.ts';
import { useNowMs } from './staff-frame.tsx';
import { clockBasisWords } from './sync/sync-facts.ts';
import classes from './upkeep-notes.module.css';

/** Beyond this a difference is told at the desk as well; smaller ones stand on the pages about the machine. */
const GRAVE_MS = 900_000;

/** At the desk: how the storage was opened, once, and a clock that is far off. Nothing of it stops work. */
export function DeskNotes() {
  return (
    <>
      <OpenedNote />
      <GraveClock />
    </>
  );
}

function OpenedNote() {
  const { machine } = useText().upkeep;
  const opened = useUpkeep((state) => state.opened);
  const seen = useUpkeep((state) => state.openedSeen);
  const putAway = useUpkeep((state) => state.putOpenedAway);
  if (seen || opened.how === 'continued' || opened.how === 'first') return null;
  return (
    <div className={classes.note} role="status">
      <Icon name="info" size={20} />
      <p>
        {machine.opened.sentences[opened.how]} <a href="#/sync">{machine.opened.more}</a>
      </p>
      <Button size="xs" variant="default" onClick={putAway}>
        {machine.opened.dismiss}
      </Button>
    </div>
  );
}

function GraveClock() {
  const clock = useUpkeep((state) => state.clock);
  const grave =
    clock !== null &&
    (clock.verdict === 'battery' || clock.basis === 'district' || Math.abs(clock.aheadMs ?? 0) > GRAVE_MS);
  return grave ? <ClockNote /> : null;
}

/** What is wrong with the machine's clock, whom the page follows meanwhile, and what to do; nothing while it is right. */
export function ClockNote() {
  const nowMs = useNowMs();
  const words = useText().upkeep.machine.clock;
  const clock = useUpkeep((state) => state.clock);
  const confirm = useUpkeep((state) => state.confirmClock);
  const clerk = useSession((session) => session.clerk);
  if (!clock || clock.verdict === 'fine' || clock.verdict === 'unknown') return null;
  return (
    <div className={classes.note} data-tone={clock.verdict === 'battery' ? 'late' : 'warn'} role="status">
      <Icon name="clock" size={20} />
      <p>
        <strong>{words.verdicts[clock.verdict]}</strong> {clockBasisWords(clock, nowMs, words)}{' '}
        {words.advice[clock.advice]}
      </p>
      {clock.basis === 'journal' && clerk && (
        <Button size="xs" variant="default" onClick={confirm}>
          {words.right}
        </Button>
      )}
    </div>
  );
}
