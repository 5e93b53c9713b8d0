import { connect, createServer as createTcp } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHost } from '../../../electron/host/host.ts';
import { temporaryFolder, testDistrict } from '../district.ts';
import type { AddressInfo, Socket } from 'node:net';
import type { Host, HostOptions } from '../../../electron/host/host-options.ts';
import type { Device } from '../../../server/db/store.ts';
import type { HostHello } from '../../../shared/bridge.ts';
import type { TestDistrict } from '../district.ts';

const demoDir = fileURLToPath(new URL('../../../build/demo', import.meta.url));

/** A listening district of a test; `adopt` lets in a device that another district let in. */
export type ListeningDistrict = TestDistrict & {
  readonly url: string;
  readonly adopt: (device: Device | null) => Promise<void>;
};

/** Hosts and districts in this process, all closed by `cleanUp`. */
export function hostWorld() {
  const works: (() => unknown)[] = [];
  const later = (work: () => unknown): void => void works.push(work);
  const folder = (): string => {
    const made = temporaryFolder();
    later(made.remove);
    return join(made.path, 'data');
  };
  return {
    later,
    folder,
    cleanUp: async () => {
      for (const work of works.splice(0).reverse()) await work();
    },
    host: async (more: Partial<HostOptions>, dataDir = folder()): Promise<Host> => {
      const made = await createHost({
        dataDir,
        wardFile: null,
        demoDir,
        fontsDir: dataDir,
        districtUrl: null,
        enrolCode: null,
        shell: 'browser',
        appVersion: '0.1.0',
        timing: { timeoutMs: 3000, lookEveryMs: 100 },
        random: () => 0,
        ...more,
      });
      if (!made.ok) throw new Error(made.error.code);
      later(made.value.close);
      return made.value;
    },
    district: async (): Promise<ListeningDistrict> => {
      const made = await testDistrict();
      later(made.close);
      const url = await made.app.listen({ port: 0, host: '127.0.0.1' });
      return { ...made, url, adopt: (device) => adopt(made, device) };
    },
    deviceOf: async (of: Host): Promise<HostHello['device']> => {
      const hello = await of.handle('hello', {});
      return hello.ok ? (hello.value as HostHello).device : { id: '', name: '', role: 'all', slot: 0 };
    },
    /** A wire whose far end may change. */
    relay: async (target: () => string): Promise<{ readonly url: string; readonly cut: () => void }> => {
      const open = new Set<Socket>();
      const server = createTcp((near) => {
        const { hostname, port } = new URL(target());
        const far = connect(Number(port), hostname);
        open.add(near);
        near.on('error', () => far.destroy()).on('close', () => far.destroy());
        far.on('error', () => near.destroy()).on('close', () => near.destroy());
        near.pipe(far).pipe(near);
      });
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
      later(() => server.close());
      const cut = (): void => open.forEach((socket) => socket.destroy());
      later(cut);
      return { cut, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
    },
  };
}

async function adopt(district: TestDistrict, device: Device | null): Promise<void> {
  if (!device) throw new Error('no such device');
  const codeHash = `adopted-${device.device}`;
  const { ward, role, publicKey, name } = device;
  await district.store.addEnrolCode({ ward, codeHash, role, createdAt: '', expiresAt: '9999' });
  const nowIso = '2026-06-05T01:00:00.000Z';
  const idSuffix = device.device.replace(/^d\d+-/, '');
  await district.store.enrol({ codeHash, publicKey, name, nowIso, idSuffix, reportsTokenHash: idSuffix });
}
