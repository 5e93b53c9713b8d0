import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { createDossierStore } from '../../../renderer/store/dossier-store.ts';
import { openedPersons } from '../../../renderer/store/filings/filing-state.ts';
import { createSessionStore } from '../../../renderer/store/session-store.ts';
import { err, ok } from '../../../shared/basics/result.ts';
import { parseCatalogue } from '../../../shared/law/procedure.ts';
import { wardSchema } from '../../../shared/law/ward.ts';
import { createFakeWorld } from '../../support/fake-world.ts';
import type { DossierDeps } from '../../../renderer/store/dossier/dossier-state.ts';
import type { Slip } from '../../../shared/slip/slip.ts';
import type { Procedure } from '../../../shared/law/procedure.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../build/demo/${name}`, import.meta.url), 'utf8'));
const parsed = parseCatalogue(read('catalogue.json'));
if (!parsed.ok) throw new Error('the demo catalogue is broken');
const catalogue = parsed.value;
const ward = wardSchema.parse(read('ward.json'));
/** A Friday morning, 08:14 at the ward. */
const FRIDAY = Date.UTC(2026, 5, 5, 1, 14);

const procedureOf = (code: string): Procedure =>
  catalogue.procedures.find((procedure) => procedure.code === code)!;
const birth = procedureOf('1.001193');

type Print = DossierDeps['printSlip'];

async function desk(printSlip?: Print) {
  const world = createFakeWorld({ ward, catalogue, nowMs: FRIDAY });
  const session = createSessionStore(world.deps);
  const papers: { copyNo: number; reprint: number; owner: string }[] = [];
  const print: Print = (dossier, persons, copyNo, reprint) => {
    papers.push({ copyNo, reprint, owner: persons.owner.name });
    const at = '2026-06-05T01:15:00.000Z';
    return (
      printSlip?.(dossier, persons, copyNo, reprint) ??
      Promise.resolve(ok({ jobId: `job-0000${papers.length}`, state: 'spooled', at }))
    );
  };
  const forms: { readonly copyNo: number; readonly slip: Slip }[] = [];
  const printForm: DossierDeps['printForm'] = (_dossier, slip, copyNo) => {
    forms.push({ copyNo, slip });
    return Promise.resolve(
      ok({ jobId: `job-form-${forms.length}`, state: 'spooled', at: '2026-06-05T01:16:00.000Z' }),
    );
  };
  const store = createDossierStore({ ...world.deps, session, printSlip: print, printForm });
  await session.getState().signIn('lan', '1357', 'q1');
  return { ...world, session, store, papers, forms, state: () => store.getState() };
}

type Desk = Awaited<ReturnType<typeof desk>>;

function typeReception({ state }: Desk, name = 'Nguyễn Thị Hạnh') {
  state().startIntake(null);
  state().setText('owner.name', name);
  state().setText('owner.idNumber', '001234567890');
  state().chooseProcedure(birth);
  for (const { id, required } of birth.papers) {
    if (required) state().countPaper({ paperId: id, original: 1, certifiedCopy: 0, photocopy: 0 });
  }
}

