import type { stops as viStops } from '../../vi/hall/stops.ts';

/** Words about stopping the issue of numbers. */
export const stops = {
  title: 'Issuing numbers',
  running: 'Nothing is stopped.',
  standing: (scope: string): string => `Stopped: ${scope}`,
  by: (time: string, who: string): string => `since ${time}, by ${who}`,
  until: (time: string): string => `begins again by itself at ${time}`,
  untilReopened: 'until somebody begins again',
  shown: 'People read:',
  reopen: 'Give numbers again',
  reopenIn: (scope: string): string => `Give numbers again: ${scope}`,
  stop: 'Stop giving numbers…',
  scopes: {
    all: 'All fields and machines',
    field: (name: string): string => `Field ${name}`,
    thisKiosk: (name: string): string => `This machine (${name})`,
    kiosk: (device: string): string => `Machine ${device}`,
  },
  form: {
    title: 'Stop giving numbers',
    scope: 'Where',
    chooseScope: 'Choose where…',
    scopeMissing: 'Choose where numbers stop.',
    sentence: 'Usual sentence',
    own: 'My own words',
    textVi: 'Sentence for the people, Vietnamese',
    textEn: 'Sentence for the people, English',
    textHint: 'Without English words the machine shows the Vietnamese ones.',
    textMissing: 'Write the sentence that people will read.',
    textLong: (most: number): string => `The sentence is longer than ${most} characters.`,
    until: 'Until when',
    chooseUntil: 'Choose how long…',
    untilMissing: 'Choose until when.',
    untils: {
      open: 'Until somebody begins again',
      quarter: '15 minutes',
      half: '30 minutes',
      hour: '1 hour',
      clock: 'Another time today…',
    },
    untilNext: (time: string): string => `Until the next opening (${time})`,
    clock: 'Begin again at',
    clockWrong: 'Type a time later than now, today.',
    submit: 'Stop giving numbers',
    cancel: 'Cancel',
  },
  mayNot: (role: string): string =>
    `${role} may not stop numbers. Ask the head of the desk or the administrator.`,
  receptionOnly: 'The reception may stop this machine and the fields of the counter it is signed in at.',
  sentences: {
    short: {
      name: 'A short pause',
      vi: 'Tạm ngừng phát số trong ít phút. Mời Ông/Bà ngồi chờ, máy sẽ phát số lại.',
      en: 'Numbers are paused for a few minutes. Please take a seat; they will be given again soon.',
    },
    full: {
      name: 'No more numbers today',
      vi: 'Hôm nay đã hết số. Mời Ông/Bà quay lại vào buổi làm việc sau.',
      en: 'All numbers for today have been given. Please come back at the next opening.',
    },
    closing: {
      name: 'Near closing time',
      vi: 'Sắp hết giờ làm việc nên không phát thêm số. Mời Ông/Bà quay lại vào buổi làm việc sau.',
      en: 'Closing time is near and no more numbers are given. Please come back at the next opening.',
    },
    repair: {
      name: 'Machine under repair',
      vi: 'Máy lấy số đang được sửa. Mời Ông/Bà lấy số ở bàn hướng dẫn.',
      en: 'This machine is being repaired. Please take a number at the information desk.',
    },
    absent: {
      name: 'Field suspended',
      vi: 'Lĩnh vực này tạm ngừng tiếp nhận. Mời Ông/Bà hỏi bàn hướng dẫn để được hẹn lại.',
      en: 'This service is suspended for now. Please ask at the information desk for another time.',
    },
  },
} satisfies typeof viStops;
