import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerOf, personOfCard } from '../../../shared/decide/intake/card-fill.ts';
import { endsOnSpot, FACT_BEFORE, receiveAndReturn } from '../../../shared/decide/intake/on-spot.ts';
import { knownBy, personKnownBy } from '../../../shared/decide/intake/returning.ts';
import { subjectPerson, twinsOf } from '../../../shared/decide/intake/twins.ts';
import { receiveDossier } from '../../../shared/decide/dossiers.ts';
import { actWorldOf } from '../../../shared/decide/life/world.ts';
import { prepareReception } from '../../../shared/decide/reception.ts';
import { checkAttachment, MOST_ATTACHMENT_BYTES } from '../../../shared/law/attachments/files.ts';
import { readCard } from '../../../shared/law/ids/card-repair.ts';
import { parseCatalogue } from '../../../shared/law/procedure.ts';
import { wardSchema } from '../../../shared/law/ward.ts';
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { blankForm, withProcedure } from '../../../renderer/store/dossier/intake-form.ts';
import { toTelex, toVni } from '../../support/vietnamese-keys.ts';
import type { Person } from '../../../shared/event/dossier-facts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';

const TODAY = '2026-06-05';
const FRIDAY = Date.UTC(2026, 5, 5, 1, 14);
const CARD = '089202017098|352576714|Lê Văn Lương|23052002|Nam|Tổ 5, Thạch Bàn, Long Biên, Hà Nội|31122021';
const nobody: Person = { name: '', idNumber: '', birthDate: '', phone: '', email: '', address: '' };

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../build/demo/${name}`, import.meta.url), 'utf8'));
const parsed = parseCatalogue(read('catalogue.json'));
if (!parsed.ok) throw new Error('the demo catalogue is broken');
const catalogue = parsed.value;
const ward = wardSchema.parse(read('ward.json'));
const procedureOf = (code: string) => {
  const found = catalogue.procedures.find((procedure) => procedure.code === code);
  if (!found) throw new Error(code);
  return found;
};

/** UTF-8 read as Windows-1252, as scanners on a wrong setting send it. */
function misread(text: string): string {
  return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
}

function swapped(text: string): string {
  return Array.from(text, (sign) =>
    sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase(),
  ).join('');
}

describe('a scanned card', () => {
  it('[D01] [ID9] is repaired only where there is one way back', () => {
    const plain = readCard(CARD, TODAY);
    expect(plain).toMatchObject({ ok: true, value: { repaired: null, card: { name: 'Lê Văn Lương' } } });
    const card = plain.ok ? plain.value.card : null;
    expect(readCard(swapped(CARD), TODAY)).toEqual({ ok: true, value: { card, repaired: 'caps-lock' } });
    expect(readCard(misread(CARD), TODAY)).toEqual({ ok: true, value: { card, repaired: 'encoding' } });
    for (const keys of [toTelex(CARD), toVni(CARD)])
      expect(readCard(keys, TODAY)).toEqual({
        ok: false,
        error: { code: 'card-qr-mangled', by: 'input-method' },
      });
    expect(readCard(CARD.replace('ă', '?'), TODAY)).toMatchObject({ ok: false, error: { by: 'encoding' } });
  });

  it('[D01] [IN2] fills what is empty and shows what differs, whatever way it was typed', () => {
    const offered = {
      name: 'Lê Văn Lương',
      idNumber: '089202017098',
      birthDate: '23/05/2002',
      address: 'Tổ 5',
    };
    const typed = {
      ...nobody,
      name: 'LÊ VĂN LƯƠNG ',
      idNumber: '089 202 017 098',
      birthDate: '23-5-2002',
      address: 'Tổ 7',
    };
    expect(offerOf(typed, offered, TODAY)).toEqual({
      fills: [],
      clashes: [{ field: 'address', from: 'Tổ 7', to: 'Tổ 5' }],
    });
    expect(offerOf(nobody, offered, TODAY).fills).toHaveLength(4);
  });

  it('[D01] takes nothing of the fields after the seventh', () => {
    const longer = readCard(`${CARD}|Nguyễn Thị Mẹ|Lê Văn Cha`, TODAY);
    expect(longer.ok && JSON.stringify(personOfCard(longer.value.card))).not.toContain('Mẹ');
  });

  it('[D01] an offer never proposes what already stands there', () => {
    const text: fc.Arbitrary<string> = fc.constantFrom<string>(
      '',
      'Lê Văn A',
      'LÊ VĂN A',
      '0912345678',
      '+84912345678',
      '1938',
      '23/05/2002',
    );
    const person = fc.record({
      name: text,
      idNumber: text,
      birthDate: text,
      phone: text,
      email: text,
      address: text,
    });
    fc.assert(
      fc.property(person, person, (typed, offered) => {
        const { fills, clashes } = offerOf(typed, offered, TODAY);
        const after = { ...typed };
        for (const { field, to } of [...fills, ...clashes]) after[field] = to;
        const again = offerOf(after, offered, TODAY);
        expect([...again.fills, ...again.clashes]).toEqual([]);
        expect(fills.every(({ field }) => typed[field] === '')).toBe(true);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe('people who were here before', () => {
  it('[D15] [IN4] are known by whole numbers only, and by the identity number before the phone', () => {
    expect(knownBy({ idNumber: '08920201709', phone: '' })).toEqual([]);
    expect(knownBy({ idNumber: '089202017098', phone: '091234567' })).toHaveLength(1);
    const mother = { ...nobody, name: 'Mẹ', idNumber: '001190012345', phone: '0912345678' };
    const child = { ...nobody, name: 'Con', phone: '0912345678' };
    const values = knownBy({ idNumber: '001190012345', phone: '0912345678' });
    expect(personKnownBy({ owner: child, submitter: mother }, values)?.name).toBe('Mẹ');
  });

  it('[D15] the owner is whom a dossier is about; a child without a number is stood for by who submits', () => {
    const mother = { ...nobody, idNumber: '001190012345' };
    expect(subjectPerson({ owner: nobody, submitter: mother, submitterIsOwner: false })).toBe(mother);
    expect(subjectPerson({ owner: mother, submitter: nobody, submitterIsOwner: false })).toBe(mother);
  });

  it('[D15] the same procedure counts while it is open, and for 30 days afterwards', () => {
    const row = (id: string, change: Partial<Dossier>) =>
      ({
        id,
        procedure: { code: 'x' },
        status: 'received',
        receivedAt: '2026-06-01T02:00:00.000Z',
        ...change,
      }) as Dossier;
    const rows = [
      row('open-old', { receivedAt: '2025-01-01T02:00:00.000Z' }),
      row('ended-old', { status: 'returned', receivedAt: '2026-05-01T02:00:00.000Z' }),
      row('ended-new', { status: 'returned', receivedAt: '2026-05-20T02:00:00.000Z' }),
      row('other', { procedure: { code: 'y' } as Dossier['procedure'] }),
      row('itself', {}),
    ];
    const found = twinsOf(rows, { dossierId: 'itself', procedureCode: 'x' }, FRIDAY);
    expect(found.map(({ id }) => id)).toEqual(['ended-new', 'open-old']);
    expect(twinsOf(rows, { dossierId: 'itself', procedureCode: '' }, FRIDAY)).toEqual([]);
  });
});

describe('a procedure that ends at the counter', () => {
  const notary = procedureOf('2.000815');
  const form = {
    ...withProcedure(blankForm('dossier-1', null), notary),
    owner: { ...nobody, name: 'Lê Văn Lương' },
    papers: notary.papers.map(({ id }) => ({ paperId: id, original: 1, certifiedCopy: 0, photocopy: 0 })),
  };
  const clerk = { id: 'lan', name: 'Lan', role: 'reception' as const };
  const prepared = prepareReception(form, { catalogue, ward, nowMs: FRIDAY }, clerk);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  const sealed = { keyId: 'k', iv: '', ct: '' };
  const received = receiveDossier('dossier-1', prepared.value, sealed, { code: 'H26', provisional: false });

  it('[D14] [IN5] gives three facts, each after the one before, that end in a returned dossier', () => {
    expect(endsOnSpot(notary)).toBe(true);
    expect(endsOnSpot(procedureOf('1.010041'))).toBe(false);
    const facts = receiveAndReturn(
      received,
      '12/2026',
      actWorldOf(ward, notary.fieldId, 'reception', FRIDAY),
    );
    if (!facts.ok) throw new Error(JSON.stringify(facts.error));
    expect(facts.value.map(({ type, parents }) => [type, parents])).toEqual([
      ['dossier-received', []],
      ['dossier-result-ready', [FACT_BEFORE]],
      ['dossier-returned', [FACT_BEFORE]],
    ]);
    const dossier = facts.value.reduce<Dossier | null>((state, fact) => {
      const event = {
        ...fact,
        v: 1,
        ward: '',
        device: '',
        epoch: '',
        seq: 0,
        prev: '',
        hlc: '',
        wall: '',
        actor: null,
      };
      return applyDossier(state, { event, hash: '', line: '' });
    }, null);
    expect(dossier).toMatchObject({ status: 'returned', resultNo: '12/2026' });
  });

  it('[D14] is refused where the ward records the steps inside the house', () => {
    const strict = actWorldOf(ward, notary.fieldId, 'reception', FRIDAY);
    const world = { ...strict, rules: { ...strict.rules, shortcuts: false } };
    expect(receiveAndReturn(received, '', world)).toMatchObject({
      ok: false,
      error: { code: 'dossier-step-wrong' },
    });
  });
});

describe('a file that is to be kept', () => {
  const head = (...bytes: readonly number[]) => Uint8Array.from([...bytes, 0, 0, 0, 0, 0, 0, 0, 0]);

  it('[D18] [IN7] is known by its first bytes, and bounded', () => {
    expect(checkAttachment(head(0x25, 0x50, 0x44, 0x46, 0x2d), 100, null)).toEqual({
      ok: true,
      value: 'application/pdf',
    });
    expect(checkAttachment(head(0xff, 0xd8, 0xff), 60_000_000, null)).toMatchObject({ ok: true });
    // What a system shows as 80 MB is taken: MB there are binary.
    expect(MOST_ATTACHMENT_BYTES).toBe(83_886_080);
    expect(checkAttachment(head(0xff, 0xd8, 0xff), MOST_ATTACHMENT_BYTES, null)).toMatchObject({ ok: true });
    expect(checkAttachment(head(0x4d, 0x5a), 100, null)).toEqual({
      ok: false,
      error: { code: 'attachment-kind' },
    });
    expect(checkAttachment(head(0xff, 0xd8, 0xff), 0, null)).toMatchObject({
      error: { code: 'attachment-empty' },
    });
    expect(checkAttachment(head(0xff, 0xd8, 0xff), MOST_ATTACHMENT_BYTES + 1, null)).toMatchObject({
      error: { code: 'attachment-large' },
    });
  });

  it('[Q4] is refused below 2 GB of free space', () => {
    expect(checkAttachment(head(0xff, 0xd8, 0xff), 1, 2_000_000_000)).toMatchObject({
      error: { code: 'attachment-space' },
    });
    expect(checkAttachment(head(0xff, 0xd8, 0xff), 1, 2_000_000_001)).toMatchObject({ ok: true });
  });
});
