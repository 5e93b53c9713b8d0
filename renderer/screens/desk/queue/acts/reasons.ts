// Reasons as they are chosen, recorded and shown. What goes into the record is Vietnamese whatever the page's language is.
import { messages } from '../../../../../shared/text/messages/index.ts';
import { useUi } from '../../../../store/hooks.ts';
import type { Messages } from '../../../../../shared/text/messages/index.ts';

/** A reason as it stands in a form: one of the quick ones, `other` with words, or none yet. */
export type ReasonState = { readonly id: string | null; readonly text: string };

/** Nothing is chosen. */
export const noReason: ReasonState = { id: null, text: '' };

/** The quick choice that is filled in by hand. */
export const OTHER = 'other';

/** The words that are recorded for a reason; empty where there is none. */
export function recordedReason({ id, text }: ReasonState, quick: Readonly<Record<string, string>>): string {
  if (id === null) return '';
  return id === OTHER ? text.normalize('NFC').trim() : (quick[id] ?? '');
}

/** The quick reasons in the language of the record. */
export function recordedChoices(
  of: (desk: Messages['desk']) => Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return of(messages.vi.desk);
}

const lists: readonly ((desk: Messages['desk']) => Readonly<Record<string, string>>)[] = [
  ({ counterWork }) => counterWork.pick.reasons,
  ({ counterWork }) => counterWork.hold.reasons,
  ({ counterWork }) => counterWork.priority.reasons,
  ({ counterDay }) => counterDay.reasons,
];

/** A recorded reason in a language: quick ones are translated, words of a person stay as they are. */
export function reasonIn(text: string, lang: 'vi' | 'en'): string {
  for (const list of lists) {
    const id = Object.entries(list(messages.vi.desk)).find(([, words]) => words === text)?.[0];
    const words = id === undefined ? undefined : list(messages[lang].desk)[id];
    if (words !== undefined) return words;
  }
  return text;
}

/** Shows recorded reasons in the page's language. */
export function useShownReason(): (text: string) => string {
  const lang = useUi((ui) => ui.lang);
  return (text) => reasonIn(text, lang);
}
