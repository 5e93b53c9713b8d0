import { err, ok } from '../../shared/basics/result.ts';
import { checkReturn } from '../../shared/decide/dossiers.ts';
import { receiveAndReturn } from '../../shared/decide/intake/on-spot.ts';
import { actWorldOf } from '../../shared/decide/life/world.ts';
import { dossierNamespace } from '../../shared/decide/numbers.ts';
import { queueSetupOf } from '../../shared/decide/queue/world.ts';
import { prepareReception } from '../../shared/decide/reception.ts';
import { tokenValues } from '../../shared/text/token-values.ts';
import { actOnDossier, nextCode, receive } from '../db/dossier-acts.ts';
import { eraseDossier } from '../db/keys/erase-dossier.ts';
import { recordPaper } from '../db/paper-acts.ts';
import { finish, rate } from '../db/ticket-acts.ts';
import { callNextClaimed, callOneClaimed } from './call-ticket.ts';
import { actNumbered } from './filings/act-numbered.ts';
import { createFilingActs, filingLink } from './filings/filing-acts.ts';
import { finishAct } from './hall/act-deps.ts';
import { createHallActs } from './hall/hall-acts.ts';
import { issueNumber } from './hall/issue-number.ts';
import { createMoneyActs } from './money/money-acts.ts';
import { createPeopleActs } from './people/people-acts.ts';
import { withNumber } from './hall/with-number.ts';
import type { ActWorld } from '../../shared/decide/life/act.ts';
import type { PreparedReception, ReceptionForm } from '../../shared/decide/reception.ts';
import type { ClerkRole } from '../../shared/law/people/clerk-roles.ts';
import type { ReceivedPersons } from '../../shared/event/dossier-facts.ts';
import type { AfterReception, FilingLink } from '../db/dossier-acts.ts';
import type { FreshSeal } from '../db/seal.ts';
import type { Writing } from '../db/transact.ts';
import type { DeskActs, ReturnForm } from '../store/deps.ts';
import type { ActDeps, Written } from './hall/act-deps.ts';

/** The desk's acts: each is one durable transaction, then the second copy at the host (promise 2). */
export function createDeskActs(deps: ActDeps): DeskActs {
  const { db, hello, nowMs } = deps;
  const writing = (actor: string | null): Writing => ({ ward: hello.ward.ward, actor, nowMs: nowMs() });
  /** The role of a clerk as the ward file has it. */
  const roleOf = (clerk: string) => hello.ward.clerks.find(({ id }) => id === clerk)?.role ?? null;
  const calling = (clerk: string) => {
    const claim = deps.newId('claim');
    const acting = { ...queueSetupOf(hello.ward), role: roleOf(clerk) };
    return () => ({ db, bridge: deps.bridge, hello, writing: writing(clerk), setup: acting, claim });
  };
  const ticket = (work: () => Promise<Written<string>>) => finishAct(deps, work, (id) => db.tickets.get(id));
  const dossier = (work: () => Promise<Written<string>>) =>
    finishAct(deps, work, (id) => db.dossiers.get(id));
  return {
    ...createHallActs(deps, calling),
    ...createMoneyActs(deps),
    ...createPeopleActs(deps),
    ...createFilingActs(deps),
    issueTicket: (request) => ticket(() => issueNumber(deps, writing(request.by?.clerk.id ?? null), request)),
    rateTicket: (id, rating) => ticket(() => rate(db, writing(null), id, rating)),
    callNext: (counter, series, clerk) => {
      const call = calling(clerk);
      return ticket(() => callNextClaimed(call(), counter, series));
    },
    callOne: (ticketId, counter, clerk) => {
      const call = calling(clerk);
      return ticket(() => callOneClaimed(call(), ticketId, { act: 'call', counter, reason: '' }));
    },
    finishTicket: (ticketId, outcome, clerk) => ticket(() => finish(db, writing(clerk), ticketId, outcome)),
    receive: (form, clerk) => receiveAs(deps, form, clerk, dossier),
    receiveAndReturn: (form, resultNo, clerk) => receiveAs(deps, form, clerk, dossier, resultNo),
    act: (id, wish, clerk) =>
      dossier(() => actNumbered(deps, writing(clerk.id), id, wish, worldOf(deps, clerk.role))),
    giveBack: (id, form, clerk) =>
      dossier(() => giveBackSealed(deps, writing(clerk.id), id, form, clerk.role)),
    erase: (id, request, clerk) =>
      dossier(() => eraseDossier(db, writing(clerk.id), id, { ...request, role: clerk.role })),
    recordPrint: async (record, clerk) => {
      const written = await recordPaper(db, writing(clerk), record);
      if (!written.ok) return written;
      return ok({ value: null, secondCopy: await deps.link.secondCopy(written.value.logged, []) });
    },
  };
}

