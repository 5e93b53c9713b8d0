import { wardDay } from '../../../shared/basics/time.ts';
import { defaultCalendar } from '../../../shared/law/default-calendar.ts';
import { receiptFormOn } from '../../../shared/slip/form-set.ts';
import { formatDay, weekdayWord } from '../../../shared/text/dates.ts';
import { Facts, Section, SmallTable } from '../../parts/section.tsx';
import { useStores, useText, useUi } from '../../store/hooks.ts';
import { levelName } from '../level-name.ts';
import { useNowMs } from '../staff-frame.tsx';
import classes from './settings.module.css';

/** Names and numbers of the ward, from its file. */
export function WardSection() {
  const { host } = useStores();
  const { settings, common } = useText();
  const lang = useUi((ui) => ui.lang);
  const { ward } = host.hello();
  const nowMs = useNowMs();
  const words = settings.ward;
  const pick = (vi: string, en: string) => (lang === 'vi' ? vi : `${vi} / ${en}`);
  return (
    <Section title={words.title} line={words.from}>
      <Facts
        facts={[
          { name: words.unit, value: pick(ward.unit, ward.unitEn) },
          { name: words.superior, value: ward.superior },
          { name: words.desk, value: pick(ward.deskName, ward.deskNameEn) },
          { name: words.code, value: ward.unitCode },
          { name: words.place, value: ward.place },
          { name: words.hotline, value: ward.hotline === '' ? common.none : ward.hotline },
          { name: words.upper, value: levelName(ward, lang, common) },
          { name: words.forms, value: receiptFormOn(wardDay(nowMs)).basis.replace(/^\(|\)$/g, '') },
        ]}
      />
    </Section>
  );
}

/** Counters and the number series each of them serves. */
export function CountersSection() {
  const { host } = useStores();
  const { counters: words } = useText().settings;
  const lang = useUi((ui) => ui.lang);
  const { counters } = host.hello().ward;
  return (
    <Section title={words.title}>
      <SmallTable
        label={words.title}
        columns={[words.name, words.series]}
        rows={counters.map(({ id, name, nameEn, series }) => ({
          id,
          cells: [lang === 'vi' ? name : nameEn, seriesWords(series)],
        }))}
      />
    </Section>
  );
}

/** Clerks with their roles, and the offices that process dossiers. */
export function PeopleSection() {
  const { host } = useStores();
  const { settings, life } = useText();
  const { clerks, offices } = host.hello().ward;
  return (
    <>
      <Section title={settings.clerks.title}>
        <SmallTable
          label={settings.clerks.title}
          columns={[settings.clerks.name, settings.clerks.role]}
          rows={clerks.map(({ id, name, role }) => ({ id, cells: [name, life.roles[role]] }))}
        />
      </Section>
      <Section title={settings.offices}>
        <ul className={classes.plain}>
          {offices.map((office) => (
            <li key={office}>{office}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** Neighbouring letters are drawn together: C–T. */
function seriesWords(series: readonly string[]): string {
  const runs: string[][] = [];
  for (const letter of [...series].sort()) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last !== undefined && letter.charCodeAt(0) === last.charCodeAt(0) + 1) run.push(letter);
    else runs.push([letter]);
  }
  return runs
    .map((run) => (run.length > 2 ? `${run[0] ?? ''}–${run.at(-1) ?? ''}` : run.join(', ')))
    .join(', ');
}

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const NEXT_DAYS = 4;

/** Working hours, coming days that differ, and the policy of due times. */
export function CalendarSection() {
  const { host } = useStores();
  const { settings } = useText();
  const lang = useUi((ui) => ui.lang);
  const today = wardDay(useNowMs());
  const { calendar = defaultCalendar, duePolicy } = host.hello().ward;
  const words = settings.calendar;
  const next = calendar.exceptions
    .filter(({ date }) => date >= today)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .slice(0, NEXT_DAYS);
  return (
    <Section title={words.title}>
      <SmallTable
        label={words.title}
        columns={[words.day, words.sessions]}
        rows={week.map((day, index) => ({
          id: day,
          cells: [weekdayWord((index + 1) % 7, lang), calendar.sessions[day]?.join(', ') ?? words.off],
        }))}
      />
      <div className={classes.below}>
        <Facts
          facts={[
            { name: words.dueAt, value: words.policies[duePolicy.dueAt] },
            { name: words.cutoff, value: duePolicy.cutoff },
          ]}
        />
        <p className={classes.soft}>{words.exceptions(calendar.exceptions.length)}</p>
        {next.length > 0 && (
          <SmallTable
            label={words.next}
            columns={[words.next, words.sessions]}
            rows={next.map(({ date, kind, sessions, reason, verified }) => ({
              id: date,
              cells: [
                formatDay(date),
                [
                  words.kinds[kind],
                  sessions?.join(', '),
                  reason,
                  verified === false ? words.unverified : undefined,
                ]
                  .filter((part) => part !== undefined && part !== '')
                  .join(' · '),
              ],
            }))}
          />
        )}
      </div>
    </Section>
  );
}
