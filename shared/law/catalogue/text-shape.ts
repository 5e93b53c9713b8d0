import { z } from 'zod';

/** Texts are kept NFC so that searching, printing and hashing agree (DOMAIN 3.7). */
export const text = z.string().normalize('NFC').trim().min(1).max(1000);

/** A name that other parts of a file refer to. */
export const slug = z.string().regex(/^[a-z0-9-]{1,60}$/);
