// What a clerk may choose when he gives a number: the services that are asked for most, and numbers of the roll.
import type { ProcedureField, Procedure } from '../../../../../shared/law/procedure.ts';
import type { Ticket } from '../../../../../shared/project/tickets.ts';
import type { TicketService } from '../../../../../shared/event/ticket-standing.ts';

/** What a person comes for: a field, and the procedure where one is known. */
export type ServiceChoice = { readonly fieldId: string; readonly procedureCode: string | null };

/** Whether two choices are the same. */
export function isSameChoice(one: ServiceChoice | null, other: ServiceChoice): boolean {
  return one?.fieldId === other.fieldId && one.procedureCode === other.procedureCode;
}

/** A key of a choice, unique among all. */
export function choiceKey({ fieldId, procedureCode }: ServiceChoice): string {
  return `${fieldId}/${procedureCode ?? ''}`;
}

/** The service that a choice is, with its series; null where the catalogue has no such field. */
export function serviceOf(choice: ServiceChoice, fields: readonly ProcedureField[]): TicketService | null {
  const field = fields.find(({ id }) => id === choice.fieldId);
  return field ? { ...choice, series: field.series } : null;
}

/**
 * What is asked for most [K16]: services of the day's numbers in the order of how often they came, then the fields of the
 * counter in the order of the catalogue. Only procedures in force are offered.
 */
export function mostUsed(
  tickets: readonly Ticket[],
  catalogue: { readonly fields: readonly ProcedureField[]; readonly procedures: readonly Procedure[] },
  series: readonly string[],
  most: number,
): readonly ServiceChoice[] {
  const counts = new Map<string, { readonly choice: ServiceChoice; count: number }>();
  const isKnown = ({ fieldId, procedureCode }: ServiceChoice) =>
    procedureCode === null
      ? catalogue.fields.some(({ id }) => id === fieldId)
      : catalogue.procedures.some(({ code }) => code === procedureCode);
  for (const { fieldId, procedureCode, series: letter } of tickets) {
    const choice = { fieldId, procedureCode };
    if (!series.includes(letter) || !isKnown(choice)) continue;
    const known = counts.get(choiceKey(choice));
    if (known) known.count += 1;
    else counts.set(choiceKey(choice), { choice, count: 1 });
  }
  const asked = [...counts.values()].toSorted((a, b) => b.count - a.count).map(({ choice }) => choice);
  const own = catalogue.fields
    .filter((field) => series.includes(field.series))
    .map(({ id }) => ({ fieldId: id, procedureCode: null }))
    .filter((choice) => !counts.has(choiceKey(choice)));
  return [...asked, ...own].slice(0, most);
}

/** The only field of a letter; null where there are several or none. */
export function fieldOfLetter(letter: string, fields: readonly ProcedureField[]): string | null {
  const [field, ...others] = fields.filter(({ series }) => series === letter);
  return field && others.length === 0 ? field.id : null;
}

/** A code in two groups of four, as it is read out. */
export function spokenCode(code: string): string {
  return code.replace(/^(.{4})(?=.)/, '$1 ');
}
