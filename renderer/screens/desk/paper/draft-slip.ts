import { toIso, wardDay } from '../../../../shared/basics/time.ts';
import { dueOf } from '../../../../shared/decide/due-of.ts';
import { feesOf, receptionMs } from '../../../../shared/decide/reception.ts';
import { receiptFormOn } from '../../../../shared/slip/form-set.ts';
import { receiptOfDossier } from '../../../../shared/slip/receipt-of-dossier.ts';
import { receiptSlip } from '../../../../shared/slip/receipt-slip.ts';
import { tidyForm } from '../../../store/dossier/intake-form.ts';
import type { ReceptionForm } from '../../../../shared/decide/reception.ts';
import type { Catalogue, Procedure } from '../../../../shared/law/procedure.ts';
import type { WardConfig } from '../../../../shared/law/ward.ts';
import type { Slip } from '../../../../shared/slip/slip.ts';

/** What a draft is drawn from besides the form. */
export type DraftWorld = {
  readonly ward: WardConfig;
  readonly catalogue: Catalogue;
  readonly procedure: Procedure | null;
  readonly officerName: string;
  readonly nowMs: number;
  /** Stands where the code will be. */
  readonly codeLater: string;
};

/** Mẫu 01 as it would be if the form were received now; what is not typed yet stays a dotted line. */
export function draftSlip(typed: ReceptionForm, world: DraftWorld): Slip {
  const { ward, procedure, officerName } = world;
  const form = tidyForm(typed);
  const nowMs = receptionMs(form, world.nowMs);
  const { corrects } = form;
  const corrected = corrects ? { correction: corrects.correction, correctedAt: toIso(world.nowMs) } : {};
  const day = wardDay(nowMs);
  const due = procedure ? dueOf(form, procedure, { ward, nowMs }) : null;
  const field = world.catalogue.fields.find(({ id }) => id === procedure?.fieldId);
  const dueAt = due?.ok === true ? due.value.dueAt : '';
  const input = receiptOfDossier(
    {
      ...corrected,
      code: corrects?.code ?? world.codeLater,
      provisional: false,
      day,
      ticketId: form.ticketId,
      ticketNumber: form.ticketNumber,
      procedure: {
        code: procedure?.code ?? '',
        version: procedure?.version ?? '',
        name: procedure?.name ?? '',
        fieldId: procedure?.fieldId ?? '',
        fieldName: field?.name ?? '',
        agency: procedure?.agency ?? '',
      },
      channel: 'counter',
      papers: papersOf(form, procedure),
      sets: form.sets,
      fees: procedure
        ? feesOf(form, procedure).lines.map(({ kind, label, amount }) => ({ kind, label, amount }))
        : [],
      limitText: due?.ok === true ? due.value.limitText : '',
      receivedAt: toIso(nowMs),
      dueAt: dueAt === '' ? toIso(nowMs) : dueAt,
      dueTrace: [],
      dueExplanation: due?.ok === true ? due.value.dueExplanation : '',
      returnMethod: form.returnMethod,
      book: field ? `${field.name} ${day.slice(0, 4)}` : '',
      officerName,
      form: receiptFormOn(day).id,
    },
    {
      owner: form.owner,
      submitter: form.submitterIsOwner ? form.owner : form.submitter,
      authorisation: '',
      note: '',
    },
    ward,
    { copyNo: 2, reprint: null },
  );
  const { labels } = input.form;
  const slip = receiptSlip(input);
  return procedure && due?.ok === true
    ? slip
    : blanked(slip, procedure ? [labels.dueAt] : [labels.dueAt, labels.fee]);
}

/** The slip with some fields left to be filled: what is not known yet must not look decided. */
function blanked(slip: Slip, unknown: readonly string[]): Slip {
  const blocks = slip.blocks.map((block) => {
    if (block.kind !== 'fields') return block;
    const lines = block.lines.map((line) => ({
      ...line,
      parts: line.parts.map((part) => (unknown.includes(part.label) ? { ...part, value: '' } : part)),
    }));
    return { ...block, lines };
  });
  return { ...slip, blocks };
}

function papersOf(form: ReceptionForm, procedure: Procedure | null) {
  return (procedure?.papers ?? []).flatMap(({ id, name }) => {
    const count = form.papers.find(({ paperId }) => paperId === id);
    if (!count || count.original + count.certifiedCopy + count.photocopy === 0) return [];
    const { original, certifiedCopy, photocopy } = count;
    return [{ name, original, certifiedCopy, photocopy }];
  });
}
