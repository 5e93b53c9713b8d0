import { Button } from '@mantine/core';
import { Icon } from '../parts/icons.tsx';
import { useSession, useText, useUpkeep } from '../store/hooks.ts';
import { useNowMs } from './staff-frame.tsx';
import { clockBasisWords, twiceWords } from './sync/sync-facts.ts';
import classes from './upkeep-notes.module.css';

/** Beyond this a difference is told at the desk as well; smaller ones stand on the pages about the machine. */
const GRAVE_MS = 900_000;

/** At the desk: numbers that stand for two, how the storage was opened, and a clock that is far off. Nothing of it stops work. */
export function DeskNotes() {
  return (
    <div className={classes.atDesk}>
      <TwiceNote />
      <OpenedNote />
      <GraveClock />
    </div>
  );
}

/** Numbers that two tickets or dossiers bear after a restore, until a clerk has looked into them. */
function TwiceNote() {
  const { twice: words } = useText().upkeep;
  const twice = useUpkeep((state) => state.twice);
  const markSeen = useUpkeep((state) => state.markTwiceSeen);
  const unseen = twice.filter(({ seen }) => !seen);
  if (unseen.length === 0) return null;
  return (
    <div className={classes.note} data-tone="warn" role="status" aria-label={words.title(unseen.length)}>
      <Icon name="warning" size={20} />
      <p>
        <strong>
          {words.title(unseen.length)}: {twiceWords(unseen, words)}.
        </strong>{' '}
        {words.todo} <a href="#/sync">{words.more}</a>
      </p>
      <Button size="xs" variant="default" onClick={markSeen}>
        {words.seen}
      </Button>
    </div>
  );
}

function OpenedNote() {
  const { machine } = useText().upkeep;
  const opened = useUpkeep((state) => state.opened);
  const putAway = useUpkeep((state) => state.putOpenedAway);
  if (opened.how === 'continued' || opened.how === 'first') return null;
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
