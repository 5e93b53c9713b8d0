import { foldVietnamese } from '../../text/fold.ts';
import { parseCatalogue } from '../procedure.ts';
import { fieldBook } from './fields.ts';
import { draftOf } from './procedure-draft.ts';
import { readCode } from './words/other-words.ts';
import { clip, isNothing, tidy } from './words/plain.ts';
import type { Catalogue, Procedure, ProcedureField } from '../procedure.ts';
import type { AssumptionKind, DoubtKind } from './doubt-words.ts';
import type { Entry } from './entry.ts';
import type { FieldBook } from './fields.ts';
import type { ProcedureDraft } from './procedure-draft.ts';

/** One doubt with its place. */
export type Doubt = {
  readonly place: string;
  readonly procedure: string;
  readonly field: string;
  readonly kind: DoubtKind;
  readonly found: string;
  readonly taken: string;
};

/** A row that is not taken, and why. */
export type RowRefusal = {
  readonly code:
    'row-code-missing' | 'row-code-format' | 'row-name-missing' | 'row-code-twice' | 'row-invalid';
  readonly place: string;
  readonly found: string;
  /** The other rows with the same code, or the field that breaks a rule. */
  readonly with: readonly string[];
};

/** What holds for the whole import. */
export type ImportOptions = {
  /** What the catalogue says of where it comes from. */
  readonly source: string;
  /** Ward day of the import. */
  readonly asOf: string;
  /** In force from, where a row does not say it. */
  readonly validFrom: string;
  /** Who has compared the file with the decision: what was understood without a doubt counts as verified; null: nobody. */
  readonly checkedBy: string | null;
  /** The catalogue in use. */
  readonly present: Catalogue | null;
};

/** What became of the entries: `catalogue` is null when no row could be taken. Taken and refused rows add up to all. */
export type Imported = {
  readonly catalogue: Catalogue | null;
  readonly refused: readonly RowRefusal[];
  readonly doubts: readonly Doubt[];
  readonly assumed: ReadonlyMap<AssumptionKind, number>;
  readonly newFields: readonly ProcedureField[];
  readonly taken: readonly { readonly place: string; readonly code: string; readonly doubtful: boolean }[];
};

/** Where the only procedure stands that a row is tried with; the row's own place is said beside it. */
const ALONE = /^procedures\.0\./u;

type Named = {
  readonly entry: Entry;
  readonly code: string;
  readonly name: string;
  readonly doubts: readonly Doubt[];
};
type Drafted = Named & {
  readonly draft: ProcedureDraft;
  readonly procedure: Procedure;
  readonly field: ProcedureField;
};

/**
 * Makes a catalogue of what a file holds. A row without a code or a name, with a code that another row has, or that breaks
 * a rule of catalogues is refused by its place; every other is taken with its doubts. The result passes `parseCatalogue`.
 */
export function importEntries(entries: readonly Entry[], options: ImportOptions): Imported {
  const refused: RowRefusal[] = [];
  const named = withoutTwins(
    entries.flatMap((entry) => namedOf(entry, refused)),
    refused,
  );
  const book = fieldBook(options.present);
  const drafted = named.flatMap((each) => draftedOf(each, book, options, refused));
  const shared = sharedNames(drafted);
  const taken = drafted.map((each) => {
    const doubts = [...each.doubts, ...doubtsOf(each), ...(shared.get(each) ?? [])];
    return { ...each, doubts, doubtful: doubts.length > 0 };
  });
  const assumed = new Map<AssumptionKind, number>();
  for (const kind of taken.flatMap(({ draft }) => draft.assumed))
    assumed.set(kind, (assumed.get(kind) ?? 0) + 1);
  const usedIds = new Set(taken.map(({ field }) => field.id));
  const fields = book.used().filter(({ id }) => usedIds.has(id));
  const procedures = taken.map((each) => verified(each.procedure, each.doubts, options));
  const order = new Map(entries.map((entry, index) => [entry.place, index]));
  return {
    catalogue: catalogueOf(fields, procedures, options),
    refused: refused.toSorted((a, b) => (order.get(a.place) ?? 0) - (order.get(b.place) ?? 0)),
    doubts: taken.flatMap(({ doubts }) => doubts),
    assumed,
    newFields: book.made().filter(({ id }) => usedIds.has(id)),
    taken: taken.map(({ entry, code, doubtful }) => ({ place: entry.place, code, doubtful })),
  };
}

