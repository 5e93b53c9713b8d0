/** Version of the tables; a database written by a newer program is refused. */
export const SCHEMA_VERSION = 5;

/** Whose keys were destroyed on request: a subject's, or one by its id. What stands here is never taken again. */
const ERASED_TABLE = `CREATE TABLE erased (
    ward TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (ward, kind, id)
  )`;

/** Who may do what only one may do; `expected` is a JSON list of hashes, instants are the server's. */
const CLAIMS_TABLE = `CREATE TABLE claims (
    ward TEXT NOT NULL,
    subject TEXT NOT NULL,
    claim TEXT NOT NULL,
    device TEXT NOT NULL,
    act TEXT NOT NULL,
    counter TEXT,
    expected TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    PRIMARY KEY (ward, subject)
  )`;

/** Encrypted files that facts name; their bytes lie beside the database. */
const ATTACHMENTS_TABLE = `CREATE TABLE attachments (
    ward TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    subject TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    PRIMARY KEY (ward, sha256)
  )`;
const ATTACHMENTS_BY_SUBJECT = `CREATE INDEX attachments_by_subject ON attachments (ward, subject)`;

/** A day's tickets are found without reading those of years. */
const SUBJECTS_BY_DAY = `CREATE INDEX subjects_by_day ON subjects (ward, kind, day)`;

/** What makes the tables of a version into those of the next, by the version they start from. */
export const schemaSteps: Readonly<Record<number, readonly string[]>> = {
  1: [ERASED_TABLE],
  2: [CLAIMS_TABLE],
  // The rows are made anew with their day: the version of the fold has changed too.
  3: [`ALTER TABLE subjects ADD COLUMN day TEXT`, SUBJECTS_BY_DAY],
  4: [ATTACHMENTS_TABLE, ATTACHMENTS_BY_SUBJECT],
};

/**
 * Tables in the SQL that SQLite and PostgreSQL share: no identity columns, triggers or extensions, and every unique key
 * starts with `ward`, so a cluster can spread them. Instants are UTC ISO text, hashes lower-case hex.
 */
export const schemaSql: readonly string[] = [
  // `pos` counts the events of a ward in order of arrival; `projected_pos` is how far `subjects` has read.
  `CREATE TABLE wards (
    ward TEXT NOT NULL PRIMARY KEY,
    pos BIGINT NOT NULL,
    projected_pos BIGINT NOT NULL,
    fold_version TEXT NOT NULL
  )`,
  `CREATE TABLE events (
    ward TEXT NOT NULL,
    device TEXT NOT NULL,
    epoch TEXT NOT NULL,
    seq BIGINT NOT NULL,
    pos BIGINT NOT NULL,
    hash TEXT NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (ward, device, epoch, seq)
  )`,
  `CREATE UNIQUE INDEX events_by_pos ON events (ward, pos)`,
  // Last event of each epoch, written in the transaction that adds the events.
  `CREATE TABLE epochs (
    ward TEXT NOT NULL,
    device TEXT NOT NULL,
    epoch TEXT NOT NULL,
    held BIGINT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (ward, device, epoch)
  )`,
  `CREATE TABLE checkpoints (
    ward TEXT NOT NULL,
    device TEXT NOT NULL,
    epoch TEXT NOT NULL,
    seq BIGINT NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (ward, device, epoch, seq)
  )`,
  `CREATE TABLE quarantine (
    ward TEXT NOT NULL,
    line_hash TEXT NOT NULL,
    line TEXT NOT NULL,
    code TEXT NOT NULL,
    device TEXT,
    seen_at TEXT NOT NULL,
    PRIMARY KEY (ward, line_hash)
  )`,
  `CREATE TABLE devices (
    ward TEXT NOT NULL,
    device TEXT NOT NULL,
    role TEXT NOT NULL,
    slot BIGINT NOT NULL,
    name TEXT NOT NULL,
    public_key TEXT NOT NULL,
    enrolled_at TEXT NOT NULL,
    revoked_at TEXT,
    PRIMARY KEY (ward, device)
  )`,
  `CREATE UNIQUE INDEX devices_by_slot ON devices (ward, slot)`,
  `CREATE INDEX devices_by_id ON devices (device)`,
  `CREATE TABLE enrol_codes (
    ward TEXT NOT NULL,
    code_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    PRIMARY KEY (ward, code_hash)
  )`,
  `CREATE INDEX enrol_codes_by_hash ON enrol_codes (code_hash)`,
  `CREATE TABLE tokens (
    ward TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    device TEXT,
    created_at TEXT NOT NULL,
    PRIMARY KEY (ward, token_hash)
  )`,
  `CREATE INDEX tokens_by_hash ON tokens (token_hash)`,
  `CREATE TABLE keys (
    ward TEXT NOT NULL,
    key_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    iv TEXT NOT NULL,
    ct TEXT NOT NULL,
    PRIMARY KEY (ward, key_id)
  )`,
  ERASED_TABLE,
  CLAIMS_TABLE,
  ATTACHMENTS_TABLE,
  ATTACHMENTS_BY_SUBJECT,
  // Read side, rebuilt from events whenever the fold changes.
  `CREATE TABLE subjects (
    ward TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    row_json TEXT NOT NULL,
    day TEXT,
    PRIMARY KEY (ward, kind, id)
  )`,
  SUBJECTS_BY_DAY,
  `CREATE TABLE subject_events (
    ward TEXT NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    pos BIGINT NOT NULL,
    PRIMARY KEY (ward, kind, id, pos)
  )`,
];
