import { dueStanding, dueStatus, dueWorldOf } from '../../shared/report/due-status.ts';
import { shortStandingText, standingText } from '../../shared/text/working-time.ts';
import { StatusBadge } from '../parts/status-badge.tsx';
import { useStores, useText, useUi } from '../store/hooks.ts';
import { useNowMs } from './staff-frame.tsx';
import type { WardConfig } from '../../shared/law/ward.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { DueWorld } from '../../shared/report/due-status.ts';

/** A ward's calendars are made ready once a page, however many lines ask. */
const worlds = new WeakMap<WardConfig, DueWorld>();

/** What this ward's dates are read by. */
export function useDueWorld(): DueWorld {
  const { ward } = useStores().host.hello();
  const known = worlds.get(ward) ?? dueWorldOf(ward);
  worlds.set(ward, known);
  return known;
}

/** How a dossier stands with its date: the working time left or overdue while it runs, else its step. */
export function DueBadge({ dossier }: { readonly dossier: Dossier }) {
  const text = useText();
  const lang = useUi((ui) => ui.lang);
  const nowMs = useNowMs();
  const world = useDueWorld();
  const standing = dueStanding(dossier, nowMs, world);
  return (
    <span title={standing ? upper(standingText(standing, lang)) : undefined}>
      <StatusBadge
        status={dueStatus(dossier, nowMs, world)}
        text={text.common.due}
        words={standing && upper(shortStandingText(standing, lang))}
      />
    </span>
  );
}

function upper(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
