import { useEffect, useState } from 'react';
import { numberedPaperOf } from '../../../../../shared/decide/life/paper-numbers.ts';
import { useFilings, useText } from '../../../../store/hooks.ts';
import type { FormAct } from './act-fields.ts';

/** The number that the paper of an act will get, and how it is said; it is taken only when the act is recorded [R08]. */
export function useGivenNumber(act: FormAct): { readonly no: string | null; readonly words: string | null } {
  const words = useText().filings.answer;
  const next = useFilings((state) => state.nextPaperNumber);
  const [no, setNo] = useState<string | null>(null);
  const kind = numberedPaperOf(act);
  useEffect(() => {
    let gone = false;
    if (kind) void next(kind).then((found) => gone || setNo(found));
    return () => void (gone = true);
  }, [kind, next]);
  if (kind === null) return { no: null, words: null };
  return { no, words: no === null ? words.numberLater : words.number(no) };
}
