// Who this device is: its own id from the first start on, the district's once it has asked in there.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok } from '../../../shared/basics/result.ts';
import { deviceRoles, enrolAnswerSchema } from '../../../shared/sync/messages.ts';
import { readText, replaceFile } from '../files.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { Wire, WireFault } from './wire.ts';

const deviceSchema = z.object({
  device: z.string().min(1).max(120),
  /** Ids this installation had before; epochs begun under them are still its own. */
  former: z.array(z.string()),
  name: z.string(),
  role: z.enum(deviceRoles),
  slot: z.int().min(1),
  enrolled: z.boolean(),
  /** First of its ward at the district, or never asked in: it may make the ward key. */
  first: z.boolean(),
  reportsToken: z.string().nullable(),
});

/** This installation. */
export type Device = z.infer<typeof deviceSchema>;

/** Keeps who this installation is. */
export type DeviceBook = {
  readonly current: () => Device;
  /** Whether an id is this installation's, now or before. */
  readonly isOwn: (device: string) => boolean;
  readonly become: (device: Device) => Promise<void>;
};

/**
 * Whether a device belongs to a ward that has not let it in yet. Until then it issues nothing official [N7]: no block of
 * the ward's numbers, no ward key.
 */
export function isPending(districtUrl: string | null, { enrolled }: Pick<Device, 'enrolled'>): boolean {
  return districtUrl !== null && !enrolled;
}

/** Slots of the ward are small; a pending device numbers its own series from its random id, far above them. */
const PENDING_SLOTS = 1000;

/** The number a device writes its own series under: the ward's slot, or one from its id while it is pending. */
export function slotOf(device: Device, districtUrl: string | null): number {
  if (!isPending(districtUrl, device)) return device.slot;
  return PENDING_SLOTS + Number.parseInt(device.device.slice(-5), 16);
}

/** Opens `device.json`; a new installation is the demo device, role `all`, slot 1. */
export async function openDeviceBook(folder: string, name: string): Promise<DeviceBook> {
  const path = join(folder, 'device.json');
  const text = await readText(path);
  let device: Device = text === null ? newDevice(name) : deviceSchema.parse(JSON.parse(text));
  const become = async (next: Device): Promise<void> => {
    await replaceFile(path, `${JSON.stringify(next, null, 2)}\n`, 0o600);
    device = next;
  };
  if (text === null) await become(device);
  return { current: () => device, isOwn: (id) => id === device.device || device.former.includes(id), become };
}

/** Asks in at the district with a one-time code; the answer is durable when this resolves. */
export async function enrol(
  wire: Wire,
  book: DeviceBook,
  question: { readonly code: string; readonly publicKey: string; readonly ward: string },
): Promise<Result<Device, WireFault>> {
  const before = book.current();
  const { code, publicKey, ward } = question;
  const body = (protocol: number): string =>
    JSON.stringify({ protocol, code, publicKey, deviceName: before.name });
  const answer = await wire.ask({ method: 'POST', path: '/v1/enrol', body, answer: enrolAnswerSchema });
  if (!answer.ok) return answer;
  const { device, role, slot, first, reportsToken } = answer.value;
  if (answer.value.ward !== ward)
    return err({ code: 'district-refused', answered: true, detail: 'ward-wrong' });
  const former = device === before.device ? before.former : [...before.former, before.device];
  await book.become({ device, former, name: before.name, role, slot, enrolled: true, first, reportsToken });
  return ok(book.current());
}

function newDevice(name: string): Device {
  const device = `may-${randomBytes(6).toString('hex')}`;
  return { device, former: [], name, role: 'all', slot: 1, enrolled: false, first: true, reportsToken: null };
}
