// Signed heads between the events of a file [H5].
import { errorText } from '../files.ts';
import { writeEnd } from './epoch-file.ts';
import type { LoggedEvent } from '../../../shared/event/envelope.ts';
import type { Checkpoint } from '../../../shared/sync/signing.ts';
import type { Log } from '../log.ts';
import type { EpochFile } from './epoch-file.ts';

/** A device signs its head at least this often (ARCHITECTURE 4, Event bytes). */
const CHECKPOINT_EVERY = 256;

/** What signing needs of a journal's setting. */
type Setting = {
  readonly ward: string;
  readonly log: Log;
  readonly signsFor: (device: string) => boolean;
  readonly sign: (point: Checkpoint) => string;
};

/** A checkpoint line that is due within these events, or nothing. */
export function dueMark(setting: Setting, file: EpochFile, events: readonly LoggedEvent[]): string {
  const last = events.at(-1);
  const held = file.offsets.length + events.length;
  if (!last || !setting.signsFor(file.device) || held - file.marked < CHECKPOINT_EVERY) return '';
  file.marked = held;
  return `${setting.sign(pointOf(setting, file, held, last.hash))}\n`;
}

/** Signs the head of a file and writes the line to it unless it stands there; null where this device does not sign. */
export async function writeCheckpoint(setting: Setting, file: EpochFile | undefined): Promise<string | null> {
  const held = file?.offsets.length ?? 0;
  if (!file || held === 0 || !setting.signsFor(file.device)) return null;
  const line = setting.sign(pointOf(setting, file, held, file.headHash));
  if (file.marked < held) {
    try {
      file.sizeBytes += await writeEnd(file, `${line}\n`);
      file.marked = held;
    } catch (error) {
      await Promise.allSettled([file.handle.truncate(file.sizeBytes)]);
      setting.log('warn', 'checkpoint-not-written', { detail: errorText(error) });
    }
  }
  return line;
}

function pointOf({ ward }: Setting, { device, epoch }: EpochFile, held: number, hash: string): Checkpoint {
  return { ward, device, epoch, seq: held - 1, hash };
}
