// The lists that a desk prints from its register: a book's days, and what was handed over in a session.
import { parseInstant, wardDay } from '../../../../../shared/basics/time.ts';
import { daysOfBook } from '../../../../../shared/report/lists/book-days.ts';
import { registerBooks } from '../../../../../shared/report/lists/register-book.ts';
import { officeOf } from '../../../../../shared/slip/acts/drawing.ts';
import { bookListNo, custodyListNo } from '../../../../../shared/slip/acts/list-names.ts';
import { custodyListSlip, listedOf } from '../../../../../shared/slip/acts/list-slips.ts';
import { formSetOn, legalFormSets } from '../../../../../shared/slip/forms/form-sets.ts';
import { bookSlip } from '../../../../../shared/slip/forms/tracking-slips.ts';
import { formatDay, formatTime } from '../../../../../shared/text/dates.ts';
import type { WardConfig } from '../../../../../shared/law/ward.ts';
import type { RegisterBook } from '../../../../../shared/report/lists/register-book.ts';
import type { BookRows } from '../../../../store/papers/books-store.ts';
import type { ListPaper } from '../../../../store/papers/list-prints.ts';

/** Half of a ward day; noon parts them. */
export type DaySession = 'all' | 'morning' | 'afternoon';

type Around = { readonly ward: WardConfig; readonly at: string; readonly giver: string };

/** The books that have entries on the days that were read. */
export function booksOf({ dossiers, persons, days }: BookRows): readonly RegisterBook[] {
  const books = registerBooks(dossiers, {
    personOf: ({ id }) => {
      const opened = persons.get(id);
      if (!opened) return null;
      const { address, phone } = opened.submitter;
      const contact = [address, phone].filter((part) => part !== '').join('; ');
      return { owner: opened.owner.name, contact };
    },
    cancelling: [],
    rowsPerPage: 8,
  });
  return books.filter((book) => daysOfBook(book, days.from, days.to).entries.length > 0);
}

/** The days of a book on paper, with the form of the last day. */
export function bookPaper(book: RegisterBook, { days, dossiers }: BookRows, { ward, at }: Around): ListPaper {
  const { entries, carried } = daysOfBook(book, days.from, days.to);
  const codes = new Set(entries.map(({ code }) => code));
  return {
    paper: 'book',
    no: bookListNo(book.book, days, entries.length),
    draw: (reprint) =>
      bookSlip({
        form: formSetOn(days.to, legalFormSets).forms.book,
        office: officeOf(ward),
        at,
        copyNo: 1,
        reprint,
        book: book.book,
        fieldName: book.fieldName,
        openedOn: book.openedOn,
        closedOn: '',
        entries,
        carried,
      }),
    named: dossiers.filter(({ code }) => codes.has(code)).map(({ id }) => id),
  };
}

/** Offices that something was handed over to in a session of the last day that was read. */
export function receiversOf(rows: BookRows, session: DaySession): readonly string[] {
  return [...new Set(handedOver(rows, session).map(({ office }) => office))].toSorted();
}

/** What was handed over to one office in a session; null where nothing was. */
export function custodyPaper(
  rows: BookRows,
  {
    session,
    receiver,
    sessionWords,
  }: { readonly session: DaySession; readonly receiver: string; readonly sessionWords: string },
  { ward, at, giver }: Around,
): ListPaper | null {
  const own = handedOver(rows, session).filter(({ office }) => office === receiver);
  if (own.length === 0) return null;
  const when = `${sessionWords} ${formatDay(rows.days.to)}`;
  const listed = own.map(({ dossier }) => listedOf(dossier, rows.persons.get(dossier.id) ?? null));
  const about = { ward, at, giver, taker: '', session: when };
  return {
    paper: 'book',
    no: custodyListNo(receiver, `${rows.days.to} ${session}`, own.length),
    draw: (reprint) => custodyListSlip(receiver, listed, { ...about, reprint }),
    named: own.map(({ dossier }) => dossier.id),
  };
}

function handedOver({ dossiers, days }: BookRows, session: DaySession) {
  return dossiers
    .flatMap((dossier) => {
      const { office, handedOverAt } = dossier;
      const ms = handedOverAt === null ? null : parseInstant(handedOverAt);
      if (office === null || handedOverAt === null || ms === null || wardDay(ms) !== days.to) return [];
      const half = formatTime(ms) < '12:00' ? 'morning' : 'afternoon';
      return session === 'all' || session === half ? [{ dossier, office, handedOverAt }] : [];
    })
    .toSorted((a, b) => (a.handedOverAt < b.handedOverAt ? -1 : 1));
}
