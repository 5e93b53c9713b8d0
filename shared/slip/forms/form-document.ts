// The forms as a document that a ward can edit: it names only what it says differently, everything else is the base's.
import { z } from 'zod';
import { isRealDay } from '../../basics/time.ts';
import { err, ok } from '../../basics/result.ts';
import type { Result } from '../../basics/result.ts';
import type { Fault } from '../../law/faults.ts';
import { oneLine } from '../paper-words.ts';
import { legalFormSets } from './form-sets.ts';
import type { Forms, FormSet } from './form-sets.ts';
import { commonWords } from './words/common-words.ts';

/** Why a document is not taken: every fault with the path of its field, such as `sets.0.forms.stop.labels.reason`. */
export type FormsRefusal = { readonly code: 'forms-invalid'; readonly faults: readonly Fault[] };

const MAX_FAULTS = 10;
const MAX_TEXT = 600;
/** Lines of a title, copies, notes. */
const MAX_LINES = 12;
/** Bounds of the numbers in a form: sizes in points, room in millimetres, widths in shares, counts of rows. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  bodyPt: [9, 16],
  tablePt: [8, 14],
  gapMm: [0, 6],
  signMm: [5, 40],
  width: [1, 100],
  rowsPerPage: [1, 60],
  leastRows: [1, 20],
};
/** No text closer than 10 mm to the edge. */
const MARGIN_MM = z.number().min(10).max(50);

/** What the program and not the ward decides: a form's identity follows from its set. */
const FIXED = ['id', 'effectiveFrom'];

/**
 * The sets of a ward: those of its document first, then those in law. A set of the document has an id and a first day of its
 * own and is laid over `base` (a set in law, or one before it); the sets in law cannot be rewritten, so that an old slip
 * reprints as issued. `{…}` in a text may only be what the base has there.
 */
export function readForms(document: unknown): Result<readonly [FormSet, ...FormSet[]], FormsRefusal> {
  const outer = documentSchema.safeParse(document);
  if (!outer.success) return err(refusal(outer.error, []));
  const known = new Map(legalFormSets.map((set) => [set.id, set]));
  const own: FormSet[] = [];
  for (const [index, given] of outer.data.sets.entries()) {
    const base = known.get(given.base);
    if (base === undefined) return err(fault(`sets.${index}.base`, 'unknown-set', `no set "${given.base}"`));
    if (known.has(given.id)) {
      return err(fault(`sets.${index}.id`, 'set-exists', `"${given.id}" is there already; give a new id`));
    }
    const checked = z
      .strictObject({ common: commonShape, forms: formsShape(base.forms) })
      .partial()
      .safeParse({
        ...(given.common === undefined ? {} : { common: given.common }),
        ...(given.forms === undefined ? {} : { forms: given.forms }),
      });
    if (!checked.success) return err(refusal(checked.error, ['sets', index]));
    const set = laidOver(base, given, checked.data);
    known.set(set.id, set);
    own.push(set);
  }
  const [first, second] = legalFormSets;
  const [newest, ...older] = own;
  return ok(newest === undefined ? [first, second] : [newest, ...older, first, second]);
}

const documentSchema = z.strictObject({
  schemaVersion: z.literal(1),
  sets: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]{1,30}$/),
        base: z.string(),
        name: z.string().min(1).max(200),
        effectiveFrom: z.string().refine(isRealDay, 'a day that exists, YYYY-MM-DD'),
        common: z.unknown().optional(),
        forms: z.unknown().optional(),
      }),
    )
    .max(100),
});

/** A text that stays one line, is not emptied where the base says something, and has no gaps that nobody fills. */
function textLike(sample: string): z.ZodType {
  const gaps = sample.match(/\{\w+\}/g) ?? [];
  const gapless = (value: string): string => gaps.reduce((rest, gap) => rest.replaceAll(gap, ''), value);
  return z
    .string()
    .max(MAX_TEXT)
    .transform(oneLine)
    .refine((value) => sample === '' || value !== '', 'must not be empty')
    .refine((value) => !/[{}]/.test(gapless(value)), `may hold ${gaps.join(', ') || 'no gap'} in braces`);
}

