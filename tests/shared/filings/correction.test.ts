import { describe, expect, it } from 'vitest';
import { prepareCorrection } from '../../../shared/decide/life/correct.ts';
import { decideDelay } from '../../../shared/decide/life/delay.ts';
import { paperNamespace, paperNumber, paperNumberIn } from '../../../shared/decide/life/paper-numbers.ts';
import { createGrantList } from '../../../shared/decide/machine/grants.ts';
import { receiveDossier } from '../../../shared/decide/dossiers.ts';
import { prepareReception } from '../../../shared/decide/reception.ts';
import { settleDossier } from '../../../shared/decide/conflicts.ts';
import { conflictOf } from '../../../shared/project/conflicts.ts';
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { foldAll } from '../../../shared/project/fold.ts';
import { receiptOfDossier } from '../../../shared/slip/receipt-of-dossier.ts';
import { receiptSlip } from '../../../shared/slip/receipt-slip.ts';
import { isSlipOutdated, slipFactsOf } from '../../../shared/slip/slip-facts.ts';
import { birthForm, demoCatalogue, demoWard } from '../../support/demo.ts';
import { lineChain } from '../../support/events.ts';
import { juneMs, wishes } from '../../support/dossiers/life.ts';
import { decideAct } from '../../../shared/decide/life/act.ts';
import { actWorldOf } from '../../../shared/decide/life/world.ts';
import type { ReceptionForm } from '../../../shared/decide/reception.ts';
import type { Fact } from '../../../shared/event/facts.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';

const [catalogue, ward] = [demoCatalogue(), demoWard()];
const receivedMs = juneMs(1, 9);
const sealed = { keyId: 'k', iv: '', ct: '' };
const other = catalogue.procedures.find(
  ({ code, limit, papers }) =>
    code !== '1.001193' && limit.unit === 'workingDay' && (limit.value ?? 0) >= 3 && papers.length > 0,
);

function desk() {
  const prepared = prepareReception(
    birthForm(catalogue),
    { catalogue, ward, nowMs: receivedMs },
    { name: 'Lan', role: 'reception' },
  );
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  const { persons } = prepared.value;
  const chain = lineChain();
  const code = { code: 'H26.19.05-260601-0001', provisional: false };
  const fact = receiveDossier('dossier-1', prepared.value, sealed, code);
  const events: LoggedEvent[] = [chain.add({ ...fact, atMs: receivedMs })];
  const row = () => foldAll(applyDossier, events) ?? undefined;
  const correct = (
    form: ReceptionForm,
    more: { approvedBy?: string; atMs?: number; reason?: string } = {},
  ) => {
    const { approvedBy = 'hoa', atMs = juneMs(2, 9), reason = 'Chọn nhầm' } = more;
    const world = { catalogue, ward, nowMs: atMs, actor: 'lan', role: 'reception', persons } as const;
    const done = prepareCorrection(row(), { form, reason, approvedBy }, world);
    if (done.ok) {
      const parents = row()?.heads ?? [];
      const body = done.value.body;
      const kept = { type: 'dossier-corrected', subject: 'dossier-1', parents, sealed, body } as const;
      events.push(chain.add({ ...kept, atMs }));
    }
    return done;
  };
  return { chain, events, row, correct, persons, first: row()?.state };
}

const otherForm = (): ReceptionForm => {
  if (!other) throw new Error('the catalogue has procedures of some days');
  const papers = other.papers.map(({ id }) => ({ paperId: id, original: 1, certifiedCopy: 0, photocopy: 0 }));
  return birthForm(catalogue, { procedureCode: other.code, papers });
};

