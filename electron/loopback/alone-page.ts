import { z } from 'zod';
import type { Host } from '../host/host-options.ts';

/** A page at which nobody is signed in. */
export type AlonePage = 'kiosk' | 'display';

const helloRole = z.object({ device: z.object({ role: z.string() }) });

/** The page of a machine that was enrolled as a kiosk or a display; null for one that clerks sit at. */
export async function alonePage(host: Pick<Host, 'handle'>): Promise<AlonePage | null> {
  const hello = await host.handle('hello', {});
  const role = hello.ok ? helloRole.safeParse(hello.value).data?.device.role : undefined;
  return role === 'kiosk' || role === 'display' ? role : null;
}
