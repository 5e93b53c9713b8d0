import type { WardConfig } from '../../shared/law/ward.ts';
import type { Messages } from '../../shared/text/messages/index.ts';

/** The level above as the ward calls it; where its file has no English name, what it is. */
export function levelName(
  { upperLevel, upperLevelEn }: WardConfig,
  lang: 'vi' | 'en',
  words: Messages['common'],
): string {
  return lang === 'vi' ? upperLevel : (upperLevelEn ?? words.levelAbove);
}
