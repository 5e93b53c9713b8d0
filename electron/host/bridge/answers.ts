// What the host answers to each method of the bridge.
import { err, ok } from '../../../shared/basics/result.ts';
import { BRIDGE_VERSION, bridgeParams, isBridgeMethod } from '../../../shared/bridge.ts';
import { isSlipFacts, slipKeyId } from '../../../shared/slip/slip-qr.ts';
import { missingRanges } from '../../../shared/sync/vector.ts';
import { BATCH_BYTES, BATCH_LINES } from '../../../shared/sync/messages.ts';
import { errorText, isDiskFull } from '../files.ts';
import { personTokens } from '../keys/person-token.ts';
import { recoveryWords, wardKeyOf } from '../keys/secrets.ts';
import { districtFigures } from './figures.ts';
import { isPending, slotOf } from '../uplink/enrolment.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type {
  BridgeAnswers,
  BridgeFault,
  BridgeMethod,
  BridgeParams,
  HostHello,
  HostStatus,
} from '../../../shared/bridge.ts';
import type { ClerkRole, WardConfig } from '../../../shared/law/ward.ts';
import type { Vector } from '../../../shared/sync/vector.ts';
import type { DiskGuard } from '../disk.ts';
import type { HostOptions } from '../host-options.ts';
import type { HostJournal } from '../journal/host-journal.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Signer, WardKeyKeeper } from '../keys/secrets.ts';
import type { Log } from '../log.ts';
import type { Claims, Page } from '../numbers/claims.ts';
import type { LeaseBook } from '../numbers/leases.ts';
import type { SignInDesk } from '../people/sign-in.ts';
import type { Printing } from '../printing.ts';
import type { CatalogueKeeper } from '../settings.ts';
import type { DeviceBook } from '../uplink/enrolment.ts';
import type { Uplink } from '../uplink/uplink.ts';
import type { SubjectClaims } from './subject-claims.ts';

/** The parts of a host that answer. */
export type HostParts = {
  readonly options: Pick<HostOptions, 'shell' | 'appVersion' | 'districtUrl'>;
  readonly ward: WardConfig;
  readonly catalogue: CatalogueKeeper;
  readonly signer: Signer;
  readonly wardKey: WardKeyKeeper;
  /** Makes the ward key when it is this device's to make. */
  readonly makeWardKey: () => Promise<void>;
  readonly devices: DeviceBook;
  readonly journal: HostJournal;
  readonly claims: Claims;
  readonly subjectClaims: SubjectClaims;
  readonly leases: LeaseBook;
  readonly keys: KeyStore;
  readonly signIn: SignInDesk;
  readonly disk: Pick<DiskGuard, 'release'>;
  readonly printing: Printing;
  readonly uplink: Uplink;
  readonly status: () => HostStatus;
  readonly log: Log;
};

type Answer<M extends BridgeMethod> = Promise<Result<BridgeAnswers[M], BridgeFault>>;
type Answers = { readonly [M in BridgeMethod]: (params: BridgeParams<M>, page: Page) => Answer<M> };

/** Makes the one function that answers pages. A bug in an answer is logged and told as `host-bug`; the host goes on. */
export function createAnswers(
  parts: HostParts,
): (method: unknown, params: unknown, page: Page) => Promise<Result<unknown, BridgeFault>> {
  const answers: Answers = {
    ...aboutHost(parts),
    ...aboutJournal(parts),
    ...aboutPeople(parts),
    ...aboutPapers(parts),
  };
  return async (method, params, page) => {
    if (!isBridgeMethod(method)) return err({ code: 'method-unknown' });
    try {
      return await answered(answers, method, params, page);
    } catch (error) {
      parts.log('error', 'host-bug', { method, detail: errorText(error) });
      return err({ code: 'host-bug', detail: errorText(error) });
    }
  };
}

async function answered<M extends BridgeMethod>(
  answers: Answers,
  method: M,
  params: unknown,
  page: Page,
): Promise<Result<unknown, BridgeFault>> {
  const parsed = bridgeParams[method].safeParse(params);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    return err({
      code: 'params-invalid',
      detail: `${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`.slice(0, 200),
    });
  }
  // The schema of a method and its answer are paired by `Answers`; the compiler cannot follow that through an index.
  return answers[method](parsed.data as BridgeParams<M>, page);
}

function aboutHost(
  parts: HostParts,
): Pick<Answers, 'hello' | 'catalogue' | 'status' | 'try-now' | 'district-figures'> {
  return {
    hello: async () => ok(await hello(parts)),
    catalogue: async () => ok((await parts.catalogue.current()).catalogue),
    status: () => Promise.resolve(ok(parts.status())),
    'try-now': () => {
      parts.uplink.tryNow();
      return Promise.resolve(ok({}));
    },
    'district-figures': ({ day }) => districtFigures(parts.uplink.reports(), day),
  };
}

function aboutJournal(
  parts: HostParts,
): Pick<Answers, 'open-epoch' | 'claim-epoch' | 'quarantine' | 'push' | 'pull' | 'keys' | 'lease' | 'claim'> {
  const { journal, keys, claims, subjectClaims, leases, devices, options } = parts;
  return {
    'open-epoch': (params, page) => claims.open(page, params),
    'claim-epoch': async (params, page) => ok({ verdict: await claims.claim(page, params) }),
    quarantine: ({ limit }) =>
      Promise.resolve(ok({ rows: journal.quarantine(limit), total: journal.quarantined() })),
    push: (params) => push(parts, params),
    pull: async ({ vector }) => ok(await pull(journal, vector)),
    keys: ({ wanted }) => Promise.resolve(ok({ keys: keys.named(wanted) })),
    lease: async ({ epoch, namespace, highest }, page) => {
      const refusal = claims.refusal(page, epoch);
      if (refusal) return err(refusal);
      const { role, slot } = devices.current();
      if (isPending(options.districtUrl, devices.current())) return err({ code: 'numbers-none' });
      return leases.lease({ epoch, namespace, highest, role, slot });
    },
    claim: async (wish) => ok(await subjectClaims.claim(wish)),
  };
}