/** Receives what is typed; with the number of its result, the result is there and given back in the same step [D14]. */
function receiveAs(
  deps: ActDeps,
  form: ReceptionForm,
  clerk: Parameters<DeskActs['receive']>[1],
  dossier: (work: () => Promise<Written<string>>) => ReturnType<DeskActs['receive']>,
  resultNo?: string,
): ReturnType<DeskActs['receive']> {
  const { ward } = deps.hello;
  const now = deps.nowMs();
  const prepared = prepareReception(form, { catalogue: deps.catalogue, ward, nowMs: now }, clerk);
  if (!prepared.ok) return Promise.resolve(prepared);
  const at = { ward: ward.ward, actor: clerk.id, nowMs: now };
  const world = actWorldOf(ward, prepared.value.body.procedure.fieldId, clerk.role, now);
  const after: AfterReception | undefined =
    resultNo === undefined ? undefined : (fact) => receiveAndReturn(fact, resultNo, world);
  const link = filingLink(deps, form, prepared.value, clerk.role);
  return dossier(() => receiveSealed(deps, at, form.dossierId, prepared.value, after, link));
}

/** Seals the persons while the number is taken, then writes the reception. */
async function receiveSealed(
  deps: ActDeps,
  at: Writing,
  dossierId: string,
  prepared: PreparedReception,
  after?: AfterReception,
  link: FilingLink | null = null,
): Promise<Written<string>> {
  if (!deps.sealer.ready()) return err({ code: 'ward-key-none' });
  const { persons, body } = prepared;
  const sealing = sealReception(deps, dossierId, persons);
  return withNumber(deps, at, dossierNamespace(body.day), async (alone) => {
    const [seal, codeToken] = await Promise.all([sealing, nextCodeToken(deps, body.day, alone)]);
    const whole = { ...seal, codeToken };
    return receive(deps.db, at, deps.hello.ward.unitCode, dossierId, prepared, whole, alone, after, link);
  });
}

/** Seals the persons and makes their tokens, all at once [E1]. */
async function sealReception({ sealer, hello }: ActDeps, dossierId: string, persons: ReceivedPersons) {
  const { ward } = hello.ward;
  const [seal, tokens] = await Promise.all([
    sealer.seal(ward, dossierId, 'dossier-received', persons),
    sealer.tokens(ward, tokenValues(persons, null)),
  ]);
  return { ...seal, tokens };
}

async function nextCodeToken({ db, sealer, hello }: ActDeps, day: string, alone: boolean) {
  const code = await nextCode(db, hello.ward.unitCode, day, alone);
  if (code === null) return null;
  const [token] = await sealer.tokens(hello.ward.ward, [{ kind: 'code', value: code }]);
  return token === undefined ? null : { code, token };
}

async function giveBackSealed(
  deps: ActDeps,
  writing: Writing,
  id: string,
  form: ReturnForm,
  role: ClerkRole,
): Promise<Written<string>> {
  // Who asked to be erased is not named anew, so nobody has to be named [E7]. A storage that fails is told by the transaction.
  const row = await deps.db.dossiers.get(id).catch(() => undefined);
  const { method, slipTakenBack, receiverIsSubmitter } = form;
  const wish = { act: 'give-back', method, slipTakenBack, receiverIsSubmitter } as const;
  const give = (seal: FreshSeal | null) =>
    actOnDossier(deps.db, writing, id, wish, worldOf(deps, role), seal);
  if ((row?.state?.erasedAt ?? null) !== null) return give(null);
  const checked = checkReturn(form);
  if (!checked.ok) return checked;
  if (form.receiver.trim() === '') return give(null);
  if (!deps.sealer.ready()) return err({ code: 'ward-key-none' });
  const receiver = {
    receiver: form.receiver.normalize('NFC').trim(),
    idNumber: form.receiverIdNumber.trim(),
  };
  const seal = await deps.sealer.seal(writing.ward, id, 'dossier-returned', receiver);
  return give(seal);
}

function worldOf({ hello, nowMs }: ActDeps, role: ClerkRole): (fieldId: string) => ActWorld {
  return (fieldId) => actWorldOf(hello.ward, fieldId, role, nowMs());
}
