import { err, ok } from '../basics/result.ts';
import { checkIdNumber } from './person-check.ts';
import type { Result } from '../basics/result.ts';
import type { Sealed } from '../event/envelope.ts';
import type { NewFact } from '../event/facts.ts';
import type { PreparedReception } from './reception.ts';
import type { FieldRefusal, Refusal } from './refusal.ts';

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
