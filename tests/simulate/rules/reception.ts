// What the reception refuses and writes, defect by defect, on the demo ward's catalogue [D01, D02, D05].
import { prepareReception, TEXT_LIMITS } from '../../../shared/decide/reception.ts';
import { birthForm, demoCatalogue, demoWard, person } from '../../support/demo.ts';
import { expectSame } from './expect.ts';
import type { ReceptionForm } from '../../../shared/decide/reception.ts';
import type { Person } from '../../../shared/event/dossier-facts.ts';
import type { Catalogue, Fee } from '../../../shared/law/procedure.ts';
import type { Dice } from '../dice.ts';

/** Two pages dear, the rest cheap. */
const TIERS = [
  { fromPage: 1, toPage: 2, amount: 2000 },
  { fromPage: 3, toPage: null, amount: 1000 },
];

const demo = demoCatalogue();
/** The demo ward. */
export const ward = demoWard();

/** The demo catalogue with fees for one way of submitting only. */
export const catalogue: Catalogue = {
  ...demo,
  procedures: demo.procedures.map((procedure) => ({
    ...procedure,
    fees: [
      ...procedure.fees,
      { ...someFee(), label: 'tại quầy', channel: 'trucTiep' },
      { ...someFee(), label: 'qua mạng', channel: 'trucTuyen' },
      { ...someFee(), kind: 'phi', label: 'bản sao', tiers: TIERS, exempt: [], maxPerCopy: 200_000 },
    ],
  })),
};

/** A complete birth registration with its ticket. */
export const whole: ReceptionForm = { ...birthForm(catalogue), ticketId: 'ticket-1', ticketNumber: 'A012' };
const [firstPaper] = whole.papers;

/** Friday 05/06/2026 at the ward: 10:00, in time for the day, and 15:20, after the cut-off. */
export const CLOCKS = [
  { nowMs: Date.UTC(2026, 5, 5, 3, 0), at: '2026-06-05T03:00:00.000Z', due: '2026-06-05T10:00:00.000Z' },
  { nowMs: Date.UTC(2026, 5, 5, 8, 20), at: '2026-06-05T08:20:00.000Z', due: '2026-06-08T10:00:00.000Z' },
] as const;

/** A fee of 7 đồng that poor households do not pay. */
function someFee(): Fee {
  const found = demo.procedures.flatMap(({ fees }) => fees)[0];
  if (!found) throw new Error('the demo catalogue has fees');
  return { ...found, kind: 'lePhi', amount: 7, unit: 'truongHop', tiers: [], exempt: ['hoNgheo'] };
}

type Defect = {
  readonly change: (form: ReceptionForm) => Partial<ReceptionForm>;
  readonly told: readonly string[];
};

const inOwner = (change: Partial<Person>, ...told: readonly string[]): Defect => ({
  change: ({ owner }) => ({ owner: { ...owner, ...change } }),
  told,
});
const inForm = (change: Partial<ReceptionForm>, ...told: readonly string[]): Defect => ({
  change: () => change,
  told,
});
const submitter = (change: Partial<Person>, authorisation: string, ...told: readonly string[]): Defect =>
  inForm({ submitterIsOwner: false, submitter: { ...person, ...change }, authorisation }, ...told);
const paper = (change: Partial<ReceptionForm['papers'][number]>, ...told: readonly string[]): Defect => ({
  change: ({ papers }) => ({
    papers: papers.map((one, index) => (index === 0 ? { ...one, ...change } : one)),
  }),
  told,
});

/** A paper that nobody must bring, counted and not there. */
const NOTHING_BROUGHT = { paperId: 'p03', original: 0, certifiedCopy: 0, photocopy: 0 };

