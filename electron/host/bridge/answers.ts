// What the host answers to each method of the bridge.
import { err, ok } from '../../../shared/basics/result.ts';
import { BRIDGE_VERSION, bridgeParams, isBridgeMethod } from '../../../shared/bridge.ts';
import { isSlipFacts, slipKeyId } from '../../../shared/slip/slip-qr.ts';
import { missingRanges } from '../../../shared/sync/vector.ts';
import { BATCH_BYTES, BATCH_LINES } from '../../../shared/sync/messages.ts';
import { errorText, isDiskFull } from '../files.ts';
import { personTokens } from '../keys/person-token.ts';
import type { Answer, Answers, HostParts } from './host-parts.ts';
import { aboutAttachments } from './attachment-answers.ts';
import { districtFigures } from './figures.ts';
import { aboutOutage } from './outage-answers.ts';
import { aboutPeople, wardForPages } from './people-answers.ts';
import { isPending, slotOf } from '../uplink/enrolment.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type {
  BridgeAnswers,
  BridgeFault,
  BridgeMethod,
  BridgeParams,
  HostHello,
} from '../../../shared/bridge.ts';
import type { Vector } from '../../../shared/sync/vector.ts';
import type { HostJournal } from '../journal/host-journal.ts';
import type { Page } from '../numbers/claims.ts';

/** Makes the one function that answers pages. A bug in an answer is logged and told as `host-bug`; the host goes on. */
export function createAnswers(
  parts: HostParts,
): (method: unknown, params: unknown, page: Page) => Promise<Result<unknown, BridgeFault>> {
  const answers: Answers = {
    ...aboutHost(parts),
    ...aboutJournal(parts),
    ...aboutPeople(parts),
    ...aboutAttachments(parts.attachments, parts.uplink.files),
    ...aboutPapers(parts),
    ...aboutOutage(parts),
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

function aboutPapers({
  printing,
  signer,
  signIn,
  ward,
  wardKey,
}: HostParts): Pick<
  Answers,
  'person-token' | 'sign-slip' | 'print' | 'print-jobs' | 'print-cancel' | 'printers'
> {
  const personToken = personTokens(wardKey);
  return {
    'person-token': ({ value }) => Promise.resolve(ok({ token: personToken(ward.current().ward, value) })),
    'sign-slip': ({ session, facts }) => {
      if (!signIn.clerkOf(session)) return Promise.resolve(err({ code: 'session-unknown' }));
      const own = facts.keyId === slipKeyId(signer.publicKey) && isSlipFacts(facts);
      if (!own) return Promise.resolve(err({ code: 'slip-facts-wrong' }));
      return Promise.resolve(ok({ signature: signer.signSlip(facts) }));
    },
    print: async ({ job }) => ok(await printing.print(job)),
    'print-jobs': () => Promise.resolve(ok({ jobs: printing.jobs() })),
    'print-cancel': async ({ session, jobId }) =>
      signIn.clerkOf(session)
        ? ok({ outcome: await printing.cancel(jobId) })
        : err({ code: 'session-unknown' }),
    printers: async () => ok({ printers: await printing.askPrinters() }),
  };
}

async function hello({
  options,
  ward,
  devices,
  signer,
  signIn,
  wardKey,
  catalogue,
}: HostParts): Promise<HostHello> {
  const { device, name, role, enrolled, former } = devices.current();
  const slot = slotOf(devices.current(), options.districtUrl);
  const { catalogue: held, sha256 } = await catalogue.current();
  return {
    bridge: BRIDGE_VERSION,
    appVersion: options.appVersion,
    shell: options.shell,
    ward: wardForPages(ward.current(), signIn),
    wardRevision: ward.revision(),
    device: { id: device, name, role, slot, former },
    publicKey: signer.publicKey,
    enrolled,
    wardKey: wardKey.place(),
    catalogue: { sha256, procedures: held.procedures.length, asOf: held.asOf },
    ...(options.drill === true && { drill: true }),
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
