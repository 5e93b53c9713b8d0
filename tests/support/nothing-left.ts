// Files of the fast tests run one after another in the same process: each must leave it as it found it.
import { afterAll, beforeAll, expect, vi } from 'vitest';

const surroundings = (): Readonly<Record<string, unknown>> => ({
  clockIsFake: vi.isFakeTimers(),
  folder: process.cwd(),
  path: process.env['PATH'],
  timeZone: process.env['TZ'],
  globals: Object.getOwnPropertyNames(globalThis).filter((name) => !LASTING.test(name)),
});

/** What a polyfill sets once and for all, and what the runner keeps there for itself. */
const LASTING = /^(_?indexedDB|IDB|__vitest)/;

let before: ReturnType<typeof surroundings>;

beforeAll(() => {
  before = surroundings();
});

afterAll(() => {
  expect(surroundings()).toEqual(before);
});
