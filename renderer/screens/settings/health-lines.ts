// The health page in plain lines, made from what the host and the link tell; each line carries its colour as a word too.
import { sinceWords } from '../../parts/connection-pill.tsx';
import { bytesWords, clockBasisWords, clockWords, diskWords, missingByDamage } from '../sync/sync-facts.ts';
import { troubleWords } from '../../../shared/text/trouble-words.ts';
import type { HostHello, HostStatus, PrinterStatus } from '../../../shared/bridge.ts';
import type { Messages } from '../../../shared/text/messages/index.ts';
import type { LinkState } from '../../store/link-store.ts';
import type { VoiceReport } from '../../voice/load-clips.ts';
import type { ClockView, SpaceView } from '../../store/upkeep/upkeep-state.ts';

/** How good it is: fine, worth knowing (nothing to do), needs attention, needs action now. */
export type HealthTone = 'ok' | 'note' | 'warn' | 'late';

/** One line of the health page. */
export type HealthLine = {
  readonly id: string;
  readonly tone: HealthTone;
  readonly name: string;
  readonly words: string;
  /** For the administrator, in small print. */
  readonly detail?: string;
};

type Known = {
  readonly link: LinkState;
  readonly hello: HostHello;
  readonly nowMs: number;
  readonly text: Messages;
  /** The clock and the browser's storage as the page watches them; null while unknown. */
  readonly clock?: ClockView | null;
  readonly space?: SpaceView | null;
  /** The clips of spoken calls; null while they are not known, left out where nobody looked. */
  readonly voice?: VoiceReport | null;
};

/** Every line of the health page, in the order a person would ask. */
export function healthLines(known: Known): readonly HealthLine[] {
  const { link, text } = known;
  const { status } = link;
  return [
    hostLine(known),
    ...(status ? [secondLine(status, link.unsavedAtHost, text)] : []),
    districtLine(known),
    ...(status
      ? [diskLine(status, text), ...printerLines(status.printers, text), clockLine(status, known)]
      : []),
    ...spaceLines(known),
    keyLine(known),
    ...voiceLines(known),
    ...(status && status.quarantined > 0 ? [quarantineLine(status, text)] : []),
  ];
}

/** The worst tone among lines; what is only worth knowing does not count. */
export function worstTone(lines: readonly HealthLine[]): Exclude<HealthTone, 'note'> {
  if (lines.some(({ tone }) => tone === 'late')) return 'late';
  return lines.some(({ tone }) => tone === 'warn') ? 'warn' : 'ok';
}

function hostLine({ link, nowMs, text }: Known): HealthLine {
  const { lines } = text.sync.health;
  const base = { id: 'host', name: lines.host } as const;
  if (link.hostUp) return { ...base, tone: 'ok', words: lines.hostFine };
  return { ...base, tone: 'late', words: lines.hostAway(sinceWords(link.hostSince, nowMs)) };
}

function secondLine(status: HostStatus, unsaved: number, text: Messages): HealthLine {
  const { host } = status;
  const { machine, health } = text.sync;
  const gone = missingByDamage(status);
  const base = { id: 'second', name: health.lines.second } as const;
  if (host.journalFault !== null) return { ...base, tone: 'late', words: machine.secondFault };
  if (unsaved > 0) return { ...base, tone: 'warn', words: machine.secondLacks(unsaved) };
  if (gone > 0) return { ...base, tone: 'warn', words: text.upkeep.damage.missing(gone) };
  return { ...base, tone: 'ok', words: machine.secondFine };
}

function districtLine({ link, nowMs, text }: Known): HealthLine {
  const { lines } = text.sync.health;
  const base = { id: 'district', name: lines.district } as const;
  const state = link.status?.district.state ?? (link.hostUp ? 'sending' : 'offline');
  const since = sinceWords(link.status?.district.since ?? link.hostSince, nowMs);
  switch (state) {
    case 'online':
    case 'sending':
      return { ...base, tone: 'ok', words: lines.districtFine };
    case 'offline':
      return { ...base, tone: 'warn', words: lines.districtOffline(since, link.unsent) };
    case 'refused':
      return { ...base, tone: 'late', words: lines.districtRefused(since) };
    case 'not-enrolled':
      return { ...base, tone: 'warn', words: lines.districtAlone };
  }
}

function diskLine({ disk }: HostStatus, text: Messages): HealthLine {
  const { health, machine } = text.sync;
  const tones = { fine: 'ok', low: 'warn', stop: 'late' } as const;
  return { id: 'disk', name: health.lines.disk, tone: tones[disk.level], words: diskWords(disk, machine) };
}

