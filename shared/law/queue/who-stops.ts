// Who may stop the issuing of numbers, and begin it again [K10].
import type { IssuingScope } from '../../event/ticket-facts.ts';
import type { ActorRole } from '../life-cycle/roles.ts';

/** Whoever leads or administers the desk: DOMAIN 4.3 gives them its supervision and its machines. */
const everywhere: readonly ActorRole[] = ['head', 'leader', 'admin'];

/**
 * Whether a role may stop the issuing of numbers in a scope. The head of the desk, the leaders and the administrator may
 * everywhere; the reception only where it works: a field that its own counter calls, and a kiosk, whose paper it changes.
 * Nobody else (DOMAIN 4.3; the split of the reception is this product's choice) [HA9].
 * @param ownFields fields that the counter of whoever asks calls
 */
export function mayStop(role: ActorRole, scope: IssuingScope, ownFields: readonly string[]): boolean {
  if (everywhere.includes(role)) return true;
  if (role !== 'reception') return false;
  return scope.kind === 'field' ? ownFields.includes(scope.fieldId) : scope.kind === 'kiosk';
}
