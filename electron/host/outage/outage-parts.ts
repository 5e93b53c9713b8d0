// What a host keeps and offers for times of outage, opened together.
import { createDrillProgram } from '../drill/drill-program.ts';
import { openUsbDesk } from '../usb/usb-desk.ts';
import { openOutageLog } from './outage-log.ts';
import type { Vector } from '../../../shared/sync/vector.ts';
import type { DrillCommand, DrillProgram } from '../drill/drill-program.ts';
import type { DrillWorld } from '../drill/drill-world.ts';
import type { EpochBook } from '../numbers/epochs.ts';
import type { UsbDesk, UsbDeskSetting } from '../usb/usb-desk.ts';
import type { OutageLog } from './outage-log.ts';

/** Outages seen, files for the stick, and the drill: `drill` is the world of a host that is one itself. */
export type OutageParts = {
  readonly outages: OutageLog;
  readonly usb: UsbDesk;
  readonly drill: DrillWorld | null;
  readonly program: DrillProgram;
  readonly close: () => Promise<void>;
};

/** Opens them. @param drillCommand how the drill is started from here; null where that is not possible */
export async function openOutageParts(
  setting: UsbDeskSetting & { readonly epochs: Pick<EpochBook, 'has'> },
  drill: DrillWorld | null,
  drillCommand: DrillCommand | null,
): Promise<OutageParts> {
  const { dataDir, journal, devices, epochs, now, log } = setting;
  const own = (): Vector =>
    Object.fromEntries(
      Object.entries(journal.held()).filter(([key]) => {
        const [device = '', epoch = ''] = key.split('/');
        return devices.isOwn(device) || epochs.has(epoch);
      }),
    );
  const outages = await openOutageLog(dataDir, own, now, log);
  const usb = await openUsbDesk(setting);
  const program = createDrillProgram(drill ? null : drillCommand);
  const close = async (): Promise<void> => {
    drill?.close();
    await Promise.all([outages.close(), program.stop()]);
  };
  return { outages, usb, drill, program, close };
}
