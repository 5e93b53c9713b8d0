import { describe, expect, it } from 'vitest';
import { correctionLines } from '../../../renderer/screens/desk/register/course/correction-lines.ts';
import { personChanges, personLines } from '../../../renderer/screens/desk/register/course/person-lines.ts';
import { receptionKey } from '../../../renderer/store/dossier/open-persons.ts';
import { en } from '../../../shared/text/messages/en.ts';
import { vi } from '../../../shared/text/messages/vi.ts';
import { person } from '../../support/demo.ts';
import type { Arrival } from '../../../renderer/store/dossier/dossier-state.ts';

const owner = { ...person, name: 'Trần Thị Hạnh', phone: '', birthDate: '1990-02-01' };
const before = { owner, submitter: owner, authorisation: '', note: '' };
const fixed = { ...owner, name: 'Trần Thị Hành', phone: '0912345678', birthDate: '1991' };
const after = { ...before, owner: fixed, submitter: fixed };

describe('what a correction changed', () => {
  it('[D13] [D14] names each field of a person, before and after, once where both persons are one', () => {
    expect(personLines(before, after, vi)).toEqual([
      'Chủ hồ sơ, họ và tên: Trần Thị Hạnh → Trần Thị Hành',
      'Chủ hồ sơ, ngày sinh: 01/02/1990 → 1991',
      'Chủ hồ sơ, số điện thoại: (trống) → 0912345678',
    ]);
    expect(personLines(before, before, vi)).toEqual([]);
    const other = { ...before, submitter: { ...owner, name: 'Lê Văn An' }, authorisation: 'là chồng' };
    expect(personLines(before, other, vi)).toEqual([
      'Người nộp, họ và tên: Trần Thị Hạnh → Lê Văn An',
      'Nộp thay theo: (trống) → là chồng',
    ]);
    expect(personLines(before, { ...before, note: 'x'.repeat(500) }, en)[0]).toHaveLength(
      en.desk.intake.finish.note.length + ': (empty) → '.length + 201,
    );
  });

  it('[D13] [D14] the trail tells it of both corrections, and says so where this page cannot open them', () => {
    const fact = (type: string, correction: number, at: string) =>
      ({ fact: { type, body: type === 'dossier-received' ? {} : { correction, at } } }) as unknown as Arrival;
    const trail = [
      fact('dossier-received', 0, ''),
      fact('dossier-corrected', 1, 'a'),
      fact('dossier-corrected', 2, 'b'),
    ];
    const formers = {
      [receptionKey(0, null)]: before,
      [receptionKey(1, 'a')]: after,
      [receptionKey(2, 'b')]: after,
    };
    expect(personChanges(trail, 0, formers, vi)).toEqual([]);
    expect(personChanges(trail, 1, formers, vi)).toHaveLength(3);
    expect(personChanges(trail, 2, formers, vi)).toEqual([]);
    expect(personChanges(trail, 1, {}, vi)).toEqual([vi.filings.correction.personsClosed]);
  });

  it('[D13] papers of the same number that are others are named', () => {
    const paper = (name: string, original: number) => ({ name, original, certifiedCopy: 0, photocopy: 0 });
    const part = (papers: readonly ReturnType<typeof paper>[]) => ({
      procedure: { code: '1', version: '1', name: 'Khai sinh', fieldId: 'f', fieldName: 'F', agency: '' },
      papers: [...papers],
      sets: 1,
      fees: [],
      returnMethod: 'counter' as const,
      dueAt: '2026-06-05T10:00:00.000Z',
    });
    const lines = (one: string, two: string) =>
      correctionLines(part([paper(one, 1)]), part([paper(two, 1)]), vi, 'vi');
    expect(lines('Tờ khai', 'Tờ khai')).toEqual([]);
    expect(lines('Tờ khai', 'Giấy chứng sinh')).toEqual(['Giấy tờ thay đổi: Tờ khai; Giấy chứng sinh']);
  });
});
