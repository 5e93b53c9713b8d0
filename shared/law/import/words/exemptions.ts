/** Grounds that the catalogue's screens can name (DOMAIN 5), each as the whole of what people write for it. */
const GROUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:(?:nguoi|gia dinh)(?: thuoc gia dinh)? )?co cong(?: (?:voi )?cach mang)?$/u, 'ncc'],
  [
    /^(?:(?:nguoi|ca nhan|cong dan|thanh vien)(?: (?:thuoc|cua|la))?(?: thanh vien)? )?ho (?:gia dinh )?ngheo$/u,
    'hoNgheo',
  ],
  [/^(?:nguoi )?khuyet tat$/u, 'khuyetTat'],
];
const PHI = String.raw`(?: (?:phi|le phi)(?:(?:,| va| hoac) (?:phi|le phi))?)?`;
const WAIVED = String.raw`(?:duoc )?(?:mien|khong thu|khong phai nop|khong nop)(?: (?:thu|nop|toan bo))*${PHI}`;
const PEOPLE =
  /^(?:nguoi|ho|ca nhan|cong dan|tre em|gia dinh|than nhan|hoc sinh|sinh vien|doi tuong|phu nu|dong bao|thuong binh|benh binh|co cong|khuyet tat|con|cac)\b/u;
/** "Miễn lệ phí cho …", "Không thu đối với …", "Đối tượng được miễn: …". */
const WAIVED_FIRST = new RegExp(
  String.raw`^(?:rieng )?(?:(?:doi tuong|truong hop) )?${WAIVED}(?: (?:cho|doi voi|voi|gom|la))*:?(?: (?:cac )?(?:doi tuong|truong hop)(?: sau)?:?)? (?<people>.+)$`,
  'u',
);
/** "… được miễn lệ phí". */
const WAIVED_LAST = new RegExp(
  String.raw`^(?<people>.*?)[ ]?(?:thi |thuoc dien |thuoc doi tuong )?${WAIVED}$`,
  'u',
);
const BEFORE_PEOPLE = /^(?:(?:rieng|neu|la|doi voi|va|cac|doi tuong|truong hop|nguoi nop)\s+)+(?=\S)/u;
/** Commas, points and brackets part clauses; those inside a number do not. */
const CLAUSE = /(?:[^,.;()]|(?<=\d)[.,](?=\d))+/gu;

type Clause = { readonly part: number; readonly start: number; readonly text: string };
/** Who pays nothing: grounds that the catalogue knows, and whether others are named beside them. */
export type Exemptions = { readonly exempt: readonly string[]; readonly more: boolean };

/**
 * Takes what is said of exemptions out of the parts of a text (plain words), in both orders: "miễn cho hộ nghèo, người khuyết
 * tật" and "hộ nghèo, người khuyết tật được miễn". What is taken is replaced by spaces, so that everything else is left to
 * be understood; null where nobody is exempt.
 */
export function exemptionsIn(parts: readonly string[]): {
  readonly rest: readonly string[];
  readonly exemptions: Exemptions | null;
} {
  const clauses = parts.flatMap((words, part) =>
    [...words.matchAll(CLAUSE)]
      .map(({ 0: raw, index }) => ({ part, start: index + raw.search(/\S|$/u), text: raw.trim() }))
      .filter(({ text }) => text !== ''),
  );
  const taken: Clause[] = [];
  const people: string[] = [];
  for (let at = 0; at < clauses.length;) {
    const found = waivedFirst(clauses, at) ?? waivedLast(clauses, at);
    if (found === null) at += 1;
    else {
      people.push(...found.people);
      taken.push(...clauses.slice(at, at + found.count));
      at += found.count;
    }
  }
  const rest = parts.map((words, part) =>
    taken
      .filter((clause) => clause.part === part)
      .reduce(
        (text, { start, text: gone }) =>
          text.slice(0, start) + ' '.repeat(gone.length) + text.slice(start + gone.length),
        words,
      ),
  );
  return { rest, exemptions: taken.length === 0 ? null : groundsOf(people) };
}

type Waived = { readonly people: readonly string[]; readonly count: number };

function waivedFirst(clauses: readonly Clause[], at: number): Waived | null {
  const people = WAIVED_FIRST.exec(clauses[at]?.text ?? '')?.groups?.['people'];
  if (people === undefined || !isPeople(people)) return null;
  const others = peopleFrom(clauses, at + 1);
  // "…, hộ nghèo được miễn" begins an exemption of its own.
  const until = others.findIndex((_, index) => waivedLast(clauses, at + 1 + index) !== null);
  const more = until < 0 ? others : others.slice(0, until);
  return { people: [people, ...more], count: 1 + more.length };
}

function waivedLast(clauses: readonly Clause[], at: number): Waived | null {
  const before = peopleFrom(clauses, at);
  for (let index = at; index <= at + before.length; index += 1) {
    const people = WAIVED_LAST.exec(clauses[index]?.text ?? '')?.groups?.['people'];
    if (people === undefined) continue;
    if (people === '' ? index === at : !isPeople(people)) return null;
    const named = [...before.slice(0, index - at), ...(people === '' ? [] : [people])];
    return { people: named, count: index - at + 1 };
  }
  return null;
}

/** Clauses from here on that name people and nothing else. */
function peopleFrom(clauses: readonly Clause[], at: number): readonly string[] {
  const texts = clauses.slice(at).map(({ text }) => text);
  const end = texts.findIndex((text) => !isPeople(text) || WAIVED_WORD.test(text));
  return end < 0 ? texts : texts.slice(0, end);
}

const WAIVED_WORD = /\b(?:mien|khong thu|khong phai nop|khong nop)\b/u;

function isPeople(text: string): boolean {
  return PEOPLE.test(text.replace(BEFORE_PEOPLE, '')) && !/\d|\bphi\b/u.test(text);
}

function groundsOf(people: readonly string[]): Exemptions {
  const named = people
    .flatMap((each) => each.split(/ va | hoac |,/u))
    .map((each) => each.replace(BEFORE_PEOPLE, '').trim());
  const grounds = named.map((each) => GROUNDS.find(([pattern]) => pattern.test(each))?.[1]);
  return {
    exempt: [...new Set(grounds.filter((ground) => ground !== undefined))],
    more: grounds.some((ground) => ground === undefined),
  };
}
