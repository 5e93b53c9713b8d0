import { Button, NativeSelect } from '@mantine/core';
import { getNonce } from 'get-nonce';
import { useEffect, useMemo, useState } from 'react';
import { toIso, wardDay } from '../../../../../shared/basics/time.ts';
import { troubleWords } from '../../../../../shared/text/trouble-words.ts';
import { EmptyState, Loading } from '../../../../parts/empty-state.tsx';
import { Icon } from '../../../../parts/icons.tsx';
import { SlipPreview } from '../../../../slip/slip-preview.tsx';
import { useBooks, useSession, useStores, useText } from '../../../../store/hooks.ts';
import { useNowMs } from '../../../staff-frame.tsx';
import { Dialog } from '../../queue/dialogs/dialog.tsx';
import { AskReason } from '../../../printing/ask-reason.tsx';
import { PrintFate } from '../../../printing/print-fate.tsx';
import { BarButton } from '../lists/bar-button.tsx';
import { DayInput } from './day-input.tsx';
import { bookPaper, booksOf, custodyPaper, receiversOf } from './list-slips.ts';
import classes from './books.module.css';
import type { ListPaper } from '../../../../store/papers/list-prints.ts';
import type { DaySession } from './list-slips.ts';

type What = 'book' | 'handOver';
type Chosen = {
  readonly what: What;
  readonly from: string;
  readonly to: string;
  readonly book: string;
  readonly session: DaySession;
  readonly receiver: string;
  /** Which day is typed so that it is none; nothing is drawn or printed until it is mended. */
  readonly wrongDay: 'from' | 'to' | null;
};

const SESSIONS = ['all', 'morning', 'afternoon'] as const satisfies readonly DaySession[];

/** The button that opens the books, and the dialog: choose, look, print. */
export function Books() {
  const words = useText().papers.books;
  const [open, setOpen] = useState(false);
  return (
    <>
      <BarButton icon="printer" words={words.open} onPress={() => setOpen(true)} />
      {open && (
        <Dialog title={words.title} wide onClose={() => setOpen(false)}>
          <Inside />
        </Dialog>
      )}
    </>
  );
}

function Inside() {
  const words = useText().papers.books;
  const today = wardDay(useNowMs());
  const [chosen, setChosen] = useState<Chosen>({
    what: 'book',
    from: `${today.slice(0, 8)}01`,
    to: today,
    book: '',
    session: 'all',
    receiver: '',
    wrongDay: null,
  });
  const read = useBooks((books) => books.read);
  const rows = useBooks((books) => books.rows);
  const from = chosen.what === 'book' ? chosen.from : chosen.to;
  useEffect(() => {
    if (from <= chosen.to) void read({ from, to: chosen.to });
  }, [read, from, chosen.to]);
  const { choices, paper: drawn } = useListPaper(chosen);
  const paper = chosen.wrongDay === null ? drawn : null;
  return (
    <div className={classes.place}>
      <form className={classes.form} onSubmit={(event) => event.preventDefault()}>
        <NativeSelect
          label={words.what}
          data-first
          value={chosen.what}
          data={[
            { value: 'book', label: words.book },
            { value: 'handOver', label: words.handOver },
          ]}
          onChange={({ currentTarget }) => setChosen({ ...chosen, what: currentTarget.value as What })}
        />
        <Days chosen={chosen} today={today} onChange={setChosen} />
        {choices.length > 0 && (
          <NativeSelect
            label={chosen.what === 'book' ? words.which : words.receiver}
            value={chosen.what === 'book' ? chosen.book : chosen.receiver}
            data={[...choices]}
            onChange={({ currentTarget: { value } }) =>
              setChosen(chosen.what === 'book' ? { ...chosen, book: value } : { ...chosen, receiver: value })
            }
          />
        )}
        {rows !== null && rows.closed > 0 && <p className={classes.soft}>{words.closedNames(rows.closed)}</p>}
        <PrintList paper={paper} />
      </form>
      <div className={classes.sheet} role="group" aria-label={words.preview}>
        {rows === null && <Loading words={words.reading} />}
        {rows !== null && paper === null && (
          <EmptyState icon="list" title={chosen.wrongDay === null ? words.nothing : words.mendDay} />
        )}
        {paper !== null && (
          <SlipPreview slip={paper.draw(null)} nonce={getNonce() ?? ''} label={words.preview} />
        )}
      </div>
    </div>
  );
}

