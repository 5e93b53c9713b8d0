import type { Catalogue, Procedure } from '../procedure.ts';

/** How an imported catalogue differs from the one in use. */
export type Comparison = {
  readonly same: number;
  readonly added: readonly { readonly code: string; readonly name: string }[];
  readonly changed: readonly {
    readonly code: string;
    readonly name: string;
    readonly fields: readonly string[];
  }[];
  /** In use and not in the file: gone once the file takes its place. */
  readonly missing: readonly { readonly code: string; readonly name: string }[];
};

/** What says nothing about the procedure itself. */
const ASIDE: readonly string[] = ['version', 'validFrom', 'validTo', 'codeVerified', 'nameEn', 'fieldId'];

/** Compares by code; versions, days and marks of verification are no change. */
export function compare(present: Catalogue, next: Catalogue): Comparison {
  const before = new Map(present.procedures.map((procedure) => [procedure.code, procedure]));
  const after = new Set(next.procedures.map(({ code }) => code));
  const pairs = next.procedures.map((procedure) => ({ procedure, old: before.get(procedure.code) }));
  const changed = pairs.flatMap(({ procedure, old }) => {
    const fields = old ? differing(old, procedure, present, next) : [];
    return fields.length > 0 ? [{ code: procedure.code, name: procedure.name, fields }] : [];
  });
  const added = pairs.filter(({ old }) => old === undefined).map(({ procedure }) => brief(procedure));
  return {
    same: pairs.length - added.length - changed.length,
    added,
    changed,
    missing: [...before.values()].filter(({ code }) => !after.has(code)).map(brief),
  };
}

function differing(old: Procedure, fresh: Procedure, present: Catalogue, next: Catalogue): readonly string[] {
  const keys = [...new Set([...Object.keys(old), ...Object.keys(fresh)])] as (keyof Procedure)[];
  const fields = keys.filter((key) => !ASIDE.includes(key) && bare(old[key]) !== bare(fresh[key]));
  const moved = fieldName(present, old.fieldId) !== fieldName(next, fresh.fieldId);
  return moved ? [...fields, 'field'] : fields;
}

function bare(value: unknown): string {
  return JSON.stringify(value, (key, each: unknown) => (key === 'verified' ? undefined : each)) ?? '';
}

function fieldName({ fields }: Catalogue, id: string): string | undefined {
  return fields.find((field) => field.id === id)?.name;
}

function brief({ code, name }: Procedure) {
  return { code, name };
}
