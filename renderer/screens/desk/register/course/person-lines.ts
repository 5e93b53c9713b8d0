import { formatDay } from '../../../../../shared/text/dates.ts';
import { receptionKey } from '../../../../store/dossier/open-persons.ts';
import { receptionBefore } from './correction-lines.ts';
import type { Person, ReceivedPersons } from '../../../../../shared/event/dossier-facts.ts';
import type { Messages } from '../../../../../shared/text/messages/index.ts';
import type { Arrival } from '../../../../store/dossier/dossier-state.ts';

/** So much of a text is told; the whole stands in the dossier. */
const TOLD = 200;

const fields = [
  'name',
  'idNumber',
  'birthDate',
  'phone',
  'email',
  'address',
] as const satisfies (keyof Person)[];

/** What a correction changed of the persons, before and after; nothing where it left them as they were [D13]. */
export function personLines(
  before: ReceivedPersons,
  after: ReceivedPersons,
  { filings, desk }: Pick<Messages, 'filings' | 'desk'>,
): readonly string[] {
  const words = filings.correction;
  const { person, finish } = desk.intake;
  const line = (what: string, was: string, is: string): readonly string[] =>
    was === is ? [] : [words.changed(what, told(was, words.empty), told(is, words.empty))];
  const isOne = isOwnerAlone(before) && isOwnerAlone(after);
  const sides = isOne ? (['owner'] as const) : (['owner', 'submitter'] as const);
  return [
    ...sides.flatMap((side) =>
      fields.flatMap((field) =>
        line(
          words.ofPerson(person[side], person[field]),
          shown(field, before[side][field]),
          shown(field, after[side][field]),
        ),
      ),
    ),
    ...line(person.authorisation, before.authorisation, after.authorisation),
    ...line(finish.note, before.note, after.note),
  ];
}

/** What a correction in a trail changed of the persons, as far as this page opens both sides of it; `formers` by `receptionKey`. */
export function personChanges(
  arrivals: readonly Arrival[],
  place: number,
  formers: Readonly<Record<string, ReceivedPersons>>,
  text: Messages,
): readonly string[] {
  const facts = arrivals.map(({ fact = null }) => fact);
  const fact = facts[place];
  if (fact?.type !== 'dossier-corrected') return [];
  const last = receptionBefore(facts, place);
  const before =
    last && 'correction' in last ? receptionKey(last.correction, last.at) : receptionKey(0, null);
  const [was, is] = [formers[before], formers[receptionKey(fact.body.correction, fact.body.at)]];
  return was && is ? personLines(was, is, text) : [text.filings.correction.personsClosed];
}

function isOwnerAlone({ owner, submitter }: ReceivedPersons): boolean {
  return fields.every((field) => owner[field] === submitter[field]);
}

function shown(field: keyof Person, value: string): string {
  return field === 'birthDate' && /^\d{4}(-|$)/.test(value) ? formatDay(value) : value;
}

function told(text: string, empty: string): string {
  if (text === '') return empty;
  return text.length > TOLD ? `${text.slice(0, TOLD).trimEnd()}…` : text;
}
