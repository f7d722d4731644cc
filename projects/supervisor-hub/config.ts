import { ConfigReader, type LogLevel, type TlsFiles, logLevels } from '../server-kit';
import { DayCalendar } from './day-calendar';
import { type HubTeams, teamsFrom } from './teams';

/** The configuration of a hub that runs alone. */
export interface HubConfig {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** The secret that the cookie is checked with, agreed with the service that makes the cookie. */
  readonly secret: string;
  readonly teams: HubTeams;
  /** Defines when midnight is. */
  readonly calendar: DayCalendar;
  /** `null`: one node, in memory. */
  readonly redisUrl: string | null;
  /** Other origins whose pages may use the hub. */
  readonly allowedOrigins: readonly string[];
  readonly tls: TlsFiles | null;
  readonly logLevel: LogLevel;
}

/** Reads the environment. Throws one `ConfigError` with all problems. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): HubConfig {
  const reader = new ConfigReader(env);
  const { problems } = reader;
  const host = reader.text('HOST') ?? '127.0.0.1';
  const redisUrl = reader.text('REDIS_URL');
  if (redisUrl !== null && !(/^rediss?:\/\//.test(redisUrl) && URL.canParse(redisUrl))) {
    // The value is not shown: it may contain a password.
    problems.push('REDIS_URL must be an address that begins with redis:// or rediss://');
  }
  const secret = reader.secret('MEDIATEL_SECRET');
  if (secret === null) problems.push('MEDIATEL_SECRET must be the secret of the server that signs the cookie');
  const teamsPath = reader.text('HUB_TEAMS');
  if (teamsPath === null) problems.push('HUB_TEAMS must name a JSON file that says who watches whom (README)');
  const config: HubConfig = {
    host,
    port: reader.whole('PORT', 4300, 0, 65_535),
    secret: secret ?? '',
    teams: (teamsPath === null ? null : teamsFrom(teamsPath, problems)) ?? { teams: {}, supervisors: {} },
    calendar: DayCalendar.read(reader.text('HUB_TIME_ZONE'), problems),
    redisUrl,
    allowedOrigins: reader.origins('ALLOWED_ORIGINS'),
    tls: reader.tls(host, 'cookies must not travel in the open'),
    logLevel: reader.oneOf('LOG_LEVEL', logLevels, 'info'),
  };
  reader.check();
  return config;
}
