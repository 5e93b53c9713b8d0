// A page may die after its host changed a setting and before it wrote that down. The host kept what was done, so the next start
// makes up for the fact and the history is never short of a change [G01] [SE1].
import { parseInstant } from '../../../shared/basics/time.ts';
import { changedParts } from '../../../shared/law/settings/difference.ts';
import { settingSections } from '../../../shared/law/settings/sections.ts';
import type { KeptSettings } from '../../../shared/bridge/people.ts';
import type { SettingHistory } from '../../../shared/project/office/settings.ts';
import type { SettingSection } from '../../../shared/law/settings/sections.ts';
import type { StoreDeps } from '../deps.ts';
import type { SettingNote } from './people-deps.ts';

/** A fact holds so much; what a section said is cut there, and its whole stands in `ward-history/` of the host. */
const LONGEST = 20_000;
/** A page that lives writes its fact in a moment; what is younger is left to it. */
const SETTLED_MS = 10_000;

/** A change of one section as it is written down; null where nothing differs. */
export function settingNote(
  section: SettingSection,
  { before, after, reason, approvedBy }: Pick<KeptSettings, 'before' | 'after' | 'reason' | 'approvedBy'>,
): SettingNote | null {
  const parts = changedParts(before[section] ?? {}, after[section] ?? {});
  const [was = '', is = ''] = parts.map((part) => JSON.stringify(part).slice(0, LONGEST));
  return was === is ? null : { setting: section, before: was, after: is, reason, approvedBy };
}

type Deps = Pick<StoreDeps, 'acts' | 'reads' | 'host' | 'clock'>;

/** Writes down what the host changed and no fact tells, in the name of who changed it. The journal has to be whole by now. */
export async function makeUpSettings({ acts, reads, host, clock }: Deps): Promise<void> {
  const kept = await host.keptSettings();
  if (!kept.ok) return;
  const left = countsOf(await historiesOf(reads));
  const { clerks } = host.hello().ward;
  for (const change of kept.value.changes) {
    const atMs = parseInstant(change.at) ?? clock.nowMs();
    const role = clerks.find(({ id }) => id === change.by)?.role ?? 'head';
    for (const section of Object.keys(settingSections) as SettingSection[]) {
      const note = settingNote(section, change);
      if (!note) continue;
      const key = keyOf(note, change.by);
      const told = left.get(key) ?? 0;
      if (told > 0) left.set(key, told - 1);
      else if (clock.nowMs() - atMs >= SETTLED_MS) await acts.noteSettings([note], { id: change.by, role });
    }
  }
}

function countsOf(histories: readonly SettingHistory[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { changes } of histories)
    for (const change of changes) {
      const key = keyOf(change, change.by);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}

function keyOf({ setting, before, after, reason }: SettingNote, by: string | null): string {
  return JSON.stringify([setting, before, after, reason, by]);
}

/** As they stand now. */
function historiesOf(reads: Pick<StoreDeps['reads'], 'watchSettings'>): Promise<readonly SettingHistory[]> {
  return new Promise((resolve) => {
    const stop = reads.watchSettings((histories) => {
      resolve(histories);
      setTimeout(() => stop(), 0);
    });
  });
}