function aboutPeople({
  signIn,
  wardKey,
  makeWardKey,
  devices,
}: HostParts): Pick<Answers, 'sign-in' | 'sign-out' | 'recovery-sheet' | 'restore-ward-key'> {
  return {
    'sign-in': async ({ clerk, pin }) => {
      const signed = await signIn.signIn(clerk, pin);
      if (!signed.ok) return signed;
      await makeWardKey();
      const { role } = devices.current();
      const reads = signed.value.clerk.role !== 'admin' && role !== 'kiosk' && role !== 'display';
      return ok({ ...signed.value, wardKey: reads ? wardKey.key() : null });
    },
    'sign-out': ({ session }) => {
      signIn.signOut(session);
      return Promise.resolve(ok({}));
    },
    'recovery-sheet': ({ session }) => {
      const key = wardKey.key();
      const clerk = signIn.clerkOf(session);
      if (!clerk) return Promise.resolve(err({ code: 'session-unknown' }));
      if (!keepsKeys(clerk.role)) return Promise.resolve(err({ code: 'not-allowed' }));
      return Promise.resolve(key === null ? err({ code: 'ward-key-none' }) : ok(recoveryWords(key)));
    },
    'restore-ward-key': async ({ session, words }) => {
      const clerk = signIn.clerkOf(session);
      if (!clerk) return err({ code: 'session-unknown' });
      if (!keepsKeys(clerk.role)) return err({ code: 'not-allowed' });
      const key = wardKeyOf(words);
      if (key === null) return err({ code: 'recovery-words-wrong' });
      if (!(await wardKey.take(key))) return err({ code: 'ward-key-there' });
      return ok({ fingerprint: recoveryWords(key).fingerprint });
    },
  };
}

/** Who may see or restore the ward's key. */
function keepsKeys(role: ClerkRole): boolean {
  return role === 'head' || role === 'admin';
}

function aboutPapers({
  printing,
  signer,
  signIn,
  ward,
  wardKey,
}: HostParts): Pick<Answers, 'person-token' | 'sign-slip' | 'print' | 'print-jobs'> {
  const personToken = personTokens(wardKey);
  return {
    'person-token': ({ value }) => Promise.resolve(ok({ token: personToken(ward.ward, value) })),
    'sign-slip': ({ session, facts }) => {
      if (!signIn.clerkOf(session)) return Promise.resolve(err({ code: 'session-unknown' }));
      const own = facts.keyId === slipKeyId(signer.publicKey) && isSlipFacts(facts);
      if (!own) return Promise.resolve(err({ code: 'slip-facts-wrong' }));
      return Promise.resolve(ok({ signature: signer.signSlip(facts) }));
    },
    print: async ({ job }) => ok(await printing.print(job)),
    'print-jobs': () => Promise.resolve(ok({ jobs: printing.jobs() })),
  };
}

async function hello({ options, ward, devices, signer, wardKey, catalogue }: HostParts): Promise<HostHello> {
  const { device, name, role, enrolled, former } = devices.current();
  const slot = slotOf(devices.current(), options.districtUrl);
  const { catalogue: held, sha256 } = await catalogue.current();
  return {
    bridge: BRIDGE_VERSION,
    appVersion: options.appVersion,
    shell: options.shell,
    // The demo's PINs stand on its sign-in page; nobody else's leave the host.
    ward: ward.demo
      ? ward
      : {
          ...ward,
          clerks: ward.clerks.map(({ id, name: clerk, role: may }) => ({ id, name: clerk, role: may })),
        },
    device: { id: device, name, role, slot, former },
    publicKey: signer.publicKey,
    enrolled,
    wardKey: wardKey.place(),
    catalogue: { sha256, procedures: held.procedures.length, asOf: held.asOf },
  };
}

/**
 * Takes what a page has written, to the last byte of the disk [H11]: it was shown already, and without this copy it would
 * stand in the browser's storage alone just when that is in danger. On a full disk the reserve makes room, step by step.
 * Pages refuse new work before, by the disk's state.
 */
async function push(parts: HostParts, params: BridgeParams<'push'>): Answer<'push'> {
  for (;;) {
    const taken = await take(parts, params);
    if (taken.ok || !isFull(taken.error) || !(await parts.disk.release())) return taken;
  }
}

async function take({ journal, keys }: HostParts, params: BridgeParams<'push'>): Answer<'push'> {
  try {
    await keys.keep(params.keys);
  } catch (error) {
    return err({
      code: isDiskFull(error) ? 'journal-full' : 'keys-write-failed',
      detail: errorText(error),
    });
  }
  const appended = await journal.append(params.lines);
  if (!appended.ok) return appended;
  return ok({ vector: appended.value.vector, refused: appended.value.refused });
}

function isFull({ code }: BridgeFault): boolean {
  return code === 'journal-full';
}

async function pull(journal: HostJournal, vector: Vector): Promise<BridgeAnswers['pull']> {
  const lines: string[] = [];
  let bytes = 0;
  for (const range of missingRanges(journal.held(), vector)) {
    const read = await journal.read(range, BATCH_LINES - lines.length);
    lines.push(...read);
    bytes += read.reduce((sum, line) => sum + line.length, 0);
    if (read.length < range.to - range.from || lines.length >= BATCH_LINES || bytes >= BATCH_BYTES)
      return { lines, more: true };
  }
  return { lines, more: false };
}
