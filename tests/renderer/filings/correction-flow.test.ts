import { describe, expect, it } from 'vitest';
import { createDossierStore } from '../../../renderer/store/dossier-store.ts';
import { createFilingStore } from '../../../renderer/store/filings/filing-store.ts';
import { createSessionStore } from '../../../renderer/store/session-store.ts';
import { ok } from '../../../shared/basics/result.ts';
import { birthForm, demoCatalogue, demoWard } from '../../support/demo.ts';
import { createFakeWorld } from '../../support/fake-world.ts';

const FRIDAY = Date.UTC(2026, 5, 5, 1, 14);
const printed = { jobId: 'job-00000001', state: 'spooled', at: '2026-06-05T01:15:00.000Z' } as const;

/** A desk with one received dossier whose correction is being typed. */
async function correcting() {
  const catalogue = demoCatalogue();
  const world = createFakeWorld({ ward: demoWard(), catalogue, nowMs: FRIDAY });
  const session = createSessionStore(world.deps);
  const printSlip = () => Promise.resolve(ok(printed));
  const dossiers = createDossierStore({ ...world.deps, session, printSlip, printForm: printSlip });
  const filings = createFilingStore({ ...world.deps, session, printForm: printSlip, dossiers });
  await session.getState().signIn('lan', '1357', 'q1');
  const received = await world.deps.acts.receive(birthForm(catalogue), {
    id: 'lan',
    name: 'Nguyễn Thị Lan',
    role: 'reception',
  });
  if (!received.ok) throw new Error(received.error.code);
  const { id } = received.value.value;
  dossiers.getState().openDossier(id);
  await expect.poll(() => dossiers.getState().persons[id]).toBeTypeOf('object');
  expect(await filings.getState().beginCorrection(id, 'Sai tên')).toBe(true);
  return { id, dossiers, filings, state: () => dossiers.getState() };
}

describe('correcting at the desk', () => {
  it('[D13] [PE1] the main button asks the second person once all else is right, and records when they agree', async () => {
    const { id, filings, state } = await correcting();
    expect(await state().submitIntake()).toBe(false);
    expect([state().trouble?.code, state().correctionAsked]).toEqual(['correction-nothing', null]);
    state().setText('owner.name', '');
    expect(await state().submitIntake()).toBe(false);
    expect(state().intake?.errors).toMatchObject([{ field: 'owner.name', code: 'name-missing' }]);
    expect(state().correctionAsked).toBeNull();
    state().setText('owner.name', 'Nguyễn Thị Hành');
    expect(await state().submitIntake()).toBe(false);
    expect(state().trouble).toBeNull();
    const asked = state().correctionAsked;
    expect(asked?.after.persons.owner.name).toBe('Nguyễn Thị Hành');
    expect(asked?.persons.owner.name).not.toBe('Nguyễn Thị Hành');
    filings.getState().dropAgreement();
    expect([state().correctionAsked, state().intake?.form.corrects?.approvedBy]).toEqual([null, '']);
    await state().submitIntake();
    expect(await filings.getState().approveCorrection('hoa')).toBe(true);
    expect(state().received?.dossier).toMatchObject({ id, correction: 1 });
    expect([state().correctionAsked, state().intake]).toEqual([null, null]);
  });

  it('[D13] [PE1] who may not agree is not kept as having agreed, so the next press asks again', async () => {
    const { filings, state } = await correcting();
    state().setText('owner.name', 'Nguyễn Thị Hành');
    await state().submitIntake();
    expect(await filings.getState().approveCorrection('minh')).toBe(false);
    expect(state().trouble?.code).toBe('correction-needs-head');
    expect(state().intake?.form.corrects?.approvedBy).toBe('');
    await state().submitIntake();
    expect(state().correctionAsked).not.toBeNull();
  });
});
