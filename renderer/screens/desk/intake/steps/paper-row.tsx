import { askedCount } from '../../../../store/dossier/intake-form.ts';
import { useDossiers, useSession, useText } from '../../../../store/hooks.ts';
import { CountInput } from './count-input.tsx';
import { fieldId, useFieldError, useIntakeOf } from '../use-intake.ts';
import classes from './steps.module.css';
import type { PaperCount } from '../../../../../shared/decide/reception.ts';
import type { Paper } from '../../../../../shared/law/catalogue/papers.ts';

/** How papers are counted. */
export const paperKinds = ['original', 'certifiedCopy', 'photocopy'] as const;

/** Whether a paper is there: counted, or looked up by an officer who is named. */
export function isThere(papers: readonly PaperCount[], paperId: string): boolean {
  const count = papers.find((paper) => paper.paperId === paperId);
  if (!count) return false;
  return total(count) > 0 || (count.lookedUpBy ?? '').trim() !== '';
}

function total({ original, certifiedCopy, photocopy }: PaperCount): number {
  return original + certifiedCopy + photocopy;
}

/** One paper of the checklist: how many of each kind, whether copies were compared, or who looked it up instead. */
export function PaperRow({ paper, required }: { readonly paper: Paper; readonly required: boolean }) {
  const held = useIntakeOf(({ form }) => form.papers.find(({ paperId }) => paperId === paper.id));
  const words = useText().desk.intake.papers;
  const countPaper = useDossiers((state) => state.countPaper);
  const wrongCount = useFieldError(`papers.${paper.id}`);
  const wrongOfficer = useFieldError(`papers.${paper.id}.lookedUpBy`);
  const error = wrongCount ?? wrongOfficer;
  const none: PaperCount = { paperId: paper.id, original: 0, certifiedCopy: 0, photocopy: 0 };
  const count = held ?? none;
  const id = fieldId(`papers.${paper.id}`);
  return (
    <tr data-wrong={error === undefined ? undefined : ''}>
      <th scope="row">
        <label className={classes.paperName}>
          <input
            id={id}
            type="checkbox"
            aria-label={words.taken(paper.name)}
            aria-describedby={error === undefined ? undefined : `${id}-error`}
            aria-invalid={error !== undefined}
            checked={total(count) > 0}
            onChange={(event) => countPaper(event.currentTarget.checked ? askedCount(paper) : none)}
          />
          <span>
            {paper.name}
            <PaperMarks paper={paper} required={required} />
            {error !== undefined && (
              <span id={`${id}-error`} className={classes.fieldError}>
                {error}
              </span>
            )}
          </span>
        </label>
        <PaperProof paper={paper} count={count} />
      </th>
      {paperKinds.map((kind) => (
        <td key={kind}>
          <CountInput
            label={words.count(words[kind], paper.name)}
            value={count[kind]}
            onChange={(value) => countPaper({ ...count, [kind]: value })}
          />
        </td>
      ))}
    </tr>
  );
}

/** What stands for a paper's truth: compared with the original, or found in a database by an officer. */
function PaperProof({ paper, count }: { readonly paper: Paper; readonly count: PaperCount }) {
  const words = useText().desk.intake.more.papers;
  const countPaper = useDossiers((state) => state.countPaper);
  const officer = useSession((session) => session.clerk?.name ?? '');
  const copies = count.certifiedCopy + count.photocopy;
  const { lookedUpBy, ...counted } = count;
  const isLookedUp = lookedUpBy !== undefined;
  const mayLookUp = !paper.isForm && (isLookedUp || total(count) === 0);
  if (copies === 0 && !mayLookUp) return null;
  return (
    <span className={classes.proof}>
      {copies > 0 && (
        <label>
          <input
            type="checkbox"
            aria-label={words.comparedOf(paper.name)}
            checked={count.compared ?? false}
            onChange={(event) => countPaper({ ...count, compared: event.currentTarget.checked })}
          />
          {words.compared}
        </label>
      )}
      {mayLookUp && (
        <label>
          <input
            type="checkbox"
            aria-label={words.lookedUpOf(paper.name)}
            checked={isLookedUp}
            onChange={(event) =>
              countPaper(event.currentTarget.checked ? { ...counted, lookedUpBy: officer } : counted)
            }
          />
          {words.lookedUp}
        </label>
      )}
      {isLookedUp && (
        <input
          id={fieldId(`papers.${paper.id}.lookedUpBy`)}
          type="text"
          className={classes.officer}
          aria-label={words.officerOf(paper.name)}
          placeholder={words.officer}
          maxLength={120}
          autoComplete="off"
          value={lookedUpBy}
          onChange={(event) => countPaper({ ...counted, lookedUpBy: event.currentTarget.value })}
        />
      )}
    </span>
  );
}

function PaperMarks({ paper, required }: { readonly paper: Paper; readonly required: boolean }) {
  const words = useText().desk.intake.papers;
  return (
    <span className={classes.marks}>
      {required && <span data-mark="required">{words.required}</span>}
      {paper.isForm && <span>{words.form}</span>}
      {paper.kind === 'xuatTrinh' && <span>{words.shown}</span>}
      {paper.condition !== null && <em>{words.condition(paper.condition)}</em>}
    </span>
  );
}
