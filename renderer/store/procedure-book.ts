import { proceduresOn } from '../../shared/law/procedure.ts';
import { indexProcedures } from '../../shared/text/search.ts';
import type { Catalogue, Procedure } from '../../shared/law/procedure.ts';
import type { ProcedureIndex } from '../../shared/text/search.ts';

/** The procedures in force on a ward day, as lists and searches want them. */
export type ProceduresOfDay = {
  readonly all: readonly Procedure[];
  /** In the catalogue's order; a field without procedures is not in it. */
  readonly byField: ReadonlyMap<string, readonly Procedure[]>;
  readonly index: ProcedureIndex<Procedure>;
};

/** Folds and sorts the catalogue once a day, not with every screen or key: a catalogue may have thousands of them [PR14]. */
export type ProcedureBook = { on(day: string): ProceduresOfDay };

/** Makes the book of a page; it reads the catalogue when it is first asked. */
export function createProcedureBook(catalogueOf: () => Catalogue): ProcedureBook {
  let open: { readonly day: string; readonly of: Catalogue; readonly page: ProceduresOfDay } | null = null;
  return {
    on: (day) => {
      const catalogue = catalogueOf();
      if (open?.day !== day || open.of !== catalogue)
        open = { day, of: catalogue, page: read(catalogue, day) };
      return open.page;
    },
  };
}

function read(catalogue: Catalogue, day: string): ProceduresOfDay {
  const all = proceduresOn(catalogue, day);
  const names = new Map(
    catalogue.fields.map(({ id, name, nameEn }) => [id, nameEn === undefined ? [name] : [name, nameEn]]),
  );
  const byField = new Map<string, Procedure[]>();
  for (const procedure of all) {
    const known = byField.get(procedure.fieldId);
    if (known) known.push(procedure);
    else byField.set(procedure.fieldId, [procedure]);
  }
  return { all, byField, index: indexProcedures(all, ({ fieldId }) => names.get(fieldId) ?? []) };
}
