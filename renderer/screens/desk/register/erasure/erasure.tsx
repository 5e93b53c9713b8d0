import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { parseInstant, wardDay } from '../../../../../shared/basics/time.ts';
import { checkGround, GROUND_LIMIT } from '../../../../../shared/decide/erasure.ts';
import { needsApproval } from '../../../../../shared/law/people/approval.ts';
import { formatDay } from '../../../../../shared/text/dates.ts';
import { personsIn } from '../../../../store/dossier/erase-action.ts';
import { useDossiers, useSession, useStores, useText } from '../../../../store/hooks.ts';
import { ApproveDialog } from '../../../approve/approve-dialog.tsx';
import { useKeysWithin } from '../../shortcuts.tsx';
import classes from './erasure.module.css';
import type { SyntheticEvent } from 'react';
import type { FieldRefusal } from '../../../../../shared/decide/refusal.ts';
import type { Dossier } from '../../../../../shared/project/dossiers.ts';

type Step = 'closed' | 'ground' | 'sure';

/** Erasing persons on request (right of erasure): for the head of desk, in two steps, with what goes and what stays [E5]. */
export function Erasure({ dossier }: { readonly dossier: Dossier }) {
  const words = useText().desk.register.erasure;
  const role = useSession((session) => session.clerk?.role);
  const [step, setStep] = useState<Step>('closed');
  const [ground, setGround] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const close = () => setStep('closed');
  useKeysWithin(box, (event) => {
    if (event.key !== 'Escape' || step === 'closed') return;
    event.stopPropagation();
    close();
  });
  if (role !== 'head' || dossier.erasedAt !== null) return null;
  return (
    <div ref={box} className={classes.erasure} role="group" aria-label={words.title}>
      {step === 'closed' && (
        <Button size="xs" variant="subtle" color="var(--late)" onClick={() => setStep('ground')}>
          {words.start}
        </Button>
      )}
      {step === 'ground' && (
        <AskGround
          dossierId={dossier.id}
          ground={ground}
          onGround={setGround}
          onNext={() => setStep('sure')}
          onClose={close}
        />
      )}
      {step === 'sure' && <AskSure dossier={dossier} ground={ground} onBack={() => setStep('ground')} />}
    </div>
  );
}

type AskGroundProps = {
  readonly dossierId: string;
  readonly ground: string;
  readonly onGround: (ground: string) => void;
  readonly onNext: () => void;
  readonly onClose: () => void;
};

function AskGround({ dossierId, ground, onGround, onNext, onClose }: AskGroundProps) {
  const words = useText().desk.register.erasure;
  const persons = useDossiers((state) => state.persons);
  const [errors, setErrors] = useState<readonly FieldRefusal[]>([]);
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    const found = checkGround(ground, personsIn({ persons }, dossierId));
    setErrors(found);
    if (found.length === 0) onNext();
  };
  const texts: Readonly<Record<string, string>> = words.errors;
  const code = errors[0]?.code;
  return (
    <form className={classes.panel} noValidate onSubmit={onSubmit}>
      <h3>{words.title}</h3>
      <WhatGoes />
      <Textarea
        size="sm"
        label={words.ground}
        description={words.groundHint}
        value={ground}
        maxLength={GROUND_LIMIT}
        autosize
        minRows={2}
        error={code === undefined ? undefined : texts[code]}
        onChange={(event) => {
          onGround(event.currentTarget.value.slice(0, GROUND_LIMIT));
          setErrors([]);
        }}
        autoFocus
      />
      <div className={classes.buttons}>
        <Button type="submit" size="sm" color="var(--late)" variant="outline">
          {words.next}
        </Button>
        <Button type="button" size="sm" variant="subtle" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

function WhatGoes() {
  const words = useText().desk.register.erasure;
  return (
    <dl className={classes.lists}>
      <dt data-goes="">{words.goesTitle}</dt>
      <dd>{words.goes}</dd>
      <dt>{words.staysTitle}</dt>
      <dd>{words.stays}</dd>
      <dd className={classes.soft}>{words.paperHint}</dd>
    </dl>
  );
}

type AskSureProps = { readonly dossier: Dossier; readonly ground: string; readonly onBack: () => void };

function AskSure({ dossier, ground, onBack }: AskSureProps) {
  const words = useText().desk.register.erasure;
  const erase = useDossiers((state) => state.erase);
  const busy = useDossiers((state) => state.busy);
  const { ward } = useStores().host.hello();
  const [asking, setAsking] = useState(false);
  const go = () => {
    if (needsApproval(ward, 'erasure')) setAsking(true);
    else void erase(dossier.id, ground, '');
  };
  return (
    <div className={classes.panel} data-sure="">
      <h3>{words.sure(dossier.code)}</h3>
      <p>{words.sureHint}</p>
      <p className={classes.ground}>
        <span className={classes.soft}>{words.ground}:</span> {ground.trim()}
      </p>
      <div className={classes.buttons}>
        {/* The safe way out has the focus: Enter alone erases nothing. */}
        <Button size="sm" variant="default" autoFocus onClick={onBack}>
          {words.back}
        </Button>
        <Button size="sm" color="var(--late)" loading={busy} onClick={go}>
          {words.yes}
        </Button>
      </div>
      {asking && (
        <ApproveDialog
          what="erasure"
          about={dossier.code}
          onApproved={({ approvedBy }) => {
            setAsking(false);
            void erase(dossier.id, ground, approvedBy);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

/** Stands where the persons stood. */
export function ErasedNote({ erasedAt }: { readonly erasedAt: string }) {
  const words = useText().desk.register.erasure;
  const ms = parseInstant(erasedAt);
  return (
    <section className={classes.erased}>
      <h3>{words.erasedTitle}</h3>
      <p>{words.erasedHint(ms === null ? '' : formatDay(wardDay(ms)))}</p>
    </section>
  );
}