describe('correcting a wrong reception', () => {
  it('[LC13] [D13] keeps code, day and instant, and counts the date anew from the first reception', () => {
    const { row, correct, first } = desk();
    expect(correct(otherForm()).ok).toBe(true);
    const now = row()?.state;
    expect([now?.code, now?.day, now?.receivedAt]).toEqual([first?.code, first?.day, first?.receivedAt]);
    expect(now?.procedure.code).toBe(other?.code);
    expect(now?.firstDueAt).not.toBe(first?.firstDueAt);
    expect(now?.dueAt).toBe(now?.firstDueAt);
    expect([now?.correction, now?.copies]).toEqual([1, [0, 0]]);
    const prepared = prepareReception(
      otherForm(),
      { catalogue, ward, nowMs: receivedMs },
      { name: 'Lan', role: 'reception' },
    );
    expect(prepared.ok && prepared.value.body.dueAt).toBe(now?.firstDueAt);
  });

  it('[D13] needs a reason, a second person and a difference', () => {
    const { correct } = desk();
    expect(correct(otherForm(), { approvedBy: '' })).toEqual({
      ok: false,
      error: { code: 'correction-needs-head' },
    });
    expect(correct(otherForm(), { approvedBy: 'lan' }).ok).toBe(false);
    expect(correct(otherForm(), { approvedBy: 'minh' }).ok).toBe(false);
    expect(correct(otherForm(), { reason: ' ' })).toMatchObject({ error: { code: 'fields-invalid' } });
    expect(correct(birthForm(catalogue))).toEqual({ ok: false, error: { code: 'correction-nothing' } });
  });

  it('[D13] is over once the result is decided', () => {
    const { chain, events, row, correct } = desk();
    const world = actWorldOf(ward, 'ho-tich', 'head', juneMs(1, 10));
    const ready = decideAct(row(), wishes.release, world);
    if (!ready.ok) throw new Error(ready.error.code);
    events.push(chain.add({ ...ready.value, atMs: juneMs(1, 10) }));
    expect(correct(otherForm())).toEqual({ ok: false, error: { code: 'correction-late' } });
  });

  it('[D13] marks the new slip, and tells an old one', () => {
    const { row, correct, persons, first } = desk();
    if (!first) throw new Error('received');
    const old = slipFactsOf(first, ward, 'a2V5');
    correct(otherForm());
    const now = row()?.state;
    if (!now || !old) throw new Error('corrected');
    expect(isSlipOutdated(old, now)).toBe(true);
    expect(isSlipOutdated(old, first)).toBe(false);
    const fresh = slipFactsOf(now, ward, 'a2V5');
    expect(fresh && isSlipOutdated(fresh, now)).toBe(false);
    const slip = JSON.stringify(
      receiptSlip(receiptOfDossier(now, persons, ward, { copyNo: 2, reprint: null })),
    );
    expect(slip).toContain('ĐIỀU CHỈNH LẦN 1');
    expect(slip).toContain('nộp lại giấy cũ');
  });

  it('[LC13] [V5] a decision between two desks says whose reception holds', () => {
    const { chain, events, row, correct, first } = desk();
    const parents = row()?.heads ?? [];
    correct(otherForm());
    const handed = { type: 'dossier-handed-over', subject: 'dossier-1', parents, sealed: null } as const;
    const body = { to: 'Phòng Kinh tế', at: '2026-06-02T03:00:00.000Z', role: 'reception' } as const;
    events.push(chain.add({ ...handed, body, atMs: juneMs(2, 10) }));
    const conflict = conflictOf(applyDossier, events);
    const plain = conflict?.branches.find(({ standing }) => standing?.correction === 0);
    if (!conflict || !plain) throw new Error('two heads');
    const seen = conflict.branches.map(({ head }) => head);
    const settled = settleDossier(conflict, { chosen: plain.head, seen, note: 'Đúng giấy' }, juneMs(3, 9));
    if (!settled.ok) throw new Error(settled.error.code);
    events.push(chain.add({ ...settled.value, atMs: juneMs(3, 9) }));
    const now = row()?.state;
    expect([now?.procedure.code, now?.correction, now?.office]).toEqual([
      first?.procedure.code,
      0,
      'Phòng Kinh tế',
    ]);
    expect(row()?.heads).toHaveLength(1);
  });

  it('[LC14] [D10] keeps why a dossier is late, the newest said', () => {
    const { chain, events, row } = desk();
    for (const because of ['volume', 'verification'] as const) {
      const fact = decideDelay(row(), { because, note: '' }, 'reception', juneMs(3, 9));
      if (!fact.ok) throw new Error(fact.error.code);
      events.push(chain.add({ ...fact.value, atMs: juneMs(3, 9) }));
    }
    expect(row()?.state?.delay?.because).toBe('verification');
    expect(row()?.heads).toHaveLength(1);
    expect(decideDelay(row(), { because: 'other', note: ' ' }, 'reception', 0).ok).toBe(false);
    expect(decideDelay(row(), { because: 'volume', note: '' }, 'inspector', 0).ok).toBe(false);
  });
});

describe('numbers of papers', () => {
  it('[PN1] [R08] are one row per kind and year, each desk with a range of its own', () => {
    expect(paperNamespace('request', '2026-06-05')).toBe('paper/2026/request');
    expect(paperNumber({ kind: 'granted', value: 7 })).toBe('07');
    expect(paperNumber({ kind: 'own', value: 7, slot: 1, ordinal: 0 })).toBe('X07');
    const list = createGrantList([], { begun: '2025-01-01T00:00:00.000Z', epochsBefore: 0 });
    const wish = { namespace: 'paper/2026/request', highest: 0, role: 'desk' } as const;
    expect(list.grant({ ...wish, slot: 1 })).toEqual({ ok: true, value: { from: 1, to: 20 } });
    expect(list.grant({ ...wish, slot: 1 })).toEqual({ ok: true, value: { from: 21, to: 40 } });
    expect(list.grant({ ...wish, slot: 2 })).toEqual({ ok: true, value: { from: 2001, to: 2020 } });
  });

  it('[R08] [N2] are read back from facts; what was written by hand takes none', () => {
    const at = '2026-12-31T18:00:00.000Z';
    const fact = (formNo: string): Fact => ({
      type: 'dossier-supplement-asked',
      body: { items: ['a'], reason: 'b', until: null, at, role: 'reception', formNo },
    });
    expect(paperNumberIn(fact('12'))).toEqual({ namespace: 'paper/2027/request', value: 12 });
    expect(paperNumberIn(fact('X12'))).toBeNull();
    expect(paperNumberIn(fact(''))).toBeNull();
  });
});
