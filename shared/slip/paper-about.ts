// What the list of papers says of a paper, taken from the paper itself: its kind and its number. Never a name.
import { legalFormSets } from './forms/form-sets.ts';
import type { Slip } from './slip.ts';

/** Kind of a slip by the form it was drawn with, such as `receipt` or `hand-over`; `slip` for a form of no set. */
export function kindOfSlip({ template }: Pick<Slip, 'template'>): string {
  const forms = legalFormSets.flatMap((set) => Object.entries(set.forms));
  const [kind] = forms.find(([, form]) => form.id === template) ?? ['slip'];
  return kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** A code or number as the list takes it; nothing for a text that may be a name. */
export function labelOf(code: string): { readonly label?: string } {
  return /^[A-Z0-9][A-Z0-9./-]{0,59}$/.test(code) && /\d/.test(code) ? { label: code } : {};
}

/** The dossier's code that stands on a slip. */
export function codeOnSlip({ blocks }: Pick<Slip, 'blocks'>): string {
  for (const block of blocks) {
    if (block.kind === 'codes') return block.code;
    if (block.kind === 'title' && block.qr !== undefined) return block.qr;
  }
  return '';
}
