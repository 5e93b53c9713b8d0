import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { createDossierStore } from '../../../renderer/store/dossier-store.ts';
import { blankForm, stepOf, withProcedure } from '../../../renderer/store/dossier/intake-form.ts';
import { createSessionStore } from '../../../renderer/store/session-store.ts';
import { ok } from '../../../shared/basics/result.ts';
import { parseCatalogue } from '../../../shared/law/procedure.ts';
import { wardSchema } from '../../../shared/law/ward.ts';
import { createFakeWorld } from '../../support/fake-world.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../build/demo/${name}`, import.meta.url), 'utf8'));
const parsed = parseCatalogue(read('catalogue.json'));
if (!parsed.ok) throw new Error('the demo catalogue is broken');
const catalogue = parsed.value;
const ward = wardSchema.parse(read('ward.json'));
const FRIDAY = Date.UTC(2026, 5, 5, 1, 14);
const CARD = '089202017098||Lê Văn Lương|23052002|Nam|Tổ 5, Thạch Bàn|31122021';
const birth = catalogue.procedures.find(({ code }) => code === '1.001193');
if (!birth) throw new Error('no birth registration');

async function desk() {
  const world = createFakeWorld({ ward, catalogue, nowMs: FRIDAY });
  const session = createSessionStore(world.deps);
  let prints = 0;
  const print = () => {
    prints += 1;
    const at = '2026-06-05T01:15:00.000Z';
    return Promise.resolve(ok({ jobId: `job-${prints}`, state: 'spooled' as const, at }));
  };
  const store = createDossierStore({ ...world.deps, session, printSlip: print, printForm: print });
  await session.getState().signIn('lan', '1357', 'q1');
  return { ...world, session, store, state: () => store.getState(), prints: () => prints };
}

type Desk = Awaited<ReturnType<typeof desk>>;

function typeBirth({ state }: Desk): void {
  state().startIntake(null);
  state().setText('owner.name', 'Lê Văn Lương');
  state().setText('owner.idNumber', '089202017098');
  state().setText('owner.phone', '0912345678');
  state().chooseProcedure(birth!);
  for (const { id } of birth!.papers)
    state().countPaper({ paperId: id, original: 1, certifiedCopy: 0, photocopy: 0 });
}

describe('a scanned card in a reception', () => {
  it('[D01] fills empty fields at once and asks before it replaces anything', async () => {
    const at = await desk();
    at.state().startIntake(null);
    at.state().takeScan(CARD, null);
    expect(at.state().intake?.form.owner).toMatchObject({ name: 'Lê Văn Lương', birthDate: '23/05/2002' });
    expect(at.state().scan).toMatchObject({ state: 'filled', who: 'owner' });
    at.state().setText('owner.address', 'Tổ 9');
    at.state().takeScan(CARD, null);
    expect(at.state().scan).toMatchObject({
      state: 'ask',
      clashes: [{ field: 'address', from: 'Tổ 9', to: 'Tổ 5, Thạch Bàn' }],
    });
    expect(at.state().intake?.form.owner.address).toBe('Tổ 9');
    at.state().fillScan('owner', true);
    expect(at.state().intake?.form.owner.address).toBe('Tổ 5, Thạch Bàn');
  });

  it('[D01] asks whose card it is where two persons stand and no field says so', async () => {
    const at = await desk();
    at.state().startIntake(null);
    at.state().choose({ submitterIsOwner: false });
    at.state().takeScan(CARD, null);
    expect(at.state().scan?.state).toBe('ask-who');
    at.state().fillScan('submitter', false);
    expect(at.state().intake?.form.submitter.idNumber).toBe('089202017098');
    expect(at.state().intake?.form.owner.idNumber).toBe('');
  });

  it('[D01] says what is wrong and fills nothing when an input method had its hands in it', async () => {
    const at = await desk();
    at.state().startIntake(null);
    at.state().takeScan(CARD, 'owner', true);
    expect(at.state().scan).toEqual({
      state: 'refused',
      refusal: { code: 'card-qr-mangled', by: 'input-method' },
    });
    expect(at.state().intake?.form.owner.name).toBe('');
  });
});

