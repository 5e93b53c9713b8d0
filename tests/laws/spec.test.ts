import { describe, expect, it } from 'vitest';
import { readHouse } from './read-house.ts';

/** Letters of the feature table's rows, always with two digits (K01, D05); rules of docs/spec.md have their own. */
const featureLetters = 'ACDEFGKLNPRSTU';
const feature = new RegExp(`^[${featureLetters}]\\d\\d$`);

const ruleLine = /^- \*\*([A-Z]{1,3}\d{1,2})\*\* \S/gm;
const ruleLike = /^\s*[-*] \*\*([A-Z]{1,3}-?\d+[a-z]?)\*\*/gm;
/** A test's name begins with what it shows: one id in brackets, several after each other, or several with commas. */
const citation = /['"`]((?:\[[A-Z]{1,3}\d{1,2}(?:, [A-Z]{1,3}\d{1,2})*\] ?)+)/g;

const all = (text: string, pattern: RegExp): readonly string[] =>
  Array.from(text.matchAll(pattern), ([, found]) => found ?? '');

const spec = readHouse('docs', /^docs\/spec\.md$/)
  .map(({ text }) => text)
  .join('\n');
const rules = all(spec, ruleLine);
const cited = readHouse('tests', /\.tsx?$/).flatMap(({ path, text }) =>
  all(text, citation)
    .flatMap((ids) => ids.match(/[A-Z]{1,3}\d{1,2}/g) ?? [])
    .map((id) => ({ id, path })),
);

describe('docs/spec.md and the tests', () => {
  it('[LAW-spec] says each rule on a line that can be read', () => {
    expect(all(spec, ruleLike)).toEqual(rules);
    expect(rules.length).toBeGreaterThan(0);
  });

  it('[LAW-spec-unique] gives an id once, and never one of the feature table', () => {
    expect(rules.filter((id, at) => rules.indexOf(id) !== at || feature.test(id))).toEqual([]);
  });

  it('[LAW-spec-tested] has a test for every rule', () => {
    const tested = new Set(cited.map(({ id }) => id));
    expect(rules.filter((id) => !tested.has(id))).toEqual([]);
  });

  it('[LAW-spec-known] no test cites a rule that is not there', () => {
    const known = new Set(rules);
    const unknown = cited.filter(({ id }) => !known.has(id) && !feature.test(id));
    expect([...new Set(unknown.map(({ id, path }) => `${id} in ${path}`))].toSorted()).toEqual([]);
  });
});
