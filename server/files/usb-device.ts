import { err, ok } from '../../shared/basics/result.ts';
import { parseUsbFile } from '../../shared/sync/usb/usb-file.ts';
import type { Result } from '../../shared/basics/result.ts';
import type { UsbRefusal } from '../../shared/sync/usb/usb-format.ts';
import type { Device, Store } from '../db/store.ts';

/**
 * The enrolled device that a file names as its writer. What the file itself says of its ward counts for nothing: it must be
 * the ward in which the device was let in.
 */
export async function deviceKeyOf(store: Store, text: string): Promise<Result<Device, UsbRefusal>> {
  const named = /^\{[^\n]*"device":"([^"\\]{1,120})"/.exec(text)?.[1] ?? '';
  const device = await store.device(named);
  if (!device) {
    const parsed = parseUsbFile(text, wardNamed(text));
    return parsed.ok ? err({ code: 'usb-device-unknown', detail: named }) : parsed;
  }
  if (device.revokedAt !== null) return err({ code: 'usb-device-unknown', detail: named });
  return ok(device);
}

function wardNamed(text: string): string {
  return /^\{[^\n]*"ward":"([^"\\]{1,120})"/.exec(text)?.[1] ?? '';
}
