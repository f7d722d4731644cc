import type { Logger } from 'pino';

const levels = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' } as const;

/** Writes a line of another thread's logger to this thread's logger. */
export function relayLog(line: string, log: Logger): void {
  const { level, time: _time, msg, ...facts } = JSON.parse(line) as Record<string, unknown>;
  log[levels[level as keyof typeof levels] ?? 'error'](facts, String(msg));
}
