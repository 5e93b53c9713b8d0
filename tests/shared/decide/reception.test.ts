import { describe, expect, it } from 'vitest';
import { checkReception, feesOf, prepareReception } from '../../../shared/decide/reception.ts';
import { returnMethods } from '../../../shared/event/course.ts';
import { receivedPersonsSchema } from '../../../shared/event/dossier-facts.ts';
import { birthForm, demoCatalogue, demoWard, person } from '../../support/demo.ts';
import type { ReceptionForm } from '../../../shared/decide/reception.ts';

const catalogue = demoCatalogue();
/** Friday 05/06/2026 15:20 at the ward: after the cut-off of birth registrations. */
const rules = { catalogue, ward: demoWard(), nowMs: Date.UTC(2026, 5, 5, 8, 20) };
const refusals = (change: Partial<ReceptionForm>) => checkReception(birthForm(catalogue, change), rules);

describe('receiving a dossier', () => {
  it('[D01] a complete form passes and keeps owner and submitter apart', () => {
    const submitter = { ...person, name: 'Lê Văn Tám', idNumber: '001085000123', birthDate: '' };
    const form = birthForm(catalogue, {
      submitterIsOwner: false,
      submitter,
      authorisation: 'Giấy ủy quyền 12/UQ',
    });
    const prepared = prepareReception(form, rules, { name: 'Nguyễn Thị Lan', role: 'reception' });
    expect(prepared.ok && prepared.value.persons).toMatchObject({
      owner: { name: 'Đặng Thị Thúy Hằng', phone: '0912345678' },
      submitter: { name: 'Lê Văn Tám' },
      authorisation: 'Giấy ủy quyền 12/UQ',
    });
    expect(JSON.stringify(prepared.ok && prepared.value.body)).not.toContain('Đặng');
  });

  it('[LC2] only who receives by role receives', () => {
    for (const role of ['admin', 'inspector', 'specialist', 'cashier'] as const)
      expect(prepareReception(birthForm(catalogue), rules, { name: 'Nguyễn Thị Lan', role })).toEqual({
        ok: false,
        error: { code: 'act-role-wrong', act: 'receive', roles: ['reception'] },
      });
    expect(prepareReception(birthForm(catalogue), rules, { name: 'Hoa', role: 'head' }).ok).toBe(true);
  });

  it('[D05] [D06] the due date and its reason stand in what is written', () => {
    const prepared = prepareReception(birthForm(catalogue), rules, {
      name: 'Nguyễn Thị Lan',
      role: 'reception',
    });
    expect(prepared.ok && prepared.value.body.dueAt).toBe('2026-06-08T10:00:00.000Z');
    expect(prepared.ok && prepared.value.body.dueExplanation).toContain('15:00');
  });

  it('[D01] [N05] what the clerk chose and counted is what is written', () => {
    const papers = birthForm(catalogue).papers.map(({ paperId }, at) => ({
      paperId,
      original: at === 0 ? 0 : 3,
      certifiedCopy: at + 1,
      photocopy: 5 + at,
    }));
    const change = { papers, sets: 2, ticketId: 'ticket-7', ticketNumber: 'B007' };
    for (const returnMethod of returnMethods) {
      const form = birthForm(catalogue, { ...change, returnMethod });
      const prepared = prepareReception(form, rules, { name: 'Nguyễn Thị Lan', role: 'reception' });
      const procedure = catalogue.procedures.find(({ code }) => code === form.procedureCode);
      expect(prepared.ok && prepared.value.body).toMatchObject({
        day: '2026-06-05',
        ticketId: 'ticket-7',
        ticketNumber: 'B007',
        channel: 'counter',
        sets: 2,
        procedure: {
          code: procedure?.code,
          version: procedure?.version,
          name: procedure?.name,
          fieldId: procedure?.fieldId,
          fieldName: 'Hộ tịch',
          agency: procedure?.agency,
        },
        returnMethod,
        officerName: 'Nguyễn Thị Lan',
        receivedAt: '2026-06-05T08:20:00.000Z',
        book: 'Hộ tịch 2026',
        papers: papers.map(({ paperId, ...counts }) => ({
          name: procedure?.papers.find(({ id }) => id === paperId)?.name,
          ...counts,
        })),
      });
    }
  });

  it('[D02] a paper counted zero is none; one of any kind is one', () => {
    const [first, ...others] = birthForm(catalogue).papers;
    const none = { original: 0, certifiedCopy: 0, photocopy: 0 };
    const refused = [{ field: `papers.${first?.paperId}`, code: 'paper-missing' }];
    const given = (counts: typeof none) => ({
      papers: [{ paperId: first?.paperId ?? '', ...counts }, ...others],
    });
    expect(refusals(given(none))).toEqual(refused);
    for (const kind of ['original', 'certifiedCopy', 'photocopy'] as const)
      expect(refusals(given({ ...none, [kind]: 1 }))).toEqual([]);
    const prepared = prepareReception(
      birthForm(catalogue, { ...given(none), missingReason: 'Tra trên CSDL' }),
      rules,
      { name: 'Lan', role: 'reception' },
    );
    expect(prepared.ok && prepared.value.body.papers).toHaveLength(others.length);
    expect(prepared.ok && prepared.value.persons.note).toBe('Tra trên CSDL');
  });

  it.each([
    ['sets', 0, 1, 99],
    ['copies', 0, 1, 999],
    ['pages', 0, 1, 999],
  ] as const)('[D01] %s: %i is too few, %i and %i are taken', (field, few, least, most) => {
    const told = (value: number) => refusals({ [field]: value });
    expect([told(least), told(most)]).toEqual([[], []]);
    for (const value of [few, most + 1, 1.5])
      expect(told(value)).toEqual([{ field, code: 'count-wrong', found: value }]);
  });

  it.each(['original', 'certifiedCopy', 'photocopy'] as const)('[D02] %s: 0 to 999 of a paper', (kind) => {
    const [first, ...others] = birthForm(catalogue).papers;
    const told = (value: number) => {
      const counts = { original: 1, certifiedCopy: 1, photocopy: 1, [kind]: value };
      return refusals({ papers: [{ paperId: first?.paperId ?? '', ...counts }, ...others] });
    };
    expect([told(0), told(999)]).toEqual([[], []]);
    for (const found of [-1, 1000, 0.5])
      expect(told(found)).toEqual([{ field: `papers.${first?.paperId}`, code: 'count-wrong', found }]);
  });

  it('[D01] texts as long as their limit fit, one character more is told at its field', () => {
    const other = { submitterIsOwner: false, submitter: person };
    for (const [field, limit] of [
      ['note', 2000],
      ['authorisation', 300],
      ['missingReason', 300],
    ] as const) {
      const told = (text: string) => refusals({ ...other, authorisation: 'UQ', [field]: text });
      expect(told('x'.repeat(limit))).toEqual([]);
      expect(told('x'.repeat(limit + 1))).toEqual([{ field, code: 'text-too-long', found: limit + 1 }]);
    }
  });

  it.each([
    ['name', 200],
    ['address', 500],
    ['email', 200],
  ] as const)(
    '[D01] %s of a person: %i characters and no more, owner and submitter alike',
    (field, limit) => {
      const ending = field === 'email' ? '@ward.vn' : '';
      const of = (length: number) => ({ ...person, [field]: 'x'.repeat(length - ending.length) + ending });
      const two = { submitterIsOwner: false, submitter: person, authorisation: 'UQ' };
      expect(refusals({ ...two, owner: of(limit), submitter: of(limit) })).toEqual([]);
      const found = limit + 1;
      expect(refusals({ ...two, owner: of(found), submitter: of(found) })).toEqual([
        { field: `owner.${field}`, code: 'text-too-long', found },
        { field: `submitter.${field}`, code: 'text-too-long', found },
      ]);
    },
  );

  it('[D01] [D02] what is refused is not written either; a reason of spaces is none', () => {
    const prepared = prepareReception(birthForm(catalogue, { sets: 0 }), rules, {
      name: 'Lan',
      role: 'reception',
    });
    const fields = [{ field: 'sets', code: 'count-wrong', found: 0 }];
    expect(prepared).toEqual({ ok: false, error: { code: 'fields-invalid', fields } });
    expect(refusals({ papers: [], missingReason: ' ' }).map(({ code }) => code)).toContain('paper-missing');
  });

  it('[D01] what is typed of an authorisation and a note is sealed in NFC', () => {
    const typed = {
      submitterIsOwner: false,
      submitter: person,
      authorisation: ' Giấy ủy quyền ',
      note: 'Gấp',
    };
    const nfd = {
      ...typed,
      authorisation: typed.authorisation.normalize('NFD'),
      note: 'Gấp'.normalize('NFD'),
    };
    const prepared = prepareReception(birthForm(catalogue, nfd), rules, { name: 'Lan', role: 'reception' });
    expect(prepared.ok && prepared.value.persons).toMatchObject({
      authorisation: 'Giấy ủy quyền',
      note: 'Gấp',
    });
  });

  it('[D01] who submits for themselves leaves no authorisation, and spaces are none', () => {
    const alone = prepareReception(birthForm(catalogue, { authorisation: 'Giấy 1' }), rules, {
      name: 'Lan',
      role: 'reception',
    });
    expect(alone.ok && [alone.value.persons.authorisation, alone.value.persons.submitter.name]).toEqual([
      '',
      person.name,
    ]);
    expect(refusals({ submitterIsOwner: false, submitter: person, authorisation: ' ' })).toEqual([
      { field: 'authorisation', code: 'authorisation-missing' },
    ]);
    const owner = { ...person, idNumber: '001.185-012 345', birthDate: ' 12/03/1985 ', email: ' a@b.vn ' };
    const typed = prepareReception(birthForm(catalogue, { owner, note: ' ', missingReason: 'b' }), rules, {
      name: 'Lan',
      role: 'reception',
    });
    expect(typed.ok && typed.value.persons).toEqual({
      owner: { ...person, phone: '0912345678', email: 'a@b.vn' },
      submitter: { ...person, phone: '0912345678', email: 'a@b.vn' },
      authorisation: '',
      note: 'b',
    });
  });

  it('[D02] a missing mandatory paper is named, and accepted only with a reason', () => {
    const [first] = birthForm(catalogue).papers;
    const papers = birthForm(catalogue).papers.slice(1);
    expect(refusals({ papers })).toEqual([{ field: `papers.${first?.paperId}`, code: 'paper-missing' }]);
    expect(refusals({ papers, missingReason: 'Đã tra trên CSDL' })).toEqual([]);
  });

  it('[D01] an unknown procedure is refused', () => {
    expect(refusals({ procedureCode: '9.999999' })).toEqual([
      { field: 'procedureCode', code: 'procedure-unknown' },
    ]);
  });

  it.each([
    [{ idNumber: '00118501234' }, { field: 'owner.idNumber', code: 'personal-number-length', found: 11 }],
    [{ idNumber: '0011850I2345' }, { field: 'owner.idNumber', code: 'personal-number-letters' }],
    [{ birthDate: '31/02/1985' }, { field: 'owner.birthDate', code: 'birth-date-impossible' }],
    [{ phone: '0912abc678' }, { field: 'owner.phone', code: 'phone-letters' }],
    [{ email: 'hang@' }, { field: 'owner.email', code: 'email-format' }],
    [{ name: '  ' }, { field: 'owner.name', code: 'name-missing' }],
    [{ name: '089202017098|352576714|Lê' }, { field: 'owner.name', code: 'name-no-name' }],
    [{ name: 'Lê 0912 345 67' }, { field: 'owner.name', code: 'name-no-name' }],
    [{ name: 'x'.repeat(201) }, { field: 'owner.name', code: 'text-too-long', found: 201 }],
  ])('[D01] %j is told at its field', (change, refusal) => {
    expect(refusals({ owner: { ...person, ...change } })).toEqual([refusal]);
  });

  it('[D01] empty phone, id and birth date are accepted, a passport too', () => {
    expect(refusals({ owner: { ...person, phone: '', idNumber: '', birthDate: '' } })).toEqual([]);
    expect(refusals({ owner: { ...person, idNumber: 'C1234567' } })).toEqual([]);
  });

  it('[D01] another submitter needs what lets them act', () => {
    expect(refusals({ submitterIsOwner: false, submitter: person })).toEqual([
      { field: 'authorisation', code: 'authorisation-missing' },
    ]);
  });

  it('[D01] a pasted note of 10 MB is refused at its field', () => {
    expect(refusals({ note: 'x'.repeat(10_000_000) })).toEqual([
      { field: 'note', code: 'text-too-long', found: 10_000_000 },
    ]);
  });

  it('[D01] a note and a reason that fit alone but not together are refused, for nobody could open them again', () => {
    const [note, missingReason] = ['x'.repeat(1900), 'y'.repeat(99)];
    expect(refusals({ note, missingReason })).toEqual([]);
    expect(refusals({ note, missingReason: `${missingReason}y` })).toEqual([
      { field: 'note', code: 'text-too-long', found: 2001 },
    ]);
    const prepared = prepareReception(birthForm(catalogue, { note, missingReason }), rules, {
      name: 'Nguyễn Thị Lan',
      role: 'reception',
    });
    expect(receivedPersonsSchema.safeParse(prepared.ok && prepared.value.persons).success).toBe(true);
  });

  it('[D01] more sets than a fact takes are refused', () => {
    expect(refusals({ sets: 99 })).toEqual([]);
    expect(refusals({ sets: 100 })).toEqual([{ field: 'sets', code: 'count-wrong', found: 100 }]);
  });

  it('[D01] markup and emoji stay what they are, NFD text becomes NFC', () => {
    const form = birthForm(catalogue, { owner: { ...person, name: ' <b>"&  Hòa 😀 '.normalize('NFD') } });
    const prepared = prepareReception(form, rules, { name: 'Nguyễn Thị Lan', role: 'reception' });
    expect(prepared.ok && prepared.value.persons.owner.name).toBe('<b>"& Hòa 😀'.normalize('NFC'));
  });

  it('[D02] [PR4] papers are asked for by case and group; what an officer looked up need not be brought', () => {
    const [first, second] = birthForm(catalogue).papers.map(({ paperId }) => paperId);
    if (!first || !second) throw new Error('the demo procedure has two papers');
    const grouped = {
      ...catalogue,
      procedures: catalogue.procedures.map((procedure) =>
        procedure.code === birthForm(catalogue).procedureCode
          ? {
              ...procedure,
              cases: [
                { id: 'thuong', name: 'Thông thường', condition: null },
                { id: 'bo-roi', name: 'Trẻ bị bỏ rơi', condition: 'trẻ bị bỏ rơi' },
              ],
              paperGroups: [{ kind: 'anyOf' as const, caseId: 'bo-roi', of: [first, second] }],
            }
          : procedure,
      ),
    };
    const world = { ...rules, catalogue: grouped };
    const none = { original: 0, certifiedCopy: 0, photocopy: 0 };
    const [, , ...rest] = birthForm(catalogue).papers;
    const ask = (change: Partial<ReceptionForm>) => checkReception(birthForm(catalogue, change), world);
    expect(ask({ papers: rest })).toEqual([]);
    expect(ask({ papers: rest, caseId: 'bo-roi' })).toEqual([
      { field: `papers.${first}`, code: 'paper-missing' },
    ]);
    const lookedUp = [...rest, { paperId: second, ...none, lookedUpBy: ' Nguye\u0302\u0303n Thị Lan ' }];
    const form = birthForm(catalogue, { papers: lookedUp, caseId: 'bo-roi' });
    const prepared = prepareReception(form, world, { name: 'Nguyễn Thị Lan', role: 'reception' });
    expect(prepared.ok && prepared.value.body).toMatchObject({
      procedure: { caseName: 'Trẻ bị bỏ rơi' },
      papers: expect.arrayContaining([expect.objectContaining({ lookedUpBy: 'Nguyễn Thị Lan' })]) as unknown,
    });
    expect(ask({ papers: rest, caseId: 'khac' })).toEqual([{ field: 'caseId', code: 'paper-case-unknown' }]);
    expect(ask({ papers: [...rest, { paperId: second, ...none, lookedUpBy: ' ' }] })).toEqual([
      { field: `papers.${second}.lookedUpBy`, code: 'paper-lookup-unnamed' },
    ]);
  });

  it('[F02] [FE3] a waived fee keeps its ground and what it would have been', () => {
    const exempt = birthForm(catalogue, { exemptions: ['hoNgheo'] });
    const prepared = prepareReception(exempt, rules, { name: 'Nguyễn Thị Lan', role: 'reception' });
    expect(prepared.ok && prepared.value.body.fees[0]).toMatchObject({
      amount: 0,
      waived: { ground: 'hoNgheo' },
    });
  });

  it('[D05] where the law gives no number the clerk enters a working day and its ground', () => {
    const open = catalogue.procedures.find(
      ({ limit, papers }) => limit.value === null && papers.every((paper) => !paper.required),
    );
    const any = open ?? catalogue.procedures.find(({ limit }) => limit.value === null);
    const base = { procedureCode: any?.code ?? '', papers: [], missingReason: 'kiểm thử' };
    expect(refusals(base)).toEqual([{ field: 'officerDue', code: 'officer-due-day' }]);
    expect(refusals({ ...base, officerDue: { day: '2026-06-07', ground: 'QĐ 1' } })).toEqual([
      { field: 'officerDue', code: 'officer-due-day-off' },
    ]);
    expect(refusals({ ...base, officerDue: { day: '2026-06-10', ground: '' } })).toEqual([
      { field: 'officerDue', code: 'officer-due-ground' },
    ]);
    expect(refusals({ ...base, officerDue: { day: '2026-06-10', ground: 'QĐ 1' } })).toEqual([]);
  });

  it('[F01] at the counter the fees of the counter stand, not those of the web', () => {
    const both = catalogue.procedures.find(({ fees }) => fees.some(({ channel }) => channel === 'trucTuyen'));
    if (!both) throw new Error('the demo catalogue has fees by channel');
    const atCounter = both.fees
      .filter(({ channel }) => channel !== 'trucTuyen')
      .map(({ label, amount }) => [label, amount]);
    expect(atCounter.length).toBeGreaterThan(0);
    const { lines } = feesOf({ copies: 1, pages: 1, exemptions: [] }, both);
    expect(lines.map(({ label, amount }) => [label, amount])).toEqual(atCounter);
  });

  it('[F01] chứng thực counts pages and copies (12 pages, 3 copies: 42.000 đồng)', () => {
    const copies = catalogue.procedures.find(({ fees }) => fees.some((fee) => fee.tiers.length > 0));
    if (!copies) throw new Error('the demo catalogue has page tiers');
    expect(feesOf({ copies: 3, pages: 12, exemptions: [] }, copies).total).toBe(42_000);
  });
});
