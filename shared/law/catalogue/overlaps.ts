/** Something in force from a day on, to a day or without an end. */
export type InForce = { readonly validFrom: string; readonly validTo: string | null };

/** Places of two things in their list that are in force on the same day; `later` stands further down. */
export type Overlap = { readonly later: number; readonly earlier: number };

/**
 * Who is in force together with another of the same kind, by the order of days: one pair for each thing that begins before
 * all that began earlier have ended. The list may be long: it is sorted once, not compared each with each.
 */
export function overlapsIn<T extends InForce>(
  list: readonly T[],
  kindOf: (item: T) => string,
): readonly Overlap[] {
  const found: Overlap[] = [];
  for (const places of placesByKind(list, kindOf).values()) {
    const inOrder = places.toSorted((a, b) => compare(fromOf(list, a), fromOf(list, b)) || a - b);
    let longest: number | null = null;
    for (const place of inOrder) {
      if (longest !== null && fromOf(list, place) <= endOf(list, longest)) {
        found.push({ later: Math.max(place, longest), earlier: Math.min(place, longest) });
      }
      if (longest === null || endOf(list, place) > endOf(list, longest)) longest = place;
    }
  }
  return found.toSorted((a, b) => a.later - b.later || a.earlier - b.earlier);
}

function placesByKind<T>(list: readonly T[], kindOf: (item: T) => string): Map<string, number[]> {
  const kinds = new Map<string, number[]>();
  list.forEach((item, place) => {
    const kind = kindOf(item);
    const places = kinds.get(kind);
    if (places) places.push(place);
    else kinds.set(kind, [place]);
  });
  return kinds;
}

/** After every day that can be written. */
const NO_END = '9999-99-99';

function fromOf(list: readonly InForce[], place: number): string {
  return list[place]?.validFrom ?? NO_END;
}

function endOf(list: readonly InForce[], place: number): string {
  return list[place]?.validTo ?? NO_END;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
