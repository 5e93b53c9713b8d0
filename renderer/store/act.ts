// What comes of an act, whoever does it.
import type { Result } from '../../shared/basics/result.ts';
import type { BridgeFault } from '../../shared/bridge.ts';
import type { Refusal } from '../../shared/decide/refusal.ts';
import type { ClerkRole } from '../../shared/law/people/clerk-roles.ts';

/** Something that was refused by the rules or failed in the world; texts by `code` in shared/text/messages. */
export type Trouble = Refusal | BridgeFault;

/** An act that stands durably in this page's storage; `secondCopy` tells whether the host has it too. */
export type Done<T> = { readonly value: T; readonly secondCopy: boolean };

/** Outcome of an act. */
export type Act<T> = Promise<Result<Done<T>, Trouble>>;

/** Who acts, and in which role. */
export type ActingClerk = { readonly id: string; readonly role: ClerkRole };
