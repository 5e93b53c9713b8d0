// The names under which prints of lists are recorded: the same for every print of one list, and no person's name.

/** Lists of results; each dossier on one has its paper by it (`dossier-papers.ts`). */
const RESULTS = 'KQ ';

/** The name of the list of results that came from an office at an instant. */
export function resultListNo(agency: string, at: string): string {
  return listNo(RESULTS, at, agency);
}

/** The name of a list of dossiers that changed hands; `when` is an instant, or a day and its part. */
export function custodyListNo(receiver: string, when: string, count: number): string {
  return listNo('GN ', `${when} ${count}`, receiver);
}

/** The name of some days of a register book; one that has got longer since is another paper. */
export function bookListNo(
  book: string,
  days: { readonly from: string; readonly to: string },
  count: number,
) {
  return listNo('STD ', `${days.from} ${days.to} ${count}`, book);
}

/** Whether a print was of a list of results. */
export function isResultListNo(formNo: string): boolean {
  return formNo.startsWith(RESULTS);
}

function listNo(kind: string, which: string, office: string): string {
  return `${kind}${which} ${office}`.slice(0, 120);
}
