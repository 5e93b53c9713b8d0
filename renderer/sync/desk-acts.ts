import { err, ok } from '../../shared/basics/result.ts';
import { wardDay } from '../../shared/basics/time.ts';
import { checkReturn } from '../../shared/decide/dossiers.ts';
import { dossierNamespace, LOW_SUPPLY, supplyLeft, ticketNamespace } from '../../shared/decide/numbers.ts';
import { prepareReception } from '../../shared/decide/reception.ts';
import { giveBackTo, handOverTo, markReady, receive } from '../db/dossier-acts.ts';
import { recordPaper } from '../db/paper-acts.ts';
import { highestSeen, keepGrant } from '../db/supplies.ts';
import { callNext, callOne, finish, issue } from '../db/ticket-acts.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { Bridge, HostHello } from '../../shared/bridge.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { Catalogue } from '../../shared/law/procedure.ts';
import type { Folded } from '../../shared/project/fold.ts';

import type { DeskDatabase } from '../db/desk-database.ts';
import type { Sealer } from '../db/seal.ts';
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
  const writing = (actor: string | null): Writing => ({ ward: hello.ward.ward, actor, nowMs: nowMs() });
  const ticket = (work: () => Promise<Written<string>>) => finishAct(deps, work, (id) => db.tickets.get(id));
  const dossier = (work: () => Promise<Written<string>>) =>
    finishAct(deps, work, (id) => db.dossiers.get(id));
  return {
    issueTicket: (request) => ticket(() => issueWithNumber(deps, writing(null), request)),
    callNext: (counter, series, clerk) => ticket(() => callNext(db, writing(clerk), counter, series)),
    callOne: (ticketId, counter, clerk) => ticket(() => callOne(db, writing(clerk), ticketId, counter)),
    finishTicket: (ticketId, outcome, clerk) => ticket(() => finish(db, writing(clerk), ticketId, outcome)),
    receive: (form, clerk) => {
      const now = nowMs();
      const prepared = prepareReception(
        form,
        { catalogue: deps.catalogue, ward: hello.ward, nowMs: now },
        clerk.name,
      );
      if (!prepared.ok) return Promise.resolve(prepared);
      return dossier(async () => {
        if (!deps.sealer.ready()) return err({ code: 'ward-key-none' });
        const { ward, unitCode } = hello.ward;
        const { persons, body } = prepared.value;
        const seal = await deps.sealer.seal(ward, form.dossierId, 'dossier-received', persons);
        const at = { ward, actor: clerk.id, nowMs: now };
        return withNumber(deps, at, dossierNamespace(body.day), (alone) =>
          receive(db, at, unitCode, form.dossierId, prepared.value, seal, alone),
        );
      });
    },
    handOver: (id, office, clerk) => dossier(() => handOverTo(db, writing(clerk), id, office)),
    resultReady: (id, resultNo, clerk) => dossier(() => markReady(db, writing(clerk), id, resultNo)),
    giveBack: (id, form, clerk) => dossier(() => giveBackSealed(deps, writing(clerk), id, form)),
    recordPrint: async (record, clerk) => {
      const written = await recordPaper(db, writing(clerk), record);
      if (!written.ok) return written;
      return ok({ value: null, secondCopy: await deps.link.secondCopy(written.value.logged, []) });
    },
  };
}

async function giveBackSealed(
  deps: ActDeps,
  writing: Writing,
  id: string,
  form: ReturnForm,
): Promise<Written<string>> {
  const checked = checkReturn(form);
  if (!checked.ok) return checked;
  if (form.receiver.trim() === '') return giveBackTo(deps.db, writing, id, form, null);
  if (!deps.sealer.ready()) return err({ code: 'ward-key-none' });
  const receiver = {
    receiver: form.receiver.normalize('NFC').trim(),
    idNumber: form.receiverIdNumber.trim(),
  };
  const seal = await deps.sealer.seal(writing.ward, id, 'dossier-returned', receiver);
  return giveBackTo(deps.db, writing, id, form, seal);
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

async function leaseBlock(deps: ActDeps, writing: Writing, namespace: string): Promise<void> {
  const meta = await deps.db.meta.get('epoch');
  if (meta?.key !== 'epoch') return;
  const highest = await highestSeen(deps.db, namespace);
  const block = await deps.bridge.call('lease', { epoch: meta.epoch, namespace, highest });
  if (!block.ok) return;
  const kept = await keepGrant(deps.db, { ...writing, actor: null }, namespace, block.value);
  if (kept.ok) void deps.link.secondCopy(kept.value.logged, []);
}

async function finishAct<S>(
  deps: ActDeps,
  work: () => Promise<Written<string>>,
  read: (id: string) => PromiseLike<Folded<S> | undefined>,
): Act<S> {
  let written = await work();
  if (!written.ok && written.error.code === 'storage-vanished' && (await deps.reopen()))
    written = await work();
  if (!written.ok) return err(written.error satisfies Trouble);
  const { value, logged, keys } = written.value;
  const [secondCopy, row] = await Promise.all([deps.link.secondCopy(logged, keys), read(value)]);
  return row?.state ? ok({ value: row.state, secondCopy }) : err({ code: 'storage-failed' });
}
