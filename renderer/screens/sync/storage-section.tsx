import { Facts, Section } from '../../parts/section.tsx';
import { useText, useUpkeep } from '../../store/hooks.ts';
import { instantWords, lengthWords } from './sync-facts.ts';
import classes from './sync.module.css';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { OwnNotes } from '../../store/upkeep/upkeep-state.ts';

/** Jumps of clocks listed at the most, newest first. */
const LISTED_JUMPS = 8;

/** How the page's storage was opened, and the jumps of the clock that the ward's machines noted. */
export function StorageSection() {
  const { machine } = useText().upkeep;
  const opened = useUpkeep((state) => state.opened);
  const jumps = useUpkeep((state) => state.notes?.jumps);
  const recorded = opened.recorded > 0 ? ` ${machine.opened.recorded(opened.recorded)}` : '';
  return (
    <Section title={machine.opened.title}>
      <Facts facts={[{ name: machine.opened.how, value: machine.opened.sentences[opened.how] + recorded }]} />
      {jumps && jumps.length > 0 && (
        <>
          <h3>{machine.clock.jumps}</h3>
          <ul className={classes.notes}>
            {jumps.slice(0, LISTED_JUMPS).map((jump) => (
              <li key={`${jump.device} ${jump.wall}`}>
                <span>{jumpWords(jump, machine.clock)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function jumpWords(jump: OwnNotes['jumps'][number], words: Messages['upkeep']['machine']['clock']): string {
  const length = lengthWords(jump.byMs, words);
  const what = jump.byMs > 0 ? words.forward(length) : words.backward(length);
  return words.jump(instantWords(jump.wall), `${what}, ${words.found[jump.found]}`);
}
