import { foldVietnamese } from '../../text/fold.ts';
import { knownFields, OTHER_SERIES } from '../sample/fields.ts';
import type { Catalogue, ProcedureField } from '../procedure.ts';

/** Fields of an import as they come up; `made` are those that nobody knew before. */
export type FieldBook = {
  readonly fieldOf: (name: string) => ProcedureField;
  readonly used: () => readonly ProcedureField[];
  readonly made: () => readonly ProcedureField[];
};

const MAX_ID = 60;

/**
 * Gives every name of a field its field: one of the catalogue in use, else one that the demo catalogue knows, else a new
 * one with an id made of its name and the letter that rare fields share. Names that differ only in case, marks or signs are
 * one field.
 */
export function fieldBook(present: Catalogue | null): FieldBook {
  const known = new Map<string, ProcedureField>();
  knownFields.forEach((entry, name) => known.set(foldVietnamese(name), { ...entry, name }));
  present?.fields.forEach((field) => known.set(foldVietnamese(field.name), field));
  const used = new Map<string, ProcedureField>();
  const made: ProcedureField[] = [];
  const fieldOf = (name: string): ProcedureField => {
    const folded = foldVietnamese(name);
    const field = used.get(folded) ?? known.get(folded);
    if (field) {
      used.set(folded, field);
      return field;
    }
    const ids = new Set([...known.values(), ...used.values()].map(({ id }) => id));
    const fresh = { id: freeId(folded, ids), name, series: OTHER_SERIES };
    used.set(folded, fresh);
    made.push(fresh);
    return fresh;
  };
  return { fieldOf, used: () => [...used.values()], made: () => made };
}

function freeId(folded: string, taken: ReadonlySet<string>): string {
  const base = folded.replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '') || 'linh-vuc';
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`;
    const id = `${base.slice(0, MAX_ID - end.length).replace(/-+$/u, '')}${end}`;
    if (!taken.has(id)) return id;
  }
}
