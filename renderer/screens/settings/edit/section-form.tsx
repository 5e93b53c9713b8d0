import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { needsApproval } from '../../../../shared/law/people/approval.ts';
import { isSame } from '../../../../shared/law/settings/change.ts';
import { isWeighty } from '../../../../shared/law/settings/sections.ts';
import { TroubleNote } from '../../../parts/trouble-note.tsx';
import { usePeople, useStores, useText } from '../../../store/hooks.ts';
import { sectionNow } from '../../../store/people/people-store.ts';
import { ApproveDialog } from '../../approve/approve-dialog.tsx';
import { CalendarFields } from './calendar-fields.tsx';
import { SettingField } from './setting-field.tsx';
import { SettingList } from './setting-list.tsx';
import { sectionSpecs } from './specs.ts';
import { inWords, wrongPlaceOf } from './wrong-place.ts';
import classes from './edit.module.css';
import type { ReactNode, SyntheticEvent } from 'react';
import type { SettingSection } from '../../../../shared/law/settings/sections.ts';
import type { Trouble } from '../../../store/act.ts';
import type { Plain } from './place.ts';

type SectionFormProps = {
  readonly section: SettingSection;
  readonly readOnly: boolean;
  /** Called once a change holds; the form itself begins anew with what holds now. */
  readonly onSaved: () => void;
  readonly beside?: (row: Plain) => ReactNode;
};

/** The form of one section: typed, given a reason, agreed to by a second person where that is asked for, saved as a whole. */
export function SectionForm({ section, readOnly, onSaved, beside }: SectionFormProps) {
  const text = useText();
  const words = text.people.settings;
  const { host } = useStores();
  const change = usePeople((people) => people.change);
  const busy = usePeople((people) => people.busy);
  const now = sectionNow(host, section);
  const [value, setValue] = useState<Plain>(now);
  const [reason, setReason] = useState('');
  const [noReason, setNoReason] = useState(false);
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const spec = sectionSpecs[section] ?? { fields: [], lists: [] };
  const changed = !isSame(value, now);
  const wrong = wrongPlaceOf(trouble, words);
  // A line of a list of texts has no field of its own: the list says it.
  const errorAt = (path: string) =>
    wrong &&
    (wrong.path === path ||
      (/^\d+$/.test(wrong.path.slice(path.length + 1)) && wrong.path.startsWith(`${path}.`)))
      ? wrong.said
      : undefined;
  const save = async (approval?: string) => {
    setAsking(false);
    const done = await change(section, value, reason.trim(), approval);
    setTrouble(done.ok ? null : done.error);
    if (!done.ok) return;
    setReason('');
    onSaved();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setNoReason(reason.trim() === '');
    if (reason.trim() === '') return;
    if (isWeighty(section) && needsApproval(host.hello().ward, 'settings')) setAsking(true);
    else void save();
  };
  const common = { value, onChange: setValue, readOnly };
  return (
    <>
      <form className={classes.form} onSubmit={submit} noValidate aria-label={words.sections[section]}>
        {trouble && (
          <TroubleNote trouble={inWords(trouble, words)} text={text} onClose={() => setTrouble(null)} />
        )}
        {section === 'calendar' && <CalendarFields {...common} />}
        <div className={classes.fields}>
          {spec.fields.map((field) => (
            <SettingField key={field.path} spec={field} within="" error={errorAt(field.path)} {...common} />
          ))}
        </div>
        {spec.lists.map((list) => (
          <SettingList
            key={list.path}
            spec={list}
            errorAt={errorAt}
            {...(beside ? { beside } : {})}
            {...common}
          />
        ))}
        {changed && !readOnly && (
          <div className={classes.save}>
            <TextInput
              label={words.reason}
              description={words.reasonHint}
              value={reason}
              maxLength={300}
              error={noReason ? words.reasonMissing : undefined}
              onChange={(event) => {
                setReason(event.currentTarget.value);
                setNoReason(false);
              }}
            />
            <div className={classes.buttons}>
              <Button type="button" variant="default" onClick={() => setValue(now)}>
                {words.undo}
              </Button>
              <Button type="submit" loading={busy} loaderProps={{ 'aria-label': words.busy }}>
                {words.save}
              </Button>
            </div>
          </div>
        )}
      </form>
      {asking && (
        <ApproveDialog
          what="settings"
          about={words.sections[section]}
          onApproved={({ approval }) => void save(approval)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
