import { factOf } from '../../event/facts.ts';
import type { LoggedEvent } from '../../event/envelope.ts';
import type { FactBody } from '../../event/facts.ts';

/** One setting with every change of it, oldest first [G01]. */
export type SettingHistory = {
  readonly setting: string;
  readonly changes: readonly (FactBody<'setting-changed'> & {
    readonly by: string | null;
    readonly device: string;
  })[];
};

/** Subject of the facts about a setting. */
export function settingSubject(setting: string): string {
  return `setting-${setting}`;
}

/** Folds one event into the history of a setting. */
export function applySetting(state: SettingHistory | null, { event }: LoggedEvent): SettingHistory | null {
  const fact = factOf(event);
  if (fact?.type !== 'setting-changed') return state;
  const { actor: by, device } = event;
  return {
    setting: fact.body.setting,
    changes: [...(state?.changes ?? []), { ...fact.body, by, device }],
  };
}
