// Filings, corrections and lists over the fake journal, through the real rules; nobody's name is sealed and numbers count up.
import { err, ok } from '../../../shared/basics/result.ts';
import { decideAct } from '../../../shared/decide/life/act.ts';
import { prepareCorrection } from '../../../shared/decide/life/correct.ts';
import { decideDelay } from '../../../shared/decide/life/delay.ts';
import { decideFiling } from '../../../shared/decide/life/filing.ts';
import { actWorldOf } from '../../../shared/decide/life/world.ts';
import { foldNext } from '../../../shared/project/fold.ts';
import { applyOf } from '../../../shared/project/kinds.ts';
import { kindOf } from '../../../shared/project/subjects.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Filing } from '../../../shared/project/filings.ts';
import type { Folded } from '../../../shared/project/fold.ts';
import type { Act, Trouble } from '../../../renderer/store/act.ts';
import type { FilingActs, FilingReads } from '../../../renderer/store/filings/filing-deps.ts';
import type { ActDesk } from '../queue/fake-desk.ts';

type Through = <T>(act: () => Result<T, Trouble>) => Act<T>;
type Watch = <T>(read: () => T, listener: (value: T) => void) => () => void;

/** Filings of a fake journal, with their persons in memory. */
export type FakeFilings = {
  readonly rows: Map<string, Folded<Filing>>;
  readonly persons: Map<string, ReceivedPersons>;
  readonly fold: (logged: LoggedEvent) => void;
};

/** No filings yet. */
export function fakeFilings(): FakeFilings {
  const rows = new Map<string, Folded<Filing>>();
  return {
    rows,
    persons: new Map(),
    fold: (logged) => {
      if (kindOf(logged.event) !== 'filing') return;
      const next = foldNext(applyOf.filing, rows.get(logged.event.subject) ?? null, logged);
      if (next) rows.set(logged.event.subject, next);
    },
  };
}

/** Acts on filings and beside the life of dossiers. */
export function fakeFilingActs(
  desk: ActDesk<{ readonly filings: FakeFilings }>,
  through: Through,
): FilingActs {
  const { journal, clock, ward, catalogue } = desk;
  const { filings } = journal;
  const sealed = { keyId: 'fake', iv: '', ct: '' };
  let count = 0;
  const dossierIn = (id: string): Result<Dossier, Trouble> => {
    const state = journal.dossier(id)?.state;
    return state ? ok(state) : err({ code: 'dossier-unknown' });
  };
  return {
    registerFilings: (added, clerk) =>
      through(() => {
        const [ids, known]: [string[], string[]] = [[], []];
        for (const { persons, ...said } of added) {
          const codes = [...filings.rows.values()].map(({ state }) => state?.portalCode);
          if (codes.includes(said.portalCode)) {
            known.push(said.portalCode);
            continue;
          }
          const id = `filing-${(count += 1)}`;
          const world = actWorldOf(ward, said.procedure.fieldId, clerk.role, clock.nowMs());
          const wish = { act: 'file', ...said, officerName: clerk.name } as const;
          const fact = decideFiling(undefined, id, wish, world, sealed);
          if (!fact.ok) return fact;
          filings.persons.set(id, persons);
          journal.add(fact.value, clerk.id);
          ids.push(id);
        }
        return ok({ ids, known });
      }),
    answerFiling: (id, wish, persons, clerk) =>
      through(() => {
        const world = actWorldOf(ward, wish.procedure.fieldId, clerk.role, clock.nowMs());
        const formNo = String((count += 1)).padStart(2, '0');
        const held = persons ? sealed : null;
        const fact = decideFiling(filings.rows.get(id), id, { ...wish, formNo }, world, held);
        if (!fact.ok) return fact;
        if (persons) filings.persons.set(id, persons);
        journal.add(fact.value, clerk.id);
        const state = filings.rows.get(id)?.state;
        return state ? ok(state) : err({ code: 'filing-unknown' });
      }),
    correct: (id, wish, persons, clerk) =>
      through(() => {
        const row = journal.dossier(id);
        const by = { nowMs: clock.nowMs(), actor: clerk.id, role: clerk.role, persons: persons.old };
        const prepared = prepareCorrection(row, wish, { ward, catalogue, ...by });
        if (!prepared.ok) return prepared;
        const { body } = prepared.value;
        const parents = row?.heads ?? [];
        journal.keepPersons(id, prepared.value.persons);
        const anew = { ...sealed, iv: `correction-${body.correction}` };
        journal.add({ type: 'dossier-corrected', subject: id, parents, sealed: anew, body }, clerk.id);
        return dossierIn(id);
      }),
    explainDelay: (id, wish, clerk) =>
      through(() => {
        const fact = decideDelay(journal.dossier(id), wish, clerk.role, clock.nowMs());
        if (!fact.ok) return fact;
        journal.add(fact.value, clerk.id);
        return dossierIn(id);
      }),
    actOnList: (ids, wish, clerk) =>
      through(() => {
        const done: Dossier[] = [];
        for (const id of ids) {
          const row = journal.dossier(id);
          const field = row?.state?.procedure.fieldId ?? '';
          const fact = decideAct(row, wish, actWorldOf(ward, field, clerk.role, clock.nowMs()));
          if (!fact.ok) return fact;
          journal.add(fact.value, clerk.id);
          const state = journal.dossier(id)?.state;
          if (state) done.push(state);
        }
        return ok(done);
      }),
  };
}

/** Reads of filings. */
export function fakeFilingReads({ rows, persons }: FakeFilings, watch: Watch): FilingReads {
  const open = () =>
    [...rows.values()].filter(({ state }) => state?.status === 'filed' || state?.status === 'incomplete');
  return {
    watchFilings: (listener) => watch(open, listener),
    personsOfFiling: ({ id }) => Promise.resolve(persons.get(id) ?? null),
    nextPaperNumber: () => Promise.resolve('01'),
  };
}
