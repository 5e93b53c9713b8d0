import { Icon } from '../../../parts/icons.tsx';
import { useLink, usePapers, useText } from '../../../store/hooks.ts';
import classes from './paper.module.css';
import type { PrinterStatus } from '../../../../shared/bridge.ts';

/** How the printer for slips stands; of several the clerk may choose one for the next papers. */
export function PrinterState() {
  const words = useText().desk.slips;
  const hostUp = useLink((link) => link.hostUp);
  const printers = useLink((link) => link.status?.printers);
  const chosen = usePapers((papers) => papers.chosen);
  const own = printers?.filter(({ purpose }) => purpose === 'slips') ?? [];
  const printer =
    own.find(({ id }) => id === chosen) ?? own.find(({ state }) => state !== 'failing') ?? own[0];
  const state = printer?.state ?? 'unknown';
  if (hostUp && printers && !printer) return <p className={classes.printer}>{words.noPrinter}</p>;
  return (
    <p className={classes.printer} data-state={hostUp ? state : 'failing'} role="status">
      <Icon name={hostUp && state !== 'failing' ? 'printer' : 'warning'} size={18} />
      <span>
        <strong>{printer?.name ?? words.printer}</strong>:{' '}
        {hostUp ? words.printers[state] : words.printerAway}
        {printer && printer.waiting > 0 && ` · ${words.printerWaiting(printer.waiting)}`}
        <PrinterChoice printers={own} />
      </span>
    </p>
  );
}

/** Another printer than the first that is ready; where there is only one there is nothing to choose. */
function PrinterChoice({ printers }: { readonly printers: readonly PrinterStatus[] }) {
  const words = useText().papers.printers;
  const chosen = usePapers((papers) => papers.chosen);
  const choose = usePapers((papers) => papers.choose);
  if (printers.length < 2) return null;
  return (
    <label className={classes.choice}>
      {words.choose}{' '}
      <select
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) => choose(value === '' ? null : value)}
      >
        <option value="">{words.auto}</option>
        {printers.map(({ id, name, state }) => (
          <option key={id} value={id}>
            {state === 'failing' ? `${name} – ${words.states.failing}` : name}
          </option>
        ))}
      </select>
    </label>
  );
}
