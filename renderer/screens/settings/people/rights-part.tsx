import { approvalMatters, approverRoles, needsApproval } from '../../../../shared/law/people/approval.ts';
import { dossierActs } from '../../../../shared/law/life-cycle/acts.ts';
import { usualLifeRules } from '../../../../shared/law/life-cycle/life-rules.ts';
import { clerkRoles } from '../../../../shared/law/people/clerk-roles.ts';
import { Section, SmallTable } from '../../../parts/section.tsx';
import { useStores, useText } from '../../../store/hooks.ts';
import classes from '../edit/edit.module.css';
import type { DossierAct } from '../../../../shared/law/life-cycle/acts.ts';
import type { LifeRules } from '../../../../shared/law/life-cycle/life-rules.ts';
import type { ClerkRole } from '../../../../shared/law/people/clerk-roles.ts';

/** Who may do what, read from the life cycle itself [U01]. */
export function RightsPart() {
  const text = useText();
  const words = text.people.rights;
  const { ward } = useStores().host.hello();
  const rules = ward.lifeCycle ?? usualLifeRules;
  const acts = Object.keys(dossierActs) as DossierAct[];
  const marks = { does: `● ${words.does}`, also: `○ ${words.also}`, no: '–' };
  return (
    <>
      <Section title={words.title} line={words.intro}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table without controls is scrolled by keys */}
        <div className={classes.scroll} role="group" aria-label={words.title} tabIndex={0}>
          <SmallTable
            label={words.title}
            columns={[words.act, ...clerkRoles.map((role) => text.life.roles[role])]}
            rows={acts.map((act) => ({
              id: act,
              cells: [text.life.acts[act], ...clerkRoles.map((role) => marks[rightOf(role, act, rules)])],
            }))}
          />
        </div>
      </Section>
      <Section title={words.four}>
        <ul>
          {approvalMatters
            .filter((what) => needsApproval(ward, what))
            .map((what) => (
              <li key={what}>
                {words.approval(
                  text.people.approve.what[what],
                  approverRoles[what].map((role) => text.life.roles[role]).join(', '),
                )}
              </li>
            ))}
        </ul>
      </Section>
    </>
  );
}

/** Whether a role does an act itself, stands in for who does, or neither. */
function rightOf(role: ClerkRole, act: DossierAct, { standIns }: LifeRules): 'does' | 'also' | 'no' {
  const { by, also } = dossierActs[act];
  if (by === role) return 'does';
  const others = (standIns as Readonly<Partial<Record<ClerkRole, readonly string[]>>>)[role] ?? [];
  const named: readonly string[] = [by, ...also];
  return named.includes(role) || others.some((other) => named.includes(other)) ? 'also' : 'no';
}
