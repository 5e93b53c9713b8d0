import { en } from './en.ts';
import { vi } from './vi.ts';

/** The words of every screen; Vietnamese is the source, other languages have the same shape. */
export type Messages = typeof vi;

/** All languages of the pages. */
export const messages: { readonly [L in 'vi' | 'en']: Messages } = { vi, en };
