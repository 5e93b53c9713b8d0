import { err, ok } from '../basics/result.ts';
import { toIso } from '../basics/time.ts';
import { checkIdNumber } from './person-check.ts';
import type { Result } from '../basics/result.ts';
import type { Sealed } from '../event/envelope.ts';
import type { ReturnMethod } from '../event/dossier-facts.ts';
import type { NewFact } from '../event/facts.ts';
import type { Dossier, DossierStatus } from '../project/dossiers.ts';
import type { Folded } from '../project/fold.ts';
import type { PreparedReception } from './reception.ts';
import type { FieldRefusal, Refusal } from './refusal.ts';

type Row = Folded<Dossier> | undefined;

/** Receives a dossier under its code [D01]. The persons come sealed; the code is official or provisional [N6]. */
export function receiveDossier(
  dossierId: string,
  prepared: PreparedReception,
  sealed: Sealed,
  code: { readonly code: string; readonly provisional: boolean },
): NewFact {
  return {
    type: 'dossier-received',
    subject: dossierId,
    parents: [],
    sealed,
    body: { ...code, ...prepared.body },
  };
}

/** Hands a received dossier over to an office (DOMAIN 4.3). */
export function handOver(row: Row, to: string, nowMs: number): Result<NewFact, Refusal> {
  const fact = { type: 'dossier-handed-over', body: { to, at: toIso(nowMs) } } as const;
  return step(row, ['received'], 'dossier-handed-over', (parents, subject) => ({
    ...fact,
    subject,
    parents,
    sealed: null,
  }));
}

/** The result stands at the desk; this instant ends the clock (DOMAIN 4.6). A one-step procedure may come here at once [D14]. */
export function resultReady(row: Row, resultNo: string, nowMs: number): Result<NewFact, Refusal> {
  const fact = {
    type: 'dossier-result-ready',
    body: { resultNo: resultNo.normalize('NFC').trim(), at: toIso(nowMs) },
  } as const;
  return step(row, ['received', 'in-process'], 'dossier-result-ready', (parents, subject) => ({
    ...fact,
    subject,
    parents,
    sealed: null,
  }));
}

/** Longest texts of a receiver, as the sealed part takes them. */
const RECEIVER_LIMITS = { receiver: 200, receiverIdNumber: 40 } as const;

/**
 * What the rules do not accept of who receives a result: somebody else than the submitter needs a name, and an identity
 * number that is typed must be one. The submitter was checked at the reception and is not checked again.
 */
export function checkReturn(form: {
  readonly receiverIsSubmitter: boolean;
  readonly receiver: string;
  readonly receiverIdNumber: string;
}): Result<null, Refusal> {
  if (form.receiverIsSubmitter) return ok(null);
  const tooLong = (['receiver', 'receiverIdNumber'] as const)
    .filter((field) => form[field].length > RECEIVER_LIMITS[field])
    .map((field): FieldRefusal => ({ field, code: 'text-too-long', found: form[field].length }));
  const fields =
    tooLong.length > 0
      ? tooLong
      : [
          ...(form.receiver.trim() === '' ? [{ field: 'receiver', code: 'name-missing' }] : []),
          ...checkIdNumber('receiverIdNumber', form.receiverIdNumber),
        ];
  return fields.length > 0 ? err({ code: 'fields-invalid', fields }) : ok(null);
}

/** Gives the result to the citizen; who received it stands sealed (DOMAIN 4.3, CO_KET_QUA → DA_TRA). */
export function giveBack(
  row: Row,
  form: {
    readonly method: ReturnMethod;
    readonly slipTakenBack: boolean;
    readonly receiverIsSubmitter: boolean;
  },
  sealed: Sealed | null,
  nowMs: number,
): Result<NewFact, Refusal> {
  const { method, slipTakenBack, receiverIsSubmitter } = form;
  const body = { method, slipTakenBack, receiverIsSubmitter, at: toIso(nowMs) };
  return step(row, ['result-ready'], 'dossier-returned', (parents, subject) => ({
    type: 'dossier-returned',
    body,
    subject,
    parents,
    sealed,
  }));
}

function step(
  row: Row,
  from: readonly DossierStatus[],
  wanted: string,
  fact: (parents: readonly string[], subject: string) => NewFact,
): Result<NewFact, Refusal> {
  if (!row?.state) return err({ code: 'dossier-unknown' });
  const { status } = row.state;
  return from.includes(status)
    ? ok(fact(row.heads, row.id))
    : err({ code: 'dossier-step-wrong', status, wanted });
}
