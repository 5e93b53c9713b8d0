import { useRef, useState } from 'react';
import { Icon } from '../../../../parts/icons.tsx';
import { useText } from '../../../../store/hooks.ts';
import { useKeysWithin } from '../../shortcuts.tsx';
import classes from './lists.module.css';
import type { RegisterFilter } from '../register-rows.ts';

type Props = {
  readonly filter: RegisterFilter;
  readonly onFilter: (filter: RegisterFilter) => void;
};

/** What is overdue stands in a list of work of its own. */
const STATUSES = ['all', 'open', 'ready', 'returned'] as const;
const PERIODS = ['today', 'all'] as const;

/** Which days and which states the register shows; beside an open dossier they fold into one button. */
export function Filters({ filter, onFilter }: Props) {
  const words = useText().desk.register;
  const [open, setOpen] = useState(false);
  const isLimited = filter.period !== 'all' || filter.status !== 'all';
  const box = useRef<HTMLDivElement>(null);
  useKeysWithin(box, (event) => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  });
  return (
    <div
      ref={box}
      className={classes.filters}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        type="button"
        className={classes.fold}
        aria-expanded={open}
        data-limited={isLimited ? '' : undefined}
        onClick={() => setOpen(!open)}
      >
        {words.filter}
        <Icon name="down" size={16} />
      </button>
      <div className={classes.groups} data-open={open ? '' : undefined}>
        <div role="group" aria-label={words.period} className={classes.group}>
          {PERIODS.map((period) => (
            <button
              key={period}
              type="button"
              aria-pressed={filter.period === period}
              onClick={() => onFilter({ ...filter, period })}
            >
              {words.periods[period]}
            </button>
          ))}
        </div>
        <div role="group" aria-label={words.status} className={classes.group}>
          {STATUSES.map((status) => (
            <button
              key={status}
              type="button"
              aria-pressed={filter.status === status}
              onClick={() => onFilter({ ...filter, status })}
            >
              {words.filters[status]}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}
