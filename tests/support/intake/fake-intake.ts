// What a reception needs besides the acts, in memory: drafts, people known by number, a scanner that tests hold.
import { err, ok } from '../../../shared/basics/result.ts';
import { tokenValues } from '../../../shared/text/token-values.ts';
import type { DeskReads } from '../../../renderer/store/deps.ts';
import type { Draft, IntakeDesk } from '../../../renderer/store/intake/intake-deps.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';

/** The world of receptions, and what tests do to it. */
export type FakeIntake = {
  readonly desk: IntakeDesk;
  /** Without a ward key nothing is kept and nobody is known. */
  readonly setKey: (there: boolean) => void;
  readonly scan: (text: string) => void;
  /** Kept drafts by dossier, with their clerk. */
  readonly kept: ReadonlyMap<string, { readonly clerk: string; readonly draft: Draft }>;
};

/** Builds one over the reads of a fake journal. */
export function fakeIntake(reads: DeskReads): FakeIntake {
  const kept = new Map<string, { readonly clerk: string; readonly draft: Draft }>();
  const listeners = new Set<(text: string) => void>();
  const readers = new Set<(dossier: Dossier) => void>();
  let hasKey = true;
  let dossiers: readonly Dossier[] = [];
  reads.watchDossiers({ day: '', recent: Infinity }, ({ rows }) => {
    dossiers = rows.flatMap(({ state }) => (state ? [state] : []));
    for (const { id } of dossiers) kept.delete(id);
  });
  const desk: IntakeDesk = {
    draftKeeper: (clerk) =>
      hasKey
        ? (draft) => {
            kept.set(draft.form.dossierId, { clerk, draft });
            return Promise.resolve(true);
          }
        : null,
    drafts: (clerk) =>
      Promise.resolve([...kept.values()].filter((one) => one.clerk === clerk).map(({ draft }) => draft)),
    dropDraft: (dossierId) => {
      kept.delete(dossierId);
      return Promise.resolve();
    },
    dossiersWith: async (values) => {
      const found = await Promise.all(
        dossiers.map(async (dossier) => {
          const persons = await reads.personsOf(dossier);
          const own = persons ? tokenValues(persons, null) : [];
          return own.some((a) => values.some((b) => a.kind === b.kind && a.value === b.value))
            ? [dossier]
            : [];
        }),
      );
      return found.flat().toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
    },
    noteRead: (dossier) => {
      for (const listener of readers) listener(dossier);
    },
    onRead: (listener) => {
      readers.add(listener);
      return () => void readers.delete(listener);
    },
    onScan: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    attachments: () => Promise.resolve([]),
    attach: () => Promise.resolve(ok({ value: null, secondCopy: true })),
    detach: () => Promise.resolve(ok({ value: null, secondCopy: true })),
    openAttachment: () => Promise.resolve(err({ code: 'host-away' })),
  };
  const scan = (text: string) => {
    for (const listener of listeners) listener(text);
  };
  return { desk, setKey: (there) => void (hasKey = there), scan, kept };
}
