import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok } from '../../../shared/basics/result.ts';
import { parseInstant } from '../../../shared/basics/time.ts';
import { calendarSchema, readCalendar } from '../../../shared/law/calendar.ts';
import { affectedDossiers } from '../../../shared/law/calendar/affected.ts';
import { publishCalendar } from '../../../shared/law/calendar/versions.ts';
import { defaultCalendar } from '../../../shared/law/default-calendar.ts';
import { faultsOf } from '../../../shared/law/faults.ts';
import { phaseOf } from '../../../shared/law/life-cycle/acts.ts';
import { wardSchema } from '../../../shared/law/ward.ts';
import { dossiersOf } from '../../db/fold-subjects.ts';
import { parsedJson } from '../../files/json-text.ts';
import { eventsIn } from '../../files/stored-events.ts';
import { EXIT, misused, refused } from '../command.ts';
import { replaceFile } from '../import/replace-file.ts';
import type { Result } from '../../../shared/basics/result.ts';
import type { Promised } from '../../../shared/law/calendar/affected.ts';
import type { CalendarVersion } from '../../../shared/law/calendar/versions.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { Command, CommandWorld } from '../command.ts';

const named = calendarSchema.and(z.object({ version: z.string().min(1).max(60) }));

/** Calendars that were in force in a folder, the present one last; kept beside `ward.json`. */
const historySchema = z.array(
  z.object({ calendar: named, publishedAtMs: z.number(), by: z.string(), ground: z.string() }),
);

/** Stands where nobody puts a calendar into force yet: everything else is checked all the same. */
const ONLY_ASKED = 'chưa ban hành';

/** Puts a new working calendar into force, or tells what it would move. */
export const calendarCommand: Command = {
  help: `npx motcua calendar NEW.json --data DIR [--ground TEXT [--by NAME]]

Checks a new working calendar ({"version","sessions","exceptions","scopes"}) against the one in force and lists the open
dossiers whose date it would move. It moves none: slips that are printed stand until a person decides. With --ground the
calendar is put into force from the program's next start on; the versions before it are kept in calendars.json.

  --data DIR     data folder of the app
  --ground TEXT  number and date of the document that orders it; puts it into force
  --by NAME      who puts it into force (default: quan-tri)`,
  rules: { values: ['data', 'ground', 'by'], words: 1 },
  words: ['NEW.json'],
  needs: ['data'],
  run: (flags, world) => {
    const [file = ''] = flags.words;
    const dir = flags.get('data') ?? '';
    const ground = flags.get('ground');
    const next = readAs(file, named);
    if (!next.ok) return misused(world, next.error);
    const ward = readAs(join(dir, 'ward.json'), wardSchema);
    if (!ward.ok) return misused(world, `${dir} is no data folder of the app: ${ward.error}`);
    const present = ward.value.calendar ?? defaultCalendar;
    const kept = readAs(join(dir, 'calendars.json'), historySchema);
    const first = { ...present, version: present.version ?? 'truoc-day' };
    const begun = [{ calendar: first, publishedAtMs: 0, by: '', ground: 'lịch trước đây' }];
    const history: readonly CalendarVersion[] = kept.ok ? kept.value : begun;
    const published = publishCalendar(history, {
      calendar: next.value,
      publishedAtMs: world.nowMs(),
      by: flags.get('by') ?? 'quan-tri',
      ground: ground ?? ONLY_ASKED,
    });
    if (!published.ok) return refused(world, `${published.error.code}: ${published.error.field}`);
    const events = eventsIn(dir, ward.value.ward);
    if (!events.ok) return refused(world, events.error);
    const running = dossiersOf(events.value).flatMap(promisedOf);
    const affected = affectedDossiers(
      running,
      (place) => readCalendar(present, place),
      (place) => readCalendar(next.value, place),
    );
    const failed = ground === undefined ? null : write(dir, published.value, next.value);
    if (failed !== null) return refused(world, failed);
    const inForce = ground !== undefined;
    return answer(world, { version: next.value.version, running: running.length, affected, inForce });
  },
};

function answer(world: CommandWorld, told: object): number {
  world.out(JSON.stringify(told));
  return EXIT.done;
}

/** A running dossier whose date was counted by the rules; one that an officer or a letter set is moved by nobody. */
function promisedOf(dossier: Dossier): readonly Promised[] {
  const { code, clock, status, extensions, procedure, receivedAt, pauses } = dossier;
  const receivedAtMs = parseInstant(receivedAt);
  if (phaseOf(status) !== 'working' || !clock || extensions > 0 || receivedAtMs === null) return [];
  const { limit, policy } = clock;
  const stood = pauses.map(({ from, to }) => ({
    fromMs: parseInstant(from) ?? receivedAtMs,
    toMs: to === null ? null : parseInstant(to),
  }));
  const kase = { receivedAtMs, limit, pauses: stood };
  return [{ id: code, kase, policy, place: { field: procedure.fieldId } }];
}

/** The history first: a ward file that is not yet changed is the safe half. Null when both stand. */
function write(
  dir: string,
  history: readonly CalendarVersion[],
  calendar: CalendarVersion['calendar'],
): string | null {
  const path = join(dir, 'ward.json');
  const ward = parsedJson(readText(path) ?? '');
  if (!ward.ok) return `${path} cannot be read; nothing was changed`;
  try {
    replaceFile(join(dir, 'calendars.json'), `${JSON.stringify(history, null, 1)}\n`);
    replaceFile(path, `${JSON.stringify({ ...(ward.value as object), calendar }, null, 2)}\n`);
    return null;
  } catch (cause) {
    return `cannot write to ${dir}: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}

function readAs<S extends z.ZodType>(file: string, schema: S): Result<z.output<S>, string> {
  const text = readText(file);
  if (text === null) return err(`cannot read ${file}`);
  const json = parsedJson(text);
  if (!json.ok) return err(`${file} is not JSON`);
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  const [fault] = faultsOf(parsed.error);
  return err(`${file}: ${fault ? `${fault.path || 'document'}: ${fault.message}` : 'is none'}`);
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
