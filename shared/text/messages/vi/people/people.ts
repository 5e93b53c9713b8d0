import { approve } from './approve.ts';
import { lock, pin } from './lock.ts';
import { keep, reads, rights } from './reads.ts';
import { settings } from './settings.ts';

/** People: who agrees, who signs in, whose PIN, who read what. */
export const people = { approve, keep, lock, pin, reads, rights, settings };
