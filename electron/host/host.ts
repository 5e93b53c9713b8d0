// The host: everything of the shell that is not a window. Electron and the loopback shell run the same one.
import { hash as digest } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok } from '../../shared/basics/result.ts';
import { parseLine } from '../../shared/event/envelope.ts';
import { missingRanges } from '../../shared/sync/vector.ts';
import { createAnswers } from './bridge/answers.ts';
import { openDataFolder } from './data-folder.ts';
import { openDiskGuard } from './disk.ts';
import { errorText, isDiskFull, makeFolder } from './files.ts';
import { openJournal } from './journal/host-journal.ts';
import { followErasures } from './keys/erasures.ts';
import { openKeyStore } from './keys/key-store.ts';
import { openSigner, openWardKey } from './keys/secrets.ts';
import { openLog } from './log.ts';
import { createNewsroom } from './bridge/newsroom.ts';
import { createSubjectClaims } from './bridge/subject-claims.ts';
import { openDrillWorld, wardOfDrill } from './drill/drill-world.ts';
import { createClaims } from './numbers/claims.ts';
import { openEpochBook } from './numbers/epochs.ts';
import { openLeaseBook } from './numbers/leases.ts';
import { withDownSince } from './outage/down-since.ts';
import { openOutageParts } from './outage/outage-parts.ts';
import { openSignIn } from './people/sign-in.ts';
import { openAttachmentStore } from './attachments/attachment-store.ts';
import { dropFilesOf } from './attachments/erased-files.ts';
import { listenToScanner } from './scanner/scanner.ts';
import { openPrinting } from './printing.ts';
import { openCatalogue, takeWard } from './settings.ts';
import { isPending, openDeviceBook } from './uplink/enrolment.ts';
import { openMemory } from './uplink/line/remembered.ts';
import { startUplink } from './uplink/uplink.ts';
import { openRenewedPrinting } from './ward/renewed-printing.ts';
import { openWardKeeper } from './ward/ward-keeper.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { HostStatus } from '../../shared/bridge.ts';
import type { EventEnvelope } from '../../shared/event/envelope.ts';
import type { Vector } from '../../shared/sync/vector.ts';
import type { HostParts } from './bridge/host-parts.ts';
import type { DataFolder } from './data-folder.ts';
import type { Host, HostFault, HostOptions } from './host-options.ts';
import type { HostJournal } from './journal/host-journal.ts';
import type { SecretStore } from './keys/secrets.ts';
import type { Log } from './log.ts';
import type { OutageParts } from './outage/outage-parts.ts';
import type { EpochBook } from './numbers/epochs.ts';
import type { LeaseBook } from './numbers/leases.ts';
import type { CatalogueKeeper } from './settings.ts';
import type { Uplink } from './uplink/uplink.ts';
import type { WardKeeper } from './ward/ward-keeper.ts';

/** What is not the journal gets this long to end. */
const CLOSE_LIMIT_MS = 2500;

/** Opens a data folder and starts everything that works in it. After a fault nothing is left open. */
export async function createHost(options: HostOptions): Promise<Result<Host, HostFault>> {
  const folder = await openDataFolder(options.dataDir);
  if (!folder.ok) return folder;
  try {
    const host = await startIn(folder.value, options);
    if (!host.ok) folder.value.release();
    return host;
  } catch (error) {
    folder.value.release();
    // A start writes here and there; on a full disk it ends in one line, not in a bug.
    if (isDiskFull(error)) return err({ code: 'data-unwritable', detail: errorText(error) });
    throw error;
  }
}

async function startIn(folder: DataFolder, options: HostOptions): Promise<Result<Host, HostFault>> {
  const now = options.now ?? (() => new Date());
  await makeFolder(join(folder.path, 'log'), 0o700);
  const log = openLog(join(folder.path, 'log'), now);
  const ward = await takeWard(folder.path, options.wardFile, options.demoDir);
  if (!ward.ok) return ward;
  const catalogue = await openCatalogue(folder.path, options.demoDir, log);
  if (!catalogue.ok) return catalogue;
  const keeper = openWardKeeper(folder.path, ward.value, now);
  return ok(await run(folder, options, { ward: keeper, catalogue: catalogue.value, log, now }));
}

/** The office that a data folder belongs to, and what every part writes and reads the time with. */
type Office = {
  readonly ward: WardKeeper;
  readonly catalogue: CatalogueKeeper;
  readonly log: Log;
  readonly now: () => Date;
};

