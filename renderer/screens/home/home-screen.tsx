import { Icon } from '../../parts/icons.tsx';
import { useText } from '../../store/hooks.ts';
import { StaffFrame } from '../staff-frame.tsx';
import classes from './home-screen.module.css';
import type { IconName } from '../../parts/icons.tsx';

const pages = [
  { page: 'kiosk', icon: 'ticket' },
  { page: 'desk', icon: 'desk' },
  { page: 'display', icon: 'display' },
  { page: 'hall', icon: 'people' },
  { page: 'money', icon: 'money' },
  { page: 'head', icon: 'chart' },
  { page: 'settings', icon: 'settings' },
  { page: 'health', icon: 'health' },
] as const satisfies readonly { readonly page: string; readonly icon: IconName }[];

/** Chooses the page of this machine, for setting up and for trying. */
export function HomeScreen() {
  const { common } = useText();
  return (
    <StaffFrame page="home">
      <h1 className={classes.title}>{common.home.title}</h1>
      <p className={classes.intro}>{common.home.intro}</p>
      <ul className={classes.tiles}>
        {pages.map(({ page, icon }) => (
          <li key={page} className={classes.tile}>
            <span className={classes.icon}>
              <Icon name={icon} size={32} />
            </span>
            <a className={classes.name} href={`#/${page}`}>
              {common.pages[page]}
            </a>
            <span className={classes.line}>{common.home.lines[page]}</span>
          </li>
        ))}
      </ul>
    </StaffFrame>
  );
}
