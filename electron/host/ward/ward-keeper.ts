// The ward file while the host runs: settings change it, and what it was before is kept.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { makeFolder, replaceFile } from '../files.ts';
import type { WardConfig } from '../../../shared/law/ward.ts';

/** Who changed a ward file, and why. */
export type WardChange = {
  readonly by: string;
  readonly approvedBy: string;
  readonly reason: string;
  readonly sections: readonly string[];
};

/** The ward file in force. */
export type WardKeeper = {
  readonly current: () => WardConfig;
  /** Changes whenever the file does; who changes settings names the one that was looked at. */
  readonly revision: () => string;
  /** Puts another ward file in force, durably: the former one is kept first, then the new one takes its place whole. */
  readonly replace: (next: WardConfig, change: WardChange) => Promise<void>;
};

/** Opens the ward file of a data folder that was read at start. */
export function openWardKeeper(dataDir: string, first: WardConfig, now: () => Date): WardKeeper {
  let ward = first;
  let revision = revisionOf(first);
  return {
    current: () => ward,
    revision: () => revision,
    replace: async (next, change) => {
      const at = now().toISOString();
      const folder = join(dataDir, 'ward-history');
      await makeFolder(folder, 0o700);
      const name = `${at.replaceAll(':', '-')}-${revision.slice(0, 8)}.json`;
      const former = withoutPins(ward);
      await replaceFile(join(folder, name), textOf({ at, ...change, former }), 0o600);
      await replaceFile(join(dataDir, 'ward.json'), textOf(withoutPins(next)));
      ward = next;
      revision = revisionOf(next);
    },
  };
}

/** A real ward's PINs were hashed at the start; a demo's stand on its sign-in page. */
function withoutPins(ward: WardConfig): WardConfig {
  if (ward.demo) return ward;
  return { ...ward, clerks: ward.clerks.map(({ pin: _pin, ...clerk }) => clerk) };
}

function textOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function revisionOf(ward: WardConfig): string {
  return createHash('sha256').update(JSON.stringify(ward)).digest('hex').slice(0, 32);
}