/** Starts everything that works in a data folder. */
async function run(folder: DataFolder, options: HostOptions, office: Office): Promise<Host> {
  const { ward, log, now } = office;
  const dataDir = folder.path;
  const stores = await openStores(dataDir, ward, { store: options.secretStore ?? null, log, now });
  const { journal, devices } = stores;
  const seen: Seen = { latest: null, outage: null };
  const around = await openAround(dataDir, options, office, seen);
  const { news, drill, disk, printing, attachments } = around;
  await followErasures(dataDir, stores, log, (erased) => dropFilesOf(erased, journal, attachments));
  const wardId = ward.current().ward;
  const url = drill?.districtUrl ?? options.districtUrl;
  const line = { url, enrolCode: options.enrolCode, ward: wardId, ...options.timing };
  const random = options.random ?? Math.random;
  const memory = await openMemory(dataDir, log);
  const more = { log, now, random, memory, attachments, onChange: news.statusChanged };
  const uplink = startUplink({ ...stores, ...line, ...more });
  const status = statusOf(uplink, journal, around, seen);
  const kept = { ...stores, dataDir, ward: wardId, uplink, log, now };
  const parts = await openOutageParts(kept, drill, options.drillCommand ?? null);
  seen.outage = parts;
  const subjectClaims = createSubjectClaims({ ask: uplink.claim, device: devices.current, now });
  seen.latest = () => ({ status: status(), vector: journal.held() });
  journal.onFresh((events) => {
    for (const { event } of events) observe(stores, event);
    subjectClaims.acted(events);
    news.journalGrew();
    uplink.wake();
  });
  stores.keys.onFresh(uplink.wake);
  const makeKey = keyMaker(stores, options.districtUrl);
  const settled = uplink.settled
    .then(makeKey)
    .catch((error: unknown) => log('error', 'ward-key-not-made', { detail: errorText(error) }));
  const heard = { district: uplink.heard, districtHeard: uplink.settled };
  const claims = createClaims({ ...stores, ...heard, isOwn: devices.isOwn });
  const shared = { ...stores, ...office, options, makeWardKey: makeKey, claims };
  const wardChanged = tellWard(news, printing, log);
  const beside = { attachments, wardChanged, subjectClaims, disk, printing, uplink };
  const answer = createAnswers({ ...shared, ...beside, outage: parts, status });
  const onlyPage = {};
  log('info', 'host-started', { epochs: Object.keys(journal.held()).length });
  const close = async (): Promise<void> => {
    around.close();
    // A paper under way may take its printer's whole time limit; its record says that it is in doubt.
    const ending = [uplink.close(), printing.close(), stores.signIn.close(), parts.close(), settled];
    await within(CLOSE_LIMIT_MS, Promise.all(ending));
    await Promise.all([journal.close(), memory.close()]);
    log('info', 'host-stopped');
    folder.release();
  };
  const handle: Host['handle'] = (method, params, page = onlyPage) => answer(method, params, page);
  return { handle, gone: claims.gone, onNews: news.onNews, status, drill, settled, close };
}

/** What the news tells, once everything has started. */
type Seen = {
  latest: (() => { readonly status: HostStatus; readonly vector: Vector }) | null;
  outage: OutageParts | null;
};

/** Opens what stands around the journal: news, disk, scanner and printers, and in a drill what can be cut. */
async function openAround(dataDir: string, options: HostOptions, { ward, log, now }: Office, seen: Seen) {
  // Papers left from the run before may print while the rest still starts: their news waits for it.
  const news = createNewsroom(() => {
    const latest = seen.latest?.() ?? null;
    if (latest) seen.outage?.outages.note(latest.status);
    return latest;
  });
  const drill = options.drill === true ? await openDrillWorld(options.districtUrl, news.statusChanged) : null;
  const disk = await openDiskGuard(dataDir, options.freeBytes, news.statusChanged, log);
  const attachments = openAttachmentStore(dataDir, () => disk.state().freeBytes);
  const scannerAt = ward.current().scanner;
  const scanner = scannerAt ? listenToScanner(scannerAt, news.scanned, log) : null;
  const told = { onOutcome: news.printed, onChange: news.statusChanged };
  const printingWard = () => (drill ? wardOfDrill(ward.current()) : ward.current());
  const printing = await openRenewedPrinting(() =>
    openPrinting({ options, dataDir, ward: printingWard(), log, now, drill, ...told }),
  );
  const close = (): void => {
    news.close();
    disk.close();
    scanner?.close();
  };
  return { news, drill, disk, attachments, printing, close };
}

type Around = Awaited<ReturnType<typeof openAround>>;

