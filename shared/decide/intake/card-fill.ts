import { parseBirthDate } from '../../law/ids/birth-date.ts';
import { parsePhone } from '../../law/ids/phone.ts';
import { formatDay } from '../../text/dates.ts';
import type { Person } from '../../event/dossier-facts.ts';
import type { CardQr } from '../../law/ids/card-qr.ts';

/** One field of a person, as it is typed and as it is offered. */
export type FieldChange = { readonly field: keyof Person; readonly from: string; readonly to: string };

/** What an offer would do: fields that are empty, and fields in which something else was typed. */
export type Offer = { readonly fills: readonly FieldChange[]; readonly clashes: readonly FieldChange[] };

const FIELDS = ['name', 'idNumber', 'birthDate', 'phone', 'email', 'address'] as const;

/** What a card says of a person, as the form takes it. */
export function personOfCard({ name, personalNumber, birthDate, address }: CardQr): Partial<Person> {
  return { name, idNumber: personalNumber, birthDate: formatDay(birthDate), address };
}

/**
 * Compares what is typed with what is offered by a card or an earlier dossier; what says the same is left as it is typed.
 * Nothing that was typed is ever replaced unseen (DOMAIN 3.5).
 * @param today ward day
 */
export function offerOf(typed: Person, offered: Partial<Person>, today: string): Offer {
  const changes = FIELDS.flatMap((field): readonly FieldChange[] => {
    const to = offered[field] ?? '';
    const from = typed[field];
    return to === '' || meant(field, from, today) === meant(field, to, today) ? [] : [{ field, from, to }];
  });
  return {
    fills: changes.filter(({ from }) => from.trim() === ''),
    clashes: changes.filter(({ from }) => from.trim() !== ''),
  };
}

/** What a text means, however it was typed. */
function meant(field: keyof Person, text: string, today: string): string {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (field === 'idNumber') return plain.replace(/[\s.-]/g, '').toUpperCase();
  if (field === 'birthDate') {
    const day = parseBirthDate(plain, today);
    return day.ok ? day.value : plain;
  }
  if (field === 'phone') {
    const phone = parsePhone(plain);
    return phone.ok ? phone.value : plain;
  }
  return plain.toUpperCase();
}
