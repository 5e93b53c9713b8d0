// One exchange with the district: fetch what this host lacks, bring what the district lacks.
import { ok } from '../../../shared/basics/result.ts';
import { eventsAnswerSchema, haveAnswerSchema } from '../../../shared/sync/messages.ts';
import { missingRanges, vectorKey } from '../../../shared/sync/vector.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { RefusedLine } from '../../../shared/sync/chain.ts';
import type { SeqRange, Vector } from '../../../shared/sync/vector.ts';
import type { HostJournal } from '../journal/host-journal.ts';
import type { Log } from '../log.ts';
import type { BatchSize, Sent } from './batch-size.ts';
import type { Wire, WireFault } from './wire.ts';

/** What an exchange works on. */
export type ExchangeSetting = {
  readonly wire: Wire;
  readonly journal: HostJournal;
  readonly device: string;
  readonly log: Log;
  readonly size: BatchSize;
  /** Epochs with a line the district will not take, by vector key: left out, so that one bad line holds up nothing else. */
  readonly stopped: Map<string, string>;
  /** Epochs of which the district holds lines that cannot stand here: not asked for again, so that others come. */
  readonly deaf: Set<string>;
  /** Called with each vector the district answers, before anything else is done. */
  readonly onHeld: (vector: Vector, whole: boolean, level: string | null) => void;
};

type Step = Promise<Result<void, WireFault>>;

/** More than any epoch can hold: who says to hold so much is sent nothing of it. */
const ALL = Number.MAX_SAFE_INTEGER;

/**
 * Fetches what the district holds and this host lacks, batch by batch; answers what the district holds.
 * @param before done before lines are kept: their keys come first, so that no page meets an event it cannot open yet
 */
export async function pullMissing(
  setting: ExchangeSetting,
  before: (lines: readonly string[]) => Step,
): Promise<Result<Vector, WireFault>> {
  const { wire, journal, device, onHeld, deaf } = setting;
  for (;;) {
    const unheard = Object.fromEntries([...deaf].map((key) => [key, ALL]));
    const body = JSON.stringify({ vector: { ...journal.held(), ...unheard } });
    const answer = await wire.ask({
      method: 'POST',
      path: '/v1/have',
      device,
      body,
      answer: haveAnswerSchema,
    });
    if (!answer.ok) return answer;
    const { vector, lines, more } = answer.value;
    onHeld(vector, true, wire.speech.level());
    if (lines.length === 0) return ok(vector);
    const prepared = await before(lines);
    if (!prepared.ok) return prepared;
    const appended = await journal.append(lines);
    if (!appended.ok) return ok(vector);
    const turned = turnAway(setting, lines, appended.value.refused);
    if (!more || (appended.value.fresh === 0 && !turned)) return ok(vector);
  }
}

/** Stops asking for epochs of which this host could not take lines; whether there were any. */
function turnAway(
  setting: ExchangeSetting,
  lines: readonly string[],
  refused: readonly RefusedLine[],
): boolean {
  const { deaf, log } = setting;
  const before = deaf.size;
  for (const { index, code } of refused) {
    // A gap is no fault of the line: a page wrote at the same time, and the next question starts after it.
    if (code === 'line-gap') continue;
    const place = /"device"\s*:\s*"([^"/]+)"\s*,\s*"epoch"\s*:\s*"([^"/]+)"/.exec(lines[index] ?? '');
    if (!place) continue;
    const key = vectorKey(place[1] ?? '', place[2] ?? '');
    deaf.add(key);
    stop(setting, key, code);
  }
  if (refused.length > 0) log('warn', 'pulled-lines-refused', { lines: refused.length });
  return deaf.size > before;
}

/** What this host holds, the district lacks, and is not stopped. */
export function owing({ journal, stopped }: ExchangeSetting, theirs: Vector): readonly SeqRange[] {
  return missingRanges(journal.held(), theirs).filter(
    ({ device, epoch }) => !stopped.has(vectorKey(device, epoch)),
  );
}

/** Brings the district what it lacks of everything this host holds, with signed heads of this device's epochs. */
export async function pushMissing(setting: ExchangeSetting, theirs: Vector): Step {
  const { journal, stopped, size } = setting;
  let next = owing(setting, theirs);
  let most = ALL;
  while (next.length > 0) {
    const batch = await takeBatch(journal, next, {
      lines: Math.min(most, size.lines()),
      bytes: size.bytes(),
    });
    const sent = sizeOf(batch);
    if (sent.lines === 0) return ok(undefined);
    const pushed = await pushBatch(setting, batch);
    if (pushed.ok) {
      size.went(sent);
      most = Math.min(ALL, most * 2);
      next = next.map((range) => after(range, batch));
    } else if (!isAboutBatch(pushed.error)) return pushed;
    else if (sent.lines === 1) {
      // Not even alone: this line waits, and with it the rest of its epoch.
      stop(setting, batch[0]?.key ?? '', reasonOf(pushed.error));
      size.alone();
      most = ALL;
    } else if (pushed.error.code === 'district-too-large') size.tooLarge(sent);
    else most = Math.ceil(sent.lines / 2);
    next = next.filter(({ device, epoch, from, to }) => from < to && !stopped.has(vectorKey(device, epoch)));
  }
  return ok(undefined);
}

type Batch = readonly { readonly key: string; readonly lines: readonly string[] }[];

/** A push that is refused whole is halved, until one line stands alone with the reason. */
export function isAboutBatch({ code }: WireFault): boolean {
  return code === 'district-too-large' || code === 'district-request-refused';
}

function reasonOf({ code, detail }: WireFault): string {
  return code === 'district-too-large' ? code : (detail ?? code);
}

function after(range: SeqRange, batch: Batch): SeqRange {
  const part = batch.find(({ key }) => key === vectorKey(range.device, range.epoch));
  return part ? { ...range, from: range.from + part.lines.length } : range;
}

function sizeOf(batch: Batch): Sent {
  const lines = batch.flatMap((part) => part.lines);
  return { lines: lines.length, bytes: lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0) };
}

/** Takes up to one batch off the front of the ranges; at least one line, however long. */
async function takeBatch(journal: HostJournal, ranges: readonly SeqRange[], most: Sent): Promise<Batch> {
  const batch: { readonly key: string; readonly lines: readonly string[] }[] = [];
  let lines = 0;
  let bytes = 0;
  for (const range of ranges) {
    const read = await journal.read(range, most.lines - lines);
    const fitting = whileFits(read, most.bytes - bytes, lines === 0);
    if (fitting.length > 0) batch.push({ key: vectorKey(range.device, range.epoch), lines: fitting });
    lines += fitting.length;
    bytes += fitting.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
    if (range.from + fitting.length < range.to || lines >= most.lines) break;
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
  const answer = await wire.ask({
    method: 'POST',
    path: '/v1/events',
    device,
    body: `${[...events.map(({ line }) => line), ...marks].join('\n')}\n`,
    type: 'application/x-ndjson',
    answer: eventsAnswerSchema,
  });
  if (!answer.ok) return answer;
  onHeld(answer.value.vector, false, answer.value.level);
  for (const { index, code } of answer.value.refused) {
    const key = events[index]?.key;
    // A gap is no fault of the line: the next round asks anew what is missing.
    if (key !== undefined && code !== 'line-gap') stop(setting, key, code);
  }
  return ok(undefined);
}

function stop({ stopped, log }: ExchangeSetting, key: string, code: string): void {
  if (!stopped.has(key)) log('warn', 'district-refused-line', { epoch: key, reason: code });
  stopped.set(key, code);
}
