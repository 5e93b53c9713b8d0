import { wardDay } from '../../shared/basics/time.ts';
import { formatDay, formatTime, weekdayName } from '../../shared/text/dates.ts';
import { Icon } from './icons.tsx';
import { MenuButton } from './menu/menu-button.tsx';
import classes from './page-frame.module.css';
import type { ReactNode } from 'react';
import type { Language } from '../../shared/text/dates.ts';
import type { Messages } from '../../shared/text/messages/index.ts';
import type { IconName } from './icons.tsx';

/** Pages of the staff; the kiosk and the display have frames of their own. */
export type StaffPage =
  'home' | 'desk' | 'hall' | 'money' | 'head' | 'sync' | 'papers' | 'health' | 'settings';

type Linked = Exclude<StaffPage, 'sync'>;
type Target = { readonly page: Linked; readonly icon: IconName };

const links: readonly Target[] = [
  { page: 'home', icon: 'home' },
  { page: 'desk', icon: 'desk' },
  { page: 'hall', icon: 'people' },
  { page: 'money', icon: 'money' },
  { page: 'head', icon: 'chart' },
];

/** Pages that are wanted less often stand in a list; the one that is shown stands in the row. */
const rarer: readonly Target[] = [
  { page: 'papers', icon: 'printer' },
  { page: 'health', icon: 'health' },
  { page: 'settings', icon: 'settings' },
];

/** What stands around a staff page. */
export type PageFrameProps = {
  readonly page: StaffPage;
  /** Name of the ward and of its desk. */
  readonly unit: string;
  readonly deskName: string;
  readonly nowMs: number;
  readonly lang: Language;
  readonly text: Messages['common'];
  /** The connection pill. */
  readonly pill: ReactNode;
  /** Who is signed in, or what belongs there. */
  readonly aside?: ReactNode;
  /** Shows that the data is made up. */
  readonly demo: boolean;
  /** `fill`: the page takes the whole place and scrolls by itself. */
  readonly layout?: 'read' | 'fill';
  readonly children: ReactNode;
};

/** Header with ward, clock, links and connection; below it the page. Its place is the whole window. */
export function PageFrame(props: PageFrameProps) {
  const { page, unit, deskName, nowMs, lang, text, pill, aside, demo, layout = 'read', children } = props;
  const day = wardDay(nowMs);
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content" onClick={toContent}>
        {text.skipToContent}
      </a>
      <header>
        {demo && (
          <p className={classes.demo}>
            <Icon name="info" size={18} />
            {text.demo}
          </p>
        )}
        <div className={classes.header}>
          <div className={classes.unit} title={`${unit} – ${deskName}`}>
            <span className={classes.unitName}>{unit}</span>
            <span className={classes.deskName}>{deskName}</span>
          </div>
          <Links page={page} words={text.nav} />
          <div className={classes.state}>
            {pill}
            {aside}
            <time className={classes.clock} dateTime={`${day}T${formatTime(nowMs)}`}>
              <strong>{formatTime(nowMs)}</strong>
              <span>
                {weekdayName(day, lang)} {formatDay(day).slice(0, 5)}
              </span>
            </time>
          </div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={layout === 'fill' ? -1 : 0}
        className={layout === 'fill' ? classes.fill : classes.read}
      >
        {children}
      </main>
    </div>
  );
}

function Links({ page, words }: { readonly page: StaffPage; readonly words: Messages['common']['nav'] }) {
  const inRow = [...links, ...rarer.filter((link) => link.page === page)];
  const inList = rarer.filter((link) => link.page !== page);
  return (
    <nav className={classes.nav} aria-label={words.label}>
      {inRow.map(({ page: target, icon }) => (
        <a
          key={target}
          className={classes.link}
          data-page={target}
          href={addressOf(target)}
          aria-current={target === page ? 'page' : undefined}
        >
          <Icon name={icon} size={18} />
          <span className={target === 'home' ? classes.hidden : undefined}>{words[target]}</span>
        </a>
      ))}
      <MenuButton words={words.more} side="left">
        {inList.map(({ page: target, icon }) => (
          <a key={target} href={addressOf(target)}>
            <Icon name={icon} size={18} />
            {words[target]}
          </a>
        ))}
      </MenuButton>
    </nav>
  );
}

function addressOf(page: Linked): string {
  return page === 'home' ? '#/' : `#/${page}`;
}

/** The hash is the router's, so the link moves the focus itself. */
function toContent(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}
