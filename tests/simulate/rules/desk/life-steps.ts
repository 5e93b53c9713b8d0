// What may be done with a dossier, what its fact leads to, and when it is due after a wait, said a second time.
import { decideAct } from '../../../../shared/decide/life/act.ts';
import { applyDossier } from '../../../../shared/project/dossiers.ts';
import { everyWish, lifeWorld } from '../../life-acts.ts';
import { expectSame } from '../expect.ts';
import { event, RECEIVED } from '../rows.ts';
import { lifeTable, ROLES, tableSays, WAITS } from './life-table.ts';
import type { ActWorld } from '../../../../shared/decide/life/act.ts';
import type { ActWish } from '../../../../shared/decide/life/wish.ts';
import type { Dossier } from '../../../../shared/project/dossiers.ts';
import type { Folded } from '../../../../shared/project/fold.ts';
import type { Dice } from '../../dice.ts';

const NOW_MS = Date.UTC(2026, 5, 5, 8, 20);
const AT = '2026-06-05T08:20:00.000Z';
const STATES = [...new Set(lifeTable.flatMap(({ from, quick, to }) => [...from, ...quick, to]))].filter(
  (state) => state.length > 1,
) as Dossier['status'][];
const WAYS = {
  counter: 'return',
  post: 'prove-delivery',
  home: 'return-home',
  electronic: 'return-electronically',
};

/** Looks at acts that the dice choose, lawful or not, and at dates after waits. */
export function lifeStepRules(dice: Dice): void {
  for (let n = 0; n < 20; n += 1) steps(dice);
  bounds(dice);
  dates(dice);
}

type Row = Folded<Dossier> & { readonly state: Dossier };

function rowOf(changes: Partial<Dossier>): Row {
  const born = applyDossier(null, event('dossier-received', 'dossier-1', RECEIVED));
  if (!born) throw new Error('a reception makes a dossier');
  return { id: 'dossier-1', state: { ...born, ...changes }, heads: ['a', 'b'], lastKey: '', events: 1 };
}

/** The dossier after the fact of an act; null when it was refused. */
function after({ state }: Row, outcome: ReturnType<typeof decideAct>): Dossier | null {
  if (!outcome.ok) return null;
  const { type, subject, body, sealed } = outcome.value;
  return applyDossier(state, event(type, subject, body, { sealed }));
}

function steps(dice: Dice): void {
  const status = dice.pick(STATES) ?? 'received';
  const base = dice.pick(['received', 'handed-over', 'in-process'] as const) ?? 'in-process';
  const other = dice.chance(0.3) && status !== 'suspended' ? (['suspended'] as const) : [];
  const below: Dossier['below'] = status in WAITS ? [base, ...other] : [];
  const isUsual = dice.chance(0.5);
  const role = dice.pick(ROLES) ?? 'reception';
  const usual = lifeWorld(dice, NOW_MS);
  const rules = { ...usual.rules, shortcuts: isUsual, ...(isUsual ? {} : { standIns: {} }) };
  const wish = dice.pick(everyWish(dice)) ?? { act: 'release' as const, resultNo: '' };
  const act = wish.act === 'give-back' ? WAYS[wish.method] : wish.act;
  const row = rowOf({ status, below });
  const outcome = decideAct(row, wish, { ...usual, role, rules });
  const wanted = tableSays(act, status, below, role, isUsual);
  const standing = after(row, outcome);
  const found = outcome.ok ? { state: standing?.status, below: standing?.below } : outcome.error.code;
  expectSame('LC2', `${act} from ${status} by ${role}`, found, wanted);
  if (!outcome.ok) return;
  const { parents, subject, body } = outcome.value;
  const { at, role: by } = body as { readonly at?: string; readonly role?: string };
  expectSame('LC3', `the fact of ${act}`, [subject, parents, at, by], ['dossier-1', ['a', 'b'], AT, role]);
}

const codeOf = (outcome: ReturnType<typeof decideAct>): string =>
  outcome.ok
    ? 'done'
    : outcome.error.code === 'fields-invalid'
      ? (outcome.error.fields[0]?.code ?? '')
      : outcome.error.code;

