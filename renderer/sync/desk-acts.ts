import { err, ok } from '../../shared/basics/result.ts';
import { wardDay } from '../../shared/basics/time.ts';
import { checkReturn } from '../../shared/decide/dossiers.ts';
import { actWorldOf } from '../../shared/decide/life/world.ts';
import {
  dossierNamespace,
  LOW_SUPPLY,
  rangeOf,
  supplyLeft,
  ticketNamespace,
} from '../../shared/decide/numbers.ts';
import { queueSetupOf } from '../../shared/decide/queue/world.ts';
import { prepareReception } from '../../shared/decide/reception.ts';
import { tokenValues } from '../../shared/text/token-values.ts';
import { actOnDossier, nextCode, receive } from '../db/dossier-acts.ts';
import { eraseDossier } from '../db/keys/erase-dossier.ts';
import { recordPaper } from '../db/paper-acts.ts';
import { highestTaken, keepGrant } from '../db/supplies.ts';
import { finish, issue } from '../db/ticket-acts.ts';
import { storageFault } from '../db/transact.ts';
import { callNextClaimed, callOneClaimed } from './call-ticket.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Bridge, HostHello } from '../../shared/bridge.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { Catalogue } from '../../shared/law/procedure.ts';
import type { ActWorld } from '../../shared/decide/life/act.ts';
import type { ClerkRole } from '../../shared/law/ward.ts';
import type { Folded } from '../../shared/project/fold.ts';
import type { ReceivedPersons } from '../../shared/event/dossier-facts.ts';

import type { DeskDatabase } from '../db/desk-database.ts';
import type { FreshSeal, Sealer } from '../db/seal.ts';
import type { Committed, StorageFault, Writing } from '../db/transact.ts';
import type { Act, DeskActs, ReturnForm, TicketRequest, Trouble } from '../store/deps.ts';
import type { HostLink } from './host-link.ts';

/** What the acts of a page work with. */
export type ActDeps = {
  readonly db: DeskDatabase;
  readonly bridge: Bridge;
  readonly link: HostLink;
  readonly sealer: Sealer;
  readonly hello: HostHello;
  readonly catalogue: Catalogue;
  readonly nowMs: () => number;
  readonly newId: (prefix: string) => string;
  /** Opens the storage anew after it vanished behind our back. */
  readonly reopen: () => Promise<boolean>;
};

type Written<T> = Result<Committed<T>, Refusal | StorageFault>;