describe('typing a reception', () => {
  it('[D01] checks one step at a time and says what is wrong with which field', async () => {
    const at = await desk();
    at.state().startIntake(null);
    at.state().setText('owner.idNumber', '00123456789');
    expect(at.state().checkStep()).toBe(false);
    expect(at.state().intake?.errors).toEqual([
      { field: 'owner.name', code: 'name-missing' },
      { field: 'owner.idNumber', code: 'personal-number-length', found: 11 },
    ]);
    at.state().setText('owner.idNumber', '001234567890');
    expect(at.state().intake?.errors).toEqual([{ field: 'owner.name', code: 'name-missing' }]);
  });

  it('[D01] asks owner and submitter as two persons, and by what right the one acts for the other', async () => {
    const at = await desk();
    at.state().startIntake(null);
    at.state().setText('owner.name', 'Bà Cụ');
    at.state().choose({ submitterIsOwner: false });
    expect(at.state().checkStep()).toBe(false);
    expect(at.state().intake?.errors.map(({ field }) => field)).toEqual(['submitter.name', 'authorisation']);
  });

  it('[U07] refuses a text that is too long without taking it over', async () => {
    const at = await desk();
    at.state().startIntake(null);
    at.state().setText('note', 'giữ lại');
    at.state().setText('note', 'x'.repeat(10_000_000));
    expect(at.state().intake?.form.note).toBe('giữ lại');
    expect(at.state().intake?.errors).toEqual([{ field: 'note', code: 'text-too-long', found: 10_000_000 }]);
  });

  it('[D01] starts from the called ticket with the procedure the citizen chose', async () => {
    const at = await desk();
    const issued = await at.deps.acts.issueTicket({
      fieldId: birth.fieldId,
      procedureCode: birth.code,
      priority: null,
    });
    if (!issued.ok) throw new Error('no ticket');
    at.state().startIntake(issued.value.value);
    expect(at.state().intake?.form).toMatchObject({
      procedureCode: birth.code,
      ticketNumber: issued.value.value.number,
    });
  });

  it('[D02] another procedure forgets the papers of the one before', async () => {
    const at = await desk();
    typeReception(at);
    at.state().chooseProcedure(catalogue.procedures[1]!);
    expect(at.state().intake?.form.papers).toEqual([]);
  });

  it('[D05] takes the officer’s day as people write it', async () => {
    const at = await desk();
    const campaign = catalogue.procedures.find(({ limit }) => limit.unit === 'campaign')!;
    typeReception(at);
    at.state().chooseProcedure(campaign);
    at.state().setText('missingReason', 'Bổ sung sau');
    at.state().setText('officerDue.day', '30/06/2026');
    at.state().setText('officerDue.ground', 'Kế hoạch 12/KH-UBND');
    expect(await at.state().submitIntake()).toBe(true);
    expect(at.state().received?.dossier.dueAt).toBe('2026-06-30T10:00:00.000Z');
  });
});

describe('receiving', () => {
  it('[S07] one press is one dossier, however often one presses', async () => {
    const at = await desk();
    typeReception(at);
    at.control.holdActs(true);
    const presses = [at.state().submitIntake(), at.state().submitIntake(), at.state().submitIntake()];
    at.control.holdActs(false);
    expect(await Promise.all(presses)).toEqual([true, false, false]);
    expect(at.state().dossiers).toHaveLength(1);
    expect(at.papers).toHaveLength(2);
  });

  it('[S07] a refused reception keeps everything typed, and its id', async () => {
    const at = await desk();
    typeReception(at);
    const { form } = at.state().intake!;
    at.control.setTrouble({ code: 'storage-full' });
    expect(await at.state().submitIntake()).toBe(false);
    expect(at.state().trouble).toEqual({ code: 'storage-full' });
    expect(at.state().intake?.form).toBe(form);
    at.control.setTrouble(null);
    expect(await at.state().submitIntake()).toBe(true);
    expect(at.state().received?.dossier.id).toBe(form.dossierId);
  });

  it('[D01] goes to the first step that holds an error', async () => {
    const at = await desk();
    typeReception(at);
    at.state().setText('owner.phone', 'abc');
    at.state().goTo(4);
    expect(await at.state().submitIntake()).toBe(false);
    expect(at.state().intake).toMatchObject({
      step: 1,
      errors: [{ field: 'owner.phone', code: 'phone-letters' }],
    });
  });

  it('[U07] keeps text precomposed and never reads it as markup', async () => {
    const at = await desk();
    typeReception(at, 'Hạnh <b>"&😀'.normalize('NFD'));
    await at.state().submitIntake();
    expect(at.papers[0]?.owner).toBe('Hạnh <b>"&😀'.normalize('NFC'));
  });
});

