// Whether a storage goes on in its epoch, its secrets, and how its next epoch begins [J5, J11], said a second time.
import {
  epochOpened,
  judgeClaim,
  leavingFor,
  nextSecret,
  secretsGranted,
} from '../../../../shared/decide/machine/claims.ts';
import { expectSame } from '../expect.ts';
import type { ClaimVerdict } from '../../../../shared/bridge.ts';
import type { Claim, ClaimWitness } from '../../../../shared/decide/machine/claims.ts';
import type { Dice } from '../../dice.ts';

/** Looks at claims with what the dice choose. */
export function claimRules(dice: Dice): void {
  judgement(dice);
  secrets(dice);
  opening(dice);
}

const SECRETS = [['s1'], ['s0', 's1'], ['s1', 's0'], ['s2', 's0', 's1']] as const;

function judgement(dice: Dice): void {
  const secretsHeld = dice.pick(SECRETS) ?? ['s1'];
  const record = dice.chance(0.1) ? undefined : { ordinal: dice.below(3), secrets: secretsHeld };
  const claim: Claim = {
    tenancy: dice.pick(['s0', 's1', 's9']) ?? 's0',
    next: dice.pick(['s1', 's7']) ?? 's7',
    join: dice.chance(0.4),
    held: dice.below(4),
    headHash: dice.pick(['a', 'b']) ?? 'a',
  };
  const witness: ClaimWitness = {
    otherHolderLives: dice.chance(0.2),
    hostHeld: dice.below(3),
    districtHeld: dice.below(3),
    districtForked: dice.chance(0.1),
    hashAtHead: dice.pick(['a', claim.headHash, undefined]),
  };
  const present = secretsHeld.at(-1);
  const verdict = record ? wordOn(claim, witness, secretsHeld) : 'unknown';
  const changed = verdict === 'yours' && claim.tenancy === present && !claim.join;
  expectSame('J11', `a claim ${JSON.stringify([claim, witness])}`, judgeClaim(record, claim, witness), {
    verdict,
    record: changed ? { ordinal: record?.ordinal, secrets: [...secretsHeld, claim.next] } : null,
  });
}

/** The first of all objections; the events speak before the secret. */
function wordOn(claim: Claim, witness: ClaimWitness, held: readonly string[]): ClaimVerdict {
  const [present, ...past] = [...held].reverse();
  const told = [witness.hostHeld, witness.districtHeld];
  const objections: readonly (readonly [boolean, ClaimVerdict])[] = [
    [witness.otherHolderLives && !claim.join, 'copied'],
    [witness.districtForked, 'forked'],
    [(witness.hashAtHead ?? claim.headHash) !== claim.headHash, 'forked'],
    [told.some((events) => events > claim.held), 'behind'],
    [[claim.tenancy, claim.next].includes(present ?? ''), 'yours'],
    [past.includes(claim.tenancy), 'copied'],
  ];
  return objections.find(([holds]) => holds)?.[1] ?? 'unknown';
}

function secrets(dice: Dice): void {
  const next = dice.chance(0.5) ? 'written down' : null;
  const join = dice.chance(0.5);
  const shown = nextSecret({ tenancy: 'old', next }, join, () => 'fresh');
  // What was written down is shown before all: the host may have it already.
  const wanted = [next, join ? 'old' : 'fresh'].filter((one) => one !== null)[0];
  expectSame('J11', 'the secret that is shown', shown, wanted);
  expectSame('J11', 'the secrets after a claim', secretsGranted({ tenancy: 'old', next }, 'shown'), {
    secrets: { tenancy: 'shown', next: null },
    again: next === 'written down',
  });
}

const LEFT = [
  ['yours', null],
  ['copied', 'cloned'],
  ['behind', 'restored'],
  ['forked', 'forked'],
  ['unknown', 'new-storage'],
] as const;

function opening(dice: Dice): void {
  const [verdict, left] = dice.pick(LEFT) ?? LEFT[0];
  expectSame('J5', `why one leaves that is ${verdict}`, leavingFor(verdict), left);
  const many = dice.chance(0.1);
  const heads = Array.from({ length: many ? 66 + dice.below(3) : dice.below(4) }, (_, index) => ({
    key: `${(index > 2 ? 'd1' : dice.pick(['d1', 'd1', 'd10', 'd'])) ?? ''}/e${index}`,
    held: 1 + dice.below(9),
    hash: `${index}`,
  }));
  const ordinal = dice.below(2);
  const mine = heads.filter(({ key }) => key.split('/')[0] === 'd1');
  const fresh = mine.length + ordinal === 0 ? 'first' : 'new-storage';
  expectSame(
    'J5',
    'the first fact of an epoch',
    epochOpened({ device: 'd1', epoch: 'e', ordinal }, 'key', left, heads),
    {
      type: 'epoch-opened',
      subject: 'epoch:e',
      parents: [],
      sealed: null,
      body: {
        publicKey: 'key',
        reason: left ?? fresh,
        ordinal,
        previous: mine
          .filter((_, index) => mine.length - index <= 64)
          .map(({ key, held, hash }) => ({ epoch: key.split('/')[1], held, head: hash })),
      },
    },
  );
}
