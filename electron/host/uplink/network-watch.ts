// Notices that a cable was plugged or a wireless network came: waiting makes no sense then.
import { networkInterfaces } from 'node:os';
import type { NetworkInterfaceInfo } from 'node:os';

/** Addresses of this machine, as the system tells them. */
export type Interfaces = () => NodeJS.Dict<NetworkInterfaceInfo[]>;

const LOOK_EVERY_MS = 2000;

/** Calls back when the machine's own addresses change, looked at every 2 s; returns how to stop. */
export function watchNetwork(onChange: () => void, interfaces: Interfaces = networkInterfaces): () => void {
  let before = addresses(interfaces);
  const timer = setInterval(() => {
    const now = addresses(interfaces);
    if (now === before) return;
    before = now;
    onChange();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function addresses(interfaces: Interfaces): string {
  try {
    return Object.entries(interfaces())
      .flatMap(([name, some]) =>
        (some ?? []).filter(({ internal }) => !internal).map(({ cidr }) => `${name} ${cidr}`),
      )
      .sort()
      .join('\n');
  } catch {
    // A system that does not tell its addresses only loses this short cut.
    return '';
  }
}
