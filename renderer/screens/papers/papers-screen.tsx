import { useEffect } from 'react';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useLink, usePapers, useText } from '../../store/hooks.ts';
import { StaffFrame } from '../staff-frame.tsx';
import { PaperList } from './paper-list.tsx';
import { PrinterCards } from './printer-cards.tsx';
import classes from './papers.module.css';

/** While the page stands the host is asked this often for its list; printers are asked by the host in its own rounds. */
const EVERY_MS = 3_000;

/** Printers as they stand, and every paper of the last days with what became of it. */
export function PapersScreen() {
  const text = useText();
  const words = text.papers;
  const hostUp = useLink((link) => link.hostUp);
  const ask = usePapers((papers) => papers.ask);
  const refresh = usePapers((papers) => papers.refresh);
  const trouble = usePapers((papers) => papers.trouble);
  const said = usePapers((papers) => papers.said);
  const forget = usePapers((papers) => papers.forget);
  useEffect(() => {
    if (!hostUp) return undefined;
    void ask();
    const timer = setInterval(() => void refresh(), EVERY_MS);
    return () => clearInterval(timer);
  }, [hostUp, ask, refresh]);
  return (
    <StaffFrame page="papers">
      <div className={classes.page}>
        <div>
          <h1 className={classes.title}>{words.title}</h1>
          <p className={classes.soft}>{words.intro}</p>
        </div>
        {!hostUp && (
          <p className={classes.away} role="status">
            <Icon name="warning" size={18} />
            {words.hostAway}
          </p>
        )}
        {trouble && <TroubleNote trouble={trouble} text={text} onClose={forget} />}
        <p role="status" className={said === null ? classes.hidden : classes.said}>
          {said === 'cancelled' && words.list.cancelled}
          {said === 'too-late' && words.list.tooLate}
        </p>
        <PrinterCards />
        <PaperList />
      </div>
    </StaffFrame>
  );
}
