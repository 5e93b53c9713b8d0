import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { mayChangeSettings } from '../../../../shared/law/settings/sections.ts';
import { Section } from '../../../parts/section.tsx';
import { usePeople, useSession, useText } from '../../../store/hooks.ts';
import { SectionForm } from '../edit/section-form.tsx';
import classes from '../edit/edit.module.css';
import type { SettingSection } from '../../../../shared/law/settings/sections.ts';

const SECTIONS = [
  'office',
  'counters',
  'printers',
  'calendar',
  'due',
  'queue',
  'kiosk',
  'people',
  'notices',
  'offices',
  'web',
] as const satisfies readonly SettingSection[];

/** The settings of the ward, one section at a time. */
export function EditPart() {
  const words = useText().people.settings;
  const role = useSession((session) => session.clerk?.role);
  // A change made elsewhere begins the form anew: what stood in it was about settings that are no more.
  const turn = usePeople((people) => people.wardTurn);
  const [saved, setSaved] = useState(false);
  const [section, setSection] = useState<SettingSection>('office');
  if (role === undefined) return <p className={classes.soft}>{words.signIn}</p>;
  const readOnly = !mayChangeSettings(role);
  return (
    <Section title={words.parts.edit} line={readOnly ? words.readOnly : words.intro}>
      <div className={classes.form}>
        <NativeSelect
          label={words.choose}
          value={section}
          onChange={(event) => {
            setSection(SECTIONS.find((one) => one === event.currentTarget.value) ?? 'office');
            setSaved(false);
          }}
          data={SECTIONS.map((one) => ({ value: one, label: words.sections[one] }))}
        />
        <SectionForm
          key={`${section} ${turn}`}
          section={section}
          readOnly={readOnly}
          onSaved={() => setSaved(true)}
        />
        {saved && (
          <p className={classes.saved} role="status">
            {words.saved}
          </p>
        )}
        <p className={classes.soft}>{words.inFile}</p>
      </div>
    </Section>
  );
}