const sheetShape = z
  .strictObject({
    size: z.enum(['A4', 'A5']),
    landscape: z.boolean(),
    marginsMm: z.tuple([MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM]),
    bodyPt: numberLike('bodyPt'),
    tablePt: numberLike('tablePt'),
    gapMm: numberLike('gapMm'),
    signMm: numberLike('signMm'),
  })
  .partial();

function numberLike(key: string): z.ZodNumber {
  const [least, most] = RANGES[key] ?? [0, 1000];
  const whole = key === 'rowsPerPage' || key === 'leastRows';
  return whole ? z.int().min(least).max(most) : z.number().min(least).max(most);
}

/** The shape of what may stand in place of `sample`, a value of a form. */
function shapeLike(sample: unknown, key: string): z.ZodType {
  if (key === 'sheet') return sheetShape;
  if (typeof sample === 'string') return textLike(sample);
  if (typeof sample === 'number') return numberLike(key);
  if (Array.isArray(sample)) {
    const text = textLike(sample.map(String).join(' '));
    // Copies are told apart by their number, so there are as many as the base has.
    return key === 'copies' ? z.array(text).length(sample.length) : z.array(text).min(1).max(MAX_LINES);
  }
  return objectLike(Object(sample) as object, []);
}

function objectLike(sample: object, fixed: readonly string[]): z.ZodType {
  const entries = Object.entries(sample).filter(([key]) => !fixed.includes(key));
  return z
    .strictObject(Object.fromEntries(entries.map(([key, value]) => [key, shapeLike(value, key)])))
    .partial();
}

const formsShape = (forms: Forms): z.ZodType =>
  z
    .strictObject(
      Object.fromEntries(Object.entries(forms).map(([kind, form]) => [kind, objectLike(form, FIXED)])),
    )
    .partial();

/** Said once for all forms of a set; `basis` for those that a law numbers. */
const commonShape = objectLike({ ...commonWords, basis: '(…)' }, []);

type Given = { readonly id: string; readonly name: string; readonly effectiveFrom: string };

function laidOver(base: FormSet, given: Given, words: { common?: unknown; forms?: unknown }): FormSet {
  const own = entriesOf(words.forms);
  const common = entriesOf(words.common);
  const forms = Object.entries(base.forms).map(([kind, form]) => {
    const shared = Object.keys(common).filter((key) => key in form && Reflect.get(form, key) !== '');
    const said = Object.fromEntries(shared.map((key) => [key, common[key]]));
    const id = [form.id.split('/')[0], given.id, '1'].join('/');
    const day = 'effectiveFrom' in form ? { effectiveFrom: given.effectiveFrom } : {};
    return [kind, { ...entriesOf(merged(merged(form, said), own[kind])), ...day, id }];
  });
  // The shape was checked against these very forms, so what is laid over them keeps their type.
  return {
    id: given.id,
    name: oneLine(given.name),
    effectiveFrom: given.effectiveFrom,
    forms: Object.fromEntries(forms) as Forms,
  };
}

/** `over` laid upon `base`: objects key by key, everything else whole. */
function merged(base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (Array.isArray(over) || typeof over !== 'object' || over === null) return over;
  const old = entriesOf(base);
  return {
    ...old,
    ...Object.fromEntries(Object.entries(over).map(([key, value]) => [key, merged(old[key], value)])),
  };
}

const entriesOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const fault = (path: string, code: string, message: string): FormsRefusal => ({
  code: 'forms-invalid',
  faults: [{ path, code, message }],
});

function refusal(error: z.ZodError, before: readonly PropertyKey[]): FormsRefusal {
  const faults = error.issues.flatMap((issue) => {
    const path = [...before, ...issue.path].map(String);
    const { code, message } = issue;
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), code, message }];
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), code, message }));
  });
  return { code: 'forms-invalid', faults: faults.slice(0, MAX_FAULTS) };
}