function printerLines(printers: readonly PrinterStatus[], text: Messages): readonly HealthLine[] {
  const { health, printers: words } = text.sync;
  if (printers.length === 0)
    return [{ id: 'printer', name: health.lines.noPrinter, tone: 'warn', words: words.none }];
  return printers.map((printer) => ({
    id: `printer-${printer.id}`,
    name: health.lines.printer(printer.name),
    ...printerState(printer, text),
  }));
}

function printerState(
  { state, fault, waiting }: PrinterStatus,
  text: Messages,
): Pick<HealthLine, 'tone' | 'words'> {
  const { lines } = text.sync.health;
  const queue = waiting > 0 ? ` ${lines.printerWaiting(waiting)}` : '';
  if (state === 'unknown') return { tone: 'ok', words: lines.printerUnknown + queue };
  if (state === 'ok') return { tone: waiting > 0 ? 'warn' : 'ok', words: lines.printerFine + queue };
  const named = troubleWords({ code: fault ?? 'printer-failed' }, text.trouble);
  const { what, todo } = named.known ? named : troubleWords({ code: 'printer-failed' }, text.trouble);
  return { tone: 'late', words: lines.printerFailing(what, todo) + queue };
}

function clockLine({ district }: HostStatus, { text, clock, nowMs }: Known): HealthLine {
  const { health, machine } = text.sync;
  const base = { id: 'clock', name: health.lines.clock };
  if (clock?.verdict === 'battery') {
    const clockText = text.upkeep.machine.clock;
    const basis = clockBasisWords(clock, nowMs, clockText);
    const words = `${clockText.verdicts.battery} ${basis} ${clockText.advice[clock.advice]}`;
    return { ...base, tone: 'late', words };
  }
  const { fine, words } = clockWords(district.clockAheadMs, machine);
  return {
    ...base,
    tone: fine ? 'ok' : 'warn',
    words: fine ? words : `${words} ${machine.clockTodo}`,
  };
}

/** The browser's storage: how full it is, whether the browser keeps it, and what lies under it. */
function spaceLines({ space, text, hello }: Known): readonly HealthLine[] {
  const words = text.upkeep.machine.space;
  if (!space) return [];
  const tones = { fine: 'ok', low: 'warn', stop: 'late' } as const;
  const { usedBytes, quotaBytes, persisted, level } = space;
  const known = usedBytes !== null && quotaBytes !== null;
  const told = known
    ? words[level](bytesWords(usedBytes, words), bytesWords(quotaBytes, words))
    : words.unknown;
  const kept = persisted === null ? words.unknown : persisted ? words.keptYes : words.keptNo;
  return [
    { id: 'space', name: words.name, tone: tones[level], words: told },
    { id: 'kept', name: words.kept, tone: persisted === true ? 'ok' : 'note', words: kept },
    {
      id: 'backend',
      name: words.backend,
      tone: 'ok',
      words: words.backends[hello.shell],
      detail: words.backendDetails[hello.shell],
    },
  ];
}

function keyLine({ hello, text }: Known): HealthLine {
  const { lines } = text.sync.health;
  const words = { 'system-store': lines.keySystem, file: lines.keyFile, none: lines.keyNone };
  return {
    id: 'key',
    name: lines.key,
    tone: hello.wardKey === 'none' ? 'late' : 'ok',
    words: words[hello.wardKey],
  };
}

/** Whether calls are spoken, and what is wrong with the files of the voice [CA4] [CA5]. */
function voiceLines({ voice, text }: Known): readonly HealthLine[] {
  const { lines } = text.sync.health;
  const base = { id: 'voice', name: lines.voice } as const;
  if (voice === undefined) return [];
  if (voice === null) return [{ ...base, tone: 'note', words: lines.voiceUnknown }];
  const { playable, wanted, own, missing, broken, strange } = voice;
  const wrong = [
    ...(missing.length > 0 && playable > 0 ? [lines.voiceMissing(missing.join(', '))] : []),
    ...(broken.length > 0 ? [lines.voiceBroken(broken.join(', '))] : []),
    ...(strange.length > 0 ? [lines.voiceStrange(strange.join(', '))] : []),
  ];
  const first = playable === 0 ? [lines.voiceNone] : [];
  if (first.length + wrong.length > 0)
    return [{ ...base, tone: 'warn', words: [...first, ...wrong].join(' ') }];
  return [{ ...base, tone: 'ok', words: lines.voiceFine(wanted, own.length) }];
}

function quarantineLine({ quarantined }: HostStatus, text: Messages): HealthLine {
  const { health, machine } = text.sync;
  return {
    id: 'quarantine',
    name: health.lines.quarantine,
    tone: 'warn',
    words: machine.quarantined(quarantined),
  };
}