/** The desk's acts: each is one durable transaction, then the second copy at the host (promise 2). */
export function createDeskActs(deps: ActDeps): DeskActs {
  const { db, hello, nowMs } = deps;
  const setup = queueSetupOf(hello.ward);
  const writing = (actor: string | null): Writing => ({ ward: hello.ward.ward, actor, nowMs: nowMs() });
  const calling = (clerk: string) => {
    const claim = deps.newId('claim');
    return () => ({ db, bridge: deps.bridge, hello, writing: writing(clerk), setup, claim });
  };
  const ticket = (work: () => Promise<Written<string>>) => finishAct(deps, work, (id) => db.tickets.get(id));
  const dossier = (work: () => Promise<Written<string>>) =>
    finishAct(deps, work, (id) => db.dossiers.get(id));
  return {
    issueTicket: (request) => ticket(() => issueWithNumber(deps, writing(null), request)),
    callNext: (counter, series, clerk) => {
      const call = calling(clerk);
      return ticket(() => callNextClaimed(call(), counter, series));
    },
    callOne: (ticketId, counter, clerk) => {
      const call = calling(clerk);
      return ticket(() => callOneClaimed(call(), ticketId, counter));
    },
    finishTicket: (ticketId, outcome, clerk) => ticket(() => finish(db, writing(clerk), ticketId, outcome)),
    receive: (form, clerk) => {
      const now = nowMs();
      const prepared = prepareReception(
        form,
        { catalogue: deps.catalogue, ward: hello.ward, nowMs: now },
        clerk,
      );
      if (!prepared.ok) return Promise.resolve(prepared);
      return dossier(async () => {
        if (!deps.sealer.ready()) return err({ code: 'ward-key-none' });
        const { ward, unitCode } = hello.ward;
        const { persons, body } = prepared.value;
        const sealing = sealReception(deps, form.dossierId, persons);
        const at = { ward, actor: clerk.id, nowMs: now };
        return withNumber(deps, at, dossierNamespace(body.day), async (alone) => {
          const [seal, codeToken] = await Promise.all([sealing, nextCodeToken(deps, body.day, alone)]);
          return receive(db, at, unitCode, form.dossierId, prepared.value, { ...seal, codeToken }, alone);
        });
      });
    },
    act: (id, wish, clerk) =>
      dossier(() => actOnDossier(db, writing(clerk.id), id, wish, worldOf(deps, clerk.role))),
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

function issueWithNumber(deps: ActDeps, writing: Writing, request: TicketRequest): Promise<Written<string>> {
  const field = deps.catalogue.fields.find(({ id }) => id === request.fieldId);
  if (!field) return Promise.resolve(err({ code: 'field-unknown', fieldId: request.fieldId }));
  const wish = { ...request, series: field.series, ticketId: deps.newId('ticket') };
  const namespace = ticketNamespace(wardDay(writing.nowMs), field.series);
  return withNumber(deps, writing, namespace, (alone) => issue(deps.db, writing, wish, alone));
}

/**
 * Runs an act that takes a number: leases a block when none is left, and goes on alone when none can be had [N5].
 * Afterwards the next block is asked for ahead of need, without anybody waiting.
 */
async function withNumber<T>(
  deps: ActDeps,
  writing: Writing,
  namespace: string,
  act: (alone: boolean) => Promise<Written<T>>,
): Promise<Written<T>> {
  let written = await act(false);
  if (!written.ok && written.error.code === 'supply-empty') {
    await leaseBlock(deps, writing, namespace);
    written = await act(true);
  }
  const rest = written.ok
    ? written.value.supplies.find((supply) => supply.namespace === namespace)
    : undefined;
  if (rest && supplyLeft(rest) < LOW_SUPPLY) void leaseBlock(deps, writing, namespace);
  return written;
}

const UNCLAIMED: ReadonlySet<string> = new Set(['epoch-not-claimed', 'epoch-unknown']);

async function leaseBlock(
  deps: ActDeps,
  writing: Writing,
  namespace: string,
  claimed = false,
): Promise<void> {
  // A storage that fails here is met by the act itself; without a block it goes on alone.
  const asked = await told(async () => {
    const meta = await deps.db.meta.get('epoch');
    if (meta?.key !== 'epoch') return err({ code: 'storage-vanished' as const });
    const range = rangeOf(namespace, deps.hello.device.role, deps.hello.device.slot);
    const highest = range ? await highestTaken(deps.db, namespace, range) : 0;
    return ok({ epoch: meta.epoch, namespace, highest });
  });
  if (!asked.ok) return;
  const block = await deps.bridge.call('lease', asked.value);
  if (!block.ok) {
    // The host does not know this page as the one that writes the epoch: it is claimed anew, or another is opened [J11].
    if (!claimed && UNCLAIMED.has(block.error.code) && (await deps.reopen()))
      await leaseBlock(deps, writing, namespace, true);
    return;
  }
  const kept = await keepGrant(deps.db, { ...writing, actor: null }, namespace, block.value);
  if (kept.ok) void deps.link.secondCopy(kept.value.logged, []);
}

async function finishAct<S>(
  deps: ActDeps,
  work: () => Promise<Written<string>>,
  read: (id: string) => PromiseLike<Folded<S> | undefined>,
): Act<S> {
  let written = await told(work);
  if (!written.ok && isGone(written.error) && (await deps.reopen())) written = await told(work);
  if (!written.ok) return err(written.error satisfies Trouble);
  const { value, logged, keys } = written.value;
  const [secondCopy, row] = await Promise.all([
    deps.link.secondCopy(logged, keys),
    told(async () => ok(await read(value))),
  ]);
  const state = row.ok ? row.value?.state : undefined;
  return state ? ok({ value: state, secondCopy }) : err({ code: 'storage-failed' });
}

/** Runs a step that reads or writes the storage; a storage that fails anywhere in it is told as a value, as people must hear of it. */
async function told<T, E>(step: () => Promise<Result<T, E>>): Promise<Result<T, E | StorageFault>> {
  try {
    return await step();
  } catch (error) {
    return err(storageFault(error));
  }
}

/** Whether the storage must be opened anew before it takes anything: it was emptied, or closed by the browser after a failed write. */
function isGone(trouble: Refusal | StorageFault): boolean {
  return trouble.code === 'storage-vanished' || ('closed' in trouble && trouble.closed === true);
}
