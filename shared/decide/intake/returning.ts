import { tokenQuery } from '../../text/token-values.ts';
import type { Person, ReceivedPersons } from '../../event/dossier-facts.ts';
import type { TokenValue } from '../../text/token-values.ts';

/** Numbers by which a person is known again: whole ones only, so that half a number finds nobody. */
export function knownBy({ idNumber, phone }: Pick<Person, 'idNumber' | 'phone'>): readonly TokenValue[] {
  const ids = tokenQuery(idNumber).filter(
    ({ kind, value }) => kind === 'id' && (value.length === 12 || value.length === 9),
  );
  const phones = tokenQuery(phone).filter(({ kind }) => kind === 'phone');
  return [...ids, ...phones];
}

/**
 * The person of an earlier dossier who has one of these numbers; the identity number counts before the phone, which families
 * share. Null when neither has.
 */
export function personKnownBy(
  { owner, submitter }: Pick<ReceivedPersons, 'owner' | 'submitter'>,
  values: readonly TokenValue[],
): Person | null {
  const kinds = ['id', 'phone'] as const;
  for (const kind of kinds) {
    const wanted = values.filter((one) => one.kind === kind).map(({ value }) => value);
    const found = [submitter, owner].find((person) =>
      knownBy(person).some((one) => one.kind === kind && wanted.includes(one.value)),
    );
    if (found) return found;
  }
  return null;
}
