import { describe, expect, it } from 'vitest';
import { withDownSince } from '../../../../electron/host/outage/down-since.ts';
import { downCount } from '../../../../renderer/screens/outage/ladder-facts.ts';
import { queueFacts } from '../../../../renderer/screens/head/head-facts.ts';
import type { HostStatus } from '../../../../shared/bridge.ts';
import type { Ticket } from '../../../../shared/project/tickets.ts';
import type { LevelState } from '../../../../renderer/screens/outage/ladder-facts.ts';

const START = '2026-06-05T02:00:00.000Z';
const CUT = '2026-06-05T01:00:00.000Z';
const district = (state: HostStatus['district']['state']) =>
  ({ state, since: START }) as HostStatus['district'];

describe('what pages say of an outage and of the room', () => {
  it('[S16] a line that was cut before this start is down since then', () => {
    const outages = { openSince: () => CUT };
    expect(withDownSince(district('offline'), outages).since).toBe(CUT);
    expect(withDownSince(district('online'), outages).since).toBe(START);
    expect(withDownSince(district('offline'), { openSince: () => null }).since).toBe(START);
    expect(withDownSince(district('offline'), null).since).toBe(START);
  });

  it('[S16] the headline counts what is shown as down', () => {
    const level = (name: LevelState['level'], state: LevelState['state']): LevelState => ({
      level: name,
      state,
      since: null,
      why: null,
      fault: null,
    });
    expect(downCount([level('line', 'down'), level('peers', 'down'), level('host', 'ok')])).toBe(2);
  });

  it('the head counts who is being served as the desk does: called or begun', () => {
    const ticket = (status: Ticket['status']) => ({ status, issuedAt: CUT }) as Ticket;
    const facts = queueFacts([ticket('serving'), ticket('called'), ticket('waiting')], Date.parse(START));
    expect([facts.called.length, facts.waiting.length]).toEqual([2, 1]);
  });
});
