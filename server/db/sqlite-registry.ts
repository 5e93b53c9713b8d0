import { err, ok } from '../../shared/basics/result.ts';
import { inTransaction } from './sqlite.ts';
import { showsReports } from './roles.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { Result } from '../../shared/basics/result.ts';
import type { DeviceRole, WrappedKey } from '../../shared/sync/messages.ts';
import type { Device, EnrolRefusal, EnrolWish, ReaderRole, Store } from './store.ts';

type RegistryPart = Pick<
  Store,
  | 'addEnrolCode'
  | 'enrol'
  | 'device'
  | 'revoke'
  | 'addToken'
  | 'reader'
  | 'keepKeys'
  | 'keysNamed'
  | 'keysLacking'
  | 'keysBeyond'
  | 'wards'
>;
type Statements = ReturnType<typeof statementsOf>;
type Row = Record<string, unknown>;

/** Devices, codes, tokens and wrapped keys. */
export function sqliteRegistry(db: DatabaseSync): RegistryPart {
  const sql = statementsOf(db);
  return {
    addEnrolCode: ({ ward, codeHash, role, createdAt, expiresAt }) =>
      done(() => void sql.addCode.run(ward, codeHash, role, createdAt, expiresAt)),
    enrol: (wish) => done(() => inTransaction(db, () => enrolled(sql, wish))),
    device: (device) => done(() => deviceOf(sql.device.get(device))),
    revoke: (device, nowIso) => done(() => sql.revoke.run(nowIso, device).changes > 0),
    addToken: ({ ward, tokenHash, role, device, createdAt }) =>
      done(() => void sql.addToken.run(ward, tokenHash, role, device, createdAt)),
    reader: (tokenHash) => done(() => readerOf(sql.reader.get(tokenHash))),
    keepKeys: (ward, keys) =>
      done(() =>
        inTransaction(db, () =>
          keys.forEach((key) => sql.addKey.run(ward, key.keyId, key.subject, key.iv, key.ct)),
        ),
      ),
    keysNamed: (ward, ids) =>
      done(() =>
        ids.flatMap((id) => sql.key.all(ward, id).map((row) => ({ ...row }) as unknown as WrappedKey)),
      ),
    keysLacking: (ward, ids) => done(() => ids.filter((id) => !sql.keySeen.get(ward, id))),
    keysBeyond: (ward, held, limit) => done(() => keysBeyond(sql, ward, held, limit)),
    wards: () => done(() => sql.wards.all().map((row) => String(row['ward']))),
  };
}

/** The store's functions are promises because another engine's are; a thrown fault becomes a rejection. */
function done<T>(work: () => T): Promise<T> {
  return new Promise((resolve) => resolve(work()));
}

function statementsOf(db: DatabaseSync) {
  return {
    addCode: db.prepare(
      'INSERT INTO enrol_codes (ward, code_hash, role, created_at, expires_at) VALUES (?, ?, ?, ?, ?)',
    ),
    code: db.prepare(
      `SELECT ward, role, expires_at AS "expiresAt", used_at AS "usedAt" FROM enrol_codes WHERE code_hash = ?`,
    ),
    useCode: db.prepare('UPDATE enrol_codes SET used_at = ? WHERE ward = ? AND code_hash = ?'),
    lastSlot: db.prepare('SELECT MAX(slot) AS slot FROM devices WHERE ward = ?'),
    addDevice: db.prepare(`INSERT INTO devices (ward, device, role, slot, name, public_key, enrolled_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)`),
    device:
      db.prepare(`SELECT ward, device, role, slot, name, public_key AS "publicKey", enrolled_at AS "enrolledAt",
      revoked_at AS "revokedAt" FROM devices WHERE device = ?`),
    revoke: db.prepare('UPDATE devices SET revoked_at = COALESCE(revoked_at, ?) WHERE device = ?'),
    addToken: db.prepare(
      'INSERT INTO tokens (ward, token_hash, role, device, created_at) VALUES (?, ?, ?, ?, ?)',
    ),
    reader: db.prepare(`SELECT t.ward, t.role FROM tokens t
      LEFT JOIN devices d ON d.ward = t.ward AND d.device = t.device
      WHERE t.token_hash = ? AND d.revoked_at IS NULL`),
    // A destroyed key is never taken again, whoever still has it.
    addKey: db.prepare(`INSERT INTO keys (ward, key_id, subject, iv, ct) SELECT ?1, ?2, ?3, ?4, ?5
      WHERE NOT EXISTS (SELECT 1 FROM erased WHERE ward = ?1 AND kind = 'key' AND id = ?2)
      AND NOT EXISTS (SELECT 1 FROM erased WHERE ward = ?1 AND kind = 'subject' AND id = ?3)
      ON CONFLICT DO NOTHING`),
    key: db.prepare('SELECT key_id AS "keyId", subject, iv, ct FROM keys WHERE ward = ? AND key_id = ?'),
    keySeen: db.prepare(`SELECT 1 FROM keys WHERE ward = ?1 AND key_id = ?2
      UNION ALL SELECT 1 FROM erased WHERE ward = ?1 AND kind = 'key' AND id = ?2`),
    keys: db.prepare('SELECT key_id AS "keyId", subject, iv, ct FROM keys WHERE ward = ? ORDER BY key_id'),
    wards: db.prepare('SELECT ward FROM wards ORDER BY ward'),
  };
}

function enrolled(
  sql: Statements,
  wish: EnrolWish,
): Result<Device & { readonly first: boolean }, EnrolRefusal> {
  const code = sql.code.get(wish.codeHash);
  if (!code) return err({ code: 'enrol-code-unknown' });
  if (code['usedAt'] !== null) return err({ code: 'enrol-code-used' });
  if (String(code['expiresAt']) <= wish.nowIso) return err({ code: 'enrol-code-expired' });
  const ward = String(code['ward']);
  const role = code['role'] as DeviceRole;
  const slot = Number(sql.lastSlot.get(ward)?.['slot'] ?? 0) + 1;
  const device = `d${slot}-${wish.idSuffix}`;
  sql.useCode.run(wish.nowIso, ward, wish.codeHash);
  sql.addDevice.run(ward, device, role, slot, wish.name, wish.publicKey, wish.nowIso);
  if (showsReports(role)) sql.addToken.run(ward, wish.reportsTokenHash, 'head', device, wish.nowIso);
  const { name, publicKey, nowIso: enrolledAt } = wish;
  return ok({ ward, device, role, slot, name, publicKey, enrolledAt, revokedAt: null, first: slot === 1 });
}

function deviceOf(row: Row | undefined): Device | null {
  return row ? ({ ...row, slot: Number(row['slot']) } as unknown as Device) : null;
}

function readerOf(row: Row | undefined): { readonly ward: string; readonly role: ReaderRole } | null {
  return row ? { ward: String(row['ward']), role: row['role'] as ReaderRole } : null;
}

function keysBeyond(
  sql: Statements,
  ward: string,
  held: ReadonlySet<string>,
  limit: number,
): readonly WrappedKey[] {
  const keys: WrappedKey[] = [];
  for (const row of sql.keys.iterate(ward)) {
    if (keys.length >= limit) break;
    if (!held.has(String(row['keyId']))) keys.push({ ...row } as unknown as WrappedKey);
  }
  return keys;
}
