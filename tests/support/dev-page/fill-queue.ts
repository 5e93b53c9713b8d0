// A morning that has already begun: tickets issued and called before the page opens.
import type { FakeWorld } from '../fake-world.ts';

/** Fields people come for, the common ones more often. */
const COMERS = [
  'chung-thuc',
  'ho-tich',
  'chung-thuc',
  'cu-tru',
  'ho-tich',
  'dat-dai',
  'chung-thuc',
  'bao-tro-xa-hoi',
];
const COUNTERS: readonly (readonly [string, readonly string[]])[] = [
  ['q1', ['A']],
  ['q2', ['B']],
  ['q3', ['C', 'D', 'L']],
  ['q4', ['A', 'B', 'C', 'D', 'L']],
];

/** Issues `tickets`, then calls `calls` of them, a few seconds apart; each counter ends its ticket before the next. */
export async function fillQueue({ deps, control }: FakeWorld, tickets: number, calls: number): Promise<void> {
  const { acts } = deps;
  for (let i = 0; i < tickets; i += 1) {
    const fieldId = COMERS[i % COMERS.length] ?? 'chung-thuc';
    await acts.issueTicket({ fieldId, procedureCode: null, priority: i % 9 === 4 ? 'elderly' : null });
    control.pass(20_000);
  }
  const busy = new Map<string, string>();
  for (let i = 0; i < calls; i += 1) {
    const [counter, series] = COUNTERS[i % COUNTERS.length] ?? ['q4', ['A']];
    const before = busy.get(counter);
    if (before !== undefined) await acts.finishTicket(before, 'served', 'lan');
    const called = await acts.callNext(counter, series, 'lan');
    if (called.ok) busy.set(counter, called.value.value.id);
    control.pass(15_000);
  }
}
