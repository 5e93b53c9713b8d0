import type { HostStatus } from '../../../shared/bridge.ts';
import type { OutageLog } from './outage-log.ts';

type District = HostStatus['district'];

/** A line that is down now, and was before this start, is down since then: a restart cuts nothing in two. */
export function withDownSince(district: District, outages: Pick<OutageLog, 'openSince'> | null): District {
  if (district.state !== 'offline' && district.state !== 'refused') return district;
  const began = outages?.openSince('district') ?? null;
  return began !== null && began < district.since ? { ...district, since: began } : district;
}
