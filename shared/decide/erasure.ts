import { err, ok } from '../basics/result.ts';
import { toIso } from '../basics/time.ts';
import { foldVietnamese } from '../text/fold.ts';
import type { Result } from '../basics/result.ts';
import type { Person } from '../event/dossier-facts.ts';
import type { NewFact } from '../event/facts.ts';
import type { ClerkRole } from '../law/people/clerk-roles.ts';
import type { Dossier } from '../project/dossiers.ts';
import type { Folded } from '../project/fold.ts';
import type { FieldRefusal, Refusal } from './refusal.ts';

/** Longest ground of an erasure, in characters. */
export const GROUND_LIMIT = 300;

/** Digits in a row from which a number could be a person's: phones and identity numbers have 9 and more. */
const PERSONAL_DIGITS = /\d(?:[\s.-]?\d){8}/;

/**
 * What the rules do not accept of the ground of an erasure: it stands in clear for ever, so it names no person and no
 * person's number, nor an address of electronic mail.
 * @param persons who stands in the dossier, as far as they can be read
 */
export function checkGround(
  ground: string,
  persons: readonly Pick<Person, 'name' | 'phone' | 'idNumber'>[],
): readonly FieldRefusal[] {
  const text = ground.normalize('NFC').trim();
  if (text === '') return [{ field: 'ground', code: 'ground-missing' }];
  if (text.length > GROUND_LIMIT) return [{ field: 'ground', code: 'text-too-long', found: text.length }];
  const words = ` ${foldVietnamese(text)} `;
  const names = persons.map(({ name }) => foldVietnamese(name)).filter((name) => name !== '');
  const isPersonal =
    PERSONAL_DIGITS.test(text) || text.includes('@') || names.some((name) => words.includes(` ${name} `));
  return isPersonal ? [{ field: 'ground', code: 'ground-personal' }] : [];
}

/** Who erases on what ground, and who agreed: nobody, or empty, where the ward asks for none [PE1]. */
export type ErasureRequest = {
  readonly ground: string;
  readonly role: ClerkRole;
  readonly approvedBy?: string;
};

/**
 * Erases the persons of a dossier on request [E5]: a head only, with a ground; twice is once.
 * @param keyIds every key that ever sealed a part of it
 */
export function eraseSubject(
  row: Folded<Dossier> | undefined,
  keyIds: readonly string[],
  request: ErasureRequest,
  nowMs: number,
): Result<NewFact | null, Refusal> {
  if (request.role !== 'head') return err({ code: 'not-allowed' });
  const fields = checkGround(request.ground, []);
  if (fields.length > 0) return err({ code: 'fields-invalid', fields });
  if (!row?.state) return err({ code: 'dossier-unknown' });
  if (row.state.erasedAt !== null) return ok(null);
  if (keyIds.length === 0) return err({ code: 'nothing-sealed' });
  return ok({
    type: 'subject-erased',
    subject: row.id,
    parents: row.heads,
    sealed: null,
    body: {
      keyIds: [...keyIds],
      ground: request.ground.normalize('NFC').trim(),
      ...(request.approvedBy ? { approvedBy: request.approvedBy } : {}),
      at: toIso(nowMs),
    },
  });
}
