import { z } from 'zod';

/**
 * Version of the protocol between replicas. Its messages are hashed in a test beside this number.
 * 1 — enrol, events, have, keys, figures (first release).
 * 2 — doorbell; every signed request names its version in `x-motcua-protocol`; erasure travels as `subject-erased` events;
 *     keys are asked for by name (`wanted`) and answered with what the level lacks (`lacking`). `claims` came with a later
 *     release of 2: a server that has none answers 404, which counts as out of reach.
 */
export const PROTOCOL_VERSION = 2;

/** The oldest version whose devices and servers this program still talks with (N and N − 1). */
export const OLDEST_PROTOCOL = 1;

/** Most lines in one push or answer. */
export const BATCH_LINES = 1000;

/** Most bytes (before compression) in one push or answer. */
export const BATCH_BYTES = 1_048_576;

/** What a device may do in its ward; `all` is the demo device. */
export const deviceRoles = ['all', 'desk', 'kiosk', 'display', 'hub'] as const;

/** A device's role. */
export type DeviceRole = (typeof deviceRoles)[number];

const id = z.string().min(1).max(120);

/** How many events of each `device/epoch` a replica holds durably. */
export const vectorSchema = z.record(z.string().max(250), z.int().min(0));

/** A dossier key wrapped under the ward key; only who has the ward key can use it. */
export const wrappedKeySchema = z.object({
  keyId: id,
  subject: id,
  iv: z.string().max(64),
  ct: z.string().max(400),
});

/** A dossier key wrapped under the ward key. */
export type WrappedKey = z.infer<typeof wrappedKeySchema>;

/** `POST /v1/enrol`: a device asks in with the one-time code and the public half of its signing key (base64 SPKI). */
export const enrolRequestSchema = z.object({
  protocol: z.int(),
  code: z.string().min(4).max(80),
  publicKey: z.string().min(40).max(200),
  deviceName: z.string().min(1).max(120),
});

/** Answer to an enrolment. `slot` numbers the devices of a ward from 1; number ranges follow from role and slot. */
export const enrolAnswerSchema = z.object({
  protocol: z.int(),
  ward: id,
  device: id,
  role: z.enum(deviceRoles),
  slot: z.int().min(1),
  /** True for the first device of a ward: it makes the ward key. */
  first: z.boolean(),
  /** Bearer token for the day's figures, for devices whose role shows them. */
  reportsToken: z.string().nullable(),
});

/** `POST /v1/events`: answer with what this level now holds durably, for the epochs that were pushed. */
export const eventsAnswerSchema = z.object({
  level: z.string(),
  vector: vectorSchema,
  refused: z.array(z.object({ index: z.int(), code: z.string() })),
});

/** `POST /v1/have`: what the asker holds; the answer brings what it lacks and may see. */
export const haveRequestSchema = z.object({ vector: vectorSchema });

/** Answer to a `have`: at most one batch; `more` says that another question is worth it. */
export const haveAnswerSchema = z.object({
  vector: vectorSchema,
  lines: z.array(z.string()),
  more: z.boolean(),
});

/**
 * `POST /v1/keys`: wrapped keys to keep, and the ids the asker already has; answers with the rest, or, where it names
 * them, with the keys that are `wanted` (protocol 2).
 */
export const keysRequestSchema = z.object({
  keys: z.array(wrappedKeySchema).max(1000),
  held: z.array(id).max(100_000),
  wanted: z.array(id).max(5000).optional(),
});

/** Answer to a key exchange. `lacking`: which of the ids in `held` the answering level has no key of (protocol 2). */
export const keysAnswerSchema = z.object({
  keys: z.array(wrappedKeySchema),
  lacking: z.array(id).optional(),
});

/** Longest time a claim holds when nothing ends it, ms. */
export const CLAIM_LONGEST_MS = 600_000;

/**
 * `POST /v1/claims`: only one may do `act` to `subject` (ARCHITECTURE 4). `claim` is random, made by who asks, and the same
 * when it is asked again. `expected`: the heads of the subject that the asker saw. `ttlMs` 0 lets the claim go.
 */
export const claimRequestSchema = z.object({
  claim: z.string().min(8).max(60),
  subject: id,
  act: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  counter: z.string().max(30).nullable(),
  expected: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(16),
  ttlMs: z.int().min(0).max(CLAIM_LONGEST_MS),
});

/** What a device asks of a claim. */
export type ClaimRequest = z.infer<typeof claimRequestSchema>;

/** Who has what was claimed: a claim that holds, or an act (`event`) that the asker has not seen. `since` by the server's clock, of an act by its own. */
export const claimHolderSchema = z.object({
  by: z.enum(['claim', 'event']),
  device: id,
  deviceName: z.string().max(120).nullable(),
  counter: z.string().max(30).nullable(),
  act: z.string().max(60),
  since: z.string().max(40),
});

/** Who has what was claimed. */
export type ClaimHolder = z.infer<typeof claimHolderSchema>;

/** Answer to a claim that was granted (200), or let go. */
export const claimAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('yours'), since: z.string(), until: z.string() }),
  z.object({ outcome: z.literal('released') }),
]);

/** Answer to a claim that somebody else has (409). */
export const claimTakenSchema = z.object({
  outcome: z.literal('taken'),
  code: z.string(),
  message: z.string(),
  holder: claimHolderSchema,
});

/** Answer of any refused request. */
export const errorAnswerSchema = z.object({ code: z.string(), message: z.string() });
