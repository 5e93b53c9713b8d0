// One exchange with the district: bring what it lacks, fetch what this host lacks, trade wrapped keys.
import { ok } from '../../../shared/basics/result.ts';
import {
  BATCH_BYTES,
  BATCH_LINES,
  eventsAnswerSchema,
  haveAnswerSchema,
  keysAnswerSchema,
} from '../../../shared/sync/messages.ts';
import { missingRanges, vectorKey } from '../../../shared/sync/vector.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { SeqRange, Vector } from '../../../shared/sync/vector.ts';
import type { HostJournal } from '../journal/host-journal.ts';
import type { KeyStore } from '../keys/key-store.ts';
import type { Log } from '../log.ts';
import type { Wire, WireFault } from './wire.ts';

/** What an exchange works on. */
export type ExchangeSetting = {
  readonly wire: Wire;
  readonly journal: HostJournal;
  readonly keys: KeyStore;
  readonly device: string;
  readonly log: Log;
  /** Epochs with a line the district will not take, by vector key: left out, so that one bad line holds up nothing else. */
  readonly stopped: Map<string, string>;
  /** Called with each vector the district answers, before anything else is done. */
  readonly onHeld: (vector: Vector, whole: boolean) => void;
};

type Step = Promise<Result<void, WireFault>>;

/**
 * Fetches what the district holds and this host lacks, batch by batch; answers what the district holds.
 * @param before done before lines are kept: their keys come first, so that no page meets an event it cannot open yet
 */
export async function pullMissing(
  setting: ExchangeSetting,
  before: () => Step,
): Promise<Result<Vector, WireFault>> {
  const { wire, journal, device, onHeld, log } = setting;
  for (;;) {
    const body = JSON.stringify({ vector: journal.held() });
    const answer = await wire.ask({
      method: 'POST',
      path: '/v1/have',
      device,
      body,
      answer: haveAnswerSchema,
    });
    if (!answer.ok) return answer;
    onHeld(answer.value.vector, true);
    const prepared = answer.value.lines.length > 0 ? await before() : ok(undefined);
    if (!prepared.ok) return prepared;
    const appended = answer.value.lines.length > 0 ? await journal.append(answer.value.lines) : null;
    if (appended && !appended.ok) return ok(answer.value.vector);
    if (appended && appended.value.refused.length > 0)
      log('warn', 'pulled-lines-refused', { lines: appended.value.refused.length });
    if (!answer.value.more || !appended || appended.value.fresh === 0) return ok(answer.value.vector);
  }
}

/** Brings the district what it lacks of everything this host holds, with signed heads of this device's epochs. */
export async function pushMissing(setting: ExchangeSetting, theirs: Vector): Step {
  const { journal, stopped } = setting;
  const ranges = missingRanges(journal.held(), theirs).filter(
    ({ device, epoch }) => !stopped.has(vectorKey(device, epoch)),
  );
  const next = ranges.map((range) => ({ ...range }));
  while (next.length > 0) {
    const batch = await takeBatch(journal, next);
    if (batch.length === 0) return ok(undefined);
    const pushed = await pushBatch(setting, batch);
    if (!pushed.ok) return pushed;
    const rest = next.filter(
      ({ device, epoch, from, to }) => from < to && !stopped.has(vectorKey(device, epoch)),
    );
    next.splice(0, next.length, ...rest);
  }
  return ok(undefined);
}

/** Trades wrapped keys: gives what the district lacks, keeps what it answers. */
export async function tradeKeys({ wire, keys, device }: ExchangeSetting, given: Set<string>): Step {
  for (;;) {
    const fresh = keys.lacking(given).slice(0, 1000);
    const held = keys.ids().slice(-100_000);
    const body = JSON.stringify({ keys: fresh, held });
    const answer = await wire.ask({
      method: 'POST',
      path: '/v1/keys',
      device,
      body,
      answer: keysAnswerSchema,
    });
    if (!answer.ok) return answer;
    for (const { keyId } of [...fresh, ...answer.value.keys]) given.add(keyId);
    const before = keys.ids().length;
    await keys.keep(answer.value.keys);
    const brought = keys.ids().length > before;
    if (fresh.length < 1000 && !brought) return ok(undefined);
  }
}

type OpenRange = { readonly device: string; readonly epoch: string; from: number; readonly to: number };
type Batch = readonly { readonly key: string; readonly lines: readonly string[] }[];

/** Takes up to one batch off the front of the ranges. */
async function takeBatch(journal: HostJournal, ranges: readonly OpenRange[]): Promise<Batch> {
  const batch: { key: string; lines: readonly string[] }[] = [];
  let lines = 0;
  let bytes = 0;
  for (const range of ranges) {
    const read = await journal.read(range satisfies SeqRange, BATCH_LINES - lines);
    const fitting = whileFits(read, BATCH_BYTES - bytes, lines === 0);
    if (fitting.length > 0) batch.push({ key: vectorKey(range.device, range.epoch), lines: fitting });
    range.from += fitting.length;
    lines += fitting.length;
    bytes += fitting.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
    if (range.from < range.to || lines >= BATCH_LINES) break;
  }
  return batch;
}

function whileFits(lines: readonly string[], room: number, atLeastOne: boolean): readonly string[] {
  let left = room;
  const over = lines.findIndex((line, index) => {
    left -= Buffer.byteLength(line) + 1;
    return left < 0 && !(atLeastOne && index === 0);
  });
  return over < 0 ? lines : lines.slice(0, over);
}

async function pushBatch(setting: ExchangeSetting, batch: Batch): Step {
  const { wire, journal, device, onHeld } = setting;
  const events = batch.flatMap(({ key, lines }) => lines.map((line) => ({ key, line })));
  const marks: string[] = [];
  for (const { key } of batch) {
    const mark = await journal.checkpoint(key);
    if (mark !== null) marks.push(mark);
  }
  const body = `${[...events.map(({ line }) => line), ...marks].join('\n')}\n`;
  const answer = await wire.ask({
    method: 'POST',
    path: '/v1/events',
    device,
    body,
    type: 'application/x-ndjson',
    answer: eventsAnswerSchema,
  });
  if (!answer.ok) {
    return answer.error.code === 'district-request-refused'
      ? pushApart(setting, batch, answer.error)
      : answer;
  }
  onHeld(answer.value.vector, false);
  for (const { index, code } of answer.value.refused) {
    const key = events[index]?.key;
    // A gap is no fault of the line: the next round asks anew what is missing.
    if (key !== undefined && code !== 'line-gap') stop(setting, key, code);
  }
  return ok(undefined);
}

/** The district will not even read this batch: each epoch is offered alone, and one that is still refused waits. */
async function pushApart(setting: ExchangeSetting, batch: Batch, fault: WireFault): Step {
  const [only, ...others] = batch;
  if (only && others.length === 0) stop(setting, only.key, fault.detail ?? fault.code);
  else {
    for (const part of batch) {
      const pushed = await pushBatch(setting, [part]);
      if (!pushed.ok) return pushed;
    }
  }
  return ok(undefined);
}

function stop({ stopped, log }: ExchangeSetting, key: string, code: string): void {
  if (!stopped.has(key)) log('warn', 'district-refused-line', { epoch: key, reason: code });
  stopped.set(key, code);
}
