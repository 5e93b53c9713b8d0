import { formatDay } from '../../../../shared/text/dates.ts';
import { useDossiers, useText } from '../../../store/hooks.ts';
import { ErasedNote } from './erasure/erasure.tsx';
import classes from './dossier.module.css';
import type { Person } from '../../../../shared/event/dossier-facts.ts';
import type { Dossier } from '../../../../shared/project/dossiers.ts';

/** Whose dossier it is; says so when no key of this page opens it. */
export function DossierPersons({ dossier }: { readonly dossier: Dossier }) {
  const words = useText().desk.register;
  const persons = useDossiers((state) => state.persons[dossier.id]);
  if (dossier.erasedAt !== null) return <ErasedNote erasedAt={dossier.erasedAt} />;
  if (persons === 'no-key') {
    return (
      <section className={classes.noKey}>
        <h3>{words.noKeyTitle}</h3>
        <p>{words.noKeyHint}</p>
      </section>
    );
  }
  if (persons === undefined || persons === 'opening') return <p className={classes.soft}>{words.opening}</p>;
  const { owner, submitter, authorisation, note } = persons;
  const same = JSON.stringify(owner) === JSON.stringify(submitter);
  return (
    <section>
      <h3>{words.owner}</h3>
      <PersonLines person={owner} />
      <h3>{words.submitter}</h3>
      {same ? <p className={classes.soft}>{words.sameAsOwner}</p> : <PersonLines person={submitter} />}
      {authorisation !== '' && <p>{authorisation}</p>}
      {note !== '' && <p className={classes.note}>{note}</p>}
    </section>
  );
}

function PersonLines({ person }: { readonly person: Person }) {
  const words = useText().desk.intake.person;
  const lines = [
    [words.idNumber, person.idNumber],
    [words.birthDate, /^\d{4}(-|$)/.test(person.birthDate) ? formatDay(person.birthDate) : person.birthDate],
    [words.phone, person.phone],
    [words.email, person.email],
    [words.address, person.address],
  ] as const;
  return (
    <>
      <p className={classes.personName}>{person.name}</p>
      <dl className={classes.facts}>
        {lines
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} className={classes.fact}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
