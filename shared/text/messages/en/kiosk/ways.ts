import type { ways as viWays } from '../../vi/kiosk/ways.ts';

/** Ways to use the kiosk, English. */
export const ways = {
  keys: {
    telex: 'Telex typing',
    letters: 'Vietnamese letters',
    tones: 'Tone marks',
    toneNames: {
      f: 'Falling tone (huyền)',
      s: 'Rising tone (sắc)',
      r: 'Asking tone (hỏi)',
      x: 'Broken tone (ngã)',
      j: 'Heavy tone (nặng)',
    },
    dot: 'Dot',
    dash: 'Dash',
  },
  low: 'Low reach',
  lowHint: 'Moves every button into the lower half of the screen, within reach from a wheelchair',
  read: 'Read aloud',
  stopReading: 'Stop reading',
  noVoice: 'This machine has no English voice. Please ask a member of staff.',
  checklist: {
    print: 'Print the list of papers',
    printing: 'Printing the list…',
    printed: 'Please take your list from the slot below.',
    failed:
      'The printer did not print. The list is still on the screen: take a photo or ask a member of staff.',
    'no-printer': 'This machine has no printer. Take a photo of the screen or ask a member of staff.',
    heading: 'Papers to bring',
    agency: (name: string): string => `Decided by: ${name}`,
    printedAt: 'Printed',
    sheet: (no: number, of: number): string => `Sheet ${no} / ${of}`,
  },
  shut: {
    title: 'Closed',
    opens: (time: string, weekday: string, day: string): string =>
      `Opens again at ${time}, ${weekday} ${day}`,
    opensUnknown: 'Please see the hours at the door, or call the hotline.',
    stopped: 'No numbers at the moment',
    stoppedWhy: 'The staff have stopped giving numbers for a while. Please ask a member of staff.',
    untilDay: (time: string, weekday: string, day: string): string =>
      `Numbers again at about ${time}, ${weekday} ${day}`,
    untilUnknown: 'It is not known when numbers are given again. Please ask a member of staff.',
    out: 'No more numbers',
    tooLate: 'A number taken now would not be called before closing time.',
    fieldOut: (max: number): string => `All ${max} numbers of this field have been given today.`,
    comeBack: 'Please come back on the next working day, or ask a member of staff.',
    personTitle: 'You have taken all your numbers of today',
    personOut: (max: number): string => `Everybody takes at most ${max} a day.`,
    personTodo: 'Please use the number that you have, or ask a member of staff.',
    why: 'Touch to see why',
    still: 'You can still read about procedures and look up a dossier.',
  },
} satisfies typeof viWays;
