import { describe, expect, it } from 'vitest';
import { checkReception, feesOf, prepareReception } from '../../../shared/decide/reception.ts';
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
    const prepared = prepareReception(form, rules, 'Nguyễn Thị Lan');
    expect(prepared.ok && prepared.value.persons).toMatchObject({
      owner: { name: 'Đặng Thị Thúy Hằng', phone: '0912345678' },
      submitter: { name: 'Lê Văn Tám' },
      authorisation: 'Giấy ủy quyền 12/UQ',
    });
    expect(JSON.stringify(prepared.ok && prepared.value.body)).not.toContain('Đặng');
  });

  it('[D05] [D06] the due date and its reason stand in what is written', () => {
    const prepared = prepareReception(birthForm(catalogue), rules, 'Nguyễn Thị Lan');
    expect(prepared.ok && prepared.value.body.dueAt).toBe('2026-06-08T10:00:00.000Z');
    expect(prepared.ok && prepared.value.body.dueExplanation).toContain('15:00');
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
    const prepared = prepareReception(birthForm(catalogue, { note, missingReason }), rules, 'Nguyễn Thị Lan');
    expect(receivedPersonsSchema.safeParse(prepared.ok && prepared.value.persons).success).toBe(true);
  });

  it('[D01] more sets than a fact takes are refused', () => {
    expect(refusals({ sets: 99 })).toEqual([]);
    expect(refusals({ sets: 100 })).toEqual([{ field: 'sets', code: 'count-wrong', found: 100 }]);
  });

  it('[D01] markup and emoji stay what they are, NFD text becomes NFC', () => {
    const form = birthForm(catalogue, { owner: { ...person, name: ' <b>"&  Hòa 😀 '.normalize('NFD') } });
    const prepared = prepareReception(form, rules, 'Nguyễn Thị Lan');
    expect(prepared.ok && prepared.value.persons.owner.name).toBe('<b>"& Hòa 😀'.normalize('NFC'));
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

  it('[F01] chứng thực counts pages and copies (12 pages, 3 copies: 42.000 đồng)', () => {
    const copies = catalogue.procedures.find(({ fees }) => fees.some((fee) => fee.tiers.length > 0));
    if (!copies) throw new Error('the demo catalogue has page tiers');
    expect(feesOf({ copies: 3, pages: 12, exemptions: [] }, copies).total).toBe(42_000);
  });
});
