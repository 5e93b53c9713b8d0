// The first thing a page runs, before anything else is loaded.
import { wakeStorage } from './db/wake-storage.ts';

wakeStorage();

// What zod-without-eval.ts says, where zod itself looks for it: schemas are made in files that are loaded before main.tsx runs.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

void import('./main.tsx');
