import { NativeSelect, Textarea } from '@mantine/core';
import { getNonce } from 'get-nonce';
import { useEffect, useState } from 'react';
import { toIso } from '../../../../shared/basics/time.ts';
import { drawFilingPaper } from '../../../../shared/slip/acts/filing-papers.ts';
import { SlipPreview } from '../../../slip/slip-preview.tsx';
import { useFilings, useSession, useStores, useText } from '../../../store/hooks.ts';
import { ActShell, controlId } from '../register/acts/act-shell.tsx';
import { fieldErrorText } from '../register/acts/act-words.ts';
import { useAnswered } from './use-answered.ts';
import classes from './filings.module.css';
import type { AnswerSaid, AnswerTarget } from '../../../store/filings/filing-state.ts';

type Props = {
  readonly act: 'turn-back' | 'refuse';
  readonly target: AnswerTarget;
  /** What is missing, as far as it is known. */
  readonly items?: readonly string[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
};

type Because = Extract<AnswerSaid, { readonly act: 'refuse' }>['because'];

/** Mẫu 02 or 03 before the reception: what is asked for, and the ground; the machine gives the number. */
export function AnswerForm({ act, target, items: first = [], onClose, onDone }: Props) {
  const { filings: words, life } = useText();
  const answer = useFilings((state) => state.answer);
  const [items, setItems] = useState(first.join('\n'));
  const [reason, setReason] = useState('');
  const [because, setBecause] = useState<Because>('wrong-authority');
  const [tries, setTries] = useState(0);
  const no = useNumber(act);
  const lines = items.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const wrong = [
    ...(act === 'turn-back' && lines.length === 0 ? [{ place: 'items', label: words.answer.items }] : []),
    ...(reason.trim() === '' ? [{ place: 'reason', label: words.answer.reason }] : []),
  ];
  const missing = fieldErrorText({ field: '', code: 'text-missing' }, life);
  const errorOf = (place: string) =>
    tries > 0 && wrong.some((one) => one.place === place) ? missing : undefined;
  const said: AnswerSaid =
    act === 'refuse' ? { act, because, reason: reason.trim() } : { act, items: lines, reason: reason.trim() };
  const submit = async () => {
    if (wrong.length > 0) return setTries(tries + 1);
    if (await answer(target, said)) (onDone ?? onClose)();
  };
  return (
    <ActShell
      title={act === 'refuse' ? words.refuse : words.turnBack}
      submit={act === 'refuse' ? words.answer.refuse : words.answer.turnBack}
      tries={tries}
      errors={tries === 0 ? [] : wrong.map(({ place, label }) => ({ place, words: `${label}: ${missing}` }))}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {act === 'turn-back' ? (
        <Textarea
          id={controlId('items')}
          size="sm"
          rows={4}
          label={words.answer.items}
          description={words.answer.itemsHint}
          error={errorOf('items')}
          value={items}
          onChange={(event) => setItems(event.currentTarget.value.slice(0, 8000))}
        />
      ) : (
        <NativeSelect
          id={controlId('because')}
          size="sm"
          label={words.answer.because}
          data={Object.entries(words.answer.causes).map(([value, label]) => ({ value, label }))}
          value={because}
          onChange={(event) => setBecause(event.currentTarget.value as Because)}
        />
      )}
      <Textarea
        id={controlId('reason')}
        size="sm"
        rows={2}
        label={words.answer.reason}
        description={words.answer.reasonHint}
        error={errorOf('reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value.slice(0, 1000))}
      />
      <p className={classes.soft}>
        {no === null ? words.answer.numberLater : words.answer.number(no)} {words.answer.noClock}
      </p>
      <Preview said={said} target={target} formNo={no ?? ''} />
    </ActShell>
  );
}

/** The number that the paper will get, as far as it can be told. */
function useNumber(act: Props['act']): string | null {
  const next = useFilings((state) => state.nextPaperNumber);
  const [no, setNo] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void next(act === 'refuse' ? 'refusal' : 'request').then((found) => gone || setNo(found));
    return () => void (gone = true);
  }, [act, next]);
  return no;
}

type PreviewProps = { readonly said: AnswerSaid; readonly target: AnswerTarget; readonly formNo: string };

function Preview({ said, target, formNo }: PreviewProps) {
  const words = useText().filings.answer;
  const { host, clock } = useStores();
  const officer = useSession((session) => session.clerk?.name ?? '');
  const about = useAnswered(target);
  const [open, setOpen] = useState(false);
  if (!about) return null;
  const { persons, portalCode, procedureName } = about;
  const answer = {
    kind: said.act === 'refuse' ? ('refusal' as const) : ('request' as const),
    items: said.act === 'refuse' ? [] : said.items,
    reason: said.reason,
    at: toIso(clock.nowMs()),
    formNo,
    officer,
    portalCode,
    procedureName,
  };
  return (
    <details className={classes.preview} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.preview}</summary>
      {open && (
        <SlipPreview
          slip={drawFilingPaper(answer, persons, host.hello().ward, { copyNo: 1, reprint: null })}
          nonce={getNonce() ?? ''}
          label={words.previewOf}
        />
      )}
    </details>
  );
}
