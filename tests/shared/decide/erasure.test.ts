import { describe, expect, it } from 'vitest';
import { checkGround, eraseSubject } from '../../../shared/decide/erasure.ts';
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { foldAll } from '../../../shared/project/fold.ts';
import { lineChain } from '../../support/events.ts';
import { dossierReceived } from '../../support/dossiers/facts.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Folded } from '../../../shared/project/fold.ts';

const request = { ground: ' Đơn số 12/ĐN '.normalize('NFD'), role: 'head' } as const;
const NOW = Date.UTC(2026, 5, 5, 3);

function dossier(): Folded<Dossier> {
  const row = foldAll(applyDossier, [lineChain().add(dossierReceived('0001'))]);
  if (!row) throw new Error('a reception makes a dossier');
  return row;
}

describe('the erasure of a dossier', () => {
  it('[E5] names every key that ever sealed a part, and the heads that were seen', () => {
    const row = dossier();
    const erased = eraseSubject(row, ['k1', 'k2'], request, NOW);
    expect(erased.ok && erased.value).toEqual({
      type: 'subject-erased',
      subject: row.id,
      parents: row.heads,
      sealed: null,
      body: { keyIds: ['k1', 'k2'], ground: 'Đơn số 12/ĐN', at: '2026-06-05T03:00:00.000Z' },
    });
  });

  it('[E5] is refused where nothing was sealed, nothing is known, or somebody else than the head asks', () => {
    const row = dossier();
    const refused = (
      of: Folded<Dossier> | undefined,
      keyIds: readonly string[],
      change: Partial<{ ground: string; role: 'head' | 'reception' | 'admin' }> = {},
    ) => {
      const erased = eraseSubject(of, keyIds, { ...request, ...change }, NOW);
      return erased.ok ? erased.value : erased.error;
    };
    expect(refused(row, [])).toEqual({ code: 'nothing-sealed' });
    expect(refused(undefined, ['k1'])).toEqual({ code: 'dossier-unknown' });
    expect(refused({ ...row, state: null }, ['k1'])).toEqual({ code: 'dossier-unknown' });
    for (const role of ['reception', 'admin'] as const)
      expect(refused(row, ['k1'], { role })).toEqual({ code: 'not-allowed' });
    expect(refused(row, ['k1'], { ground: ' ' })).toMatchObject({ code: 'fields-invalid' });
    const state = row.state ? { ...row.state, erasedAt: '2026-06-05T02:00:00.000Z' } : null;
    expect(refused({ ...row, state }, [])).toBeNull();
  });
});

describe('the ground of an erasure', () => {
  const an = { name: 'Lê Thị An', phone: '0912345678', idNumber: '001185012345' };
  const told = (ground: string, persons = [an]) => checkGround(ground, persons)[0] ?? null;

  it('[E5] stands in clear for ever, so it names nobody: no name, no number of nine digits, no address of mail', () => {
    for (const ground of [
      'Đơn của bà Lê Thị An',
      'le thi an xin xoá',
      'Xoá: LÊ  THỊ-AN.',
      'số 091234567',
      'số 0912 345 678',
      'số 0912.345-678',
      'a@b',
    ])
      expect([ground, told(ground)]).toEqual([ground, { field: 'ground', code: 'ground-personal' }]);
    for (const ground of [
      'Đơn số 12345678',
      'Lê Thị Anh Đào',
      'chị Lê',
      '5/6/2026, 7/6/2026',
      '1234  5678901',
    ])
      expect([ground, told(ground)]).toEqual([ground, null]);
    expect(told('Đơn số 12', [{ ...an, name: ' ' }])).toBeNull();
    expect(told('Đơn của ông Bình', [an, { ...an, name: 'Bình' }])).toMatchObject({
      code: 'ground-personal',
    });
  });

  it('[E5] has 1 to 300 characters, counted in NFC and without the spaces around it', () => {
    expect(told(' \n ')).toEqual({ field: 'ground', code: 'ground-missing' });
    expect(told(` ${'ế'.repeat(300).normalize('NFD')} `)).toBeNull();
    expect(told('x'.repeat(301))).toEqual({ field: 'ground', code: 'text-too-long', found: 301 });
  });
});
