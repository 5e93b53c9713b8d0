import { worksOnDossiers } from '../../../shared/law/life-cycle/roles.ts';
import { err, ok } from '../../../shared/basics/result.ts';
import { toIso } from '../../../shared/basics/time.ts';
import { checkAttachment } from '../../../shared/law/attachments/files.ts';
import { attachmentFacts, decryptFile, encryptFile, openSeal } from '../../db/intake/attachments.ts';
import { storageFault, transact } from '../../db/transact.ts';
import { finishAct } from '../hall/act-deps.ts';
import { fetchAttachment } from './hand-on.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { NewFact } from '../../../shared/event/facts.ts';
import type { FreshSeal } from '../../db/seal.ts';
import type { Act, ActingClerk } from '../../store/act.ts';
import type { Attachment, IntakeDesk, NewAttachment } from '../../store/intake/intake-deps.ts';
import type { ActDeps } from '../hall/act-deps.ts';

/** What keeping attachments needs beside the acts' own. */
export type AttachmentDeps = ActDeps & {
  /** Free bytes of the storage or the disk, whichever has less; null where nobody can tell. */
  readonly freeBytes: () => number | null;
  /** There is something to hand on to the host. */
  readonly handOn: () => void;
};

type AttachmentActs = Pick<IntakeDesk, 'attachments' | 'attach' | 'detach' | 'openAttachment'>;

/** Scans and photos of dossiers: encrypted here, stored first, then said in the journal, then handed on [D18]. */
export function attachmentActs(deps: AttachmentDeps): AttachmentActs {
  const { db, hello } = deps;
  const { ward } = hello.ward;
  return {
    attachments: (dossierId) => listed(deps, dossierId),
    attach: (dossierId, added, clerk) =>
      worksOnDossiers(clerk.role)
        ? attach(deps, dossierId, added, clerk)
        : Promise.resolve(err({ code: 'not-allowed' })),
    detach: async (dossierId, attachmentId, reason, clerk) => {
      if (!worksOnDossiers(clerk.role)) return err({ code: 'not-allowed' });
      const at = toIso(deps.nowMs());
      const body = {
        attachmentId,
        reason: reason.normalize('NFC').trim().slice(0, 1000),
        at,
        role: clerk.role,
      };
      if (body.reason === '')
        return err({ code: 'fields-invalid', fields: [{ field: 'reason', code: 'text-missing' }] });
      return record(deps, dossierId, clerk, null, { type: 'dossier-attachment-removed', body });
    },
    openAttachment: async (dossierId, { id, sha256, mime }) => {
      const facts = await attachmentFacts(db, dossierId);
      const seal = await openSeal(
        { ...deps, ward },
        dossierId,
        facts.find(({ added }) => added.attachmentId === id)?.sealed ?? null,
      );
      if (!seal) return err({ code: 'ward-key-none' });
      const bytes = await bytesOf(deps, sha256);
      if (!bytes.ok) return bytes;
      const plain = await decryptFile(ward, dossierId, seal, bytes.value);
      return plain ? ok(new Blob([plain], { type: mime })) : err({ code: 'attachment-damaged' });
    },
  };
}

async function bytesOf(
  { db, bridge }: AttachmentDeps,
  sha256: string,
): Promise<Result<Uint8Array<ArrayBuffer>, { readonly code: string }>> {
  const row = await db.attachments.get(sha256);
  return row ? ok(Uint8Array.from(row.bytes)) : fetchAttachment(bridge, sha256);
}

async function listed(deps: AttachmentDeps, dossierId: string): Promise<readonly Attachment[]> {
  const { db, hello } = deps;
  const facts = await attachmentFacts(db, dossierId);
  return Promise.all(
    facts.map(async ({ added, sealed, by, removed }) => {
      const { attachmentId: id, sha256, mime, bytes, paper, at: addedAt } = added;
      const [seal, unsent] = await Promise.all([
        openSeal({ ...deps, ward: hello.ward.ward }, dossierId, sealed),
        db.attachments
          .where('kept')
          .equals(0)
          .and((row) => row.sha256 === sha256)
          .count(),
      ]);
      return {
        id,
        sha256,
        mime,
        bytes,
        paper,
        addedAt,
        fileName: seal?.fileName ?? '',
        addedBy: by,
        removed: removed && { reason: removed.reason, at: removed.at },
        secondCopy: unsent === 0,
      };
    }),
  );
}

async function attach(
  deps: AttachmentDeps,
  dossierId: string,
  { file, fileName, paper }: NewAttachment,
  clerk: ActingClerk,
): Act<null> {
  const { db, hello, sealer } = deps;
  const { ward } = hello.ward;
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  const mime = checkAttachment(head, file.size, deps.freeBytes());
  if (!mime.ok) return mime;
  if (!sealer.ready()) return err({ code: 'ward-key-none' });
  const { sha256, bytes, key, iv } = await encryptFile(ward, dossierId, file);
  const name = { fileName: fileName.normalize('NFC').slice(-200), key, iv };
  const seal = await sealer.seal(ward, dossierId, 'dossier-attachment-added', name);
  try {
    await db.attachments.put({ sha256, dossierId, kept: 0, bytes });
  } catch (error) {
    return err(storageFault(error));
  }
  const body = {
    attachmentId: deps.newId('attachment'),
    sha256,
    bytes: bytes.length,
    mime: mime.value,
    pages: null,
    paper: paper.slice(0, 1000),
    at: toIso(deps.nowMs()),
    role: clerk.role,
  };
  const done = await record(deps, dossierId, clerk, seal, { type: 'dossier-attachment-added', body });
  // Bytes that no fact names would stay for ever.
  if (done.ok) deps.handOn();
  else await db.attachments.delete(sha256).catch(() => undefined);
  return done;
}

async function record(
  deps: AttachmentDeps,
  dossierId: string,
  clerk: ActingClerk,
  seal: FreshSeal | null,
  fact: Extract<NewFact, { type: `dossier-attachment-${string}` }> extends infer F
    ? F extends NewFact
      ? Pick<F, 'type' | 'body'>
      : never
    : never,
): Act<null> {
  const { db, hello } = deps;
  const writing = { ward: hello.ward.ward, actor: clerk.id, nowMs: deps.nowMs() };
  const done = await finishAct(
    deps,
    () =>
      transact(
        db,
        writing,
        () => db.dossiers.get(dossierId),
        (row) => {
          if (!row?.state || row.state.erasedAt !== null) return err({ code: 'dossier-unknown' as const });
          const whole = { ...fact, subject: dossierId, parents: row.heads, sealed: seal?.sealed ?? null };
          return ok({ value: dossierId, facts: [whole as NewFact], keys: seal ? [seal.key] : [] });
        },
      ),
    (id) => db.dossiers.get(id),
  );
  return done.ok ? ok({ value: null, secondCopy: done.value.secondCopy }) : done;
}
