import { getNonce } from 'get-nonce';
import { useDeferredValue, useMemo } from 'react';
import { wardDay } from '../../../../shared/basics/time.ts';
import { receptionMs } from '../../../../shared/decide/reception.ts';
import { dueOf } from '../../../../shared/decide/due-of.ts';
import { procedureOn } from '../../../../shared/law/procedure.ts';
import { receiptOfDossier } from '../../../../shared/slip/receipt-of-dossier.ts';
import { receiptSlip } from '../../../../shared/slip/receipt-slip.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { SlipPreview } from '../../../slip/slip-preview.tsx';
import { tidyForm } from '../../../store/dossier/intake-form.ts';
import { useDossiers, useSession, useStores, useText, useUi } from '../../../store/hooks.ts';
import { useNowMs } from '../../staff-frame.tsx';
import { draftSlip } from './draft-slip.ts';
import { explanationOf } from './explanation.ts';
import { PrinterState } from './printer-state.tsx';
import classes from './paper.module.css';
import type { Slip } from '../../../../shared/slip/slip.ts';

/** Right of the desk: the paper as it will be, why its date is what it is, and how the printer stands. */
export function PaperPanel() {
  const words = useText().desk.slips;
  const shown = useShownSlip();
  return (
    <aside className={classes.panel} aria-label={words.previewTitle}>
      <h2 className={classes.title}>{words.previewTitle}</h2>
      {shown ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so a keyboard must reach it (WCAG 2.1.1)
        <div className={classes.sheet} role="group" aria-label={words.previewTitle} tabIndex={0}>
          <SlipPreview slip={shown.slip} nonce={getNonce() ?? ''} label={words.previewLabel} />
        </div>
      ) : (
        <EmptyState icon="document" title={words.previewTitle} line={words.previewEmpty} />
      )}
      {shown && shown.why !== '' && (
        <details className={classes.whyDate} open>
          <summary>{words.why}</summary>
          <p>{shown.why}</p>
        </details>
      )}
      <PrinterState />
    </aside>
  );
}

/** The slip of what is being typed, or of the dossier just received. */
function useShownSlip(): { readonly slip: Slip; readonly why: string } | null {
  const { host } = useStores();
  const words = useText().desk.slips;
  const lang = useUi((ui) => ui.lang);
  const nowMs = useNowMs();
  const officerName = useSession((session) => session.clerk?.name ?? '');
  const form = useDeferredValue(useDossiers((state) => state.intake?.form ?? null));
  const received = useDossiers((state) => state.received?.dossier ?? null);
  const persons = useDossiers((state) =>
    state.received ? state.persons[state.received.dossier.id] : undefined,
  );
  return useMemo(() => {
    const { ward } = host.hello();
    const catalogue = host.catalogue();
    if (form) {
      const procedure = procedureOn(catalogue, form.procedureCode, wardDay(nowMs)) ?? null;
      const due = procedure
        ? dueOf(tidyForm(form), procedure, { ward, nowMs: receptionMs(form, nowMs) })
        : null;
      const slip = draftSlip(form, {
        ward,
        catalogue,
        procedure,
        officerName,
        nowMs,
        codeLater: words.codeLater,
      });
      return { slip, why: due?.ok === true ? explanationOf(due.value, lang) : '' };
    }
    if (!received || !persons || persons === 'opening' || persons === 'no-key') return null;
    const slip = receiptSlip(receiptOfDossier(received, persons, ward, { copyNo: 2, reprint: null }));
    return { slip, why: explanationOf(received, lang) };
  }, [host, form, received, persons, nowMs, officerName, words, lang]);
}
