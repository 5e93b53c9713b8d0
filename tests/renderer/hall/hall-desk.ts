// A desk on a storage of its own whose host is away: its acts as a page has them.
import { createHash } from 'node:crypto';
import { err, ok } from '../../../shared/basics/result.ts';
import { NO_HASH } from '../../../shared/event/envelope.ts';
import { HLC_START } from '../../../shared/event/hlc.ts';
import { personTokens } from '../../../electron/host/keys/person-token.ts';
import { placeFacts, writeEvents } from '../../../renderer/db/append.ts';
import { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import { createSealer } from '../../../renderer/db/seal.ts';
import { createDeskActs } from '../../../renderer/sync/desk-acts.ts';
import { usualQueueRules } from '../../../shared/law/queue/rules.ts';
import { demoCatalogue, demoWard } from '../../support/demo.ts';
import type { QueueRules } from '../../../shared/law/queue/rules.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { ActDeps } from '../../../renderer/sync/hall/act-deps.ts';

/** Friday, 2026-06-05, 08:20 at the ward. */
export const NOW_MS = Date.UTC(2026, 5, 5, 1, 20);
export const DAY = '2026-06-05';
export const HOUR_MS = 3_600_000;
export const LAN = { id: 'lan', role: 'reception' as const };
export const HEAD = { id: 'truong', role: 'head' as const };

const idOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);
let desks = 0;

/** What of the queue's rules a ward has of its own. */
export type OwnRules = Partial<Omit<QueueRules, 'issuing'>> & {
  readonly issuing?: Partial<QueueRules['issuing']>;
};

/** A storage whose epoch is open. */
async function openedStorage(name = `hall-${(desks += 1)}`, device = 'd1'): Promise<DeskDatabase> {
  const db = new DeskDatabase(name);
  const epoch = `e-${device}`;
  await db.meta.put({
    key: 'epoch',
    device,
    epoch,
    ordinal: 0,
    slot: 1,
    tenancy: 't'.repeat(32),
    next: null,
  });
  const opened: NewFact = {
    type: 'epoch-opened',
    subject: `epoch:${epoch}`,
    parents: [],
    sealed: null,
    body: { publicKey: 'k', reason: 'first', previous: [] },
  };
  const start = { head: { held: 0, hash: NO_HASH }, hlc: HLC_START };
  const place = { ward: 'thach-ban', device, epoch };
  const logged = placeFacts(place, start, [opened], { actor: null, nowMs: NOW_MS });
  if ('code' in logged) throw new Error(logged.code);
  await db.transaction('rw', db.tables, () => writeEvents(db, logged));
  return db;
}

/** A desk; `at` is its clock, `ward` leads its queue with `rules`. */
export async function hallDesk(rules: OwnRules = {}, device = 'd1') {
  const db = await openedStorage(undefined, device);
  const at = { nowMs: NOW_MS };
  const tokens = personTokens({ key: () => btoa('k'.repeat(32)) });
  const host = { isUp: false };
  const sealer = createSealer();
  const issuing = { ...usualQueueRules.issuing, ...rules.issuing };
  const ward = { ...demoWard(), queue: { ...usualQueueRules, ...rules, issuing } };
  let ids = 0;
  const copied: LoggedEvent[] = [];
  const deps = {
    db,
    bridge: {
      call: (method: string, params: { readonly value?: string }) =>
        Promise.resolve(
          host.isUp && method === 'person-token'
            ? ok({ token: tokens('thach-ban', params.value ?? '') })
            : err({ code: 'host-away' }),
        ),
    },
    link: { secondCopy: (logged: readonly LoggedEvent[]) => Promise.resolve(copied.push(...logged) > 0) },
    sealer,
    hello: { ward, device: { id: device, name: device, role: 'all', slot: 1 } },
    catalogue: demoCatalogue(),
    nowMs: () => at.nowMs,
    newId: (prefix: string) => `${prefix}-${idOf(`${device} ${(ids += 1)}`)}`,
    reopen: () => Promise.resolve(false),
  } as unknown as ActDeps;
  const acts = createDeskActs(deps);
  const take = async (more: Partial<Parameters<typeof acts.issueTicket>[0]> = {}) =>
    saidOf(await acts.issueTicket({ fieldId: 'ho-tich', procedureCode: null, priority: null, ...more }));
  return { db, at, host, sealer, acts, take, copied, ward };
}

/** What an act came to: its value, or the refusal. */
export function saidOf<T>(
  outcome:
    | { readonly ok: true; readonly value: { readonly value: T } }
    | { readonly ok: false; readonly error: { readonly code: string } },
): T {
  if (!outcome.ok) throw Object.assign(new Error(outcome.error.code), outcome.error);
  return outcome.value.value;
}