describe('paper', () => {
  it('[R04] a copy that came out is marked when printed again, a failed one is not', async () => {
    let out = false;
    const at = await desk((_dossier, _persons, copyNo) =>
      Promise.resolve(
        copyNo === 2 && !out
          ? err({ code: 'printer-unreachable' })
          : ok({ jobId: `job-1111${copyNo}`, state: 'spooled', at: '2026-06-05T01:15:00.000Z' } as const),
      ),
    );
    typeReception(at);
    await at.state().submitIntake();
    const id = at.state().received!.dossier.id;
    expect(at.state().prints[id]?.map(({ outcome }) => outcome?.ok)).toEqual([true, false]);
    out = true;
    await at.state().printSlips(id, [2], '');
    await at.state().printSlips(id, [1, 2], 'Kẹt giấy');
    expect(at.papers.map(({ copyNo, reprint }) => `${copyNo}/${reprint}`)).toEqual([
      '1/0',
      '2/0',
      '2/0',
      '1/1',
      '2/1',
    ]);
  });

  it('[R04] after signing in again, what is already on paper stays marked', async () => {
    const at = await desk();
    typeReception(at);
    await at.state().submitIntake();
    const id = at.state().received!.dossier.id;
    await at.session.getState().signOut();
    await at.session.getState().signIn('minh', '2468', 'q1');
    await at.state().printSlips(id, [1, 2], 'Mất giấy');
    expect(at.papers.slice(2).map(({ reprint }) => reprint)).toEqual([1, 1]);
  });
});

describe('persons', () => {
  it('[U03] leave the memory of the page with the clerk', async () => {
    const at = await desk();
    typeReception(at);
    await at.state().submitIntake();
    at.state().openDossier(at.state().dossiers![0]!.id);
    typeReception(at, 'Người khác');
    await at.session.getState().signOut();
    expect(at.state()).toMatchObject({
      persons: {},
      intake: null,
      received: null,
      openId: null,
      search: '',
      prints: {},
    });
  });

  it('[D13] are opened anew when another desk corrects them, in the open view and wherever the page names them', async () => {
    const at = await desk();
    typeReception(at, 'Nguyễn Thị Hạnh');
    await at.state().submitIntake();
    const { id, code, receivedAt } = at.state().received!.dossier;
    const form = at.state().lastForm!;
    at.state().openDossier(id);
    await expect.poll(() => openedPersons(at.state().persons[id])?.owner.name).toBe('Nguyễn Thị Hạnh');
    const owner = { ...form.owner, name: 'Nguyễn Thị Hành' };
    const old = openedPersons(at.state().persons[id])!;
    const mark = { dossierId: id, code, receivedAt, correction: 1, reason: 'Sai tên', approvedBy: 'hoa' };
    const done = await at.deps.acts.correct(
      id,
      { form: { ...form, owner, corrects: mark }, reason: 'Sai tên', approvedBy: 'hoa' },
      { old, fresh: { ...old, owner, submitter: owner } },
      { id: 'minh', role: 'reception' },
    );
    expect(done.ok || done.error).toBe(true);
    await expect.poll(() => openedPersons(at.state().persons[id])?.owner.name).toBe('Nguyễn Thị Hành');
    expect(Object.keys(at.state().formers[id] ?? {})).toHaveLength(2);
    await at.session.getState().signOut();
    expect(at.state().formers).toEqual({});
  });

  it('[U06] a dossier without a key stays workable, but is not printed', async () => {
    const at = await desk();
    typeReception(at);
    await at.state().submitIntake();
    const { id } = at.state().received!.dossier;
    at.store.setState({ persons: { [id]: 'no-key' } });
    await at.state().printSlips(id, [1], 'Mất giấy');
    expect(at.state().trouble).toEqual({ code: 'key-missing' });
    expect(await at.state().act(id, { act: 'hand-over', to: ward.offices[0]! })).toBe(true);
    expect(at.state().dossiers?.[0]?.state?.office).toBe(ward.offices[0]);
  });
});

