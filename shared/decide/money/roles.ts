// Who does what with money (DOMAIN 4.3: the reception collects fees, the cashier confirms them and closes the cash day).
import { mayApprove } from '../../law/people/approval.ts';
import type { ActorRole } from '../../law/life-cycle/roles.ts';
import type { ClerkRole } from '../../law/people/clerk-roles.ts';
import type { MoneyRefusal } from './refusal.ts';

const takers: readonly ActorRole[] = ['reception', 'cashier'];
const overseers: readonly ActorRole[] = ['head', 'cashier'];

/** Whether a role takes money and leads a shift. */
export function mayTakeMoney(role: ActorRole): boolean {
  return takers.includes(role);
}

/** Whether a role closes and hands on the shifts of others, and begins a counter-entry without having taken money. */
export function overseesMoney(role: ActorRole): boolean {
  return overseers.includes(role);
}

/** Four eyes of a counter-entry [MO5]: another person, with a role that may agree. Null: it counts. */
export function refuseApprover(
  actor: string,
  approver: { readonly id: string; readonly role: ClerkRole } | null,
): MoneyRefusal | null {
  if (!approver) return { code: 'approval-missing' };
  if (approver.id === actor) return { code: 'approver-same' };
  return mayApprove(approver.role, 'payment-cancel') ? null : { code: 'approver-role-wrong' };
}
