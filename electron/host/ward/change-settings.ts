import { err, ok } from '../../../shared/basics/result.ts';
import { needsApproval } from '../../../shared/law/people/approval.ts';
import { changedWard } from '../../../shared/law/settings/change.ts';
import {
  isWeighty,
  mayChangeSettings,
  sectionOf,
  settingSections,
} from '../../../shared/law/settings/sections.ts';
import { errorText } from '../files.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeAnswers, BridgeFault, BridgeParams } from '../../../shared/bridge.ts';
import type { KeptSettings } from '../../../shared/bridge/people.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';
import type { SettingChanges } from '../../../shared/law/settings/change.ts';
import type { SettingSection } from '../../../shared/law/settings/sections.ts';
import type { Approvals } from '../people/approvals.ts';
import type { SignInDesk } from '../people/sign-in.ts';
import type { WardKeeper } from './ward-keeper.ts';

/** What changing settings works with. */
export type SettingsDesk = {
  readonly ward: WardKeeper;
  readonly signIn: Pick<SignInDesk, 'clerkOf' | 'endOf'>;
  readonly approvals: Approvals;
  /** Called after each change, so that every page takes it. */
  readonly onChange: () => void;
};

type Answer = Promise<Result<BridgeAnswers['change-settings'], BridgeFault>>;

/** Changes the ward's settings one after another, each on the ward file as the one before left it [G01]. */
export function createChangeSettings(desk: SettingsDesk): (wish: BridgeParams<'change-settings'>) => Answer {
  let last: Promise<unknown> = Promise.resolve();
  return (wish) => {
    const done = last.then(() => change(desk, wish));
    // The next change only waits for this one to end; who asked reads how it went.
    last = done.catch(() => undefined);
    return done;
  };
}

/** The newest changes by section, as each was answered to the page that asked for it. */
export async function keptSettings(ward: Pick<WardKeeper, 'kept'>): Promise<readonly KeptSettings[]> {
  return (await ward.kept()).map(({ at, by, approvedBy, reason, sections, before, after }) => {
    const known = sections.filter((section): section is SettingSection =>
      Object.hasOwn(settingSections, section),
    );
    return { at, by, approvedBy, reason, before: saidIn(known, before), after: saidIn(known, after) };
  });
}

function saidIn(sections: readonly SettingSection[], of: WardConfig): KeptSettings['before'] {
  return Object.fromEntries(sections.map((section) => [section, sectionOf(of, section)]));
}

async function change(
  { ward, signIn, approvals, onChange }: SettingsDesk,
  { session, changes, revision, reason, approval }: BridgeParams<'change-settings'>,
): Answer {
  const clerk = signIn.clerkOf(session);
  if (!clerk) return err({ code: 'session-unknown' });
  if (!mayChangeSettings(clerk.role)) return err({ code: 'not-allowed' });
  if (reason.trim() === '') return err({ code: 'setting-reason-missing' });
  if (revision !== ward.revision()) return err({ code: 'settings-stale' });
  const before = ward.current();
  const sections = Object.keys(changes) as SettingSection[];
  const next = changedWard(before, changes as SettingChanges);
  if (!next.ok) {
    const detail = 'path' in next.error ? `${next.error.path}: ${next.error.detail}` : undefined;
    const named = 'detail' in next.error ? (detail ?? next.error.detail) : undefined;
    return err({ code: next.error.code, ...(named === undefined ? {} : { detail: named.slice(0, 300) }) });
  }
  const needs = sections.some(isWeighty) && needsApproval(before, 'settings');
  const approvedBy = needs ? approvals.take(approval ?? '', 'settings', clerk.id) : '';
  if (approvedBy === null) return err({ code: 'approval-missing' });
  const note = { by: clerk.id, approvedBy, reason: reason.trim(), sections };
  try {
    await ward.replace(next.value, note);
  } catch (error) {
    return err({ code: 'settings-unwritable', detail: errorText(error) });
  }
  for (const { id, retired } of next.value.clerks) if (retired === true) signIn.endOf(id);
  onChange();
  const [was, is] = [saidIn(sections, before), saidIn(sections, next.value)];
  return ok({ before: was, after: is, approvedBy, revision: ward.revision() });
}
