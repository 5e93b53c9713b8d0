// The fake host with the faults that the address asks for.
import { ok } from '../../../shared/basics/result.ts';
import { toIso, wardDay } from '../../../shared/basics/time.ts';
import { periodFigures } from '../../../shared/report/day-figures.ts';
import type { DamagedFile, HostStatus } from '../../../shared/bridge.ts';
import type { Dossier } from '../../../shared/project/dossiers.ts';
import type { HostCalls, Opened, StoreDeps } from '../../../renderer/store/deps.ts';

/** Wraps the host of `deps`. */
export function withStatus({ host, reads, clock }: StoreDeps, asked: URLSearchParams): HostCalls {
  let dossiers: readonly Dossier[] = [];
  reads.watchDossiers({ day: '', recent: Infinity }, ({ rows }) => {
    dossiers = rows.flatMap(({ state }) => (state ? [state] : []));
  });
  const figures = asked.get('figures');
  return {
    ...host,
    districtFigures: (day) => {
      if (figures === null || wardDay(clock.nowMs()) !== day) return host.districtFigures(day);
      const counted = figures === 'differ' ? dossiers.slice(2) : dossiers;
      return Promise.resolve(
        ok({ figures: periodFigures(counted, day, day, clock.nowMs()), asOf: toIso(clock.nowMs() - 60_000) }),
      );
    },
    recoverySheet: () =>
      Promise.resolve(
        ok({ words: 'ABCD EFGH IJKL MNOP\nQRST UVWX YZ23 4567', fingerprint: '5f3a 91c0 77de 0b12' }),
      ),
    opened: () => ({ ...host.opened(), ...openedAsked(asked) }),
    watch: (listener) =>
      host.watch((link) => listener({ ...link, status: link.status && changed(link.status, asked) })),
  };
}

function changed(status: HostStatus, asked: URLSearchParams): HostStatus {
  const level = asked.get('disk');
  const lacks = Number(asked.get('lacks') ?? 0);
  return {
    ...status,
    host: {
      held: Object.fromEntries(
        Object.entries(status.host.held).map(([key, count]) => [key, Math.max(0, count - lacks)]),
      ),
      journalFault: asked.get('journal'),
    },
    district: {
      ...status.district,
      clockAheadMs: asked.has('clock') ? Number(asked.get('clock')) : status.district.clockAheadMs,
      fault: asked.get('fault') ?? status.district.fault,
      stopped: asked.has('stopped') ? { 'd2-quay-ben-kia/e7': 'line-forked' } : {},
      nextTryAt: asked.has('next') ? '2026-06-05T01:15:20.000Z' : null,
    },
    quarantined: Number(asked.get('quarantined') ?? 0),
    damaged: asked.has('damaged') ? [damagedAsked(Number(asked.get('damaged')))] : [],
    disk:
      level === 'low' || level === 'stop'
        ? { level, freeBytes: level === 'low' ? 900_000_000 : 150_000_000 }
        : status.disk,
  };
}

/** A file damaged in line 4 of 43, of which so many acts are still missing. */
function damagedAsked(missing: number): DamagedFile {
  return {
    piece: 'e-gia-lap.log.1780622400000.2914',
    seenAt: '2026-06-05T01:00:00.000Z',
    device: 'd1-gia-lap',
    epoch: 'e-gia-lap',
    fromLine: 4,
    lines: 40,
    events: 38,
    places: 39,
    missing,
  };
}

function openedAsked(asked: URLSearchParams): Partial<Opened> {
  const how = ways.find((one) => one === asked.get('opened'));
  return how ? { how, recorded: how === 'forked' ? 4 : 0 } : {};
}

const ways = ['continued', 'first', 'new-storage', 'cloned', 'restored', 'forked'] as const;
