import { parseArgs } from 'node:util';

/** The options, each with the variable that it sets. */
const options = {
  port: { variable: 'PORT', value: 'NUMBER', help: 'where it listens; 0: any free port (default 4200)' },
  host: { variable: 'HOST', value: 'NAME', help: 'other than loopback needs TLS_CERT and TLS_KEY (default 127.0.0.1)' },
  'data-dir': { variable: 'DATA_DIR', value: 'FOLDER', help: 'keeps calls and recordings (default: a temporary one)' },
  'app-dir': { variable: 'APP_DIR', value: 'FOLDER', help: 'a built web application to serve at /' },
  dialect: { variable: 'DIALECT', value: 'FILE', help: 'speaks as the Mediatel that mediatel-probe met' },
  seed: { variable: 'SEED', value: 'NUMBER', help: 'bad lines and crowds repeat themselves' },
  'clerical-seconds': { variable: 'CLERICAL_SECONDS', value: 'NUMBER', help: 'limit of after-call work (default 60)' },
  'log-level': { variable: 'LOG_LEVEL', value: 'LEVEL', help: 'of the log on standard error (default warn)' },
} as const;

const usage = `mediatel-training-server: Mediatel for training and tests, with real SIP and real audio

Prints one line of JSON when it is ready: {"url": …, "port": …, "operators": […], "supervisors": […], "version": …}

${Object.entries(options)
  .map(([name, { value, help }]) => `  --${`${name} ${value}`.padEnd(26)}${help}`)
  .join('\n')}
  --version
  --help

Further settings are environment variables; the README lists them.
`;

/** What the command line asks for: to run with these variables, or to print something and end. */
export type CommandLine =
  { readonly env: Readonly<Record<string, string | undefined>> } | { readonly print: string; readonly code: 0 | 2 };

/** Reads the command line. An option wins over its variable. */
export function readCommandLine(args: readonly string[], env: NodeJS.ProcessEnv, version: string): CommandLine {
  const known = Object.fromEntries(Object.keys(options).map((name) => [name, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { ...known, help: { type: 'boolean' }, version: { type: 'boolean' } },
    });
    if (values['help'] === true) return { print: usage, code: 0 };
    if (values['version'] === true) return { print: `${version}\n`, code: 0 };
    const texts: Readonly<Record<string, unknown>> = values;
    const given = Object.entries(options).map(([name, { variable }]) => [variable, texts[name]]);
    return {
      env: { LOG_LEVEL: 'warn', ...env, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) },
    };
  } catch (error) {
    if (!isParseError(error)) throw error;
    return { print: `${error.message}\nSee mediatel-training-server --help\n`, code: 2 };
  }
}

const isParseError = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
