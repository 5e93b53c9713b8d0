// The parts of a ward file that people change on the settings page, and who may [G01].
import type { WardConfig } from '../ward.ts';
import type { ClerkRole } from '../people/clerk-roles.ts';

/** Keys of the ward file by the section of the settings in which they stand. */
export const settingSections = {
  office: [
    'superior',
    'unit',
    'unitEn',
    'deskName',
    'deskNameEn',
    'place',
    'hotline',
    'upperLevel',
    'upperLevelEn',
  ],
  counters: ['counters'],
  offices: ['offices'],
  printers: ['printers'],
  calendar: ['calendar'],
  due: ['duePolicy', 'standing'],
  queue: ['queue'],
  kiosk: ['kiosk'],
  people: ['people'],
  web: ['publicUrl'],
  notices: ['notices'],
  displays: ['displays'],
  voice: ['voice'],
  clerks: ['clerks'],
} as const satisfies Readonly<Record<string, readonly (keyof WardConfig)[]>>;

/** A section of the settings. */
export type SettingSection = keyof typeof settingSections;

/** Every section, in the order of the page. */
export const sectionNames = Object.keys(settingSections) as readonly SettingSection[] as readonly [
  SettingSection,
  ...SettingSection[],
];

/** Who may change settings; everybody else who signs in may read them. */
const settingRoles: readonly ClerkRole[] = ['head', 'admin'];

/** Whether a role may change settings [G01]. */
export function mayChangeSettings(role: ClerkRole): boolean {
  return settingRoles.includes(role);
}

/** Sections that decide who may do what, or what people were promised: they take a second person [PE1]. */
const weighty: readonly SettingSection[] = ['clerks', 'people', 'calendar', 'due'];

/** Whether a change of a section takes a second person, where the ward asks for one. */
export function isWeighty(section: SettingSection): boolean {
  return weighty.includes(section);
}

/** What a section says: the keys of the ward file that stand in it; one that is left out is null. */
export type SectionValue = Readonly<Record<string, unknown>>;

/** What a section says now. PINs of a demo's clerks are no setting. */
export function sectionOf(ward: WardConfig, section: SettingSection): SectionValue {
  const keys: readonly (keyof WardConfig)[] = settingSections[section];
  return Object.fromEntries(
    keys.map((key) => [key, key === 'clerks' ? withoutPins(ward.clerks) : (ward[key] ?? null)]),
  );
}

function withoutPins(clerks: WardConfig['clerks']): readonly unknown[] {
  return clerks.map(({ pin: _pin, ...clerk }) => clerk);
}
