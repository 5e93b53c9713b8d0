import { Section } from '../../parts/section.tsx';
import { useLink, useOutage, useText, useUpkeep } from '../../store/hooks.ts';
import { countConflicts } from '../../store/upkeep/upkeep-state.ts';
import classes from './outage.module.css';
import type { Messages } from '../../../shared/text/messages/index.ts';

/** What came back in conflict, with the page where a person decides it. */
export function Decide() {
  const words = useText().outage;
  const waits = useWaits(words);
  return (
    <Section title={words.decide.title}>
      {waits.length === 0 ? (
        <p>{words.decide.none}</p>
      ) : (
        <ul className={classes.list}>
          {waits.map(({ id, line, decides }) => (
            <li key={id}>
              <span>{line}</span>
              <a href={['payments', 'paid'].includes(id) ? '#/money' : '#/sync'}>
                {decides ? words.decide.open : words.decide.look}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** What waits for a person, one line each. */
export function useWaits(words: Messages['outage']) {
  const conflicts = useUpkeep((state) => state.conflicts);
  const twice = useUpkeep((state) => state.twice.filter(({ seen }) => !seen).length);
  const money = useOutage((state) => state.money);
  const quarantined = useLink((link) => link.status?.quarantined ?? 0);
  const count = countConflicts(conflicts);
  return [
    { id: 'conflicts', count, line: words.decide.conflicts(count), decides: true },
    { id: 'twice', count: twice, line: words.decide.twice(twice), decides: true },
    { id: 'payments', count: money.conflicts, line: words.decide.payments(money.conflicts), decides: false },
    { id: 'paid', count: money.doublePaid, line: words.decide.doublePaid(money.doublePaid), decides: false },
    { id: 'aside', count: quarantined, line: words.decide.aside(quarantined), decides: false },
  ].filter((one) => one.count > 0);
}
