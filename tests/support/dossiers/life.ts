// A desk that acts on one dossier through the real rules, fact by fact, on a chain of real lines.
import { decideAct } from '../../../shared/decide/life/act.ts';
import { actWorldOf } from '../../../shared/decide/life/world.ts';
import { usualLifeRules } from '../../../shared/law/life-cycle/life-rules.ts';
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { foldAll, foldNext } from '../../../shared/project/fold.ts';
import { demoWard } from '../demo.ts';
import { lineChain } from '../events.ts';
import { dossierReceived } from './facts.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { ActWorld } from '../../../shared/decide/life/act.ts';
import type { ActWish } from '../../../shared/decide/life/wish.ts';
import type { Refusal } from '../../../shared/decide/refusal.ts';
import type { LoggedEvent, Sealed } from '../../../shared/event/envelope.ts';
import type { FactBody } from '../../../shared/event/facts.ts';
import type { LifeRules } from '../../../shared/law/life-cycle/life-rules.ts';
import type { ActorRole } from '../../../shared/law/life-cycle/roles.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Folded } from '../../../shared/project/fold.ts';

/** A ward that keeps every step, and in which nobody stands in for another. */
export const strictLifeRules: LifeRules = { ...usualLifeRules, standIns: {}, shortcuts: false };

/** Without bounds on rounds and extensions. */
export const looseLifeRules: LifeRules = {
  ...usualLifeRules,
  maxExtensions: null,
  extendWithinMinutes: null,
  maxSupplements: null,
};

/** An instant of June 2026 by the ward's clock. */
export function juneMs(day: number, hour: number, minute = 0): number {
  return Date.UTC(2026, 5, day, hour - 7, minute);
}

const ward = demoWard();

/** By what the demo ward judges an act under some rules. */
export function lifeWorldAt(nowMs: number, role: ActorRole, rules: LifeRules = usualLifeRules): ActWorld {
  return actWorldOf({ ...ward, lifeCycle: rules }, 'ho-tich', role, nowMs);
}

/** DOMAIN 4.6 no. 10: five working days from Monday 1 June 2026, 8:00, due on Monday 8 June, 17:00. */
export const fiveDays: Partial<FactBody<'dossier-received'>> = {
  receivedAt: new Date(juneMs(1, 8)).toISOString(),
  dueAt: new Date(juneMs(8, 17)).toISOString(),
  clock: { limit: { value: 5, unit: 'workingDay' }, policy: { dueAt: 'endOfDay', cutoff: '15:00' } },
};

type DeskOptions = {
  readonly received?: Partial<FactBody<'dossier-received'>>;
  readonly rules?: LifeRules;
  readonly role?: ActorRole;
};

/** Tries acts one after the other; what was done stands in `events`. */
export function lifeDesk({ received = fiveDays, rules = looseLifeRules, role = 'head' }: DeskOptions = {}) {
  const chain = lineChain();
  const events: LoggedEvent[] = [chain.add({ ...dossierReceived('0001', received), atMs: juneMs(1, 8) })];
  let folded = foldAll(applyDossier, events);
  const row = (): Folded<Dossier> => {
    if (!folded) throw new Error('a reception has a row');
    return folded;
  };
  const dossier = (): Dossier => {
    const { state } = row();
    if (!state) throw new Error('a received dossier has a state');
    return state;
  };
  const tries = (
    atMs: number,
    wish: ActWish,
    who: ActorRole = role,
    sealed: Sealed | null = null,
  ): Result<LoggedEvent, Refusal> => {
    const fact = decideAct(row(), wish, lifeWorldAt(atMs, who, rules), sealed);
    if (!fact.ok) return fact;
    const logged = chain.add({ ...fact.value, atMs });
    events.push(logged);
    folded = foldNext(applyDossier, folded, logged) ?? foldAll(applyDossier, events);
    return { ok: true, value: logged };
  };
  const act = (atMs: number, wish: ActWish, who: ActorRole = role): Dossier => {
    const done = tries(atMs, wish, who);
    if (!done.ok) throw new Error(`${wish.act}: ${JSON.stringify(done.error)}`);
    return dossier();
  };
  return { chain, events, row, dossier, tries, act };
}

const REASON = 'Theo quy định';
const signer = 'Nguyễn Văn Chủ';

/** One good wish of each act. */
export const wishes = {
  handOver: { act: 'hand-over', to: 'Phòng Kinh tế' },
  takeOver: { act: 'take-over', officerName: 'Hà' },
  ask: { act: 'ask-supplement', formNo: '02/HDHS', items: ['Tờ khai'], reason: REASON, until: null },
  take: { act: 'take-supplement', items: ['Tờ khai'], officerDay: null },
  giveUp: { act: 'give-up-supplement', formNo: '1', reason: REASON },
  askDuty: { act: 'ask-duty', noticeNo: '1', ground: REASON, amount: 15_000 },
  proveDuty: { act: 'prove-duty', proof: 'BL 1', officerDay: null },
  sendOn: { act: 'send-on', agency: 'Chi cục Thuế', limit: null },
  takeBack: { act: 'take-back', result: '' },
  suspend: { act: 'suspend', ground: REASON, until: null },
  resume: { act: 'resume', reason: '', officerDay: null },
  submit: { act: 'submit', draft: '1' },
  sign: { act: 'sign', signer },
  release: { act: 'release', resultNo: 'KQ 1' },
  giveBack: { act: 'give-back', method: 'counter', slipTakenBack: true, receiverIsSubmitter: true },
  askOut: { act: 'ask-withdrawal', reason: REASON },
  decline: { act: 'decline-withdrawal', reason: REASON, officerDay: null },
  withdraw: { act: 'withdraw', papersReturned: true, refund: 0 },
  extend: { act: 'extend', formNo: '1', cause: REASON, day: '2026-06-10', signer },
  stop: { act: 'stop', formNo: '1', reason: REASON, signer },
} satisfies Readonly<Record<string, ActWish>>;