/** One of each group at the most goes into a form; with nothing told, the form must still pass. */
const DEFECTS: readonly (readonly Defect[])[] = [
  [
    inOwner({ name: ' ' }, 'owner.name name-missing'),
    inOwner({ name: 'x'.repeat(200) }),
    inOwner({ email: 'a@b' }, 'owner.email email-format'),
    inOwner({ email: ' a@b.vn ' }),
    inOwner({ email: '  ', birthDate: ' ', name: ' Le\u0302  Văn ' }),
    inOwner({ email: `${'x'.repeat(195)}@b.vn` }),
    inOwner({ idNumber: ' B1234567 ' }),
    inOwner({ idNumber: '001.185.012-345' }),
    inOwner({ idNumber: '1'.repeat(40) }, 'owner.idNumber personal-number-length 40'),
    inOwner({ birthDate: '1'.repeat(20) }, 'owner.birthDate birth-date-format'),
    inOwner({ phone: '1'.repeat(30) }, 'owner.phone phone-format 30'),
    inOwner({ phone: '0112345678' }, 'owner.phone phone-format 10'),
    inOwner({ phone: '' }),
    inOwner({ idNumber: '00118501234' }, 'owner.idNumber personal-number-length 11'),
    inOwner({ idNumber: 'B12345678', birthDate: '' }),
    inOwner({ idNumber: 'B123456789' }, 'owner.idNumber personal-number-letters'),
    inOwner({ birthDate: '06/06/2026' }, 'owner.birthDate birth-date-future'),
    inOwner({ birthDate: '05/06/2026' }),
    inOwner({ name: 'x'.repeat(201), email: '?' }, 'owner.name text-too-long 201'),
    inOwner({ idNumber: '1'.repeat(41) }, 'owner.idNumber text-too-long 41'),
    inOwner({ birthDate: '1'.repeat(21) }, 'owner.birthDate text-too-long 21'),
    inOwner({ phone: '1'.repeat(31) }, 'owner.phone text-too-long 31'),
    inOwner({ email: 'x'.repeat(201) }, 'owner.email text-too-long 201'),
    inOwner({ address: 'x'.repeat(501) }, 'owner.address text-too-long 501'),
    inOwner({ address: 'x'.repeat(500) }),
  ],
  [
    submitter({}, 'Giấy ủy quyền'),
    submitter({}, '  ', 'authorisation authorisation-missing'),
    submitter({ name: '' }, 'Giấy ủy quyền', 'submitter.name name-missing'),
    submitter({}, 'x'.repeat(301), 'authorisation text-too-long 301'),
    submitter({}, 'x'.repeat(300)),
    submitter({}, ' Gia\u0302\u0301y u\u0309y quyền '),
    inForm({ authorisation: 'Giấy ủy quyền' }),
  ],
  [
    paper({ original: 0 }, `papers.${firstPaper?.paperId ?? ''} paper-missing`),
    {
      change: ({ papers }) => ({ papers: papers.slice(1) }),
      told: [`papers.${firstPaper?.paperId ?? ''} paper-missing`],
    },
    { change: ({ papers }) => ({ papers: papers.slice(1), missingReason: 'Tra trên CSDL' }), told: [] },
    paper({ original: 0, photocopy: 1 }),
    paper({ photocopy: 1 }),
    paper({ original: 0, certifiedCopy: 2 }),
    {
      change: ({ papers }) => ({ papers: papers.slice(1), missingReason: '  ' }),
      told: [`papers.${firstPaper?.paperId ?? ''} paper-missing`],
    },
    { change: ({ papers }) => ({ papers: [...papers, NOTHING_BROUGHT] }), told: [] },
    paper(
      { certifiedCopy: -1 },
      `papers.${firstPaper?.paperId ?? ''} paper-missing`,
      `papers.${firstPaper?.paperId ?? ''} count-wrong -1`,
    ),
    paper({ photocopy: 1.5 }, `papers.${firstPaper?.paperId ?? ''} count-wrong 1.5`),
    paper({ original: 999 }),
    paper({ original: 1000 }, `papers.${firstPaper?.paperId ?? ''} count-wrong 1000`),
  ],
  [
    inForm({ sets: 0 }, 'sets count-wrong 0'),
    inForm({ copies: 0 }, 'copies count-wrong 0'),
    inForm({ pages: 1000 }, 'pages count-wrong 1000'),
    inForm({ sets: 99, copies: 2, pages: 3 }),
    inForm({ sets: 100 }, 'sets count-wrong 100'),
    inForm({ copies: 999, pages: 999 }),
    inForm({ exemptions: ['hoNgheo'] }),
    inForm({ note: 'x'.repeat(2001) }, 'note text-too-long 2001'),
    inForm({ note: ' ghi chu\u0301 ' }),
    inForm({ note: '  ' }),
    inForm({ note: 'x'.repeat(2000) }),
    inForm(
      { note: 'x'.repeat(2001), missingReason: 'x'.repeat(301) },
      'note text-too-long 2001',
      'missingReason text-too-long 301',
    ),
    inForm({ missingReason: 'x'.repeat(300) }),
    inForm({ missingReason: 'x'.repeat(301) }, 'missingReason text-too-long 301'),
  ],
];

