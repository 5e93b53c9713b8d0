// Which open page holds which epoch: a copy of a storage never goes on in it beside the original [J11].
import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok } from '../../../shared/basics/result.ts';
import { judgeClaim } from '../../../shared/decide/machine/claims.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { BridgeFault, BridgeParams, ClaimVerdict, HostStatus } from '../../../shared/bridge.ts';
import type { ClaimWitness } from '../../../shared/decide/machine/claims.ts';
import type { HostJournal } from '../journal/host-journal.ts';
import type { EpochBook } from './epochs.ts';

/** An open page, as the shell tells them apart: a socket, a window's contents. */
export type Page = object;

/** The host's word on who may write where. */
export type Claims = {
  /** Gives a new epoch its number; the page that asked holds it. */
  readonly open: (
    page: Page,
    params: BridgeParams<'open-epoch'>,
  ) => Promise<Result<{ readonly ordinal: number; readonly known: boolean }, BridgeFault>>;
  readonly claim: (page: Page, params: BridgeParams<'claim-epoch'>) => Promise<ClaimVerdict>;
  /** Null when the page holds the epoch, else why it may not take numbers for it. */
  readonly refusal: (page: Page, epoch: string) => BridgeFault | null;
  /** The page is closed; what it held is free. */
  readonly gone: (page: Page) => void;
};

/** What a claim is judged by. */
export type ClaimSetting = {
  readonly epochs: EpochBook;
  readonly journal: Pick<HostJournal, 'held' | 'hashAt'>;
  readonly isOwn: (device: string) => boolean;
  readonly district: () => HostStatus['district'];
  /** Resolves once the district was heard or did not answer. */
  readonly districtHeard: Promise<void>;
};

/** How long a claim waits for the district's word on what it holds of this epoch. */
const DISTRICT_WAIT_MS = 2_500;

/** How long a claim waits for the page before to be gone: a page that is loaded anew may be heard before its old self ends. */
const HOLDER_WAIT_MS = 1_500;
const LOOK_MS = 20;

/** Begins with no page at all. */
export function createClaims(setting: ClaimSetting): Claims {
  const { epochs } = setting;
  const holders = new Map<string, Set<Page>>();
  const hold = (page: Page, epoch: string): void =>
    void holders.set(epoch, (holders.get(epoch) ?? new Set()).add(page));
  const heldByOthers = (page: Page, epoch: string): boolean =>
    [...(holders.get(epoch) ?? [])].some((holder) => holder !== page);
  const freed = async (page: Page, epoch: string): Promise<boolean> => {
    for (let waited = 0; heldByOthers(page, epoch); waited += LOOK_MS) {
      if (waited >= HOLDER_WAIT_MS) return false;
      await sleep(LOOK_MS, undefined, { ref: false });
    }
    return true;
  };
  const heard = (): Promise<unknown> =>
    Promise.race([setting.districtHeard, sleep(DISTRICT_WAIT_MS, undefined, { ref: false })]);
  return {
    open: async (page, { epoch, tenancy }) => {
      await heard();
      // Asked again after a lost answer; anybody else would have to claim it.
      const known = epochs.has(epoch);
      const proven = epochs.proves(epoch, tenancy);
      if (known && (!proven || heldByOthers(page, epoch))) return err({ code: 'epoch-not-claimed' });
      const opened = await epochs.open(epoch, tenancy);
      hold(page, epoch);
      return ok(opened);
    },
    claim: async (page, params) => {
      const { epoch, join, next } = params;
      if (!epochs.has(epoch)) return 'unknown';
      await heard();
      const otherHolderLives = !join && !(await freed(page, epoch));
      const witness = { ...witnessOf(setting, params), otherHolderLives };
      const { verdict, record } = judgeClaim(epochs.get(epoch), params, witness);
      if (verdict !== 'yours') return verdict;
      // Held before the new secret is written: a second claim with the same secret must not pass meanwhile.
      hold(page, epoch);
      if (record) await epochs.rotate(epoch, next);
      return 'yours';
    },
    refusal: (page, epoch) => {
      if (!epochs.has(epoch)) return { code: 'epoch-unknown' };
      return holders.get(epoch)?.has(page) ? null : { code: 'epoch-not-claimed' };
    },
    gone: (page) => {
      for (const pages of holders.values()) pages.delete(page);
    },
  };
}

/** What the events here and above say of an epoch. */
function witnessOf(
  { journal, isOwn, district }: ClaimSetting,
  { epoch, held }: BridgeParams<'claim-epoch'>,
): Omit<ClaimWitness, 'otherHolderLives'> {
  const here = journal.held();
  const above = district();
  const keys = [...Object.keys(here), ...Object.keys(above.held), ...Object.keys(above.stopped)];
  const key = keys.find((one) => one.endsWith(`/${epoch}`) && isOwn(one.split('/')[0] ?? '')) ?? '';
  return {
    hostHeld: here[key] ?? 0,
    districtHeld: above.held[key] ?? 0,
    districtForked: above.stopped[key] === 'line-forked',
    hashAtHead: held > 0 && key !== '' ? journal.hashAt(key, held - 1) : undefined,
  };
}
