import { Button } from '@mantine/core';
import { useState } from 'react';
import { parseInstant, wardDay } from '../../../../../shared/basics/time.ts';
import { procedureOn } from '../../../../../shared/law/procedure.ts';
import { formatDate, formatTime } from '../../../../../shared/text/dates.ts';
import { useDossiers, useStores, useText } from '../../../../store/hooks.ts';
import classes from './helps.module.css';
import type { Draft } from '../../../../store/intake/intake-deps.ts';

/** Receptions that this clerk has not finished: after a crash, a sign-out, or put aside [D17]. */
export function DraftsNote({ onResume }: { readonly onResume: () => void }) {
  const words = useText().desk.intake.more.drafts;
  const drafts = useDossiers((state) => state.drafts);
  const typing = useDossiers((state) => state.intake !== null);
  if (drafts.length === 0 || typing) return null;
  return (
    <section className={classes.drafts} aria-label={words.some(drafts.length)}>
      <strong>{words.some(drafts.length)}</strong>
      <ul>
        {drafts.map((draft) => (
          <DraftLine key={draft.form.dossierId} draft={draft} onResume={onResume} />
        ))}
      </ul>
    </section>
  );
}

function DraftLine({ draft, onResume }: { readonly draft: Draft; readonly onResume: () => void }) {
  const words = useText().desk.intake.more.drafts;
  const resumeDraft = useDossiers((state) => state.resumeDraft);
  const dropDraft = useDossiers((state) => state.dropDraft);
  const what = useDraftName(draft);
  const [asking, setAsking] = useState(false);
  const { dossierId } = draft.form;
  return (
    <li>
      <span className={classes.draftName}>{what}</span>
      {asking ? (
        <span className={classes.draftActs} role="group" aria-label={words.dropSure}>
          <span>{words.dropSure}</span>
          <Button size="sm" variant="outline" autoFocus onClick={() => void dropDraft(dossierId)}>
            {words.dropYes}
          </Button>
          <Button size="sm" variant="default" onClick={() => setAsking(false)}>
            {words.dropNo}
          </Button>
        </span>
      ) : (
        <span className={classes.draftActs}>
          <Button
            size="sm"
            aria-label={words.resumeOne(what)}
            onClick={() => {
              resumeDraft(dossierId);
              onResume();
            }}
          >
            {words.resume}
          </Button>
          <Button
            size="sm"
            variant="default"
            aria-label={words.dropOne(what)}
            onClick={() => setAsking(true)}
          >
            {words.drop}
          </Button>
        </span>
      )}
    </li>
  );
}

/** Whose it is, what for, and when it was typed last. */
function useDraftName({ form, savedAt }: Draft): string {
  const words = useText().desk.intake.more.drafts;
  const { host, clock } = useStores();
  const ms = parseInstant(savedAt) ?? 0;
  const today = wardDay(clock.nowMs());
  const procedure = procedureOn(host.catalogue(), form.procedureCode, today);
  const when = wardDay(ms) === today ? formatTime(ms) : `${formatTime(ms)} ${formatDate(ms)}`;
  const name = form.owner.name.trim() || form.submitter.name.trim();
  return words.line(name === '' ? words.nameless : name, procedure?.shortName ?? '', when);
}
