import { createStore } from 'zustand/vanilla';
import { err, ok } from '../../../shared/basics/result.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import { queueSetupOf } from '../../../shared/decide/queue/world.ts';
import { defaultCalendar } from '../../../shared/law/default-calendar.ts';
import { usualStandingRule } from '../../../shared/law/clock/standing.ts';
import { sectionOf, settingSections } from '../../../shared/law/settings/sections.ts';
import { settingNote } from './kept-changes.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeAnswers } from '../../../shared/bridge.ts';
import type { SectionValue, SettingSection } from '../../../shared/law/settings/sections.ts';
import type { ReadLog } from '../../../shared/project/office/read-log.ts';
import type { SettingHistory } from '../../../shared/project/office/settings.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Trouble } from '../act.ts';
import type { StoreDeps } from '../deps.ts';
import type { SessionState } from '../session-store.ts';
import type { SettingNote } from './people-deps.ts';

/** What an act on people or settings came to. */
type Came<T> = Promise<Result<T, Trouble>>;

/** Settings, PINs, and who read what. */
export type PeopleState = {
  /** Raised whenever the ward's settings changed, here or elsewhere: who shows them looks again. */
  readonly wardTurn: number;
  readonly histories: readonly SettingHistory[] | null;
  /** Logs of the days that are looked at; null while nobody looks. */
  readonly logs: readonly ReadLog[] | null;
  /** How PINs and sessions stand; null while it was not asked. */
  readonly standing: BridgeAnswers['people'] | null;
  readonly busy: boolean;
  /** An id for a new row of a list: it stands in facts, so no name is in it. */
  readonly newId: () => string;
  /** Changes one section of the settings and writes it down [G01]. */
  readonly change: (
    section: SettingSection,
    value: SectionValue,
    reason: string,
    approval?: string,
  ) => Came<null>;
  readonly changePin: (old: string, fresh: string) => Came<null>;
  /** A temporary PIN for a colleague; it is told once. */
  readonly resetPin: (clerk: string, reason: string, approval?: string) => Came<{ readonly pin: string }>;
  readonly askStanding: () => Promise<void>;
  /** Follows the history of settings; returns how to stop. */
  readonly followSettings: () => () => void;
  /** Follows what was read since so many days; returns how to stop. */
  readonly followLogs: (days: number) => () => void;
  /** Who read one dossier. */
  readonly readsOf: (dossierId: string) => Promise<readonly ReadLog[]>;
};

/** What the store needs. */
export type PeopleDeps = Pick<StoreDeps, 'acts' | 'reads' | 'host' | 'clock' | 'newId'> & {
  readonly session: Pick<StoreApi<SessionState>, 'getState'>;
};

type Note = (notes: readonly SettingNote[]) => Came<null>;

const DAY_MS = 86_400_000;

/** Builds the store of settings and people. */
export function createPeopleStore(deps: PeopleDeps) {
  const { host, reads, clock } = deps;
  const store = createStore<PeopleState>()((set, get) => {
    const note = noter(deps);
    const alone = async <T>(work: () => Came<T>): Came<T> => {
      if (get().busy) return err({ code: 'still-busy' });
      set({ busy: true });
      const done = await work();
      set({ busy: false });
      return done;
    };
    return {
      wardTurn: 0,
      histories: null,
      logs: null,
      standing: null,
      busy: false,
      newId: () => deps.newId('x').slice(0, 14).toLowerCase(),
      change: (section, value, reason, approval) =>
        alone(async () => {
          const { wardRevision: revision } = host.hello();
          const left = Object.fromEntries(settingSections[section].map((key) => [key, null]));
          const wish = { changes: { [section]: { ...left, ...value } }, revision, reason };
          const changed = await host.changeSettings(approval === undefined ? wish : { ...wish, approval });
          if (!changed.ok) return changed;
          const told = settingNote(section, { ...changed.value, reason: reason.trim() });
          return told ? note([told]) : ok(null);
        }),
      ...pinActions(deps, alone, note),
      askStanding: async () => {
        const answer = await host.people();
        set({ standing: answer.ok ? answer.value : null });
      },
      followSettings: () => reads.watchSettings((histories) => set({ histories })),
      followLogs: (days) => {
        const stop = reads.watchReadLogs(wardDay(clock.nowMs() - days * DAY_MS), (logs) => set({ logs }));
        return () => {
          stop();
          set({ logs: null });
        };
      },
      readsOf: (dossierId) => reads.readsOf(dossierId),
    };
  });
  host.onSettings(() => store.setState(({ wardTurn }) => ({ wardTurn: wardTurn + 1 })));
  return store;
}

/** Writes changes down as the clerk who is signed in. */
function noter({ session, acts }: PeopleDeps): Note {
  return async (notes) => {
    const { clerk } = session.getState();
    if (!clerk) return err({ code: 'not-signed-in' });
    const noted = await acts.noteSettings(notes, clerk);
    return noted.ok ? ok(null) : noted;
  };
}

function pinActions(
  { host, session }: PeopleDeps,
  alone: <T>(work: () => Came<T>) => Came<T>,
  note: Note,
): Pick<PeopleState, 'changePin' | 'resetPin'> {
  return {
    changePin: (old, fresh) =>
      alone(async () => {
        const changed = await host.changePin(old, fresh);
        if (!changed.ok) return changed;
        return note([pinNote(session.getState().clerk?.id ?? '', 'own', '', '')]);
      }),
    resetPin: (clerk, reason, approval) =>
      alone(async () => {
        const reset = await host.resetPin(clerk, reason, approval);
        if (!reset.ok) return reset;
        const noted = await note([pinNote(clerk, 'temporary', reason, reset.value.approvedBy)]);
        return noted.ok ? ok({ pin: reset.value.pin }) : noted;
      }),
  };
}

/** A PIN was changed: whose and how, never which. */
function pinNote(clerk: string, pin: 'own' | 'temporary', reason: string, approvedBy: string): SettingNote {
  return { setting: 'pins', before: '{}', after: JSON.stringify({ clerk, pin }), reason, approvedBy };
}

/** What a section of this page's ward says, with the usual rules where it leaves them out, so that a form shows what holds. */
export function sectionNow(host: Pick<StoreDeps['host'], 'hello'>, section: SettingSection): SectionValue {
  const { ward } = host.hello();
  if (section === 'queue') return { queue: queueSetupOf(ward).rules };
  if (section === 'calendar') return { calendar: ward.calendar ?? defaultCalendar };
  if (section === 'due') {
    return { duePolicy: ward.duePolicy, standing: ward.standing ?? usualStandingRule };
  }
  const said = sectionOf(ward, section);
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}
