import type { Catalogue, ProcedureField } from '../../../../shared/law/procedure.ts';

/** So many fields are large and first. */
const COMMON = 8;

/** The fields with most procedures first, both groups by their series letter, which is also on the ticket. */
export function arrangeFields({ fields, procedures }: Pick<Catalogue, 'fields' | 'procedures'>): {
  readonly common: readonly ProcedureField[];
  readonly others: readonly ProcedureField[];
} {
  const counts = new Map<string, number>();
  for (const { fieldId } of procedures) counts.set(fieldId, (counts.get(fieldId) ?? 0) + 1);
  const byWeight = fields
    .map((field) => ({ field, weight: counts.get(field.id) ?? 0 }))
    .toSorted((a, b) => b.weight - a.weight);
  const inOrder = (some: typeof byWeight) =>
    some
      .map(({ field }) => field)
      .toSorted((a, b) => a.series.localeCompare(b.series) || a.name.localeCompare(b.name, 'vi'));
  return { common: inOrder(byWeight.slice(0, COMMON)), others: inOrder(byWeight.slice(COMMON)) };
}
