import { wardInstant, toIso } from '../../../shared/basics/time.ts';
import { applyDossier } from '../../../shared/project/dossiers.ts';
import { dossierReceived } from './facts.ts';
import { lineChain } from '../events.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';

/** An instant of the ward's clock as facts write it: `2026-06-05 08:30`. */
export function at(when: string): string {
  const [day = '', clock = ''] = when.split(' ');
  return toIso(wardInstant(day, clock));
}

const usual = received();

/** A projected dossier as its reception makes it, with what the test changes afterwards. */
export function reportDossier(id: string, changes: Partial<Dossier> = {}): Dossier {
  const code = `H26.19.05-260605-${id}`;
  return { ...usual, code, id: `ho-so-${id}`, firstDueAt: changes.dueAt ?? usual.firstDueAt, ...changes };
}

function received(): Dossier {
  const dossier = applyDossier(null, lineChain().add(dossierReceived('x')));
  if (!dossier) throw new Error('Bug: a reception made no dossier');
  return dossier;
}
