import { Icon } from '../../../parts/icons.tsx';
import { useLink, useText } from '../../../store/hooks.ts';
import classes from './paper.module.css';

/** How the printer for slips stands. */
export function PrinterState() {
  const words = useText().desk.slips;
  const hostUp = useLink((link) => link.hostUp);
  const printers = useLink((link) => link.status?.printers);
  const printer = printers?.find(({ purpose }) => purpose === 'slips');
  const state = printer?.state ?? 'unknown';
  if (hostUp && printers && !printer) return <p className={classes.printer}>{words.noPrinter}</p>;
  return (
    <p className={classes.printer} data-state={hostUp ? state : 'failing'} role="status">
      <Icon name={hostUp && state !== 'failing' ? 'printer' : 'warning'} size={18} />
      <span>
        <strong>{printer?.name ?? words.printer}</strong>:{' '}
        {hostUp ? words.printers[state] : words.printerAway}
        {printer && printer.waiting > 0 && ` · ${words.printerWaiting(printer.waiting)}`}
      </span>
    </p>
  );
}
