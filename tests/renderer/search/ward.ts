// A desk's storage with dossiers in it, for the tests of keys, tokens, search and erasure.
import 'fake-indexeddb/auto';
import { receive } from '../../../renderer/db/dossier-acts.ts';
import { correctDossier } from '../../../renderer/db/filings/dossier-changes.ts';
import { DeskDatabase } from '../../../renderer/db/desk-database.ts';
import { createSealer } from '../../../renderer/db/seal.ts';
import { prepareReception } from '../../../shared/decide/reception.ts';
import { tokenValues } from '../../../shared/text/token-values.ts';
import { birthForm, demoCatalogue, demoWard, person } from '../../support/demo.ts';
import type { Sealer } from '../../../renderer/db/seal.ts';

export const ward = 'thach-ban';
export const startMs = Date.UTC(2026, 5, 5, 1, 20);
export const day = '2026-06-05';

let databases = 0;

/** An open storage of a device; nobody's dossiers are in it. */
export async function newDesk(device = 'd1'): Promise<DeskDatabase> {
  const db = new DeskDatabase(`search-${(databases += 1)}`);
  await db.meta.put({
    key: 'epoch',
    device,
    epoch: `epoch-${device}`,
    ordinal: 0,
    slot: 1,
    tenancy: '0'.repeat(32),
    next: null,
  });
  return db;
}

/** A sealer of a signed-in clerk. */
export async function signedIn(letter = 'k'): Promise<Sealer> {
  const sealer = createSealer();
  await sealer.setWardKey(btoa(letter.repeat(32)));
  return sealer;
}

export const idOf = (n: number): string => `dossier-${n.toString(16).padStart(32, '0')}`;

/** Receives a dossier of a person with this name, phone and number. */
export async function received(
  db: DeskDatabase,
  sealer: Sealer,
  n: number,
  who: { readonly name: string; readonly phone?: string; readonly idNumber?: string },
): Promise<string> {
  const owner = { ...person, ...who };
  const form = birthForm(demoCatalogue(), { dossierId: idOf(n), owner, submitterIsOwner: true });
  const nowMs = startMs + n * 1000;
  const prepared = prepareReception(
    form,
    { catalogue: demoCatalogue(), ward: demoWard(), nowMs },
    { name: 'Lan', role: 'reception' },
  );
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.error));
  const { persons } = prepared.value;
  const seal = {
    ...(await sealer.seal(ward, idOf(n), 'dossier-received', persons)),
    tokens: await sealer.tokens(ward, tokenValues(persons, null)),
  };
  const done = await receive(
    db,
    { ward, actor: 'lan', nowMs },
    'H26.19.05',
    idOf(n),
    prepared.value,
    seal,
    true,
  );
  if (!done.ok) throw new Error(done.error.code);
  return idOf(n);
}

/** Corrects the name in a received dossier; the key of the new persons may come later. */
export async function corrected(db: DeskDatabase, sealer: Sealer, n: number, name: string): Promise<void> {
  const owner = { ...person, name };
  const form = birthForm(demoCatalogue(), { dossierId: idOf(n), owner, submitterIsOwner: true });
  const fresh = { owner, submitter: owner, authorisation: '', note: '' };
  const seal = {
    ...(await sealer.seal(ward, idOf(n), 'dossier-received', fresh)),
    tokens: await sealer.tokens(ward, tokenValues(fresh, null)),
  };
  const nowMs = startMs + n * 1000 + 60_000;
  const rules = {
    catalogue: demoCatalogue(),
    ward: demoWard(),
    nowMs,
    actor: 'lan',
    role: 'reception',
  } as const;
  const done = await correctDossier(
    db,
    { ward, actor: 'lan', nowMs },
    idOf(n),
    { form, reason: 'Sai tên', approvedBy: 'hoa' },
    { ...rules, persons: { ...fresh, owner: person, submitter: person } },
    seal,
  );
  if (!done.ok) throw new Error(done.error.code);
}
