import { useSyncExternalStore } from 'react';
import { usePeople, useText } from '../../store/hooks.ts';
import { StaffFrame } from '../staff-frame.tsx';
import { BeginSection } from './begin-section.tsx';
import { CatalogueSection, DeviceSection } from './machine-sections.tsx';
import { LooksSection } from './looks-section.tsx';
import { ClerksPart } from './people/clerks-part.tsx';
import { EditPart } from './people/edit-part.tsx';
import { HistoryPart } from './people/history-part.tsx';
import { KeepPart } from './people/keep-part.tsx';
import { ReadsPart } from './people/reads-part.tsx';
import { RightsPart } from './people/rights-part.tsx';
import { PrintersSection } from './printers-section.tsx';
import { RecoverySection } from './recovery-section.tsx';
import { VoiceSection } from './voice-section.tsx';
import { CalendarSection, CountersSection, PeopleSection, WardSection } from './ward-sections.tsx';
import edit from './edit/edit.module.css';
import classes from './settings.module.css';
import type { ReactNode } from 'react';

/** The parts of the page, by the last word of its address: `#/settings/history`. */
const parts = {
  machine: MachinePart,
  edit: EditPart,
  clerks: ClerksPart,
  history: HistoryPart,
  reads: ReadsPart,
  rights: RightsPart,
  keep: KeepPart,
} as const satisfies Readonly<Record<string, () => ReactNode>>;

const names = Object.keys(parts) as readonly (keyof typeof parts)[];

/** What this machine knows of its ward and of itself; the ward's settings, people, and who read what. */
export function SettingsScreen() {
  const { settings, people } = useText();
  const words = people.settings;
  const part = usePart();
  const Part = parts[part];
  return (
    <StaffFrame page="settings">
      <div className={classes.page}>
        <h1 className={classes.title}>{settings.title}</h1>
        <nav aria-label={words.nav}>
          <ul className={edit.nav}>
            {names.map((name) => (
              <li key={name}>
                <a
                  href={name === 'machine' ? '#/settings' : `#/settings/${name}`}
                  aria-current={name === part ? 'page' : undefined}
                >
                  {words.parts[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Part />
      </div>
    </StaffFrame>
  );
}

/** What this machine knows, how its pages look, and the recovery sheet. */
function MachinePart() {
  const { settings } = useText();
  // The ward's part of it changes when its settings do.
  const turn = usePeople((people) => people.wardTurn);
  return (
    <>
      <p className={classes.soft}>{settings.intro}</p>
      <div className={classes.pair} key={turn}>
        <div className={classes.column}>
          <LooksSection />
          <WardSection />
          <CountersSection />
          <CalendarSection />
        </div>
        <div className={classes.column}>
          <DeviceSection />
          <CatalogueSection />
          <PeopleSection />
          <PrintersSection />
          <VoiceSection />
          <BeginSection />
          <RecoverySection />
        </div>
      </div>
    </>
  );
}

function usePart(): keyof typeof parts {
  return useSyncExternalStore(onHashChange, partNow);
}

function partNow(): keyof typeof parts {
  const word = window.location.hash.split('/')[2] ?? '';
  return names.find((name) => name === word) ?? 'machine';
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
