import { say } from '../../say.ts';
import type { filingTrouble as viFilingTrouble } from '../../vi/filings/trouble-filings.ts';

/** What went wrong with filings, corrections and lists that change hands. */
export const filingTrouble = {
  'correction-late': say(
    'The result was decided already, so the reception is not corrected any more.',
    'Nothing was noted.',
    'If the result is wrong, have it rectified; this dossier stays as it is.',
  ),
  'correction-needs-head': say(
    'A second person has to agree to this correction.',
    'Nothing was noted; what you typed is still here.',
    'Press “Record correction” (F8) and have the head choose the own name and type the PIN.',
  ),
  'correction-nothing': say(
    'Nothing differs from the reception.',
    'Nothing was noted and nothing printed.',
    'Correct what is wrong, or give up if the reception was right.',
  ),
  'correction-open': say(
    'A dossier is being corrected and not recorded yet.',
    'What you changed is still here; no new reception was opened.',
    'Record the correction with F8 or give it up, then press F4 for a new reception.',
  ),
  'filing-known': say(
    'Code {portalCode} is in the list already.',
    'It was not added again.',
    'Look for it in the list “To be received”.',
  ),
  'filing-unknown': say(
    'This filing is not there.',
    'Somebody may just have received or refused it.',
    'Open the list “To be received” again.',
  ),
  'hand-over-none': say(
    'No dossier is chosen.',
    'Nothing was noted.',
    'Tick the dossiers to hand over and press again.',
  ),
} satisfies typeof viFilingTrouble;
