// When a storage was opened on an older copy of its machine, number by number instead of by blocks.
import { isOvertaken } from '../../../shared/decide/machine/claims.ts';
import { expectSame } from './expect.ts';
import { event } from './rows.ts';
import type { Dice } from '../dice.ts';

const NAMESPACES = ['ticket/2026-06-05/A', 'ticket/2026-06-05/B', 'dossier/2026-06-05'];
const OPENED = { publicKey: 'k', reason: 'first', previous: [] } as const;

/** Looks at whether lines that came in make a storage leave its epoch [J5, J15]. */
export function overtakenRules(dice: Dice): void {
  const own = dice.chance(0.1) ? null : { device: 'd1', epoch: 'e1', ordinal: dice.below(3) };
  const device = dice.chance(0.7) ? 'd1' : 'd2';
  const epoch = dice.chance(0.2) ? 'e1' : 'e2';
  const ordinal = dice.below(3);
  const held = blockOf(dice);
  const [holds, tells] = [dice.pick(NAMESPACES) ?? '', dice.pick(NAMESPACES) ?? ''];
  const granted = { namespace: tells, ...blockOf(dice) };
  const [type, body] = dice.chance(0.5)
    ? (['numbers-granted', granted] as const)
    : dice.chance(0.6)
      ? (['epoch-opened', { ...OPENED, ordinal }] as const)
      : (['ticket-rated', {}] as const);
  const both = numbers(held).some((number) => numbers(granted).includes(number));
  const rival =
    (type === 'numbers-granted' && holds === tells && both) ||
    (type === 'epoch-opened' && ordinal === own?.ordinal);
  expectSame(
    'J15',
    `whether ${type} of ${device}/${epoch} overtakes a storage`,
    isOvertaken(
      own,
      [
        { namespace: holds, blocks: [held] },
        { namespace: 'own/x', blocks: [blockOf(dice)] },
      ],
      [event('ticket-rated', 't', {}, { device: 'd9' }), event(type, 'x', body, { device, epoch })],
    ),
    own?.device === device && (epoch === own.epoch || rival),
  );
}

function blockOf(dice: Dice): { readonly from: number; readonly to: number } {
  const from = 1 + dice.below(6);
  return { from, to: from + dice.below(4) };
}

function numbers({ from, to }: { readonly from: number; readonly to: number }): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
