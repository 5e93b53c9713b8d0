import { DRAFT_DAYS, READ_LOG_YEARS } from '../../../../shared/law/people/retention.ts';
import { Section, SmallTable } from '../../../parts/section.tsx';
import { useText } from '../../../store/hooks.ts';

/** How long what is kept, from the rules that purge by (DOMAIN 9.5). */
export function KeepPart() {
  const words = useText().people.keep;
  const { columns, rows } = words;
  const counted: Readonly<Record<string, string>> = {
    drafts: words.days(DRAFT_DAYS),
    readlog: words.years(READ_LOG_YEARS),
  };
  return (
    <Section title={words.title} line={words.intro}>
      <SmallTable
        label={words.title}
        columns={[columns.what, columns.how, columns.after]}
        rows={Object.entries(rows).map(([id, row]) => ({
          id,
          cells: [row.what, counted[id] ?? row.how, row.after],
        }))}
      />
    </Section>
  );
}
