import { useEffect } from 'react';
import { useLink, useOutage, useText } from '../../store/hooks.ts';
import { StaffFrame } from '../staff-frame.tsx';
import { Decide } from './decide.tsx';
import { DrillSection } from './drill-section.tsx';
import { Ladder } from './ladder.tsx';
import { Past } from './past.tsx';
import { UsbSection } from './usb-section.tsx';
import { Waiting } from './waiting.tsx';
import classes from './outage.module.css';

/** What is down, what still works, what waits, what happened meanwhile, and whether it matched [S16]. */
export function OutageScreen() {
  const { outage: words, common } = useText();
  const { pages } = common;
  useLooking();
  return (
    <StaffFrame page="sync">
      <div className={classes.page}>
        <div>
          <h1 className={classes.title}>{words.title}</h1>
          <p className={classes.intro}>
            {words.intro} <a href="#/sync">{pages.sync}</a>
          </p>
        </div>
        <Ladder />
        <div className={classes.pair}>
          <Waiting />
          <Decide />
        </div>
        <Past />
        <div className={classes.pair}>
          <UsbSection />
          <DrillSection />
        </div>
      </div>
    </StaffFrame>
  );
}

/** Reads anew whenever something was written, arrived, or changed its state. */
function useLooking(): void {
  const look = useOutage((state) => state.look);
  const held = useLink((link) => link.held);
  const above = useLink((link) => link.status?.district.held);
  const state = useLink((link) => link.status?.district.state);
  const hostUp = useLink((link) => link.hostUp);
  const printers = useLink((link) => link.status?.printers.map((one) => one.state).join(' '));
  useEffect(() => void look(), [look, held, above, state, hostUp, printers]);
}
