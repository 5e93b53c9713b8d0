// Four eyes: what one person alone may not do, and who may agree to it (DOMAIN 9.4).
import type { ClerkRole } from './clerk-roles.ts';

/** What needs a second person. */
export const approvalMatters = [
  'correction',
  'payment-cancel',
  'erasure',
  'settings',
  'bulk-export',
] as const;

/** What needs a second person. */
export type ApprovalMatter = (typeof approvalMatters)[number];

/** Who may agree, always another person than the one who acts [PE1]. */
export const approverRoles: Readonly<Record<ApprovalMatter, readonly ClerkRole[]>> = {
  correction: ['head', 'leader'],
  'payment-cancel': ['head', 'leader', 'cashier'],
  erasure: ['head', 'leader'],
  settings: ['head', 'leader', 'admin'],
  'bulk-export': ['head', 'leader'],
};

/** Whether a role may agree to a matter. */
export function mayApprove(role: ClerkRole, what: ApprovalMatter): boolean {
  return approverRoles[what].includes(role);
}

/** Whether a ward wants a second person for a matter; it does where its file does not say (`people.fourEyes`). */
export function needsApproval(
  ward: { readonly people?: { readonly fourEyes?: readonly ApprovalMatter[] | undefined } | undefined },
  what: ApprovalMatter,
): boolean {
  return (ward.people?.fourEyes ?? approvalMatters).includes(what);
}
