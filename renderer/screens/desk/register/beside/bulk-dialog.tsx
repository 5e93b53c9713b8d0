import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { parseInstant, toIso, wardDay } from '../../../../../shared/basics/time.ts';
import { usualLifeRules } from '../../../../../shared/law/life-cycle/life-rules.ts';
import { actsFrom } from '../../../../../shared/law/life-cycle/step.ts';
import { listedOf } from '../../../../../shared/slip/acts/list-slips.ts';
import { formatDay, formatTime } from '../../../../../shared/text/dates.ts';
import { TroubleNote } from '../../../../parts/trouble-note.tsx';
import { openedPersons } from '../../../../store/filings/filing-state.ts';
import { useDossiers, useFilings, useSession, useStores, useText } from '../../../../store/hooks.ts';
import { useProcedureName } from '../../../catalogue-names.ts';
import { Dialog } from '../../queue/dialogs/dialog.tsx';
import { AskReason } from '../../../printing/ask-reason.tsx';
import { bulkList, isPrinted } from './bulk-list.ts';
import classes from './bulk.module.css';
import type { Dossier } from '../../../../../shared/project/dossiers.ts';
import type { ListWish } from '../../../../store/filings/filing-deps.ts';
import type { ListPaper, ListPrint } from '../../../../store/papers/list-prints.ts';
import type { BulkKind as Kind } from './bulk-list.ts';

const KINDS: readonly Kind[] = ['hand-over', 'take-over', 'release'];

/** Several dossiers change hands at once: ticked, recorded in one step, signed on one list [D16]. */
export function BulkDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const words = text.filings.bulk;
  const { ward } = useStores().host.hello();
  const [kind, setKind] = useState<Kind>('hand-over');
  const [office, setOffice] = useState(ward.offices[0] ?? '');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const candidates = useCandidates(kind, office);
  const chosen = candidates.filter(({ id }) => ticked.includes(id));
  const trouble = useFilings((state) => state.trouble);
  const forget = useFilings((state) => state.forgetTrouble);
  const { done, busy, go, printAgain, leaveReason } = useBulk(kind, office, chosen);
  if (done)
    return (
      <Dialog title={words.title} onClose={onClose}>
        {trouble && <TroubleNote trouble={trouble} text={text} onClose={forget} />}
        {done.last?.state === 'reason-needed' ? (
          <AskReason
            title={words.reasonTitle}
            onReason={(reason) => void printAgain(reason)}
            onClose={leaveReason}
          />
        ) : (
          <>
            <p role="status">{isPrinted(done.last) ? words.done(done.dossiers.length) : words.notPrinted}</p>
            <div className={classes.buttons}>
              <Button autoFocus onClick={onClose}>
                {words.close}
              </Button>
              <Button variant="default" loading={busy} onClick={() => void printAgain('')}>
                {words.reprint}
              </Button>
            </div>
          </>
        )}
      </Dialog>
    );
  return (
    <Dialog title={words.title} onClose={onClose}>
      {trouble && <TroubleNote trouble={trouble} text={text} onClose={forget} />}
      <div className={classes.pair}>
        <NativeSelect
          size="sm"
          label={words.what}
          data={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={(event) => {
            setKind(event.currentTarget.value as Kind);
            setTicked([]);
          }}
        />
        <NativeSelect
          size="sm"
          label={kind === 'hand-over' ? words.to : words.from}
          data={[...ward.offices]}
          value={office}
          onChange={(event) => {
            setOffice(event.currentTarget.value);
            setTicked([]);
          }}
        />
      </div>
      {candidates.length === 0 && <p>{words.none}</p>}
      {candidates.length > 0 && (
        <Checkbox
          size="md"
          label={words.all}
          checked={chosen.length === candidates.length}
          indeterminate={chosen.length > 0 && chosen.length < candidates.length}
          onChange={() =>
            setTicked(chosen.length === candidates.length ? [] : candidates.map(({ id }) => id))
          }
        />
      )}
      <ul className={classes.list}>
        {candidates.map((dossier) => (
          <Candidate
            key={dossier.id}
            dossier={dossier}
            ticked={ticked.includes(dossier.id)}
            onTick={(tick) =>
              setTicked(tick ? [...ticked, dossier.id] : ticked.filter((id) => id !== dossier.id))
            }
          />
        ))}
      </ul>
      <p role="status">{words.chosen(chosen.length)}</p>
      <div className={classes.buttons}>
        <Button loading={busy} disabled={chosen.length === 0} onClick={() => void go()}>
          {words.go(chosen.length)}
        </Button>
      </div>
    </Dialog>
  );
}

