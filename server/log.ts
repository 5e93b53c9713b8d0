import { destination, pino } from 'pino';
import type { Logger } from 'pino';

/**
 * The server's log: JSON lines with route patterns, device ids, codes and durations. Bodies, addresses of persons, codes of
 * dossiers and queries never come near it, because nothing logs a request or an answer as a whole.
 */
export function serverLogger(fd: number): Logger {
  return pino({ level: 'info', base: null, timestamp: pinoIsoTime }, destination({ fd, sync: true }));
}

function pinoIsoTime(): string {
  return `,"time":"${new Date().toISOString()}"`;
}
