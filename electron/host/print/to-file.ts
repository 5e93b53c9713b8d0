import { constants, open, type FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok, type Result } from '../../../shared/basics/result.ts';
import { errorCode, errorText } from '../files.ts';
import type { Delivered, PrinterFault } from './paper.ts';

const RETRY_MS = 20;

/**
 * Writes bytes to a device file that exists already. It never waits inside the system: a printer without paper would
 * hold a blocking write, and a thread with it, for hours.
 */
export async function toFile(
  path: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Result<Delivered, PrinterFault>> {
  let device: FileHandle;
  try {
    device = await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    return err({ code: 'printer-unreachable', detail: errorText(error) });
  }
  let sent = 0;
  try {
    while (sent < bytes.length) {
      if (signal.aborted)
        return err({ code: 'printer-broke-off', detail: `after ${sent} of ${bytes.length} bytes` });
      const taken = await writeSome(device, bytes.subarray(sent));
      sent += taken;
      if (taken === 0) await sleep(RETRY_MS);
    }
    return ok({ state: 'spooled', where: path });
  } catch (error) {
    return err({ code: sent > 0 ? 'printer-broke-off' : 'printer-refused', detail: errorText(error) });
  } finally {
    await device.close();
  }
}

async function writeSome(device: FileHandle, bytes: Uint8Array): Promise<number> {
  try {
    return (await device.write(bytes)).bytesWritten;
  } catch (error) {
    if (errorCode(error) === 'EAGAIN') return 0; // its buffer is full; it takes more in a moment
    throw error;
  }
}
