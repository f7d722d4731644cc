import { readFileSync } from 'node:fs';
import { ConfigError } from '../server-kit';
import { DayCalendar } from './day-calendar';
import { type HubTeams, TeamsError, readTeams } from './teams';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** All that can be chosen about a hub that runs alone. */
export interface HubConfig {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Checks the cookie: the secret agreed with the service that makes it. */
  readonly secret: string;
  readonly teams: HubTeams;
  /** Where midnight is. */
  readonly calendar: DayCalendar;
  /** `null`: one node, in memory. */
  readonly redisUrl: string | null;
  /** Origins besides the hub's own whose pages may use it. */
  readonly allowedOrigins: readonly string[];
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly logLevel: (typeof logLevels)[number];
}

/** Reads the environment. Throws a `ConfigError` that tells every fault at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): HubConfig {
  const problems: string[] = [];
  const text = (name: string): string | null => env[name]?.trim() || null;

  const port = text('PORT') ?? '4300';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) problems.push(`PORT must be from 0 to 65535, not "${port}"`);
  const secret = text('MEDIATEL_SECRET') ?? '';
  if (secret.length < 16) problems.push('MEDIATEL_SECRET must be the cookie’s secret, of at least 16 characters');
  const redisUrl = text('REDIS_URL');
  if (redisUrl !== null && !(/^rediss?:\/\//.test(redisUrl) && URL.canParse(redisUrl))) {
    // Not shown: it may hold a password.
    problems.push('REDIS_URL must be an address that begins with redis:// or rediss://');
  }
  const level = text('LOG_LEVEL') ?? 'info';
  const logLevel = logLevels.find((known) => known === level) ?? 'info';
  if (logLevel !== level) problems.push(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${level}"`);
  const calendar = DayCalendar.read(text('HUB_TIME_ZONE'), problems);
  const host = text('HOST') ?? '127.0.0.1';
  const cert = file('TLS_CERT');
  const key = file('TLS_KEY');
  const isLoopback = ['localhost', '::1'].includes(host) || host.startsWith('127.');
  if (!isLoopback && (cert === null || key === null)) {
    problems.push(
      `HOST "${host}" is not loopback, so TLS_CERT and TLS_KEY are needed: cookies must not travel in the open`,
    );
  }
  const allowedOrigins = (text('ALLOWED_ORIGINS') ?? '')
    .split(',')
    .map((origin) => origin.trim().replace(/\/+$/, ''))
    .filter((origin) => origin !== '');
  for (const origin of allowedOrigins) {
    if (!/^https?:\/\/[^/]+$/.test(origin)) problems.push(`ALLOWED_ORIGINS must be of http or https, not "${origin}"`);
  }
  let teams: HubTeams = { teams: {}, supervisors: {} };
  const path = text('HUB_TEAMS');
  if (path === null) problems.push('HUB_TEAMS must name a JSON file that says who watches whom (README)');
  else {
    try {
      teams = readTeams(path);
    } catch (error) {
      // What is wrong in the file is told with the other faults; anything else is a fault of ours.
      if (!(error instanceof TeamsError)) throw error;
      problems.push(`HUB_TEAMS: ${error.message}`);
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  const tls = cert !== null && key !== null ? { cert, key } : null;
  return { host, port: Number(port), secret, teams, calendar, redisUrl, allowedOrigins, tls, logLevel };

  function file(name: string): string | null {
    const path = text(name);
    if (path === null) return null;
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      problems.push(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }
}
