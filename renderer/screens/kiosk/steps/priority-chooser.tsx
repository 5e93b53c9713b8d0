import { useId, useState } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { queueSetupOf } from '../../../../shared/decide/queue/world.ts';
import { priorityGrounds } from '../../../../shared/law/queue/rules.ts';
import { useKiosk, useStores, useText } from '../../../store/hooks.ts';
import type { PriorityGround } from '../../../../shared/law/queue/rules.ts';
import styles from './priority-chooser.module.css';

/** On the home screen: who may go first, in plain sight. Choosing one goes on to the fields, so it costs no tap more. */
export function PriorityPanel() {
  const { kiosk } = useStores();
  const { priority: words } = useText().kiosk;
  const id = useId();
  const ruleOf = useRules();
  const choose = (ground: PriorityGround) => {
    kiosk.getState().choosePriority(ground);
    kiosk.getState().startTicket();
  };
  return (
    <section className={styles.panel} aria-label={words.title}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <Icon name="star" size="1.1em" /> {words.title}
        </h2>
        <p className={styles.hint}>{words.hint}</p>
      </div>
      <ul className={styles.grounds}>
        {priorityGrounds.map((ground) => (
          <li key={ground}>
            <button
              type="button"
              className={styles.ground}
              aria-describedby={`${id}-${ground}-rule`}
              onClick={() => choose(ground)}
            >
              <span className={styles.groundName}>{words.grounds[ground]}</span>
              <span aria-hidden="true" id={`${id}-${ground}-rule`} className={styles.rule}>
                {ruleOf(ground)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Ages above which the law calls people old, and below which a child is small, where the ward says nothing (DOMAIN 8.1). */
const USUAL = { elderlyAge: 60, childMonths: 36 };

/** Who belongs to a group, by the list that hangs at the ward's desk. */
function useRules(): (ground: PriorityGround) => string {
  const { rules } = useText().kiosk.priority;
  const { priorities } = queueSetupOf(useStores().host.hello().ward).rules;
  return (ground) => {
    const line = priorities.find((one) => one.ground === ground);
    if (ground === 'elderly') return rules.elderly(line?.fromAge ?? USUAL.elderlyAge);
    if (ground === 'small-child') return rules['small-child'](line?.childBelowMonths ?? USUAL.childMonths);
    return rules[ground];
  };
}

/** Groups that a number of years or months bounds: who stands before the chip must not have to guess it. */
const bounded: ReadonlySet<PriorityGround> = new Set<PriorityGround>(['elderly', 'small-child']);

/** Where a ticket is taken: which priority is chosen, to change or to drop. `folded`: the grounds open at a tap. */
export function PriorityBar({ folded = false }: { readonly folded?: boolean }) {
  const { kiosk } = useStores();
  const { priority: words } = useText().kiosk;
  const chosen = useKiosk((state) => state.priority);
  const [open, setOpen] = useState(!folded);
  const id = useId();
  const ruleOf = useRules();
  const asks = chosen ? words.chosen(words.grounds[chosen].toLowerCase()) : words.short;
  const choose = (ground: PriorityGround) => {
    kiosk.getState().choosePriority(chosen === ground ? null : ground);
    if (folded) setOpen(false);
  };
  return (
    <div role="group" aria-label={words.title} className={styles.bar}>
      <span className={styles.ask}>{asks}</span>
      {folded && (
        <button type="button" className={styles.chip} aria-expanded={open} onClick={() => setOpen(!open)}>
          {words.choose}
        </button>
      )}
      {open &&
        priorityGrounds.map((ground) => (
          <button
            key={ground}
            type="button"
            className={styles.chip}
            aria-pressed={chosen === ground}
            {...(bounded.has(ground) && { 'aria-describedby': `${id}-${ground}-rule` })}
            onClick={() => choose(ground)}
          >
            <span>{words.grounds[ground]}</span>
            {bounded.has(ground) && (
              <span aria-hidden="true" id={`${id}-${ground}-rule`} className={styles.bound}>
                {ruleOf(ground)}
              </span>
            )}
          </button>
        ))}
    </div>
  );
}
