// The list of a host's epochs as a pile of rows and events that is looked through anew for each question [J11].
import { createEpochList, matchSecret } from '../../../../shared/decide/machine/epochs.ts';
import { expectSame } from '../expect.ts';
import { event } from '../rows.ts';
import type { EpochListRow } from '../../../../shared/decide/machine/epochs.ts';
import type { LoggedEvent } from '../../../../shared/event/envelope.ts';
import type { Dice } from '../../dice.ts';

const EPOCHS = ['e1', 'e2', 'e3'];

/** Looks at a list that some rows and some events made. */
export function epochRules(dice: Dice): void {
  const list = createEpochList((device) => device.startsWith('own'));
  const rows: EpochListRow[] = [];
  const events: LoggedEvent['event'][] = [];
  for (let step = dice.below(7); step > 0; step -= 1) {
    if (dice.chance(0.4)) {
      const row = { epoch: dice.pick(EPOCHS) ?? '', ordinal: dice.below(4), tenancy: `t${step}` };
      list.note(row);
      rows.push(row);
    } else {
      const { event: one } = someEvent(dice);
      list.observe(one);
      events.push(one);
    }
  }
  for (const epoch of EPOCHS) {
    const of = rows.filter((row) => row.epoch === epoch);
    const known = of.at(-1) && { ordinal: of.at(-1)?.ordinal, secrets: of.map(({ tenancy }) => tenancy) };
    expectSame('J11', `what is known of ${epoch}`, list.get(epoch), known);
    const shown = { tenancy: `t${dice.below(9)}`, next: `t${dice.below(9)}` };
    const [present, ...past] = of.map(({ tenancy }) => tenancy).reverse();
    const matches = [
      present === shown.tenancy && 'present',
      present === shown.next && 'next',
      past.includes(shown.tenancy) && 'old',
      'unknown',
    ];
    expectSame('J11', `the secret of ${epoch}`, matchSecret(list.get(epoch), shown), matches.find(Boolean));
  }
  const firsts = events.filter(({ device, seq }) => device !== 'other' && seq === 0);
  const names = new Set(firsts.map(({ device, epoch }) => `${device} ${epoch}`));
  const used = [
    ...rows.map(({ ordinal }) => ordinal),
    ...firsts.flatMap(({ type, v, body }) =>
      type === 'epoch-opened' && v === 1 ? [(body as { readonly ordinal?: number }).ordinal ?? 0] : [],
    ),
  ];
  const after = used.map((ordinal) => ordinal + 1);
  expectSame('J11', 'the next number', list.nextOrdinal(), Math.max(names.size, ...after));
  const listed = new Set(rows.map(({ epoch }) => epoch));
  const onlySeen = [...names].filter((name) => !listed.has(name.split(' ')[1] ?? ''));
  expectSame('J11', 'how many epochs are known', list.count(), listed.size + onlySeen.length);
}

function someEvent(dice: Dice): LoggedEvent {
  const ordinal = dice.chance(0.3) ? {} : { ordinal: dice.below(6) };
  const body = { publicKey: '', reason: 'first', previous: [], ...ordinal };
  return event(dice.chance(0.8) ? 'epoch-opened' : 'ticket-rated', 'x', body, {
    device: dice.pick(['own1', 'own2', 'other']) ?? '',
    epoch: dice.pick(EPOCHS) ?? '',
    seq: dice.chance(0.8) ? 0 : 1,
    v: dice.chance(0.9) ? 1 : 2,
  });
}
