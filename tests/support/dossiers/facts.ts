import type { FactBody } from '../../../shared/event/facts.ts';
import type { TestFact } from '../events.ts';

/** A dossier received at the counter; no personal data. Times are UTC ISO. */
export function dossierReceived(id: string, changes: Partial<FactBody<'dossier-received'>> = {}): TestFact {
  const body: FactBody<'dossier-received'> = {
    code: `H26.19.05-260605-${id}`,
    provisional: false,
    day: '2026-06-05',
    ticketId: null,
    ticketNumber: null,
    procedure: {
      code: '1.001193',
      version: '2025-07-01',
      name: 'Đăng ký khai sinh',
      fieldId: 'ho-tich',
      fieldName: 'Hộ tịch',
      agency: 'UBND cấp xã',
    },
    channel: 'counter',
    papers: [{ name: 'Tờ khai đăng ký khai sinh', original: 1, certifiedCopy: 0, photocopy: 0 }],
    sets: 1,
    fees: [],
    limitText: 'Ngay trong ngày làm việc',
    receivedAt: '2026-06-05T01:30:00.000Z',
    dueAt: '2026-06-05T10:00:00.000Z',
    dueTrace: [],
    dueExplanation: '',
    returnMethod: 'counter',
    book: 'ho-tich',
    officerName: 'Nguyễn Thị Lan',
    form: 'tt03-2025/mau-01',
    ...changes,
  };
  return { type: 'dossier-received', subject: `ho-so-${id}`, body, actor: 'lan' };
}

/** The result of a dossier stands at the desk. */
export function resultReady(id: string, at: string, parents: readonly string[]): TestFact {
  return {
    type: 'dossier-result-ready',
    subject: `ho-so-${id}`,
    body: { resultNo: `KQ-${id}`, at },
    parents,
  };
}
