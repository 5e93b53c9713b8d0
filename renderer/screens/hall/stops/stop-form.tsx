import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { QUEUE_TEXT_LIMITS } from '../../../../shared/decide/queue/wish.ts';
import { stopLengths, stopUntil } from '../../../../shared/report/hall/stops.ts';
import { toIso } from '../../../../shared/basics/time.ts';
import { sinceWords } from '../../../parts/connection-pill.tsx';
import { useHall, useText } from '../../../store/hooks.ts';
import { messages } from '../../../../shared/text/messages/index.ts';
import { scopeKey, useScopeName } from './stop-scopes.ts';
import classes from './stops.module.css';
import type { SyntheticEvent } from 'react';
import type { IssuingScope } from '../../../../shared/event/ticket-facts.ts';
import type { StopLength } from '../../../../shared/report/hall/stops.ts';
import type { ActingClerk } from '../../../store/act.ts';
import type { Room } from '../use-room.ts';

type Sentence = keyof typeof messages.vi.hall.stops.sentences;
type Draft = {
  readonly scope: string;
  readonly sentence: Sentence | '';
  readonly vi: string;
  readonly en: string;
  /** Neither is chosen beforehand: one press must not stop the ward. */
  readonly length: StopLength | '';
  readonly clock: string;
};

const { sentences } = messages.vi.hall.stops;
const sentenceIds = Object.keys(sentences) as readonly Sentence[];
const LONGEST = QUEUE_TEXT_LIMITS['reason'] ?? 0;
const first: Draft = { scope: '', sentence: 'short', ...textsOf('short'), length: '', clock: '' };

function textsOf(id: Sentence): { readonly vi: string; readonly en: string } {
  const { vi, en } = sentences[id];
  return { vi, en };
}

/** Where, what people read meanwhile, and until when. */
export function StopForm({
  scopes,
  clerk,
  room,
  onClose,
}: {
  readonly scopes: readonly IssuingScope[];
  readonly clerk: ActingClerk;
  readonly room: Room;
  readonly onClose: () => void;
}) {
  const { form: words, sentences: named } = useText().hall.stops;
  const setIssuing = useHall((hall) => hall.setIssuing);
  const busy = useHall((hall) => hall.busy);
  const scopeName = useScopeName();
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const until =
    draft.length === ''
      ? undefined
      : stopUntil(draft.length, { clock: draft.clock, nextMs: room.hours.nextMs, nowMs: room.nowMs });
  const faults = faultsOf(draft, until !== undefined, words);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    const scope = scopes.find((one) => scopeKey(one) === draft.scope);
    if (faults.vi || faults.en || until === undefined || !scope || busy) return;
    const done = await setIssuing(scope, { text: { vi: draft.vi, en: draft.en }, until }, clerk);
    if (done.ok) onClose();
  };
  const lengths = stopLengths.filter((length) => length !== 'next' || room.hours.nextMs !== null);
  const nextWords = words.untilNext(sinceWords(toIso(room.hours.nextMs ?? room.nowMs), room.nowMs));
  return (
    <form
      className={classes.form}
      aria-label={words.title}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <NativeSelect
        label={words.scope}
        autoFocus
        value={draft.scope}
        onChange={(event) => change({ scope: event.currentTarget.value })}
        error={tried && faults.scope}
        data={[
          { value: '', label: words.chooseScope },
          ...scopes.map((scope) => ({ value: scopeKey(scope), label: scopeName(scope) })),
        ]}
      />
      <NativeSelect
        label={words.sentence}
        value={draft.sentence}
        onChange={(event) => {
          const id = sentenceIds.find((one) => one === event.currentTarget.value);
          change(id ? { sentence: id, ...textsOf(id) } : { sentence: '', vi: '', en: '' });
        }}
        data={[
          ...sentenceIds.map((id) => ({ value: id, label: named[id].name })),
          { value: '', label: words.own },
        ]}
      />
      <Textarea
        label={words.textVi}
        lang="vi"
        autosize
        minRows={2}
        value={draft.vi}
        error={tried && faults.vi}
        onChange={(event) => change({ vi: event.currentTarget.value })}
      />
      <Textarea
        label={words.textEn}
        description={words.textHint}
        lang="en"
        autosize
        minRows={2}
        value={draft.en}
        error={tried && faults.en}
        onChange={(event) => change({ en: event.currentTarget.value })}
      />
      <NativeSelect
        label={words.until}
        value={draft.length}
        onChange={(event) => {
          const length = stopLengths.find((one) => one === event.currentTarget.value);
          change({ length: length ?? '' });
        }}
        error={tried && faults.length}
        data={[
          { value: '', label: words.chooseUntil },
          ...lengths.map((length) => ({
            value: length,
            label: length === 'next' ? nextWords : words.untils[length],
          })),
        ]}
      />
      {draft.length === 'clock' && (
        <TextInput
          type="time"
          label={words.clock}
          value={draft.clock}
          error={tried && faults.clock}
          onChange={(event) => change({ clock: event.currentTarget.value })}
        />
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button type="submit" loading={busy}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}

type Words = typeof messages.vi.hall.stops.form;

function faultsOf({ scope, vi, en, length }: Draft, isTimed: boolean, words: Words) {
  const long = (text: string) => (text.trim().length > LONGEST ? words.textLong(LONGEST) : undefined);
  return {
    scope: scope === '' ? words.scopeMissing : undefined,
    length: length === '' ? words.untilMissing : undefined,
    vi: vi.trim() === '' ? words.textMissing : long(vi),
    en: long(en),
    clock: isTimed ? undefined : words.clockWrong,
  };
}