/** Looks at one form with some of its defects. */
export function receptionRules(dice: Dice): void {
  const defects = DEFECTS.flatMap((group) => (dice.chance(0.35) ? (dice.pick(group) ?? []) : []));
  const form = defects.reduce<ReceptionForm>((so, { change }) => ({ ...so, ...change(so) }), whole);
  const clock = dice.pick(CLOCKS) ?? CLOCKS[0];
  const outcome = prepareReception(
    form,
    { catalogue, ward, nowMs: clock.nowMs },
    { name: 'Lan', role: 'reception' },
  );
  // A reason lets every missing paper pass, also one that is too long.
  const reasoned = form.missingReason.trim() !== '';
  const alone = defects
    .flatMap((defect) => defect.told)
    .filter((one) => !(reasoned && one.endsWith('paper-missing')));
  // The note and the reason stand in one sealed text.
  const remarks = remarksOf(form).length;
  const long = alone.some((one) => /^(note|authorisation|missingReason) text-too-long/.test(one));
  const told = remarks > 2000 && !long ? [...alone, `note text-too-long ${remarks}`] : alone;
  const fields = outcome.ok || outcome.error.code !== 'fields-invalid' ? [] : outcome.error.fields;
  const found = fields.map(
    ({ field, code, found: what }) => `${field} ${code}${what === undefined ? '' : ` ${what}`}`,
  );
  expectSame('D01', 'what is refused', [...found].sort(), [...told].sort());
  expectSame('D01', 'whether it is refused', outcome.ok, told.length === 0);
  if (outcome.ok) written(form, clock, outcome.value);
  const typed = { name: 200, address: 500, email: 200, note: 2000, authorisation: 300, missingReason: 300 };
  expectSame('D01', 'where typing stops', TEXT_LIMITS, typed);
}

function written(
  form: ReceptionForm,
  clock: (typeof CLOCKS)[number],
  { body, persons }: PreparedParts,
): void {
  const procedure = catalogue.procedures.find(({ code }) => code === form.procedureCode);
  const papers = form.papers
    .filter(({ original, certifiedCopy, photocopy }) => original + certifiedCopy + photocopy > 0)
    .map(({ paperId, ...counts }) => ({
      name: procedure?.papers.find(({ id }) => id === paperId)?.name,
      ...counts,
    }));
  const poor = form.exemptions.length > 0;
  const waived = (full: number) => (poor ? { waived: { full, ground: 'hoNgheo' } } : {});
  const atCounter = { kind: 'lePhi', label: 'tại quầy', amount: poor ? 0 : 7, ...waived(7) };
  const perCopy = Math.min(200_000, 1000 * form.pages + 1000 * Math.min(2, form.pages));
  const several = form.copies === 1 ? {} : { quantity: form.copies };
  const copies = { kind: 'phi', label: 'bản sao', amount: form.copies * perCopy, ...several };
  const usual = { kind: 'lePhi', label: procedure?.fees[0]?.label, amount: 0, ...waived(0) };
  const fees = [usual, atCounter, copies];
  const { dueTrace, dueExplanation, ...rest } = body;
  expectSame('D05', 'a reason of the day', dueTrace.length > 0 && dueExplanation.includes('ngày'), true);
  expectSame('D01', 'what is written', rest, {
    day: '2026-06-05',
    ticketId: 'ticket-1',
    ticketNumber: 'A012',
    procedure: {
      code: '1.001193',
      version: procedure?.version,
      name: procedure?.name,
      fieldId: procedure?.fieldId,
      fieldName: catalogue.fields.find(({ id }) => id === procedure?.fieldId)?.name,
      agency: procedure?.agency,
    },
    channel: 'counter',
    papers,
    sets: form.sets,
    fees,
    limitText: 'Trong ngày làm việc',
    clock: { limit: { value: 0, unit: 'workingDay' }, policy: { dueAt: 'endOfDay', cutoff: '15:00' } },
    receivedAt: clock.at,
    dueAt: clock.due,
    returnMethod: 'counter',
    book: `${catalogue.fields.find(({ id }) => id === procedure?.fieldId)?.name ?? ''} 2026`,
    officerName: 'Lan',
    form: body.form,
  });
  expectSame('D01', 'the persons', persons, {
    owner: tidy(form.owner),
    submitter: tidy(form.submitterIsOwner ? form.owner : form.submitter),
    authorisation: form.submitterIsOwner ? '' : form.authorisation.trim().normalize('NFC'),
    note: remarksOf(form),
  });
}

/** A person as it is written: one kind of letters, single spaces, numbers without anything between their digits. */
function tidy(person: Person): Person {
  const words = (text: string) =>
    text
      .normalize('NFC')
      .split(/\s+/)
      .filter((word) => word !== '')
      .join(' ');
  const digits = (text: string) => text.split(/[\s.-]/).join('');
  return {
    name: words(person.name),
    idNumber: digits(person.idNumber),
    birthDate: words(person.birthDate),
    phone: digits(person.phone),
    email: words(person.email),
    address: words(person.address),
  };
}

function remarksOf({ note, missingReason }: ReceptionForm): string {
  const texts = [note, missingReason].map((text) => text.normalize('NFC'));
  return texts.filter((text) => text.trim() !== '').join('\n');
}

type PreparedParts = Extract<ReturnType<typeof prepareReception>, { readonly ok: true }>['value'];
