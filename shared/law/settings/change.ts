// What a ward file is after a change of its settings, or why it is not changed.
import { err, ok } from '../../basics/result.ts';
import { expectedAt, looksLikePhones } from './expected.ts';
import { wardSchema } from '../ward.ts';
import { sectionOf, settingSections } from './sections.ts';
import type { Result } from '../../basics/result.ts';
import type { WardConfig } from '../ward.ts';
import type { SectionValue, SettingSection } from './sections.ts';

/** New values by section. */
export type SettingChanges = Readonly<Partial<Record<SettingSection, SectionValue>>>;

/** Why settings stay as they are; `path` is the first place that is wrong, e.g. `counters.2.name`, `detail`
 * what is expected there (expected.ts). */
export type SettingRefusal =
  | { readonly code: 'setting-invalid'; readonly path: string; readonly detail: string }
  | { readonly code: 'clerk-removed'; readonly detail: string }
  | { readonly code: 'settings-keeper-none' }
  | { readonly code: 'setting-same' };

/**
 * The ward file after a change, whole and valid, or why not [G01]. Clerks are never taken out, only retired: what they did
 * names them. Somebody who may change settings stays. A demo's PINs are carried over; no change brings any.
 */
export function changedWard(ward: WardConfig, changes: SettingChanges): Result<WardConfig, SettingRefusal> {
  const sections = Object.entries(changes) as (readonly [SettingSection, SectionValue])[];
  const parsed = wardSchema.safeParse(merged(ward, sections));
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const path = first?.path.map(String).join('.') ?? '';
    return err({ code: 'setting-invalid', path, detail: first ? expectedAt(first) : 'other' });
  }
  const next = parsed.data;
  const gone = ward.clerks.find(({ id }) => !next.clerks.some((clerk) => clerk.id === id));
  if (gone) return err({ code: 'clerk-removed', detail: gone.name });
  const ids = new Set(next.clerks.map(({ id }) => id));
  if (next.hotline !== ward.hotline && !looksLikePhones(next.hotline))
    return err({ code: 'setting-invalid', path: 'hotline', detail: 'phone' });
  if (ids.size < next.clerks.length) return err({ code: 'setting-invalid', path: 'clerks', detail: 'other' });
  const keeps = next.clerks.some(
    ({ role, retired }) => retired !== true && (role === 'head' || role === 'admin'),
  );
  if (!keeps) return err({ code: 'settings-keeper-none' });
  const same = sections.every(([section]) => isSame(sectionOf(ward, section), sectionOf(next, section)));
  return same ? err({ code: 'setting-same' }) : ok(next);
}

function merged(
  ward: WardConfig,
  sections: readonly (readonly [SettingSection, SectionValue])[],
): Readonly<Record<string, unknown>> {
  const next = new Map<string, unknown>(Object.entries(ward));
  for (const [section, value] of sections) {
    for (const key of settingSections[section]) {
      const given = key === 'clerks' ? withPins(ward.clerks, value[key]) : value[key];
      if (given === undefined) continue;
      if (given === null) next.delete(key);
      else next.set(key, given);
    }
  }
  return Object.fromEntries(next);
}

function withPins(before: WardConfig['clerks'], given: unknown): unknown {
  if (!Array.isArray(given)) return given;
  return given.map((clerk: unknown) => {
    if (typeof clerk !== 'object' || clerk === null) return clerk;
    const { pin: _pin, ...rest } = clerk as Readonly<Record<string, unknown>>;
    const pin = before.find(({ id }) => id === rest['id'])?.pin;
    return pin === undefined ? rest : { ...rest, pin };
  });
}

/** Whether two settings say the same, in whatever order their keys stand. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
