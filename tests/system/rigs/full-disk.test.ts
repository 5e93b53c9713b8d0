import { it } from 'vitest';
import { SEED, bothBackends } from './short-run.ts';

it(`[H11] [J1] a full disk loses nothing that was shown (seed ${SEED})`, () => bothBackends('full-disk'));
