import { checkPaperGroups } from './papers.ts';
import { overlapsIn } from '../overlaps.ts';
import { checkLimits, checkLocalLimit, checkSteps } from './times.ts';
import { refuse } from '../refuse.ts';
import type { z } from 'zod';
import type { Context } from '../refuse.ts';
import type { fieldSchema, procedureSchema } from '../shape.ts';

type Draft = {
  readonly fields: readonly z.output<typeof fieldSchema>[];
  readonly procedures: readonly z.output<typeof procedureSchema>[];
};

/** What one field or one procedure of a catalogue says against another, or a procedure against itself. */
export function checkReferences({ fields, procedures }: Draft, context: Context): void {
  const fieldIds = new Set<string>();
  fields.forEach(({ id }, index) => {
    if (fieldIds.has(id)) refuse(context, ['fields', index, 'id'], 'field-twice', `field ${id} stands twice`);
    fieldIds.add(id);
  });
  procedures.forEach((procedure, index) => {
    const { fieldId, papers, validFrom, validTo } = procedure;
    const at = ['procedures', index];
    if (!fieldIds.has(fieldId)) refuse(context, [...at, 'fieldId'], 'field-unknown', `no field ${fieldId}`);
    if (validTo !== null && validTo < validFrom) {
      refuse(context, [...at, 'validTo'], 'ends-before-start', 'validTo lies before validFrom');
    }
    if (new Set(papers.map(({ id }) => id)).size < papers.length) {
      refuse(context, [...at, 'papers'], 'paper-twice', 'two papers have the same id');
    }
    checkPaperGroups(procedure, at, context);
    checkLimits(procedure, at, context);
    checkSteps(procedure, at, context);
    checkLocalLimit(procedure, at, context);
  });
}

/** On any day at most one version of a procedure is in force, and a version's name is its own: dossiers keep it. */
export function checkVersions({ procedures }: Draft, context: Context): void {
  for (const { later, earlier } of overlapsIn(procedures, ({ code }) => code)) {
    const [version, other] = [procedures[later], procedures[earlier]];
    if (!version || !other) continue;
    const message = `${version.code} version ${version.version} is in force together with version ${other.version}`;
    refuse(context, ['procedures', later, 'code'], 'versions-overlap', message);
  }
  const names = new Set<string>();
  procedures.forEach(({ code, version }, index) => {
    const name = `${code} ${version}`;
    if (names.has(name)) {
      const message = `${code} has two versions called ${version}`;
      refuse(context, ['procedures', index, 'version'], 'version-twice', message);
    }
    names.add(name);
  });
}