describe('drafts', () => {
  it('[D17] keeps what is typed, gives it back at the next sign-in, and ends with the reception', async () => {
    vi.useFakeTimers();
    const at = await desk();
    typeBirth(at);
    const id = at.state().intake?.form.dossierId ?? '';
    await vi.advanceTimersByTimeAsync(300);
    expect(at.control.intake.kept.get(id)?.draft.form.owner.name).toBe('Lê Văn Lương');
    expect(at.state().keeping).toBe('kept');
    at.state().setText('note', 'sáng mai mang thêm');
    // Signed out before the pause was over: the last keys count too.
    await at.session.getState().signOut();
    expect(at.state().intake).toBe(null);
    await vi.advanceTimersByTimeAsync(0);
    expect(at.control.intake.kept.get(id)?.draft.form.note).toBe('sáng mai mang thêm');
    await at.session.getState().signIn('lan', '1357', 'q1');
    await vi.advanceTimersByTimeAsync(0);
    expect(at.state().drafts).toHaveLength(1);
    at.state().resumeDraft(id);
    expect(at.state().intake?.form.note).toBe('sáng mai mang thêm');
    expect(await at.state().submitIntake()).toBe(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(at.control.intake.kept.size).toBe(0);
    expect(at.state().drafts).toEqual([]);
    vi.useRealTimers();
  });

  it('[D17] several stand beside each other, one a form; another clerk sees none of them', async () => {
    const at = await desk();
    typeBirth(at);
    await at.state().parkIntake();
    typeBirth(at);
    await at.state().parkIntake();
    expect(at.state().drafts).toHaveLength(2);
    await at.state().dropDraft(at.state().drafts[0]?.form.dossierId ?? '');
    expect(at.state().drafts).toHaveLength(1);
    await at.session.getState().signOut();
    const other = ward.clerks.find(({ id }) => id !== 'lan')!;
    await at.session.getState().signIn(other.id, other.pin ?? '', 'q1');
    await vi.waitFor(() => expect(at.session.getState().clerk?.id).toBe(other.id));
    expect(at.state().drafts).toEqual([]);
  });

  it('[D17] says that nothing is kept where there is no ward key', async () => {
    const at = await desk();
    at.control.intake.setKey(false);
    typeBirth(at);
    expect(at.state().keeping).toBe('memory');
  });

  it('[D17] what was given up does not come back', async () => {
    vi.useFakeTimers();
    const at = await desk();
    typeBirth(at);
    await vi.advanceTimersByTimeAsync(100);
    at.state().dropIntake();
    await vi.advanceTimersByTimeAsync(1000);
    expect(at.control.intake.kept.size).toBe(0);
    vi.useRealTimers();
  });
});

describe('people who were here before', () => {
  it('[D15] are told with what can be used again, and the same matter is asked about', async () => {
    const at = await desk();
    typeBirth(at);
    at.state().setText('owner.address', 'Tổ 5, Thạch Bàn');
    expect(await at.state().submitIntake()).toBe(true);
    const { code } = at.state().received!.dossier;
    at.state().startIntake(null);
    at.state().setText('owner.phone', '091234567');
    expect(at.state().known).toEqual([]);
    at.state().setText('owner.phone', '+84 912 345 678');
    await vi.waitFor(() => expect(at.state().known[0]).toMatchObject({ who: 'owner', code, count: 1 }));
    expect(at.state().twins).toEqual([]);
    at.state().reuseKnown('owner');
    expect(at.state().intake?.form.owner).toMatchObject({
      name: 'Lê Văn Lương',
      phone: '+84 912 345 678',
      address: 'Tổ 5, Thạch Bàn',
    });
    at.state().chooseProcedure(birth!);
    await vi.waitFor(() => expect(at.state().twins.map((one) => one.code)).toEqual([code]));

    // A correction is asked neither about its own dossier nor told that its person was here with it.
    const { id: dossierId } = at.state().dossiers?.find(({ state }) => state?.code === code) ?? { id: '' };
    const { form, ...intake } = at.state().intake!;
    const mark = { dossierId, code, receivedAt: '', correction: 1, reason: 'x', approvedBy: '' };
    at.store.setState({ intake: { ...intake, form: { ...form, dossierId: 'fresh', corrects: mark } } });
    await vi.waitFor(() => expect(at.state()).toMatchObject({ twins: [], known: [] }));
  });
});

describe('cases of a procedure', () => {
  it('[D02] another procedure forgets the case, and papers wait for it on their own step', () => {
    const form = { ...blankForm('dossier-1', null), caseId: 'qua-han' };
    expect(withProcedure(form, birth!)).not.toHaveProperty('caseId');
    expect(stepOf('caseId')).toBe(3);
  });
});

describe('one visit', () => {
  it('[D20] [IN6] the next dossier keeps the people and the ticket, and the visit lists both', async () => {
    const at = await desk();
    const issued = await at.deps.acts.issueTicket({
      fieldId: birth!.fieldId,
      procedureCode: birth!.code,
      priority: null,
    });
    if (!issued.ok) throw new Error('no ticket');
    typeBirth(at);
    at.state().startIntake(issued.value.value);
    const { dossierId } = at.state().intake!.form;
    at.state().setText('owner.name', 'Lê Văn Lương');
    for (const { id } of birth!.papers)
      at.state().countPaper({ paperId: id, original: 1, certifiedCopy: 0, photocopy: 0 });
    expect(await at.state().submitIntake()).toBe(true);
    at.state().startNext();
    const next = at.state().intake!;
    expect(next.form).toMatchObject({ ticketId: issued.value.value.id, procedureCode: '', papers: [] });
    expect(next.form.owner.name).toBe('Lê Văn Lương');
    expect(next.form.dossierId).not.toBe(dossierId);
    expect(next.step).toBe(2);
    at.state().chooseProcedure(birth!);
    for (const { id } of birth!.papers)
      at.state().countPaper({ paperId: id, original: 1, certifiedCopy: 0, photocopy: 0 });
    expect(await at.state().submitIntake('on-spot')).toBe(true);
    expect(at.state().visit.map(({ ticketId }) => ticketId)).toEqual([
      issued.value.value.id,
      issued.value.value.id,
    ]);
    expect(at.state().received?.dossier.status).toBe('returned');
    // The slip of the first stands in two copies; what was given back at once needs none.
    expect(at.prints()).toBe(2);
  });
});
