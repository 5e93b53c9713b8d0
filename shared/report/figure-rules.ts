import { z } from 'zod';
import { readCalendar } from '../law/calendar.ts';
import { defaultCalendar } from '../law/default-calendar.ts';
import type { WorkCalendar } from '../law/calendar.ts';

const pauseKinds = ['supplement', 'duty', 'suspended', 'withdrawal'] as const;

/** `judged`: early, on time or late by its date; `on-time`: always on time; `left-out`: counted in no column. */
const endRule = z.enum(['judged', 'on-time', 'left-out']);

/**
 * What counts where in Biểu II.06a. DOMAIN 6.1 and 4.4 give none of this as certain, so every switch can be set; what it
 * means and why it is in doubt stands in `ruleNotes`.
 */
export const figureRulesSchema = z.strictObject({
  withdrawn: endRule.default('on-time'),
  stopped: endRule.default('on-time'),
  ineligible: z.enum(['judged', 'on-time']).default('judged'),
  pausedInTime: z
    .array(z.enum(pauseKinds))
    .max(4)
    .default([...pauseKinds]),
  dueDate: z.enum(['before-extension', 'in-force']).default('before-extension'),
  earlyMinutes: z.int().min(0).max(48_000).nullable().default(null),
  levels: z
    .array(
      z.strictObject({ name: z.string().min(1).max(60), marks: z.array(z.string().min(1)).min(1).max(40) }),
    )
    .max(10)
    .default([
      { name: 'Cấp tỉnh', marks: ['cấp tỉnh', 'thành phố trực thuộc', 'sở '] },
      { name: 'Cấp huyện', marks: ['cấp huyện'] },
      { name: 'Cấp xã', marks: ['cấp xã', 'phường', 'trạm y tế'] },
    ]),
  otherLevel: z.string().min(1).max(60).default('Cấp khác'),
});

/** What counts where, complete. */
export type FigureRules = z.output<typeof figureRulesSchema>;

/** How officials count, as far as it is known. */
export const usualFigureRules: FigureRules = figureRulesSchema.parse({});

/** What figures are counted by: the rules and, for "early" in working time, the calendar of each field. */
export type FigureWorld = {
  readonly rules: FigureRules;
  readonly calendarOf: (fieldId: string) => WorkCalendar;
};

const calendar = readCalendar(defaultCalendar);

/** The usual rules under the default calendar. */
export const usualFigureWorld: FigureWorld = { rules: usualFigureRules, calendarOf: () => calendar };

/** What each switch decides, and what is not certain about its default. */
export const ruleNotes: Readonly<Record<keyof FigureRules, { readonly vi: string; readonly doubt: string }>> =
  {
    withdrawn: {
      vi: 'Hồ sơ đã rút (DA_RUT) tính vào (7) là đúng hạn, xét theo hạn, hoặc không tính.',
      doubt:
        'Officials count them as in time in practice (DOMAIN 4.4); no text says so. `left-out` breaks the chain (11) → (6).',
    },
    stopped: {
      vi: 'Hồ sơ dừng giải quyết (DUNG) tính vào (7) là đúng hạn, xét theo hạn, hoặc không tính.',
      doubt: 'By choice (DOMAIN 6.1); taken as for withdrawn ones.',
    },
    ineligible: {
      vi: 'Hồ sơ không đủ điều kiện (KHONG_DU_DK) là đã giải quyết, xét theo hạn.',
      doubt: 'Counted as solved (DOMAIN 4.2); that its lateness is judged like any result is an inference.',
    },
    pausedInTime: {
      vi: 'Hồ sơ đang tạm dừng vào cuối kỳ (chờ bổ sung, nghĩa vụ tài chính, tạm dừng, xin rút) tính là trong hạn.',
      doubt:
        'Returned-for-supplement dossiers are counted as in time in practice (DOMAIN 4.4); the other pauses follow them.',
    },
    dueDate: {
      vi: 'Hồ sơ đã giải quyết xét theo ngày hẹn trước khi xin lỗi (xin lỗi không biến hồ sơ trễ thành đúng hạn), hoặc theo ngày hẹn đang có hiệu lực. Hồ sơ đang giải quyết xét theo ngày hẹn đang có hiệu lực.',
      doubt: 'Practice, not law (DOMAIN 2.5 [GK]); some count finished ones by the date in force.',
    },
    earlyMinutes: {
      vi: 'Trước hạn: xong trước ngày hẹn, hoặc trước giờ hẹn ít nhất chừng này phút làm việc.',
      doubt: 'The day is common practice; a ward published "trước hạn 4 giờ" (DOMAIN 4.6).',
    },
    levels: {
      vi: 'Cấp giải quyết nhận ra theo cơ quan chủ trì của thủ tục.',
      doubt: 'The catalogue has no level of its own; it is read from the agency’s name.',
    },
    otherLevel: { vi: 'Tên nhóm cho cơ quan không nhận ra cấp.', doubt: 'None.' },
  };
