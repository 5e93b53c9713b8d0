// The forms of the settings, as data: which places of a section are shown, and how each is typed.
import { approvalMatters } from '../../../../shared/law/people/approval.ts';
import { clerkRoles } from '../../../../shared/law/people/clerk-roles.ts';
import type { SettingSection } from '../../../../shared/law/settings/sections.ts';

/** How a place is typed. `letters`: capital letters with spaces between; `lines`: one text a line; `many`: any of the choices. */
export type FieldKind = 'text' | 'number' | 'choice' | 'check' | 'letters' | 'lines' | 'many';

/** One place of a section or of a row. */
export type FieldSpec = {
  readonly path: string;
  readonly kind: FieldKind;
  readonly choices?: readonly string[];
  /** Left empty, the place is left out of the ward file. */
  readonly optional?: boolean;
  /** What an empty optional place says: null, or, left out, nothing at all. */
  readonly empty?: null;
  /** Only while another place says one of these. */
  readonly when?: { readonly path: string; readonly is: readonly string[] };
};

/** A list of a section: rows with fields; `kept`: no row is taken out. */
export type ListSpec = {
  readonly path: string;
  readonly fields: readonly FieldSpec[];
  readonly blank: Readonly<Record<string, unknown>>;
  readonly kept?: boolean;
};

/** The form of a section. */
export type SectionSpec = { readonly fields: readonly FieldSpec[]; readonly lists: readonly ListSpec[] };

const text = (path: string, optional = false): FieldSpec => ({ path, kind: 'text', optional });
const number = (path: string, optional = false): FieldSpec => ({ path, kind: 'number', optional });
/** A number, or no bound at all. */
const bound = (path: string): FieldSpec => ({ path, kind: 'number', optional: true, empty: null });
const choice = (path: string, choices: readonly string[]): FieldSpec => ({ path, kind: 'choice', choices });
const target = (kind: FieldSpec['kind'], name: string, is: readonly string[]): FieldSpec => ({
  path: `target.${name}`,
  kind,
  when: { path: 'target.kind', is },
});

/** Sections that have a form here; the others stay in the ward file, and the page says so. */
export const sectionSpecs: Readonly<Partial<Record<SettingSection, SectionSpec>>> = {
  office: {
    fields: [
      text('unit'),
      text('unitEn'),
      text('superior'),
      text('deskName'),
      text('deskNameEn'),
      text('place'),
      text('hotline'),
      text('upperLevel'),
      text('upperLevelEn', true),
    ],
    lists: [],
  },
  counters: {
    fields: [],
    lists: [
      {
        path: 'counters',
        fields: [text('name'), text('nameEn'), { path: 'series', kind: 'letters' }],
        blank: { name: '', nameEn: '', series: ['A'] },
      },
    ],
  },
  offices: { fields: [{ path: 'offices', kind: 'lines' }], lists: [] },
  printers: {
    fields: [],
    lists: [
      {
        path: 'printers',
        fields: [
          text('name'),
          choice('purpose', ['tickets', 'slips']),
          choice('target.kind', ['folder', 'cups', 'tcp', 'ipp', 'system', 'file']),
          target('text', 'name', ['cups', 'system']),
          target('text', 'host', ['tcp']),
          target('number', 'port', ['tcp']),
          target('text', 'uri', ['ipp']),
          target('text', 'path', ['file']),
        ],
        blank: { name: '', purpose: 'slips', target: { kind: 'folder' } },
      },
    ],
  },
  due: {
    fields: [
      choice('duePolicy.dueAt', ['sameTime', 'endOfHalfDay', 'endOfDay']),
      text('duePolicy.cutoff'),
      number('standing.nearlyMinutes'),
      bound('standing.earlyMinutes'),
    ],
    lists: [],
  },
  queue: {
    fields: [
      choice('queue.mode', ['strict', 'interleaved']),
      number('queue.every'),
      bound('queue.ageingMinutes'),
      bound('queue.calls.most'),
      number('queue.calls.lockSeconds'),
      number('queue.noShow.keepMinutes'),
      number('queue.noShow.tolerance'),
      { path: 'queue.issuing.stopBeforeClosing', kind: 'check' },
      choice('queue.overnight', ['close', 'carry']),
    ],
    lists: [],
  },
  kiosk: { fields: [number('kiosk.idleSeconds', true), number('kiosk.countdownSeconds', true)], lists: [] },
  people: {
    fields: [
      number('people.lockAfterMinutes', true),
      { path: 'people.fourEyes', kind: 'many', choices: approvalMatters },
    ],
    lists: [],
  },
  web: { fields: [text('publicUrl', true)], lists: [] },
  notices: {
    fields: [],
    lists: [
      {
        path: 'notices',
        fields: [text('vi'), text('en'), text('from', true), text('to', true)],
        blank: { vi: '', en: '' },
      },
    ],
  },
  clerks: {
    fields: [],
    lists: [
      {
        path: 'clerks',
        fields: [
          text('name'),
          choice('role', clerkRoles),
          { path: 'retired', kind: 'check', optional: true },
        ],
        blank: { name: '', role: 'reception' },
        kept: true,
      },
    ],
  },
};
