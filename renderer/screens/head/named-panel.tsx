import { useEffect, useState } from 'react';
import { useReport, useText } from '../../store/hooks.ts';
import { ListPanel } from './list-panel.tsx';
import type { NamedRows, ShownList } from './head-facts.ts';

/** So many rows are listed; more than these nobody reads beside a page. */
const LISTED = 300;

/** What a figure of a period counts: read by name when it is opened. */
export function NamedPanel({
  title,
  named,
  onClose,
}: {
  readonly title: string;
  readonly named: NamedRows;
  readonly onClose: () => void;
}) {
  const text = useText();
  const dossiersNamed = useReport((state) => state.dossiersNamed);
  const ticketsNamed = useReport((state) => state.ticketsNamed);
  const [list, setList] = useState<ShownList | null>(null);
  useEffect(() => {
    let isOpen = true;
    const show = (shown: ShownList) => isOpen && setList(shown);
    if (named.kind === 'payments') show({ kind: 'payments', rows: named.rows.slice(0, LISTED) });
    else {
      const ids = named.ids.slice(0, LISTED);
      if (named.kind === 'dossiers') void dossiersNamed(ids).then((rows) => show({ kind: 'dossiers', rows }));
      else void ticketsNamed(ids).then((rows) => show({ kind: 'tickets', rows }));
    }
    return () => {
      isOpen = false;
    };
  }, [named, dossiersNamed, ticketsNamed]);
  if (!list) return null;
  const all = named.kind === 'payments' ? named.rows.length : named.ids.length;
  return <ListPanel title={title} list={list} all={all} text={text} onClose={onClose} />;
}
