import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Icon } from '../../../../parts/icons.tsx';
import { useDossiers, useText } from '../../../../store/hooks.ts';
import { SlipNote } from '../../slip-note.tsx';
import classes from './scan.module.css';
import type { FieldChange } from '../../../../../shared/decide/intake/card-fill.ts';
import type { CardQrRefusal } from '../../../../../shared/law/ids/card-qr.ts';
import type { Messages } from '../../../../../shared/text/messages/index.ts';
import type { ScanNote as Note } from '../../../../store/intake/intake-state.ts';

type Words = Messages['desk']['intake']['more'];

/** What became of the last scan; what needs a decision takes the focus, and gives it back. */
export function ScanNote() {
  const scan = useDossiers((state) => state.scan);
  const words = useText().desk.intake.more;
  if (!scan) return <SlipNote asks />;
  const isQuestion = scan.state === 'ask' || scan.state === 'ask-who';
  return (
    <section
      className={classes.note}
      data-state={scan.state}
      aria-label={words.scan.title}
      role={isQuestion ? 'group' : 'status'}
    >
      <Icon name={scan.state === 'filled' ? 'check' : 'warning'} size={20} />
      <div className={classes.said}>
        {scan.state === 'refused' && <p>{refusalText(scan.refusal, words)}</p>}
        {scan.state === 'filled' && <Filled scan={scan} />}
        {scan.state === 'ask-who' && <AskWho scan={scan} />}
        {scan.state === 'ask' && <Ask scan={scan} />}
      </div>
      {!isQuestion && <Close />}
    </section>
  );
}

function Close() {
  const words = useText().desk.intake.more;
  const dropScan = useDossiers((state) => state.dropScan);
  return (
    <button type="button" className={classes.close} aria-label={words.close} onClick={dropScan}>
      <Icon name="cross" size={18} />
    </button>
  );
}

function Filled({ scan }: { readonly scan: Extract<Note, { state: 'filled' }> }) {
  const words = useText().desk.intake.more;
  const whose = words.scan.who[scan.who];
  const fields = scan.changes.map(({ field }) => words.fields[field].toLowerCase()).join(', ');
  return (
    <>
      <p>{fields === '' ? words.scan.same(whose) : words.scan.filled(whose, fields)}</p>
      <p className={classes.soft}>{scan.repaired ? words.scan.repaired : words.scan.check}</p>
    </>
  );
}

function AskWho({ scan }: { readonly scan: Extract<Note, { state: 'ask-who' }> }) {
  const words = useText().desk.intake.more;
  const fillScan = useDossiers((state) => state.fillScan);
  const dropScan = useDossiers((state) => state.dropScan);
  useFocusBack();
  return (
    <>
      <p>{words.scan.askWho(scan.person.name ?? '')}</p>
      <p className={classes.acts}>
        <Button size="sm" autoFocus onClick={() => fillScan('owner', false)}>
          {words.scan.into.owner}
        </Button>
        <Button size="sm" onClick={() => fillScan('submitter', false)}>
          {words.scan.into.submitter}
        </Button>
        <Button size="sm" variant="default" onClick={dropScan}>
          {words.scan.leave}
        </Button>
      </p>
    </>
  );
}

function Ask({ scan }: { readonly scan: Extract<Note, { state: 'ask' }> }) {
  const words = useText().desk.intake.more;
  const fillScan = useDossiers((state) => state.fillScan);
  const dropScan = useDossiers((state) => state.dropScan);
  useFocusBack();
  return (
    <>
      <p>{words.scan.ask(words.scan.who[scan.who])}</p>
      <table className={classes.changes}>
        <thead>
          <tr>
            <td aria-hidden="true" />
            <th scope="col">{words.scan.typed}</th>
            <th scope="col">{words.scan.card}</th>
          </tr>
        </thead>
        <tbody>
          {[...scan.clashes, ...scan.fills].map((change) => (
            <Change key={change.field} change={change} words={words} />
          ))}
        </tbody>
      </table>
      {scan.repaired && <p className={classes.soft}>{words.scan.repaired}</p>}
      <p className={classes.acts}>
        <Button size="sm" autoFocus onClick={() => fillScan(scan.who, true)}>
          {words.scan.replace}
        </Button>
        <Button size="sm" variant="default" onClick={() => fillScan(scan.who, false)}>
          {words.scan.onlyEmpty}
        </Button>
        <Button size="sm" variant="default" onClick={dropScan}>
          {words.scan.leave}
        </Button>
      </p>
    </>
  );
}

function Change({ change, words }: { readonly change: FieldChange; readonly words: Words }) {
  return (
    <tr>
      <th scope="row">{words.fields[change.field]}</th>
      <td className={classes.old}>{change.from === '' ? <em>{words.empty}</em> : change.from}</td>
      <td>{change.to}</td>
    </tr>
  );
}

/** A question borrows the focus; once it is answered the clerk goes on where the hands were. */
function useFocusBack(): void {
  const from = useRef(document.activeElement);
  useEffect(() => {
    const element = from.current;
    return () => {
      if (element instanceof HTMLElement && element.isConnected) element.focus();
    };
  }, []);
}

function refusalText(refusal: CardQrRefusal, { scan }: Words): string {
  return refusal.code === 'card-qr-mangled' ? scan.mangled[refusal.by] : scan.refused[refusal.code];
}
