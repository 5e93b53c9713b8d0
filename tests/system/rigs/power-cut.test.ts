import { it } from 'vitest';
import { SEED, bothBackends } from './short-run.ts';

it(`[J1] [J3] [H8] power cuts lose nothing that was shown (seed ${SEED})`, () => bothBackends('power-cut'));
