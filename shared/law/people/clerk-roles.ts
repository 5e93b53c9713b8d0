import type { ActorRole } from '../life-cycle/roles.ts';

/** Roles of DOMAIN 4.3 that sign in; citizens and guides do not. */
export const clerkRoles = [
  'reception',
  'specialist',
  'head',
  'leader',
  'registry',
  'cashier',
  'admin',
  'inspector',
] as const satisfies readonly ActorRole[];

/** A clerk's role. */
export type ClerkRole = (typeof clerkRoles)[number];
