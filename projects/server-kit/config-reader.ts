import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error';
import { isLoopback } from './loopback';

/** The allowed values of LOG_LEVEL. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** How much a server logs. */
export type LogLevel = (typeof logLevels)[number];

/** The contents of the PEM files. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** Characters. A shorter secret of the cookie can be guessed. */
const shortestSecret = 16;

/** Reads the environment by types and collects all problems. Each problem names its variable. */
export class ConfigReader {
  readonly problems: string[] = [];
  readonly #env: Readonly<Record<string, string | undefined>>;

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.#env = env;
  }

  /** The trimmed text; `null` if the variable is missing or empty. */
  text(name: string): string | null {
    return this.#env[name]?.trim() || null;
  }

  whole(name: string, otherwise: number, least: number, most: number): number {
    const value = this.text(name);
    if (value === null) return otherwise;
    if (/^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
    this.problems.push(`${name} must be a whole number from ${least} to ${most}, not "${value}"`);
    return otherwise;
  }

  oneOf<T extends string>(name: string, known: readonly T[], otherwise: T): T {
    const value = this.text(name);
    const found = known.find((candidate) => candidate === value);
    if (value !== null && found === undefined)
      this.problems.push(`${name} must be one of ${known.join(', ')}, not "${value}"`);
    return found ?? otherwise;
  }

  /** The secret that signs the cookie. */
  secret(name: string): string | null {
    const value = this.text(name);
    if (value !== null && value.length < shortestSecret)
      this.problems.push(`${name} must have at least ${shortestSecret} characters`);
    return value;
  }

  /** An http or https address, without a slash at the end. */
  address(name: string): string | null {
    const value = this.text(name);
    return value === null ? null : this.#checked(name, value, (url) => /^https?:$/.test(url.protocol));
  }

  /** Origins of pages, separated by commas. One with a path is refused: no browser sends such an Origin. */
  origins(name: string): readonly string[] {
    return (this.text(name) ?? '')
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== '')
      .map((value) =>
        this.#checked(
          name,
          value,
          ({ protocol, pathname, search, hash }) => /^https?:$/.test(protocol) && pathname + search + hash === '/',
        ),
      );
  }

  /**
   * The contents of TLS_CERT and TLS_KEY. A host other than loopback needs them; `why` says why, in the error's
   * message.
   */
  tls(host: string, why: string): TlsFiles | null {
    const given = ['TLS_CERT', 'TLS_KEY'].filter((name) => this.text(name) !== null);
    const [cert, key] = [this.#file('TLS_CERT'), this.#file('TLS_KEY')];
    if (given.length === 1) {
      const missing = given[0] === 'TLS_KEY' ? 'TLS_CERT' : 'TLS_KEY';
      this.problems.push(`${missing} is missing: TLS_CERT and TLS_KEY go together`);
    } else if (given.length === 0 && !isLoopback(host)) {
      this.problems.push(`HOST "${host}" is not loopback, so TLS_CERT and TLS_KEY are needed: ${why}`);
    }
    return cert !== null && key !== null ? { cert, key } : null;
  }

  /** Throws a `ConfigError` with all problems found so far. */
  check(): void {
    if (this.problems.length > 0) throw new ConfigError(this.problems);
  }

  #checked(name: string, value: string, fits: (url: URL) => boolean): string {
    if (!(URL.canParse(value) && fits(new URL(value))))
      this.problems.push(`${name} must be an http or https address, not "${value}"`);
    return value.replace(/\/+$/, '');
  }

  #file(name: string): string | null {
    const path = this.text(name);
    if (path === null) return null;
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      this.problems.push(
        `${name} names a file that cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
      return null;
    }
  }
}
