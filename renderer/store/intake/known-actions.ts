import { wardDay } from '../../../shared/basics/time.ts';
import { offerOf } from '../../../shared/decide/intake/card-fill.ts';
import { knownBy, personKnownBy } from '../../../shared/decide/intake/returning.ts';
import { subjectPerson, twinsOf } from '../../../shared/decide/intake/twins.ts';
import { withPerson } from './person-fields.ts';
import type { Person } from '../../../shared/event/dossier-facts.ts';
import type { ReceptionForm } from '../../../shared/decide/reception.ts';
import type { DossierCell, DossierDeps } from '../dossier/dossier-state.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { DossierState } from '../dossier/dossier-state.ts';
import type { IntakeMore, Known, Who } from './intake-state.ts';

/** Fills what is empty from an earlier dossier of the same person. */
export function knownActions(
  deps: Pick<DossierDeps, 'clock'>,
  cell: DossierCell,
): Pick<IntakeMore, 'reuseKnown'> {
  return {
    reuseKnown: (who) => {
      const { intake, known } = cell.getState();
      const found = known.find((one) => one.who === who);
      if (!intake || !found) return;
      const { fills } = offerOf(intake.form[who], found.person, wardDay(deps.clock.nowMs()));
      cell.setState({ intake: withPerson(intake, who, fills) });
    },
  };
}

/**
 * Looks for earlier dossiers of the people of a reception whenever one of their numbers is whole or the procedure changes,
 * and for dossiers that may be the same; nothing else that is typed asks the storage anything.
 */
export function followKnown(deps: DossierDeps, store: StoreApi<DossierState>): void {
  let asked = '';
  store.subscribe(({ intake }) => {
    const key = intake ? questionOf(intake.form) : '';
    if (key === asked) return;
    asked = key;
    if (!intake) return store.setState({ known: [], twins: [] });
    void look(deps, intake.form).then(
      (found) => asked === key && store.setState(found),
      // A storage that fails is told by the act; a reception goes on without what it would have said.
      () => undefined,
    );
  });
}

function questionOf(form: ReceptionForm): string {
  const { owner, submitter, submitterIsOwner, procedureCode, dossierId } = form;
  const numbers = [owner, ...(submitterIsOwner ? [] : [submitter])].map((person) => knownBy(person));
  return JSON.stringify([dossierId, procedureCode, numbers]);
}

async function look(deps: DossierDeps, form: ReceptionForm): Promise<Pick<IntakeMore, 'known' | 'twins'>> {
  const people: readonly Who[] = form.submitterIsOwner ? ['owner'] : ['owner', 'submitter'];
  const [known, rows] = await Promise.all([
    Promise.all(people.map((who) => knownOf(deps, form, who))),
    deps.intake.dossiersWith(knownBy(subjectPerson(form))),
  ]);
  return {
    known: known.filter((one) => one !== null),
    twins: twinsOf(
      rows.filter(({ id }) => !isItself(id, form)),
      form,
      deps.clock.nowMs(),
    ),
  };
}

/** Whether a dossier is the one that is typed, or the one that is corrected. */
function isItself(id: string, { dossierId, corrects }: ReceptionForm): boolean {
  return id === dossierId || id === corrects?.dossierId;
}

/** Dossiers whose persons no key opens, or who had the number in neither place, are passed over. */
async function knownOf(deps: DossierDeps, form: ReceptionForm, who: Who): Promise<Known | null> {
  const values = knownBy(form[who]);
  if (values.length === 0) return null;
  const rows = (await deps.intake.dossiersWith(values)).filter(({ id }) => !isItself(id, form));
  for (const dossier of rows.slice(0, MOST_OPENED)) {
    const persons = await deps.reads.personsOf(dossier);
    const person = persons && personKnownBy(persons, values);
    if (!person || !mayBeSame(person, form[who])) continue;
    deps.intake.noteRead(dossier);
    const by = hasSameId(person, form[who]) ? ('id' as const) : ('phone' as const);
    const own = await deps.intake.dossiersWith(values.filter(({ kind }) => kind === by));
    const count = own.filter(({ id }) => !isItself(id, form)).length;
    return { who, by, person, code: dossier.code, receivedAt: dossier.receivedAt, count };
  }
  return null;
}

type Numbers = Pick<Person, 'idNumber' | 'phone'>;

const idsOf = (person: Numbers): readonly string[] =>
  knownBy(person).flatMap(({ kind, value }) => (kind === 'id' ? [value] : []));

function hasSameId(found: Numbers, typed: Numbers): boolean {
  const ids = idsOf(typed);
  return idsOf(found).some((id) => ids.includes(id));
}

/** Whoever shares a phone and has an identity number of their own is somebody else. */
function mayBeSame(found: Numbers, typed: Numbers): boolean {
  return hasSameId(found, typed) || idsOf(found).length === 0 || idsOf(typed).length === 0;
}

/** Opening a dossier costs a millisecond; a number that many share is not worth more. */
const MOST_OPENED = 5;