/** A device that still waits to ask in makes no ward key: another may turn out to have made the ward's. */
function keyMaker(stores: Stores, districtUrl: string | null) {
  return async (): Promise<void> => {
    if (!isPending(districtUrl, stores.devices.current())) await makeWardKey(stores);
  };
}

/** How a host stands, whenever it is asked. */
function statusOf(uplink: Uplink, journal: HostJournal, { disk, printing, drill }: Around, seen: Seen) {
  return (): HostStatus => ({
    district: withDownSince(uplink.status(), seen.outage?.outages ?? null),
    host: { held: journal.held(), journalFault: journal.fault() },
    quarantined: journal.quarantined(),
    damaged: journal.damaged(),
    disk: disk.state(),
    printers: printing.printers(),
    ...(uplink.files && { attachmentsWaiting: uplink.files.waiting() }),
    ...(drill && { drill: drill.cuts() }),
  });
}

/** Tells the pages that the ward changed, and takes its printers anew where those did. */
function tellWard(news: Around['news'], printing: Around['printing'], log: Log) {
  return (printers: boolean): void => {
    news.wardChanged();
    if (!printers) return;
    void printing
      .renew()
      .catch((error: unknown) => log('error', 'printers-not-taken', { detail: errorText(error) }));
  };
}

type Stores = Pick<HostParts, 'signer' | 'wardKey' | 'devices' | 'journal' | 'leases' | 'keys' | 'signIn'> & {
  readonly epochs: EpochBook;
};

/** Opens everything that rests in the data folder. */
async function openStores(
  dataDir: string,
  ward: WardKeeper,
  { store, log, now }: { readonly store: SecretStore | null; readonly log: Log; readonly now: () => Date },
): Promise<Stores> {
  const signer = await openSigner(dataDir, store);
  const wardKey = await openWardKey(dataDir, store);
  const devices = await openDeviceBook(dataDir, hostname());
  const journal: HostJournal = await openJournal({
    folder: join(dataDir, 'journal'),
    ward: ward.current().ward,
    log,
    now,
    isOwn: (device, epoch) => devices.isOwn(device) || epochs.has(epoch),
    signsFor: devices.isOwn,
    sign: signer.signCheckpoint,
  });
  const epochs = await openEpochBook(dataDir, devices.isOwn);
  await observeFirsts(journal, epochs);
  const leases = await openLeaseBook(dataDir, now, epochs.count());
  await observeTails(journal, leases);
  const keys = await openKeyStore(dataDir);
  const signIn = await openSignIn(dataDir, ward.current, now);
  return { signer, wardKey, devices, journal, epochs, leases, keys, signIn };
}

/** Makes the ward's key when it is this device's to make. */
async function makeWardKey({ devices, wardKey }: Stores): Promise<void> {
  const { first, role } = devices.current();
  if (first && role !== 'kiosk' && role !== 'display') await wardKey.make();
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  await Promise.race([work, sleep(ms, undefined, { ref: false })]);
}

/** What stands in events counts, whatever the books say. */
function observe({ leases, epochs }: Pick<Stores, 'leases' | 'epochs'>, event: EventEnvelope): void {
  leases.observe(event);
  epochs.observe(event);
}

/** Shows the list of epochs those of this device that stand in the journal, also such as the list lost. */
async function observeFirsts(journal: HostJournal, epochs: EpochBook): Promise<void> {
  for (const range of missingRanges(journal.held(), {})) {
    const [line = ''] = await journal.read({ ...range, from: 0, to: 1 }, 1);
    const parsed = parseLine(line);
    if (parsed.ok) epochs.observe(parsed.value.event);
  }
}

/** The platform's own digest: a start reads thousands of lines. */
const nodeDigest = (text: string): string => digest('sha256', text);

/** A day's numbers lie near the end of each epoch; this many events are more than a counter makes in a day. */
const TAIL_EVENTS = 3000;

/** Shows the lease book the numbers that stand in the journal, whoever issued them. */
async function observeTails(journal: HostJournal, leases: LeaseBook): Promise<void> {
  for (const range of missingRanges(journal.held(), {})) {
    for (let from = Math.max(0, range.to - TAIL_EVENTS); from < range.to;) {
      const lines = await journal.read({ ...range, from }, TAIL_EVENTS);
      for (const line of lines.filter((text) =>
        /"type":"(ticket-issued|dossier-received|numbers-granted|numbers-begun)"/.test(text),
      )) {
        const parsed = parseLine(line, nodeDigest);
        if (parsed.ok) leases.observe(parsed.value.event);
      }
      from += Math.max(1, lines.length);
    }
  }
}
