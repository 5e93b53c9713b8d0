// What a fault has cost: compares what was shown with what stands on both sides afterwards.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyJournal } from '../../server/files/verify-journal.ts';
import { checkBooks } from '../../shared/decide/money/book.ts';
import { parseLine } from '../../shared/event/envelope.ts';
import { factOf } from '../../shared/event/facts.ts';
import { foldAll } from '../../shared/project/fold.ts';
import { applyPayment } from '../../shared/project/office/payments.ts';
import type { EventEnvelope, LoggedEvent } from '../../shared/event/envelope.ts';
import type { Ack } from './page-entry.ts';

/** The judgement of one run; all empty means that every promise held. */
export type Verdict = {
  /** Shown, and afterwards missing in the page's journal or in the host's files. */
  readonly lost: readonly string[];
  /** Shown with the word that there is no second copy yet, and gone with the only one. */
  readonly onlyCopyLost: readonly string[];
  /** Numbers that stand behind two subjects, or were shown twice. */
  readonly twice: readonly string[];
  /** Journal files and lines that do not prove themselves, and events that stand on one side only. */
  readonly broken: readonly string[];
};

/** What is judged. */
export type Evidence = {
  /** Shown before the fault, and by the acts after the restart. */
  readonly before: readonly Ack[];
  readonly after: readonly Ack[];
  /** Lines in the page's IndexedDB and the data folder of the host, when both had settled after the restart. */
  readonly page: readonly string[];
  readonly data: string;
};

/** Judges one run. */
export function judge({ before, after, page, data }: Evidence): Verdict {
  const files = journalLines(data);
  const [inPage, inFiles] = [namesOf(page), namesOf(files)];
  const stands = (ack: Ack): boolean => inPage.has(nameOf(ack)) && inFiles.has(nameOf(ack));
  const gone = [...before, ...after].filter((ack) => !stands(ack));
  return {
    lost: gone.filter(({ secondCopy }) => secondCopy).map(nameOf),
    onlyCopyLost: gone.filter(({ secondCopy }) => !secondCopy).map(nameOf),
    twice: numbersTwice([...before, ...after], [...page, ...files]),
    broken: [...brokenFiles(data), ...brokenLines(page), ...brokenBooks(page), ...oneSided(page, files)],
  };
}

/** Event lines in the journal files of a data folder, those of other devices included; a torn line is left out. */
export function journalLines(data: string): readonly string[] {
  return journalFiles(data).flatMap((path) => {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.slice(0, -1).filter((line) => line !== '' && !line.startsWith('#'));
  });
}

/** How many of these a set of lines lacks. */
export function lacking(acks: readonly Ack[], lines: readonly string[]): number {
  const names = namesOf(lines);
  return acks.filter((ack) => !names.has(nameOf(ack))).length;
}

function journalFiles(data: string): readonly string[] {
  const folder = join(data, 'journal');
  return [folder, join(folder, 'peers')].flatMap((dir) =>
    readdirSync(dir)
      .filter((name) => name.endsWith('.log') && name !== 'quarantine.log')
      .map((name) => join(dir, name)),
  );
}

/** A name for what was shown: by its subject, or by its number where only the number was seen. */
function nameOf({ type, subject, number }: Ack): string {
  return `${type} ${subject === '' ? number : subject}`;
}

function eventsIn(lines: readonly string[]): readonly EventEnvelope[] {
  return lines.flatMap((line) => {
    const parsed = parseLine(line);
    return parsed.ok ? [parsed.value.event] : [];
  });
}

function namesOf(lines: readonly string[]): ReadonlySet<string> {
  return new Set(
    eventsIn(lines).flatMap((event) => [
      `${event.type} ${event.subject}`,
      `${event.type} ${numberIn(event) ?? ''}`,
    ]),
  );
}

function numberIn(event: EventEnvelope): string | null {
  const fact = factOf(event);
  if (fact?.type === 'ticket-issued') return fact.body.number;
  if (fact?.type === 'payment-taken') return fact.body.number;
  return fact?.type === 'dossier-received' ? fact.body.code : null;
}

function numbersTwice(acks: readonly Ack[], lines: readonly string[]): readonly string[] {
  const owner = new Map<string, string>();
  const twice = new Set<string>();
  for (const event of eventsIn(lines)) {
    const number = numberIn(event);
    if (number === null) continue;
    if ((owner.get(number) ?? event.subject) !== event.subject) twice.add(number);
    owner.set(number, event.subject);
  }
  const seen = new Set<string>();
  for (const { number } of acks) {
    if (number !== '' && seen.has(number)) twice.add(number);
    seen.add(number);
  }
  return [...twice];
}

function brokenFiles(data: string): readonly string[] {
  return journalFiles(data).flatMap((path) => {
    const { ok, bad } = verifyJournal(readFileSync(path), null);
    return ok ? [] : [`${path.slice(data.length)}: ${JSON.stringify(bad)}`];
  });
}

/** Lines that break the chain of their epoch. */
function brokenLines(lines: readonly string[]): readonly string[] {
  const chains = new Map<string, string[]>();
  const problems: string[] = [];
  for (const line of lines) {
    const parsed = parseLine(line);
    if (!parsed.ok) {
      problems.push(`IndexedDB: ${parsed.error.code}`);
      continue;
    }
    const { event, hash } = parsed.value;
    const key = `${event.device}/${event.epoch}`;
    const chain = chains.get(key) ?? [];
    chains.set(key, chain);
    if (event.seq !== chain.length || (event.seq > 0 && event.prev !== chain.at(-1)))
      problems.push(`IndexedDB: ${key} breaks at ${event.seq}`);
    chain.push(hash);
  }
  return problems;
}

/** Entries of the books of payments whose predecessor is not there, or not as it was [MO3]. */
function brokenBooks(lines: readonly string[]): readonly string[] {
  const payments = new Map<string, LoggedEvent[]>();
  for (const line of lines) {
    const parsed = parseLine(line);
    if (!parsed.ok || !parsed.value.event.subject.startsWith('payment-')) continue;
    const { subject } = parsed.value.event;
    payments.set(subject, [...(payments.get(subject) ?? []), parsed.value]);
  }
  const states = [...payments.values()].flatMap((events) => foldAll(applyPayment, events)?.state ?? []);
  return checkBooks(states, () => []).flatMap(({ book, broken }) =>
    broken.map((number) => `book ${book} breaks at ${number}`),
  );
}

function oneSided(page: readonly string[], files: readonly string[]): readonly string[] {
  const [left, right] = [new Set(page), new Set(files)];
  const told = (line: string): string => {
    const [event] = eventsIn([line]);
    return event ? `${event.epoch}/${event.seq} ${event.type}` : line.slice(0, 80);
  };
  return [
    ...page.filter((line) => !right.has(line)).map((line) => `not in the files: ${told(line)}`),
    ...files.filter((line) => !left.has(line)).map((line) => `not in IndexedDB: ${told(line)}`),
  ].slice(0, 5);
}