type DaysProps = {
  readonly chosen: Chosen;
  readonly today: string;
  readonly onChange: (chosen: Chosen) => void;
};

function Days({ chosen, today, onChange }: DaysProps) {
  const words = useText().papers.books;
  const isBook = chosen.what === 'book';
  return (
    <>
      {isBook && (
        <DayInput
          label={words.from}
          day={chosen.from}
          today={today}
          first={`${chosen.to.slice(0, 4)}-01-01`}
          last={chosen.to}
          onDay={(from) =>
            onChange(from === null ? { ...chosen, wrongDay: 'from' } : { ...chosen, from, wrongDay: null })
          }
        />
      )}
      <DayInput
        label={isBook ? words.to : words.day}
        day={chosen.to}
        today={today}
        first=""
        last={today}
        onDay={(to) => {
          if (to === null) return onChange({ ...chosen, wrongDay: 'to' });
          // A book is of one year.
          const isOneYear = chosen.from.slice(0, 4) === to.slice(0, 4) && chosen.from <= to;
          const from = isOneYear ? chosen.from : `${to.slice(0, 8)}01`;
          onChange({ ...chosen, to, from, wrongDay: null });
        }}
      />
      {!isBook && (
        <NativeSelect
          label={words.session}
          value={chosen.session}
          data={SESSIONS.map((value) => ({ value, label: words.sessions[value] }))}
          onChange={({ currentTarget }) =>
            onChange({ ...chosen, session: currentTarget.value as DaySession })
          }
        />
      )}
    </>
  );
}

/** The chosen list drawn, and what there is to choose from. */
function useListPaper(chosen: Chosen): {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly paper: ListPaper | null;
} {
  const { host } = useStores();
  const words = useText().papers.books;
  const rows = useBooks((books) => books.rows);
  const giver = useSession((session) => session.clerk?.name ?? '');
  const nowMs = useNowMs();
  return useMemo(() => {
    if (rows === null) return { choices: [], paper: null };
    const around = { ward: host.hello().ward, at: toIso(nowMs), giver };
    if (chosen.what === 'book') {
      const books = booksOf(rows);
      const book = books.find((one) => one.book === chosen.book) ?? books[0];
      return {
        choices: books.map((one) => ({ value: one.book, label: `${one.book} · ${one.fieldName}` })),
        paper: book ? bookPaper(book, rows, around) : null,
      };
    }
    const { session } = chosen;
    const receivers = receiversOf(rows, session);
    const receiver = receivers.find((one) => one === chosen.receiver) ?? receivers[0];
    const sessionWords = words.sessions[session];
    return {
      choices: receivers.map((value) => ({ value, label: value })),
      paper: receiver === undefined ? null : custodyPaper(rows, { session, receiver, sessionWords }, around),
    };
  }, [rows, chosen, host, nowMs, giver, words]);
}

function PrintList({ paper }: { readonly paper: ListPaper | null }) {
  const text = useText();
  const words = text.papers.books;
  const print = useBooks((books) => books.print);
  const printing = useBooks((books) => books.printing);
  const last = useBooks((books) => books.last);
  const [closed, setClosed] = useState<typeof last>(null);
  if (paper !== null && last?.state === 'reason-needed' && last.no === paper.no && last !== closed)
    return (
      <AskReason
        title={words.again}
        onReason={(reason) => void print(paper, reason)}
        onClose={() => setClosed(last)}
      />
    );
  const outcome = last?.state === 'tried' ? last.outcome : null;
  const unrecorded = last?.state === 'tried' ? last.unrecorded?.code : undefined;
  return (
    <>
      <Button
        loading={printing}
        disabled={paper === null}
        leftSection={<Icon name="printer" />}
        onClick={() => paper && void print(paper, '')}
      >
        {words.print}
      </Button>
      <div role="status">
        {outcome !== null && <PrintFate outcome={outcome} />}
        {unrecorded !== undefined && <p>{troubleWords({ code: unrecorded }, text.trouble).what}</p>}
      </div>
    </>
  );
}