it('[D12] leads a dossier from hand-over to the citizen, and refuses a step out of turn', async () => {
  const at = await desk();
  typeReception(at);
  await at.state().submitIntake();
  const { id } = at.state().received!.dossier;
  expect(await at.state().act(id, { act: 'hand-over', to: ward.offices[0]! })).toBe(true);
  expect(await at.state().act(id, { act: 'release', resultNo: '12/GCN' })).toBe(true);
  const form = {
    method: 'counter',
    slipTakenBack: true,
    receiverIsSubmitter: true,
    receiver: '',
    receiverIdNumber: '',
  } as const;
  expect(await at.state().giveBack(id, form)).toBe(true);
  expect(at.state().dossiers?.[0]?.state).toMatchObject({
    status: 'returned',
    returnedBy: { method: 'counter', receiverIsSubmitter: true, slipTakenBack: true },
  });
  at.control.setTrouble({ code: 'dossier-step-wrong', status: 'returned', wanted: 'hand-over' });
  expect(await at.state().act(id, { act: 'hand-over', to: ward.offices[0]! })).toBe(false);
  expect(at.state().trouble?.code).toBe('dossier-step-wrong');
});

it('[D12] [U03] names who received the result, refuses a wrong number, and forgets the name with the clerk', async () => {
  const at = await desk();
  typeReception(at);
  await at.state().submitIntake();
  const { id } = at.state().received!.dossier;
  await at.state().act(id, { act: 'release', resultNo: '12/GCN' });
  at.state().openDossier(id);
  const form = {
    method: 'counter',
    slipTakenBack: true,
    receiverIsSubmitter: false,
    receiver: 'Trần Văn Bình',
    receiverIdNumber: 'abc',
  } as const;
  expect(await at.state().giveBack(id, form)).toBe(false);
  expect(at.state().trouble).toEqual({
    code: 'fields-invalid',
    fields: [{ field: 'receiverIdNumber', code: 'personal-number-letters' }],
  });
  expect(at.state().dossiers?.[0]?.state?.status).toBe('result-ready');
  expect(await at.state().giveBack(id, { ...form, receiverIdNumber: '001185012345' })).toBe(true);
  await expect
    .poll(() => at.state().receivers)
    .toEqual({ [id]: { receiver: 'Trần Văn Bình', idNumber: '001185012345' } });
  await at.session.getState().signOut();
  expect(at.state().receivers).toEqual({});
});

describe('papers of acts', () => {
  it('[R04] [V5] prints each copy once, records it, marks what is printed again, and prints nothing void', async () => {
    const at = await desk();
    typeReception(at);
    await at.state().submitIntake();
    const id = at.state().received?.dossier.id ?? '';
    at.state().openDossier(id);
    const asked = { formNo: '7', items: ['Giấy chứng sinh'], reason: 'Điều 16', until: null };
    expect(await at.state().act(id, { act: 'ask-supplement', ...asked })).toBe(true);
    await vi.waitFor(() => expect(at.state().arrivals[id]?.length).toBeGreaterThan(1));
    await at.state().printForm(id, 'request-1', [1], '');
    await at.state().printForm(id, 'request-1', [1], 'Kẹt giấy');
    expect(at.forms.map(({ copyNo, slip }) => [copyNo, slip.template])).toEqual([
      [1, 'mau-02/tt-03-2025/1'],
      [1, 'mau-02/tt-03-2025/1'],
    ]);
    const printed = (at.state().arrivals[id] ?? []).flatMap(({ fact }) =>
      fact?.type === 'form-printed' ? [fact.body] : [],
    );
    expect(printed.map(({ paper, formNo, reprint, reason }) => [paper, formNo, reprint, reason])).toEqual([
      ['request', '7', 0, ''],
      ['request', '7', 1, 'Kẹt giấy'],
    ]);
    await at.state().printForm(id, 'no-such-paper', [1], '');
    expect(at.forms).toHaveLength(2);
    // A person decided for the other side: the paper is void.
    const arrivals = at.state().arrivals[id] ?? [];
    const lost = arrivals.map((one) => ({ ...one, lost: one.type === 'dossier-supplement-asked' }));
    at.store.setState({ arrivals: { [id]: lost } });
    await at.state().printForm(id, 'request-1', [1], 'Người dân xin lại');
    expect([at.forms.length, at.state().trouble]).toEqual([2, { code: 'paper-void' }]);
  });
});
