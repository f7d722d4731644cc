import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { spellings, type Spelling } from './agent/spelling';
import {
  ConfigReader,
  type Dialect,
  type LogLevel,
  ProbeFileError,
  type TlsFiles,
  logLevels,
  readProbeFile,
} from '../server-kit';
import { DayCalendar, type HubTeams, teamsFrom } from '../supervisor-hub';
import { trainingTeams } from './hub/training-teams';
import { otherContactRules, type OtherContacts } from './sip/registrar';

const authModes = ['cookie', 'none'] as const;
const inviteTimes = ['request', 'delivered'] as const;

/** The password of a server that sets none. The documentation names it, so it protects nobody. */
export const publicPassword = 'training';

/** The configuration of a training server. */
export interface ServerConfig {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly auth: (typeof authModes)[number];
  readonly spelling: Spelling;
  /** How another Mediatel speaks; empty: as documented. */
  readonly dialect: Dialect;
  readonly tls: TlsFiles | null;
  readonly dataDir: string;
  /** The built demo app; may be missing. */
  readonly appDir: string;
  readonly farmSize: number;
  /** Limit of after-call work; 0: no limit. */
  readonly clericalSeconds: number;
  /** From becoming available until the next predictive call. */
  readonly predictiveSeconds: number;
  /** How long a logged-in operator's farm process waits for a returning browser. */
  readonly lingerSeconds: number;
  readonly inviteAt: (typeof inviteTimes)[number];
  readonly otherContacts: OtherContacts;
  /** Between the refreshes of a call's session; 0: no refresh. */
  readonly sessionRefreshSeconds: number;
  /** How many TCP connections one address may have. */
  readonly socketsPerAddress: number;
  /** How many messages one socket may send, SIP or Socket.IO; a burst may have four times as many. */
  readonly messagesPerSecond: number;
  /**
   * CPU time that one operator's messages may take in each second, on all sockets together; a burst may take four times
   * as much.
   */
  readonly workMsPerSecond: number;
  /** The most threads that make the sound of calls. One carries about 75 calls. */
  readonly soundThreads: number;
  readonly logLevel: LogLevel;
  /** Makes bad lines and crowds repeat themselves; `null`: they differ at each start. */
  readonly seed: number | null;
  /** Signs the cookie; `null`: generated and stored in the data folder. */
  readonly secret: string | null;
  /** The password of accounts whose password was never changed. */
  readonly accountPassword: string;
  /** The password of all SIP accounts. */
  readonly sipPassword: string;
  readonly cookieDomain: string | null;
  /** The server's address for browsers, without a slash at the end; `null`: derived from host and port. */
  readonly publicUrl: string | null;
  /** Other origins whose pages may use the server. */
  readonly allowedOrigins: readonly string[];
  /** Which supervisor watches whom. */
  readonly hubTeams: HubTeams;
  /** Defines when midnight is in the hub's days. */
  readonly hubCalendar: DayCalendar;
}

/** Reads the environment. Throws one `ConfigError` with all problems. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ServerConfig {
  const reader = new ConfigReader(env);
  const host = reader.text('HOST') ?? '127.0.0.1';
  const teamsPath = reader.text('HUB_TEAMS');
  // The dialect's values are defaults: a variable that is set wins.
  const dialect = dialectFrom(reader.text('DIALECT'), reader.problems);
  const { timing, sip } = dialect;
  const accountPassword = reader.text('ACCOUNT_PASSWORD') ?? publicPassword;
  const config: ServerConfig = {
    host,
    port: reader.whole('PORT', 4200, 0, 65_535),
    auth: reader.oneOf('MEDIATEL_AUTH', authModes, 'cookie'),
    spelling: reader.oneOf('MEDIATEL_SPELLING', spellings, 'documented'),
    dialect,
    tls: reader.tls(
      host,
      'on plain HTTP beyond localhost browsers allow neither the microphone nor Web Locks, and no call could be taken',
    ),
    dataDir: resolve(reader.text('DATA_DIR') ?? 'data'),
    appDir: resolve(reader.text('APP_DIR') ?? 'dist/demo-app/browser'),
    farmSize: reader.whole('FARM_SIZE', 50, 0, 10_000),
    clericalSeconds: reader.whole('CLERICAL_SECONDS', timing?.clericalSeconds ?? 60, 0, 86_400),
    predictiveSeconds: reader.whole('PREDICTIVE_SECONDS', 5, 1, 3600),
    lingerSeconds: reader.whole('LINGER_SECONDS', 120, 1, 86_400),
    inviteAt: reader.oneOf('MEDIATEL_INVITE', inviteTimes, dialect.inviteAt ?? 'request'),
    otherContacts: reader.oneOf('SIP_OTHER_CONTACTS', otherContactRules, 'drop'),
    sessionRefreshSeconds: reader.whole('SESSION_REFRESH_SECONDS', sip?.sessionRefreshSeconds ?? 90, 0, 3600),
    socketsPerAddress: reader.whole('SOCKETS_PER_ADDRESS', 2000, 1, 1_000_000),
    messagesPerSecond: reader.whole('MESSAGES_PER_SECOND', 100, 1, 1_000_000),
    workMsPerSecond: reader.whole('WORK_MS_PER_SECOND', 100, 1, 1000),
    // One core is for the main thread.
    soundThreads: reader.whole('SOUND_THREADS', Math.max(1, availableParallelism() - 1), 1, 64),
    logLevel: reader.oneOf('LOG_LEVEL', logLevels, 'info'),
    seed: reader.text('SEED') === null ? null : reader.whole('SEED', 0, 0, 999_999_999),
    secret: reader.secret('MEDIATEL_SECRET'),
    accountPassword,
    sipPassword: reader.text('SIP_PASSWORD') ?? accountPassword,
    cookieDomain: reader.text('COOKIE_DOMAIN'),
    publicUrl: reader.address('PUBLIC_URL'),
    allowedOrigins: reader.origins('ALLOWED_ORIGINS'),
    hubTeams: (teamsPath === null ? null : teamsFrom(teamsPath, reader.problems)) ?? trainingTeams,
    hubCalendar: DayCalendar.read(reader.text('HUB_TIME_ZONE'), reader.problems),
  };
  reader.check();
  return config;
}

/** The dialect of a probe's file. An error in the file is reported with the other problems. */
function dialectFrom(path: string | null, problems: string[]): Dialect {
  if (path === null) return {};
  try {
    return readProbeFile(path).dialect;
  } catch (error) {
    if (!(error instanceof ProbeFileError)) throw error;
    problems.push(`DIALECT: ${error.message}`);
    return {};
  }
}
