import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dossierActs } from '../../../../shared/law/life-cycle/acts.ts';

const page = readFileSync(new URL('../../../../docs/life-cycle.md', import.meta.url), 'utf8');
const [, picture = ''] = page.split('```mermaid');
const inside = /state undecided \{([^}]*)\}/.exec(picture)?.[1] ?? '';
/** States drawn within the box, in which a dossier may be withdrawn or stopped. */
const undecided = new Set([...inside.matchAll(/^ +(\w+) -->/gm)].map(([, state = '']) => state));

function drawn(): readonly string[] {
  const lines = [...(picture.split('```')[0] ?? '').matchAll(/^ +(\w+) --> (\w+) : (\S+)$/gm)];
  return lines.flatMap(([, from = '', to = '', act = '']) =>
    (from === 'undecided' ? [...undecided] : [from]).map((state) => `${act}: ${state} to ${to}`),
  );
}

describe('docs/life-cycle.md', () => {
  it('[LC2] draws every act as the data has it', () => {
    const wanted = Object.entries(dossierActs)
      .filter(([act]) => act !== 'extend')
      .flatMap(([act, { from, to }]) =>
        from.map((state) =>
          `${act}: ${state} to ${to === 'same' ? state : to}`.replaceAll(/(?<=: .*)-/g, '_'),
        ),
      );
    expect(drawn().toSorted()).toEqual(wanted.toSorted());
  });
});
