// The acts of the desk over the fake journal. Tickets and receptions go through the real rules.
import { err, ok } from '../../shared/basics/result.ts';
import { assert } from '../../shared/basics/assert.ts';
import { wardDay } from '../../shared/basics/time.ts';
import { checkReturn, receiveDossier } from '../../shared/decide/dossiers.ts';
import { decideAct } from '../../shared/decide/life/act.ts';
import { actWorldOf } from '../../shared/decide/life/world.ts';
import { readFactsOf, settingFactsOf } from '../../renderer/db/people-acts.ts';
import { printedFact } from '../../renderer/db/paper-acts.ts';
import { eraseSubject } from '../../shared/decide/erasure.ts';
import { dossierCode } from '../../shared/decide/numbers.ts';
import { prepareReception } from '../../shared/decide/reception.ts';
import { decideRating } from '../../shared/decide/queue/rating.ts';
import { fakeFilingActs } from './filings/fake-filings.ts';
import { fakeMoneyActs } from './money/fake-money.ts';
import { fakeCallNext, fakeHallActs, fakeIssue, fakeOnTicket } from './queue/fake-hall.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { ActWish } from '../../shared/decide/life/wish.ts';
import type { ReceptionForm } from '../../shared/decide/reception.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { NewFact } from '../../shared/event/facts.ts';
import type { Dossier } from '../../shared/project/dossiers.ts';
import type { Ticket } from '../../shared/project/tickets.ts';
import type { Act, ActingClerk, Trouble } from '../../renderer/store/act.ts';
import type { DeskActs } from '../../renderer/store/deps.ts';
import type { FakeJournal } from './fake-journal.ts';
import type { FakeDesk } from './queue/fake-hall.ts';

type ActDeps = FakeDesk & {
  /** Waits while the test holds acts; then the trouble to answer with, or null. */
  readonly gate: () => Promise<Trouble | null>;
};

/** Acts that write to the fake journal. */
export function fakeActs(deps: ActDeps): DeskActs {
  const { journal, clock, gate } = deps;
  const through = async <T>(act: () => Result<T, Trouble>): Act<T> => {
    const trouble = await gate();
    const outcome = trouble ? err(trouble) : act();
    return outcome.ok ? ok({ value: outcome.value, secondCopy: true }) : outcome;
  };
  const write = (fact: Result<NewFact, Refusal>, clerk: string | null): Result<Ticket, Refusal> => {
    if (!fact.ok) return fact;
    journal.add(fact.value, clerk);
    return ok(ticketIn(journal, fact.value.subject));
  };
  const decide = (id: string, wish: ActWish, clerk: ActingClerk): Result<Dossier, Refusal> => {
    const row = journal.dossier(id);
    const world = actWorldOf(deps.ward, row?.state?.procedure.fieldId ?? '', clerk.role, clock.nowMs());
    const fact = decideAct(row, wish, world);
    if (!fact.ok) return fact;
    journal.add(fact.value, clerk.id);
    return ok(dossierIn(journal, id));
  };
  return {
    ...fakeHallActs(deps, through),
    ...fakeFilingActs(deps, through),
    ...fakeMoneyActs(deps, through),
    issueTicket: (request) => through(() => fakeIssue(deps, request)),
    callNext: (counter, series, clerk) => through(() => fakeCallNext(deps, counter, series, clerk)),
    callOne: (id, counter, clerk) =>
      through(() => write(fakeOnTicket(deps, id, { act: 'call', counter, reason: '' }, null), clerk)),
    finishTicket: (id, outcome, clerk) =>
      through(() => write(fakeOnTicket(deps, id, { act: 'finish', outcome }, null), clerk)),
    rateTicket: (id, rating) =>
      through(() => write(decideRating(journal.ticket(id), rating, clock.nowMs()), null)),
    receive: (form, clerk) => through(() => receive(deps, form, clerk)),
    receiveAndReturn: (form, resultNo, clerk) =>
      through(() => {
        const received = receive(deps, form, clerk);
        if (!received.ok) return received;
        const released = decide(form.dossierId, { act: 'release', resultNo }, clerk);
        if (!released.ok) return released;
        const given = { method: 'counter', slipTakenBack: false, receiverIsSubmitter: true } as const;
        return decide(form.dossierId, { act: 'give-back', ...given }, clerk);
      }),
    act: (id, wish, clerk) => through(() => decide(id, wish, clerk)),
    giveBack: (id, form, clerk) =>
      through(() => {
        const { method, slipTakenBack, receiverIsSubmitter, receiver, receiverIdNumber } = form;
        const checked = checkReturn(form);
        if (!checked.ok) return checked;
        if (receiver !== '') journal.keepReceiver(id, { receiver, idNumber: receiverIdNumber });
        return decide(id, { act: 'give-back', method, slipTakenBack, receiverIsSubmitter }, clerk);
      }),
    erase: (id, request, { id: clerk, role }) =>
      through(() => {
        const erased = eraseSubject(
          journal.dossier(id),
          ['0'.repeat(32)],
          { ...request, role },
          clock.nowMs(),
        );
        if (!erased.ok) return erased;
        if (erased.value) journal.add(erased.value, clerk);
        return ok(dossierIn(journal, id));
      }),
    noteSettings: (notes, clerk) =>
      through(() => {
        for (const fact of settingFactsOf(notes, clerk, clock.nowMs())) journal.add(fact, clerk.id);
        return ok(null);
      }),
    noteReads: (notes, clerk) =>
      through(() => {
        for (const fact of readFactsOf(notes, clerk, clock.nowMs(), 'd1-gia-lap'))
          journal.add(fact, clerk.id);
        return ok(null);
      }),
    recordPrint: (record, clerk) =>
      through(() => {
        journal.add(printedFact(record, []), clerk);
        return ok(null);
      }),
  };
}

function ticketIn(journal: FakeJournal, id: string): Ticket {
  const state = journal.ticket(id)?.state;
  assert(state, `ticket ${id} stands in the journal`);
  return state;
}

function dossierIn(journal: FakeJournal, id: string): Dossier {
  const state = journal.dossier(id)?.state;
  assert(state, `dossier ${id} stands in the journal`);
  return state;
}

function receive(
  { journal, clock, catalogue, ward }: ActDeps,
  form: ReceptionForm,
  clerk: ActingClerk & { readonly name: string },
): Result<Dossier, Refusal> {
  const nowMs = clock.nowMs();
  const prepared = prepareReception(form, { catalogue, ward, nowMs }, clerk);
  if (!prepared.ok) return prepared;
  const no = Object.values(journal.held()).reduce((sum, count) => sum + count, 1);
  const code = dossierCode(ward.unitCode, wardDay(nowMs), no);
  // Sealing needs keys, which the fake has none of: it keeps the persons in memory and leaves the seal empty.
  const sealed = { keyId: 'fake', iv: '', ct: '' };
  journal.keepPersons(form.dossierId, prepared.value.persons);
  journal.add(receiveDossier(form.dossierId, prepared.value, sealed, { code, provisional: false }), clerk.id);
  return ok(dossierIn(journal, form.dossierId));
}
