import type { Logger } from 'pino';
import { LoggerFactory } from 'sip.js/lib/core/index.js';
import { SparingLog } from '../sparing-log';

/**
 * SIP.js's logger, writing to ours.
 *
 * What the core calls an error is usually a peer that vanished or misbehaved, so nothing is logged above `warn`. Its
 * detailed log is written at `trace`.
 */
export function coreLogger(log: Logger): LoggerFactory {
  const warnings = new SparingLog(log);
  const factory = new LoggerFactory();
  factory.builtinEnabled = false;
  factory.connector = (level, category, _label, content) => {
    const line = { category };
    if (level === 'error') warnings.warn(line, String(content), category);
    else if (level === 'warn') log.debug(line, String(content));
    else log.trace(line, String(content));
  };
  return factory;
}
