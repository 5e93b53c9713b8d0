import { useText } from '../../store/hooks.ts';
import { StaffFrame } from '../staff-frame.tsx';
import { BeginSection } from './begin-section.tsx';
import { CatalogueSection, DeviceSection } from './machine-sections.tsx';
import { LooksSection } from './looks-section.tsx';
import { RecoverySection } from './recovery-section.tsx';
import { VoiceSection } from './voice-section.tsx';
import {
  CalendarSection,
  CountersSection,
  PeopleSection,
  PrintersSection,
  WardSection,
} from './ward-sections.tsx';
import classes from './settings.module.css';

/** What this machine knows of its ward and of itself, how pages look, and the recovery sheet. */
export function SettingsScreen() {
  const { settings } = useText();
  return (
    <StaffFrame page="settings">
      <div className={classes.page}>
        <div>
          <h1 className={classes.title}>{settings.title}</h1>
          <p className={classes.soft}>{settings.intro}</p>
        </div>
        <div className={classes.pair}>
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
      </div>
    </StaffFrame>
  );
}
