import type { DeviceRole } from '../../shared/sync/messages.ts';

/** Whether devices of this role show the day's figures, and so get a reports token when they ask in. */
export function showsReports(role: DeviceRole): boolean {
  return role === 'all' || role === 'desk';
}

/** Whether devices of this role may have the wrapped keys of dossiers (a kiosk holds no dossiers, a display no persons). */
export function holdsKeys(role: DeviceRole): boolean {
  return role === 'all' || role === 'desk' || role === 'hub';
}

/** Whether a device sees the whole ward's events; a kiosk gets only its own back. */
export function seesWard(role: DeviceRole): boolean {
  return role !== 'kiosk';
}
