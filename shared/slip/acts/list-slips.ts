// Lists of dossiers that change hands together: results that come to the desk (DOMAIN 2.9), papers that go to an office (4.3).
import { parseInstant, wardDay } from '../../basics/time.ts';
import {
  atLeastTwo,
  column,
  field,
  fields,
  head,
  heading,
  line,
  paper,
  row,
  table,
} from '../forms/form-parts.ts';
import { formSetOn, legalFormSets } from '../forms/form-sets.ts';
import { handOverSlip } from '../forms/return-slips.ts';
import { oneLine, timeInFigures, timeInWords } from '../paper-words.ts';
import { officeOf } from './drawing.ts';
import type { ReceivedPersons } from '../../event/dossier-facts.ts';
import type { WardConfig } from '../../law/ward.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { Slip } from '../slip.ts';

/** A dossier of a list with whose it is; empty where that is closed to this page. */
export type Listed = { readonly dossier: Dossier; readonly owner: string; readonly address: string };

/** What a list says beside its dossiers. */
export type ListHead = {
  readonly ward: WardConfig;
  /** When they changed hands, UTC ISO. */
  readonly at: string;
  /** Who gives and who takes, by name; empty for the pen. */
  readonly giver: string;
  readonly taker: string;
};

/** PHIẾU BÀN GIAO KẾT QUẢ of several results of one office. */
export function resultListSlip(agency: string, listed: readonly Listed[], about: ListHead): Slip {
  const { ward, at, giver, taker } = about;
  const { forms } = formSetOn(wardDay(parseInstant(at) ?? 0), legalFormSets);
  return handOverSlip({
    office: officeOf(ward),
    at,
    copyNo: 1,
    reprint: null,
    form: forms.handOver,
    agency,
    items: listed.map(({ dossier, owner, address }) => ({
      owner,
      address,
      code: dossier.code,
      content: dossier.procedure.name,
      result: dossier.resultNo ?? '',
      fee: dossier.fees.length > 0,
      post: dossier.returnMethod === 'post',
    })),
    handedOverAt: at,
    giver,
    taker,
  });
}

const TITLE = ['DANH SÁCH BÀN GIAO HỒ SƠ'];
const LABELS = { from: 'Bên giao:', to: 'Bên nhận:', at: 'Thời gian bàn giao:' };
const NAMES = {
  no: { name: 'TT', width: 4 },
  code: { name: 'Mã hồ sơ', width: 18 },
  content: { name: 'Thủ tục hành chính', width: 25 },
  owner: { name: 'Chủ hồ sơ', width: 16 },
  due: { name: 'Hẹn trả kết quả', width: 12 },
  papers: { name: 'Số giấy tờ', width: 7 },
  sets: { name: 'Số bộ', width: 6 },
  note: { name: 'Ghi chú', width: 12 },
};

/**
 * The list with which the desk hands papers over to an office: both sides sign for every line (giao/nhận, DOMAIN 4.3). No law
 * numbers it; head, sheet and signatures are those of the hand-over of results.
 */
export function custodyListSlip(to: string, listed: readonly Listed[], about: ListHead): Slip {
  const { ward, at, giver, taker } = about;
  const { forms } = formSetOn(wardDay(parseInstant(at) ?? 0), legalFormSets);
  const form = { ...forms.handOver, id: 'danh-sach-ban-giao/1', title: TITLE };
  const issue = { office: officeOf(ward), at, copyNo: 1, reprint: null };
  const columns = [
    column(NAMES.no),
    column(NAMES.code),
    column(NAMES.content, 'start'),
    column(NAMES.owner, 'start'),
    ...[NAMES.due, NAMES.papers, NAMES.sets].map((one) => column(one)),
    column(NAMES.note, 'start'),
  ];
  const rows = listed.map(({ dossier, owner }, index) =>
    row(
      String(index + 1),
      dossier.code,
      dossier.procedure.name,
      owner,
      timeInFigures(dossier.dueAt),
      atLeastTwo(papersOf(dossier)),
      atLeastTwo(dossier.sets),
      '',
    ),
  );
  const total = {
    cells: [`Cộng: ${atLeastTwo(listed.length)} hồ sơ, ${atLeastTwo(sum(listed))} giấy tờ`],
    total: true as const,
  };
  return paper(form, issue, '', [
    head(form, issue),
    heading(form, issue),
    fields(
      line(field(LABELS.from, ward.deskName)),
      line(field(LABELS.to, to)),
      line(field(LABELS.at, timeInWords(at))),
    ),
    table(columns, [...rows, total]),
    {
      kind: 'signatures',
      left: { role: form.signatures.left, hint: form.signatures.hint, name: oneLine(giver) },
      right: { role: form.signatures.right, hint: form.signatures.hint, name: oneLine(taker) },
    },
  ]);
}

/** Who stands in a line of a list, as far as it is open here. */
export function listedOf(dossier: Dossier, persons: ReceivedPersons | null): Listed {
  return { dossier, owner: persons?.owner.name ?? '', address: persons?.owner.address ?? '' };
}

function papersOf({ papers }: Dossier): number {
  return papers.reduce((all, one) => all + one.original + one.certifiedCopy + one.photocopy, 0);
}

function sum(listed: readonly Listed[]): number {
  return listed.reduce((all, { dossier }) => all + papersOf(dossier), 0);
}