function namedOf(entry: Entry, refused: RowRefusal[]): readonly Named[] {
  const { place, code: cell } = entry;
  const no = (code: RowRefusal['code'], found: string): readonly Named[] => {
    refused.push({ code, place, found: clip(found, 300), with: [] });
    return [];
  };
  const name = entry.texts.name ?? '';
  const known = cell === null ? '' : tidy(String(cell));
  if (cell === null || isNothing(known)) return no('row-code-missing', name);
  const read = readCode(typeof cell === 'number' ? cell : known);
  if (!read) return no('row-code-format', known);
  if (isNothing(name)) return no('row-name-missing', read.value);
  const doubts = read.findings.map((finding) => ({
    ...finding,
    place,
    procedure: read.value,
    field: 'code',
  }));
  return [{ entry, code: read.value, name: clip(name, 1000), doubts }];
}

/** Which of two rows with one code is right nobody can say here: none is taken, and each names the others. */
function withoutTwins(named: readonly Named[], refused: RowRefusal[]): readonly Named[] {
  const byCode = new Map<string, Named[]>();
  for (const each of named) byCode.set(each.code, [...(byCode.get(each.code) ?? []), each]);
  return named.filter(({ entry, code }) => {
    const twins = byCode.get(code) ?? [];
    if (twins.length < 2) return true;
    const others = twins.map((twin) => twin.entry.place).filter((place) => place !== entry.place);
    refused.push({ code: 'row-code-twice', place: entry.place, found: code, with: others });
    return false;
  });
}

function draftedOf(
  named: Named,
  book: FieldBook,
  { present, validFrom, asOf, source }: ImportOptions,
  refused: RowRefusal[],
): readonly Drafted[] {
  const before = present?.procedures.findLast(({ code }) => code === named.code) ?? null;
  const draft = draftOf(named.entry, named.code, named.name, { validFrom, before });
  const field = book.fieldOf(draft.fieldName);
  const procedure = { ...draft.procedure, fieldId: field.id };
  const alone = parseCatalogue({ schemaVersion: 1, source, asOf, fields: [field], procedures: [procedure] });
  if (alone.ok) return [{ ...named, draft, procedure, field }];
  const faults = alone.error.faults.map(({ path, message }) => `${path.replace(ALONE, '')}: ${message}`);
  refused.push({ code: 'row-invalid', place: named.entry.place, found: named.code, with: faults });
  return [];
}

function doubtsOf({ entry, code, name, draft }: Drafted): readonly Doubt[] {
  const cut = (entry.texts.name ?? '').length > name.length;
  const findings = cut
    ? [...draft.findings, { field: 'name', kind: 'text-cut' as const, found: name, taken: '1.000 chữ đầu' }]
    : draft.findings;
  return findings.map((finding) => ({ ...finding, place: entry.place, procedure: code }));
}

/** The portal's pages are known to give many codes one wrong name (DOMAIN 3.3). */
function sharedNames(drafted: readonly Drafted[]): ReadonlyMap<Drafted, readonly Doubt[]> {
  const byName = new Map<string, Drafted[]>();
  for (const each of drafted) {
    const folded = foldVietnamese(each.name);
    byName.set(folded, [...(byName.get(folded) ?? []), each]);
  }
  const shared = [...byName.values()].filter((group) => group.length > 1);
  return new Map(
    shared.flatMap((group) =>
      group.map((each) => {
        const others = group.filter((other) => other !== each).map(({ code }) => code);
        const found = clip(`${each.name} – ${others.join(', ')}`, 300);
        const doubt: Doubt = {
          place: each.entry.place,
          procedure: each.code,
          field: 'name',
          kind: 'name-shared',
          found,
          taken: clip(each.name, 300),
        };
        return [each, [doubt]] as const;
      }),
    ),
  );
}

/** Only what somebody has compared, and only where nothing was doubtful. */
function verified(procedure: Procedure, doubts: readonly Doubt[], { checkedBy }: ImportOptions): Procedure {
  if (checkedBy === null) return procedure;
  const isSure = (field: string): boolean => !doubts.some((doubt) => doubt.field === field);
  const limit = { ...procedure.limit, verified: isSure('limit') && procedure.limit.value !== null };
  const fees = procedure.fees.map((fee) => ({ ...fee, verified: isSure('fees') }));
  return { ...procedure, codeVerified: isSure('code') && isSure('name'), limit, fees };
}

function catalogueOf(
  fields: readonly ProcedureField[],
  procedures: readonly Procedure[],
  { source, asOf }: ImportOptions,
): Catalogue | null {
  const parsed = parseCatalogue({ schemaVersion: 1, source, asOf, fields, procedures });
  return parsed.ok ? parsed.value : null;
}
