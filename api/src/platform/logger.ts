import { pino, type Logger } from 'pino';

export type { Logger };

/**
 * One JSON line for each event on standard error; standard output belongs to the person at the terminal.
 * No personal value is ever put into a log line: rooms log ids and codes only.
 */
export function createLogger(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
