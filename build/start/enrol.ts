// A fresh installation asks in at the district server that is started along with it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeProgram, runToEnd } from './child.ts';

/** What the start program needs to know to fetch a code. */
type Place = { readonly house: string; readonly data: string; readonly ward: string | null };

/** Whether the data folder's device has asked in before. */
export function isEnrolled(data: string): boolean {
  return field(join(data, 'device.json'), 'enrolled') === true;
}

/** A one-time code for this installation; null when none could be had. */
export async function enrolCode({ house, data, ward }: Place): Promise<string | null> {
  const files = [ward, join(data, 'ward.json'), join(house, 'build', 'demo', 'ward.json')];
  const name = files
    .map((file) => (file === null ? undefined : field(file, 'ward')))
    .find((found) => typeof found === 'string');
  if (typeof name !== 'string') return null;
  const args = ['enrol-code', '--data', join(data, 'district'), '--ward', name, '--role', 'all'];
  const { code, printed } = await runToEnd(
    process.execPath,
    nodeProgram(join(house, 'server', 'cli', 'motcua.ts'), args),
  );
  return code === 0 ? codeIn(printed) : null;
}

/** The code stands alone on the last line, or as `code` in a JSON answer. */
function codeIn(printed: string): string | null {
  const line = printed.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) return line === '' ? null : line;
  const answer: unknown = JSON.parse(line);
  return typeof answer === 'object' && answer !== null && 'code' in answer ? String(answer.code) : null;
}

function field(path: string, name: string): unknown {
  if (!existsSync(path)) return undefined;
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  } catch {
    return undefined;
  }
}
