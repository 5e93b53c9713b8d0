// What an erasure needs and writes [E5], and which grounds name nobody, ground by ground.
import { checkGround, eraseSubject } from '../../../../shared/decide/erasure.ts';
import { expectSame } from '../expect.ts';
import { dossierRow } from '../rows.ts';
import type { Dice } from '../../dice.ts';

const NOW_MS = Date.UTC(2026, 5, 5, 8, 20);
const TAM = [{ name: 'Lê Văn Tám', phone: '', idNumber: '' }];
const AN = [{ name: '', phone: '', idNumber: '' }, ...TAM, { name: ' An ', phone: '', idNumber: '' }];

const long = (found: number) => ({ field: 'ground', code: 'text-too-long', found });
const PERSONAL = { field: 'ground', code: 'ground-personal' };
const MISSING = { field: 'ground', code: 'ground-missing' };

/** A ground, who stands in the dossier, and what is told of it. */
const GROUNDS: readonly (readonly [string, typeof TAM, object | null])[] = [
  ['', TAM, MISSING],
  [' \n ', TAM, MISSING],
  [`  ${'x'.repeat(300)}  `, TAM, null],
  ['x'.repeat(301), TAM, long(301)],
  [`${'x'.repeat(300)}@9`, TAM, long(302)],
  ['e\u0302\u0301'.repeat(300), TAM, null],
  ['Đơn số 12345678', TAM, null],
  ['Đơn số 123456789', TAM, PERSONAL],
  ['Gọi 0912 345 678', TAM, PERSONAL],
  ['Thẻ 001.185-012.345', TAM, PERSONAL],
  ['Ngày 05/06/2026, 1234', TAM, null],
  ['Thư a@b', TAM, PERSONAL],
  ['Theo đơn của Lê Văn Tám', TAM, PERSONAL],
  ['LE VAN TAM xin xoá', TAM, PERSONAL],
  ['xin xoá: lê-văn-tám', TAM, PERSONAL],
  ['Theo đơn của Lê Văn', TAM, null],
  ['Theo đơn của Lê Văn Tám', [], null],
  ['Anh ấy xin xoá ở quán', AN, null],
  ['Chị An xin xoá', AN, PERSONAL],
  ['An', AN, PERSONAL],
  ['Công văn 12/UBND', AN, null],
  ['---', AN, null],
];

const NOTHING: (typeof GROUNDS)[number] = ['', [], MISSING];

/** Looks at some grounds and at one request. */
export function erasingRules(dice: Dice): void {
  for (let look = 0; look < 5; look += 1) {
    const [ground, persons, told] = dice.pick(GROUNDS) ?? NOTHING;
    expectSame('E5', `the ground ${ground}`, checkGround(ground, persons), told ? [told] : []);
  }
  const row = dice.chance(0.1) ? undefined : dossierRow(dice);
  const state = row?.state && {
    ...row.state,
    erasedAt: dice.chance(0.2) ? '2026-06-01T00:00:00.000Z' : null,
  };
  const keyIds = ['k3', 'k1', 'k2', 'k0'].slice(0, dice.below(5));
  const role = dice.pick(['head', 'head', 'head', 'reception', 'admin'] as const) ?? 'head';
  const ground = dice.chance(0.5) ? ' Công va\u0306n 12 ' : (dice.pick(GROUNDS) ?? NOTHING)[0];
  const asked = { role, ground };
  const found = eraseSubject(row && { ...row, state: state ?? null }, keyIds, asked, NOW_MS);
  expectSame('E5', 'an erasure', found, wanted(row, state ?? null, keyIds, asked));
}

function wanted(
  row: ReturnType<typeof dossierRow> | undefined,
  state: { readonly erasedAt: string | null } | null,
  keyIds: readonly string[],
  asked: { readonly role: string; readonly ground: string },
): object {
  const no = (error: object) => ({ ok: false, error });
  if (asked.role !== 'head') return no({ code: 'not-allowed' });
  // Nobody's name is known where the rule writes: names are looked at where they can be read.
  const told = GROUNDS.find(([ground]) => ground === asked.ground)?.[2] ?? null;
  const named = told === PERSONAL && !/\d{3}|@/.test(asked.ground);
  if (told && !named) return no({ code: 'fields-invalid', fields: [told] });
  if (state === null) return no({ code: 'dossier-unknown' });
  if (state.erasedAt !== null) return { ok: true, value: null };
  if (keyIds.length === 0) return no({ code: 'nothing-sealed' });
  const body = { keyIds, ground: asked.ground.trim().normalize('NFC'), at: '2026-06-05T08:20:00.000Z' };
  const { id, heads } = row ?? { id: '', heads: [] };
  return { ok: true, value: { type: 'subject-erased', subject: id, parents: heads, sealed: null, body } };
}
