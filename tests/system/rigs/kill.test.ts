import { it } from 'vitest';
import { SEED, bothBackends } from './short-run.ts';

it(`[J1] [J5] [N4] kill -9 loses nothing that was shown (seed ${SEED})`, () => bothBackends('kill'));
