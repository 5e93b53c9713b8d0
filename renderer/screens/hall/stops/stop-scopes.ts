// Where issuing can be stopped from here, and what a stop is called.
import { mayStop } from '../../../../shared/law/queue/who-stops.ts';
import { useSession, useStores, useText } from '../../../store/hooks.ts';
import { useFieldName } from '../../catalogue-names.ts';
import type { IssuingScope } from '../../../../shared/event/ticket-facts.ts';
import type { ClerkRole } from '../../../../shared/law/people/clerk-roles.ts';

/** Key of a scope in a list. */
export function scopeKey(scope: IssuingScope): string {
  if (scope.kind === 'all') return 'all';
  return `${scope.kind} ${scope.kind === 'field' ? scope.fieldId : scope.device}`;
}

/** Every scope that can be named here: all, this machine, and each field of the catalogue that some counter calls. */
export function useScopes(): readonly IssuingScope[] {
  const { host } = useStores();
  const { ward, device } = host.hello();
  const series = new Set(ward.counters.flatMap((counter) => counter.series));
  return [
    { kind: 'all' },
    { kind: 'kiosk', device: device.id },
    ...host
      .catalogue()
      .fields.filter((field) => series.has(field.series))
      .map(({ id }): IssuingScope => ({ kind: 'field', fieldId: id })),
  ];
}

/** Whether a role may stop a scope from this page; the reception's own fields are those of the counter it is signed in at. */
export function useMayStop(): (role: ClerkRole, scope: IssuingScope) => boolean {
  const { host } = useStores();
  const counter = useSession((session) => session.counter);
  const series = host.hello().ward.counters.find(({ id }) => id === counter)?.series ?? [];
  const own = host
    .catalogue()
    .fields.filter((field) => series.includes(field.series))
    .map(({ id }) => id);
  return (role, scope) => mayStop(role, scope, own);
}

/** Names of scopes. */
export function useScopeName(): (scope: IssuingScope) => string {
  const { scopes } = useText().hall.stops;
  const { device } = useStores().host.hello();
  const fieldName = useFieldName();
  return (scope) => {
    if (scope.kind === 'all') return scopes.all;
    if (scope.kind === 'field') return scopes.field(fieldName(scope.fieldId));
    return scope.device === device.id ? scopes.thisKiosk(device.name) : scopes.kiosk(scope.device);
  };
}
