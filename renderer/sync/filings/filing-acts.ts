import { err, ok } from '../../../shared/basics/result.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import { actWorldOf } from '../../../shared/decide/life/world.ts';
import { numberedPaperOf, paperNamespace } from '../../../shared/decide/life/paper-numbers.ts';
import { tokenValues } from '../../../shared/text/token-values.ts';
import { actOnList, correctDossier, explainDelay } from '../../db/filings/dossier-changes.ts';
import { answerFiling, registerFilings } from '../../db/filings/filing-acts.ts';
import { finishAct, told } from '../hall/act-deps.ts';
import { withNumber } from '../hall/with-number.ts';
import type { PreparedReception, ReceptionForm } from '../../../shared/decide/reception.ts';
import type { ReceivedPersons } from '../../../shared/event/dossier-facts.ts';
import type { ClerkRole } from '../../../shared/law/people/clerk-roles.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { SealedFiling } from '../../db/filings/filing-acts.ts';
import type { FilingLink } from '../../db/dossier-acts.ts';
import type { FreshSeal } from '../../db/seal.ts';
import type { Writing } from '../../db/transact.ts';
import type { Act, ActingClerk } from '../../store/act.ts';
import type { FilingActs, NewFiling } from '../../store/filings/filing-deps.ts';
import type { ActDeps, Written } from '../hall/act-deps.ts';

/** Persons of a filing are sealed under this name whatever its first fact is, so that they open without knowing it. */
const FILING_PART = 'filing-registered';

/** The acts on filings, and those on dossiers that are beside their life cycle. */
export function createFilingActs(deps: ActDeps): FilingActs {
  const { db, hello, nowMs } = deps;
  const writing = ({ id }: ActingClerk): Writing => ({ ward: hello.ward.ward, actor: id, nowMs: nowMs() });
  const worldOf = (role: ClerkRole) => (fieldId: string) => actWorldOf(hello.ward, fieldId, role, nowMs());
  const dossier = (work: () => Promise<Written<string>>) =>
    finishAct(deps, work, (id) => db.dossiers.get(id));
  return {
    registerFilings: (filings, clerk) => register(deps, writing(clerk), filings, clerk),
    answerFiling: (filingId, wish, persons, clerk) =>
      finishAct(
        deps,
        async () => {
          if (persons && !deps.sealer.ready()) return err({ code: 'ward-key-none' });
          const seal = persons && (await sealFiling(deps, filingId, persons));
          const world = worldOf(clerk.role)(wish.procedure.fieldId);
          const kind = numberedPaperOf(wish.act) ?? 'request';
          const at = writing(clerk);
          const namespace = paperNamespace(kind, wardDay(at.nowMs));
          return withNumber(deps, at, namespace, (alone) =>
            answerFiling(db, at, filingId, wish, world, seal, { namespace, alone }),
          );
        },
        (id) => db.filings.get(id),
      ),
    correct: (dossierId, wish, persons, clerk) =>
      dossier(async () => {
        if (!deps.sealer.ready()) return err({ code: 'ward-key-none' });
        const { ward, catalogue } = { ward: hello.ward, catalogue: deps.catalogue };
        const world = {
          ward,
          catalogue,
          nowMs: nowMs(),
          actor: clerk.id,
          role: clerk.role,
          persons: persons.old,
        };
        const seal = await sealCorrection(deps, dossierId, persons.fresh, wish.form.corrects?.code ?? '');
        return correctDossier(db, writing(clerk), dossierId, wish, world, seal);
      }),
    explainDelay: (dossierId, wish, clerk) =>
      dossier(() => explainDelay(db, writing(clerk), dossierId, wish, clerk.role)),
    actOnList: async (dossierIds, wish, clerk): Act<readonly Dossier[]> => {
      const written = await told(() => actOnList(db, writing(clerk), dossierIds, wish, worldOf(clerk.role)));
      if (!written.ok) return written;
      const { value, logged, keys } = written.value;
      const secondCopy = await deps.link.secondCopy(logged, keys);
      const rows = await db.dossiers.bulkGet([...value]);
      return ok({ value: rows.flatMap((row) => row?.state ?? []), secondCopy });
    },
  };
}

/** The filing that a form receives, and by what its acceptance is judged; null for what was brought to the counter. */
export function filingLink(
  { hello, nowMs }: Pick<ActDeps, 'hello' | 'nowMs'>,
  { filingId }: ReceptionForm,
  { body }: PreparedReception,
  role: ClerkRole,
): FilingLink | null {
  if (filingId === undefined) return null;
  return { filingId, world: actWorldOf(hello.ward, body.procedure.fieldId, role, nowMs()) };
}

async function register(
  deps: ActDeps,
  at: Writing,
  filings: readonly NewFiling[],
  clerk: ActingClerk & { readonly name: string },
): ReturnType<FilingActs['registerFilings']> {
  if (!deps.sealer.ready()) return err({ code: 'ward-key-none' });
  const written = await told(async () => {
    const sealed: SealedFiling[] = [];
    for (const { persons, ...said } of filings) {
      const id = deps.newId('filing');
      const world = actWorldOf(deps.hello.ward, said.procedure.fieldId, clerk.role, at.nowMs);
      const wish = { act: 'file', ...said, officerName: clerk.name } as const;
      sealed.push({ id, wish, world, seal: await sealFiling(deps, id, persons) });
    }
    return registerFilings(deps.db, at, sealed);
  });
  if (!written.ok) return written;
  const { value, logged, keys } = written.value;
  return ok({ value, secondCopy: await deps.link.secondCopy(logged, keys) });
}

function sealFiling({ sealer, hello }: ActDeps, id: string, persons: ReceivedPersons): Promise<FreshSeal> {
  return sealer.seal(hello.ward.ward, id, FILING_PART, persons);
}

/** Sealed as the reception was, so that every reader of a dossier opens it; with the tokens it is found by. */
async function sealCorrection(
  { sealer, hello }: ActDeps,
  dossierId: string,
  persons: ReceivedPersons,
  code: string,
): Promise<FreshSeal & { readonly tokens: readonly string[] }> {
  const { ward } = hello.ward;
  const [seal, tokens] = await Promise.all([
    sealer.seal(ward, dossierId, 'dossier-received', persons),
    sealer.tokens(ward, tokenValues(persons, code === '' ? null : code)),
  ]);
  return { ...seal, tokens };
}
