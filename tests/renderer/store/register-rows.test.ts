import { expect, it } from 'vitest';
import {
  filterDossiers,
  foundDossiers,
  registerRows,
} from '../../../renderer/screens/desk/register/register-rows.ts';
import { dueWorldOf } from '../../../shared/report/due-status.ts';
import type { DossierState } from '../../../shared/law/life-cycle/states.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Folded } from '../../../shared/project/fold.ts';

const NOW = Date.UTC(2026, 5, 5, 3, 0);
const world = dueWorldOf({});

function dossier(id: string, change: Partial<Dossier> = {}): Folded<Dossier> {
  const state = {
    id,
    code: `H26.19.05-260605-${id}`,
    day: '2026-06-05',
    status: 'received' as DossierState,
    ticketNumber: null,
    procedure: { fieldId: 'ho-tich', name: 'Đăng ký khai sinh' },
    receivedAt: '2026-06-05T01:00:00.000Z',
    dueAt: '2026-06-05T10:00:00.000Z',
    readyAt: null,
    endedAt: null,
    returnedAt: null,
    ...change,
  } as Dossier;
  return { id, state, heads: ['a'], lastKey: '', events: 1 };
}

function persons(name: string) {
  const owner = {
    name,
    idNumber: '001234567890',
    birthDate: '',
    phone: '0912345678',
    email: '',
    address: '',
  };
  return { owner, submitter: owner, authorisation: '', note: '' };
}

const codes = (rows: readonly { readonly dossier: Dossier }[]) => rows.map(({ dossier: { id } }) => id);

it('[E01] [E03] without the search list, codes, tickets and procedures are found, and nobody by name', () => {
  const all = [dossier('0001', { ticketNumber: 'B014' }), dossier('0002')];
  const find = (search: string, ids: readonly string[] = []) =>
    foundDossiers(all, { search, ids, isListWhole: false }).map(({ id }) => id);
  expect(find('b014')).toEqual(['0001']);
  expect(find('260605 0002')).toEqual(['0002']);
  expect(find('khai sinh')).toEqual(['0001', '0002']);
  expect(find('do huong')).toEqual([]);
  expect(find('do huong', ['0002'])).toEqual(['0002']);
  expect(find('x'.repeat(100_000))).toEqual([]);
});

it('[E2] with the whole search list, its answer is the answer', () => {
  const all = [dossier('0001'), dossier('0002')];
  const found = foundDossiers(all, { search: 'khai sinh', ids: ['0002', 'gone'], isListWhole: true });
  expect(found.map(({ id }) => id)).toEqual(['0002']);
});

it('[E01] lists what came today and what was finished today', () => {
  const all = [
    dossier('0001'),
    dossier('0002', { day: '2026-06-01' }),
    dossier('0003', { day: '2026-06-01', status: 'returned', returnedAt: '2026-06-05T02:00:00.000Z' }),
  ];
  expect(filterDossiers(all, { period: 'today', status: 'all' }, NOW, world).map(({ id }) => id)).toEqual([
    '0001',
    '0003',
  ]);
  expect(filterDossiers(all, { period: 'all', status: 'all' }, NOW, world)).toHaveLength(3);
});

it('[D10] calls overdue only what is not finished', () => {
  const dueAt = '2026-06-05T02:00:00.000Z';
  const all = [
    dossier('0001', { dueAt }),
    dossier('0002', { dueAt, status: 'result-ready' }),
    dossier('0003'),
  ];
  expect(filterDossiers(all, { period: 'today', status: 'late' }, NOW, world).map(({ id }) => id)).toEqual([
    '0001',
  ]);
});

it('[E01] sorts names by the given name, as Vietnamese lists do', () => {
  const all = [dossier('0001'), dossier('0002'), dossier('0003')];
  const opened = {
    '0001': persons('Nguyễn Văn Bình'),
    '0002': persons('Trần Thị An'),
    '0003': persons('Lê Đức Cường'),
  };
  expect(codes(registerRows(all, opened, { column: 'owner', down: false }))).toEqual([
    '0002',
    '0001',
    '0003',
  ]);
  expect(codes(registerRows(all, opened, { column: 'owner', down: true }))).toEqual(['0003', '0001', '0002']);
});