/** How often papers may be asked for and dates be set anew, and how long papers are waited for. */
function bounds(dice: Dice): void {
  const done = dice.below(3);
  const most = dice.pick([null, 0, 1, 2]) ?? null;
  const late = dice.chance(0.4);
  const lateToo = dice.chance(0.5);
  const usual = lifeWorld(dice, NOW_MS);
  const rules = {
    ...usual.rules,
    maxExtensions: most,
    extendWithinMinutes: null,
    supplementWhenLate: lateToo,
  };
  const due = { ...usual.due, supplement: { clock: 'continue' as const, maxRounds: most } };
  const world: ActWorld = { ...usual, role: 'reception', rules: { ...rules, shortcuts: true }, due };
  const dueAt = late ? '2026-06-05T08:19:59.000Z' : dice.pick([AT, '2026-06-08T10:00:00.000Z']);
  const own = dice.pick([null, 0, 3]);
  const clock = {
    limit: { value: 5, unit: 'workingDay' },
    policy: { dueAt: 'endOfDay', cutoff: null },
  } as const;
  const byOwn = dice.chance(0.3) ? { supplement: { clock: 'restart' as const, maxRounds: own ?? null } } : {};
  const standing = { status: 'in-process', dueAt: dueAt ?? AT, rounds: done, extensions: done } as const;
  const row = rowOf({ ...standing, clock: { ...clock, ...byOwn } });
  const spent = most !== null && done >= most;
  const bound = byOwn.supplement ? byOwn.supplement.maxRounds : most;
  const asked = bound !== null && done >= bound;
  const ask: ActWish = { act: 'ask-supplement', formNo: '', items: ['a'], reason: 'r', until: null };
  const askedWanted = asked ? 'supplement-rounds-many' : late && !lateToo ? 'supplement-late' : 'done';
  expectSame('LC6', 'a further request', codeOf(decideAct(row, ask, world)), askedWanted);
  const day =
    dice.pick(['2026-06-05', '2026-06-08', '2026-06-09', '2026-06-07', '2026-06-04', '1900-01-01']) ?? '';
  const extend = { act: 'extend', formNo: '', cause: 'c', signer: 's', day } as const;
  const later = `${day}T10:00:00.000Z` > row.state.dueAt ? 'done' : 'extension-not-later';
  const dated = day < '2026-06-05' ? 'officer-due-day' : day === '2026-06-07' ? 'officer-due-day-off' : later;
  const extended = codeOf(decideAct(row, extend, world));
  expectSame('LC8', `a new date on ${day}`, extended, spent ? 'extensions-many' : dated);
  const until = dice.pick([null, '2026-06-04', '2026-06-05', '2026-06-06']) ?? null;
  const waits = rowOf({ status: 'awaiting-supplement', below: ['in-process'], supplementUntil: until });
  const over = until === null || until < '2026-06-05';
  const given = decideAct(waits, { act: 'give-up-supplement', formNo: '', reason: 'r' }, world);
  expectSame('LC6', 'papers that never came', codeOf(given), over ? 'done' : 'supplement-awaited');
}

const ms = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 5, day, hour - 7, minute);
const iso = (...at: Parameters<typeof ms>): string => new Date(ms(...at)).toISOString();

/** DOMAIN 4.6 no. 10 (5 working days from Monday 1 June, 8:00) through the acts that pause it. */
function dates(dice: Dice): void {
  const restart = dice.chance(0.5);
  const kind =
    dice.pick(['supplement', 'late', 'suspended', 'withdrawal', 'extended', 'officer'] as const) ?? 'late';
  const world = (nowMs: number): ActWorld => {
    const usual = lifeWorld(dice, nowMs);
    const supplement = { clock: restart ? ('restart' as const) : ('continue' as const), maxRounds: null };
    return {
      ...usual,
      role: 'head',
      rules: { ...usual.rules, shortcuts: true },
      due: { ...usual.due, supplement },
    };
  };
  const clock = {
    limit: { value: 5, unit: 'workingDay' },
    policy: { dueAt: 'endOfDay', cutoff: '15:00' },
  } as const;
  const first = { status: 'in-process', receivedAt: iso(1, 8), dueAt: iso(8, 17) } as const;
  let row = rowOf(kind === 'officer' ? first : { ...first, clock });
  const act = (atMs: number, wish: ActWish): void => {
    const outcome = decideAct(row, wish, world(atMs));
    const body = outcome.ok ? (outcome.value.body as { readonly due?: unknown }) : {};
    if (wish.act === 'decline-withdrawal') expectSame('LC7', 'a date while it still waits', body.due, null);
    const state = after(row, outcome);
    if (state) row = { ...row, state };
    else expectSame('LC7', `${kind}: ${wish.act}`, 'refused', 'done');
  };
  const ask: ActWish = { act: 'ask-supplement', formNo: '', items: ['a'], reason: 'r', until: null };
  const take: ActWish = { act: 'take-supplement', items: ['a'], officerDay: null };
  const askOut: ActWish = { act: 'ask-withdrawal', reason: 'r' };
  const decline: ActWish = { act: 'decline-withdrawal', reason: 'r', officerDay: null };
  const halt: ActWish = { act: 'suspend', ground: 'g', until: null };
  const goOn: ActWish = { act: 'resume', reason: '', officerDay: null };
  const extend: ActWish = { act: 'extend', formNo: '', cause: 'c', signer: 's', day: '2026-06-10' };
  const plays: Readonly<Record<typeof kind, readonly (readonly [number, ActWish])[]>> = {
    supplement: [
      [ms(3, 10), ask],
      [ms(8, 14), take],
    ],
    late: [
      [ms(9, 10), ask],
      [ms(11, 14), take],
    ],
    suspended: [
      [ms(3, 10), halt],
      [ms(8, 14), goOn],
    ],
    withdrawal: [
      [ms(3, 10), halt],
      [ms(4, 8), askOut],
      [ms(5, 8), decline],
      [ms(8, 14), goOn],
    ],
    extended: [
      [ms(4, 10), extend],
      [ms(9, 8), halt],
      [ms(9, 10), goOn],
    ],
    officer: [
      [ms(3, 10), ask],
      [ms(3, 11), take],
    ],
  };
  for (const [atMs, wish] of plays[kind]) act(atMs, wish);
  const wanted = {
    supplement: restart ? iso(15, 17) : iso(12, 17),
    late: iso(8, 17),
    suspended: iso(12, 17),
    withdrawal: iso(12, 17),
    extended: iso(11, 17),
    officer: iso(9, 17),
  };
  const { state } = row;
  expectSame(
    'LC7',
    `due after: ${kind}`,
    [state.dueAt, state.status, state.below],
    [wanted[kind], 'in-process', []],
  );
  expectSame(
    'LC5',
    `waits left open: ${kind}`,
    state.pauses.filter(({ to }) => to === null),
    [],
  );
}
