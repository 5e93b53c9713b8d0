import type { DeviceRole } from '../../shared/sync/messages.ts';
import type { Vector } from '../../shared/sync/vector.ts';
import type { Device } from './store.ts';

/** Whether devices of this role show the day's figures, and so get a reports token when they ask in. */
export function showsReports(role: DeviceRole): boolean {
  return role === 'all' || role === 'desk';
}

/** Whether devices of this role may have the wrapped keys of dossiers (a kiosk holds no dossiers, a display no persons). */
export function holdsKeys(role: DeviceRole): boolean {
  return role === 'all' || role === 'desk' || role === 'hub';
}

/** What a device sees of its ward's events: a kiosk gets only its own back. */
export function visibleTo({ device, role }: Device, vector: Vector): Vector {
  if (role !== 'kiosk') return vector;
  return Object.fromEntries(Object.entries(vector).filter(([key]) => key.startsWith(`${device}/`)));
}
