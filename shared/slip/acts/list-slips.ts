// Lists of dossiers that change hands together: results that come to the desk (DOMAIN 2.9), papers that go to an office (4.3).
import { parseInstant, wardDay } from '../../basics/time.ts';
import { custodyList } from '../forms/custody-list.ts';
import { formSetOn, legalFormSets } from '../forms/form-sets.ts';
import { handOverSlip } from '../forms/return-slips.ts';
import { officeOf } from './drawing.ts';
import type { ReceivedPersons } from '../../event/dossier-facts.ts';
import type { WardConfig } from '../../law/ward.ts';
import type { Dossier } from '../../project/dossiers.ts';
import type { Slip } from '../slip.ts';
import type { PaperCopy } from './drawing.ts';

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
  readonly reprint: PaperCopy['reprint'];
};

/** PHIẾU BÀN GIAO KẾT QUẢ of several results of one office. */
export function resultListSlip(agency: string, listed: readonly Listed[], about: ListHead): Slip {
  const { ward, at, giver, taker, reprint } = about;
  const { forms } = formSetOn(wardDay(parseInstant(at) ?? 0), legalFormSets);
  return handOverSlip({
    office: officeOf(ward),
    at,
    copyNo: 1,
    reprint,
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

/**
 * The list with which the desk hands papers over to an office: both sides sign for every line (giao/nhận, DOMAIN 4.3). The same
 * sheet whether it is printed with the act or for a whole session.
 * @param session when they changed hands, in words
 */
export function custodyListSlip(
  receiver: string,
  listed: readonly Listed[],
  { ward, at, giver, taker, reprint, session }: ListHead & { readonly session: string },
): Slip {
  return custodyList({
    office: officeOf(ward),
    at,
    copyNo: 1,
    reprint,
    receiver,
    session,
    giver,
    taker,
    items: listed.map(({ dossier, owner }) => ({
      code: dossier.code,
      content: dossier.procedure.name,
      owner,
      papers: papersOf(dossier),
      sets: dossier.sets,
      at: dossier.handedOverAt ?? at,
      dueAt: dossier.dueAt,
    })),
  });
}

/** Who stands in a line of a list, as far as it is open here. */
export function listedOf(dossier: Dossier, persons: ReceivedPersons | null): Listed {
  return { dossier, owner: persons?.owner.name ?? '', address: persons?.owner.address ?? '' };
}

function papersOf({ papers }: Dossier): number {
  return papers.reduce((all, one) => all + one.original + one.certifiedCopy + one.photocopy, 0);
}