type CandidateProps = {
  readonly dossier: Dossier;
  readonly ticked: boolean;
  readonly onTick: (tick: boolean) => void;
};

function Candidate({ dossier, ticked, onTick }: CandidateProps) {
  const words = useText().filings.bulk;
  const name = useProcedureName()(dossier.procedure);
  const owner = useDossiers((state) => openedPersons(state.persons[dossier.id])?.owner.name ?? '');
  const dueMs = parseInstant(dossier.dueAt) ?? 0;
  return (
    <li>
      <Checkbox
        size="md"
        aria-label={words.tick(dossier.code)}
        label={`${dossier.code} · ${owner === '' ? '' : `${owner} · `}${name}`}
        description={words.due(`${formatTime(dueMs)} ${formatDay(wardDay(dueMs))}`)}
        checked={ticked}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
    </li>
  );
}

/** The dossiers with which this can be done now, the ones that came first first. */
function useCandidates(kind: Kind, office: string): readonly Dossier[] {
  const { ward } = useStores().host.hello();
  const role = useSession((session) => session.clerk?.role ?? 'reception');
  const dossiers = useDossiers((state) => state.dossiers);
  return useMemo(() => {
    const rules = ward.lifeCycle ?? usualLifeRules;
    const isThere = ({ status, office: at }: Dossier) =>
      kind === 'hand-over' || at === office || (kind === 'release' && status === 'received');
    return (dossiers ?? [])
      .flatMap(({ state }) => state ?? [])
      .filter(
        (one) =>
          isThere(one) && actsFrom({ state: one.status, below: one.below }, role, rules).includes(kind),
      )
      .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
  }, [dossiers, kind, office, role, ward]);
}

type Done = {
  readonly dossiers: readonly Dossier[];
  readonly list: ListPaper;
  readonly last: ListPrint | null;
};

/** Records the list in one step, then prints it; who prints it again says why. */
function useBulk(kind: Kind, office: string, chosen: readonly Dossier[]) {
  const { host, clock, dossiers: store } = useStores();
  const { ward } = host.hello();
  const clerk = useSession((session) => session.clerk?.name ?? '');
  const actOnList = useFilings((state) => state.actOnList);
  const printList = useFilings((state) => state.printList);
  const busy = useFilings((state) => state.busy);
  const openPersons = useDossiers((state) => state.openPersons);
  const [done, setDone] = useState<Done | null>(null);
  const listOf = (dossiers: readonly Dossier[]): ListPaper => {
    const { persons } = store.getState();
    const listed = dossiers.map((one) => listedOf(one, openedPersons(persons[one.id])));
    return bulkList(kind, office, listed, { ward, at: toIso(clock.nowMs()), clerk });
  };
  const wish: ListWish =
    kind === 'hand-over'
      ? { act: kind, to: office }
      : kind === 'take-over'
        ? { act: kind, officerName: clerk }
        : { act: kind, resultNo: '' };
  const print = async (made: Omit<Done, 'last'>, reason: string) => {
    const last = await printList(made.list, reason);
    setDone({ ...made, last });
  };
  return {
    done,
    busy,
    go: async () => {
      const ids = chosen.map(({ id }) => id);
      await openPersons(ids);
      const dossiers = await actOnList(ids, wish);
      if (dossiers) await print({ dossiers, list: listOf(dossiers) }, '');
    },
    printAgain: async (reason: string) => {
      if (done) await print(done, reason);
    },
    /** A reprint that nobody wants to give a reason for. */
    leaveReason: () => done && setDone({ ...done, last: null }),
  };
}
