import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { spellings, type Spelling } from './agent/spelling';
import { ConfigError } from '../server-kit';
import { type HubTeams, DayCalendar, TeamsError, readTeams } from '../supervisor-hub';
import { trainingTeams } from './hub/training-teams';
import { otherContactRules, type OtherContacts } from './sip/registrar';

const authModes = ['cookie', 'none'] as const;
const inviteTimes = ['request', 'delivered'] as const;
const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** All that can be chosen about a training server. */
export interface ServerConfig {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly auth: (typeof authModes)[number];
  readonly spelling: Spelling;
  /** PEM texts. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly dataDir: string;
  /** The built demo app; may be missing. */
  readonly appDir: string;
  readonly farmSize: number;
  /** 0: after-call work has no limit. */
  readonly clericalSeconds: number;
  /** From becoming available to the next predictive call. */
  readonly predictiveSeconds: number;
  /** How long a logged-in operator's farm process waits for a returning browser. */
  readonly lingerSeconds: number;
  readonly inviteAt: (typeof inviteTimes)[number];
  readonly otherContacts: OtherContacts;
  /** From one refresh of a call's session to the next; 0: none. */
  readonly sessionRefreshSeconds: number;
  /** TCP connections that one address may hold. */
  readonly socketsPerAddress: number;
  /** What one socket may send, SIP and Socket.IO alike; four times as much at once. */
  readonly messagesPerSecond: number;
  /** CPU time of each second that one operator's messages may take, over all sockets; four times as much at once. */
  readonly workMsPerSecond: number;
  readonly logLevel: (typeof logLevels)[number];
  /** Signs the cookie; `null`: one is made and kept in the data folder. */
  readonly secret: string | null;
  readonly cookieDomain: string | null;
  /** Where browsers find the server, without a slash at the end; `null`: told from host and port. */
  readonly publicUrl: string | null;
  /** Origins besides the server's own whose pages may use it. */
  readonly allowedOrigins: readonly string[];
  /** Which supervisor watches whom. */
  readonly hubTeams: HubTeams;
  /** Where midnight is in the hub's days. */
  readonly hubCalendar: DayCalendar;
}

type Environment = Readonly<Record<string, string | undefined>>;

const loopback = new Set(['localhost', '127.0.0.1', '::1']);

export const isLoopback = (host: string): boolean => loopback.has(host) || host.startsWith('127.');

/** Reads the environment. Throws a `ConfigError` that tells every fault at once. */
export function readConfig(env: Environment): ServerConfig {
  const problems: string[] = [];
  const text = (name: string): string | null => env[name]?.trim() || null;
  const whole = (name: string, otherwise: number, least: number, most: number): number => {
    const value = text(name);
    if (value === null) return otherwise;
    if (/^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
    problems.push(`${name} must be a whole number from ${least} to ${most}, not "${value}"`);
    return otherwise;
  };
  const oneOf = <T extends string>(name: string, known: readonly T[], otherwise: T): T => {
    const value = text(name);
    const found = known.find((candidate) => candidate === value);
    if (value !== null && found === undefined)
      problems.push(`${name} must be one of ${known.join(', ')}, not "${value}"`);
    return found ?? otherwise;
  };
  const origin = (name: string, value: string): string => {
    if (/^https?:$/.test(parsed(value)?.protocol ?? '')) return value.replace(/\/+$/, '');
    problems.push(`${name} must be an http or https address, not "${value}"`);
    return value;
  };
  const pem = (name: string): string | null => {
    const path = text(name);
    if (path === null) return null;
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      problems.push(
        `${name} names a file that cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
      return null;
    }
  };

  const teams = (path: string | null): HubTeams => {
    if (path === null) return trainingTeams;
    try {
      return readTeams(path);
    } catch (error) {
      // What is wrong in the file is told with the other faults; anything else is a fault of ours.
      if (!(error instanceof TeamsError)) throw error;
      problems.push(`HUB_TEAMS: ${error.message}`);
      return trainingTeams;
    }
  };

  const host = text('HOST') ?? '127.0.0.1';
  const cert = pem('TLS_CERT');
  const key = pem('TLS_KEY');
  if ((text('TLS_CERT') === null) !== (text('TLS_KEY') === null)) {
    problems.push(`${text('TLS_CERT') === null ? 'TLS_CERT' : 'TLS_KEY'} is missing: TLS_CERT and TLS_KEY go together`);
  } else if (!isLoopback(host) && text('TLS_CERT') === null) {
    problems.push(
      `HOST "${host}" is not loopback, so TLS_CERT and TLS_KEY are needed: on plain HTTP beyond localhost ` +
        'browsers allow neither the microphone nor Web Locks, and no call could be taken',
    );
  }
  const secret = text('MEDIATEL_SECRET');
  if (secret !== null && secret.length < 16) problems.push('MEDIATEL_SECRET must have at least 16 characters');
  const publicUrl = text('PUBLIC_URL');

  const config: ServerConfig = {
    host,
    port: whole('PORT', 4200, 0, 65_535),
    auth: oneOf('MEDIATEL_AUTH', authModes, 'cookie'),
    spelling: oneOf('MEDIATEL_SPELLING', spellings, 'documented'),
    tls: cert !== null && key !== null ? { cert, key } : null,
    dataDir: resolve(text('DATA_DIR') ?? 'data'),
    appDir: resolve(text('APP_DIR') ?? 'dist/demo-app/browser'),
    farmSize: whole('FARM_SIZE', 50, 0, 10_000),
    clericalSeconds: whole('CLERICAL_SECONDS', 60, 0, 86_400),
    predictiveSeconds: whole('PREDICTIVE_SECONDS', 5, 1, 3600),
    lingerSeconds: whole('LINGER_SECONDS', 120, 1, 86_400),
    inviteAt: oneOf('MEDIATEL_INVITE', inviteTimes, 'request'),
    otherContacts: oneOf('SIP_OTHER_CONTACTS', otherContactRules, 'drop'),
    sessionRefreshSeconds: whole('SESSION_REFRESH_SECONDS', 90, 0, 3600),
    socketsPerAddress: whole('SOCKETS_PER_ADDRESS', 2000, 1, 1_000_000),
    messagesPerSecond: whole('MESSAGES_PER_SECOND', 100, 1, 1_000_000),
    workMsPerSecond: whole('WORK_MS_PER_SECOND', 100, 1, 1000),
    logLevel: oneOf('LOG_LEVEL', logLevels, 'info'),
    secret,
    cookieDomain: text('COOKIE_DOMAIN'),
    publicUrl: publicUrl === null ? null : origin('PUBLIC_URL', publicUrl),
    allowedOrigins: (text('ALLOWED_ORIGINS') ?? '')
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== '')
      .map((value) => origin('ALLOWED_ORIGINS', value)),
    hubTeams: teams(text('HUB_TEAMS')),
    hubCalendar: DayCalendar.read(text('HUB_TIME_ZONE'), problems),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function parsed(value: string): URL | null {
  return URL.canParse(value) ? new URL(value) : null;
}
