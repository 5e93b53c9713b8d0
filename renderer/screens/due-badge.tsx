import { dueStanding, dueStatus, dueWorldAt } from '../../shared/report/due-status.ts';
import { shortStandingText, standingText } from '../../shared/text/working-time.ts';
import { StatusBadge } from '../parts/status-badge.tsx';
import { useStores, useText, useUi } from '../store/hooks.ts';
import { useNowMs } from './staff-frame.tsx';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { DueWorld } from '../../shared/report/due-status.ts';

/** What this ward's dates are read by. */
export function useDueWorld(): DueWorld {
  return dueWorldAt(useStores().host.hello().ward);
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
