import { parseArgs } from 'node:util';
import { type TrainingLanguage, trainingLanguages } from '../../training-kit';

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

/** The options of a scenario that is played to one trainee. */
const played = {
  scenario: { value: 'FILE', help: 'plays a scenario (YAML) to one operator, once they have signed in' },
  language: { value: 'uk|ru|en', help: 'of the scenario (default: its first)' },
  trainee: { value: 'LOGIN', help: 'to whom it is played (default agent1)' },
} as const;

const listOf = (lines: Readonly<Record<string, { readonly value: string; readonly help: string }>>): string =>
  Object.entries(lines)
    .map(([name, { value, help }]) => `  --${`${name} ${value}`.padEnd(26)}${help}`)
    .join('\n');

const usage = `mediatel-training-server: Mediatel for training and tests, with real SIP and real audio

Prints one line of JSON when it is ready: {"url": …, "port": …, "operators": […], "supervisors": […], "version": …}

${listOf(options)}
${listOf(played)}
  --exit                      ends with the scenario: 0 if it was played to its end, else 1
  --version
  --help

Further settings are environment variables; the README lists them.
`;

/** A scenario that the command line wants to be played. */
export interface PlayWish {
  readonly file: string;
  /** `null`: the scenario's first. */
  readonly language: TrainingLanguage | null;
  /** A login. */
  readonly trainee: string;
  /** Whether the process ends with the scenario. */
  readonly exits: boolean;
}

/** What the command line asks for: to run with these variables, or to print something and end. */
export type CommandLine =
  | { readonly env: Readonly<Record<string, string | undefined>>; readonly play: PlayWish | null }
  | { readonly print: string; readonly code: 0 | 2 };

/** Reads the command line. An option wins over its variable. */
export function readCommandLine(args: readonly string[], env: NodeJS.ProcessEnv, version: string): CommandLine {
  const names = [...Object.keys(options), ...Object.keys(played)];
  const known = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { ...known, exit: { type: 'boolean' }, help: { type: 'boolean' }, version: { type: 'boolean' } },
    });
    if (values['help'] === true) return { print: usage, code: 0 };
    if (values['version'] === true) return { print: `${version}\n`, code: 0 };
    const texts: Readonly<Record<string, unknown>> = values;
    const play = playOf(values);
    if (typeof play === 'string') return wrong(play);
    const given = Object.entries(options).map(([name, { variable }]) => [variable, texts[name]]);
    return {
      play,
      env: { LOG_LEVEL: 'warn', ...env, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) },
    };
  } catch (error) {
    if (!isParseError(error)) throw error;
    return wrong(error.message);
  }
}

const wrong = (message: string): CommandLine => ({
  print: `${message}\nSee mediatel-training-server --help\n`,
  code: 2,
});

/** What is to be played, or what is wrong with it. */
function playOf(values: Readonly<Record<string, unknown>>): PlayWish | string | null {
  const { scenario, trainee = 'agent1', language = null, exit = false } = values;
  if (typeof scenario !== 'string') {
    const stray = ['trainee', 'language', 'exit'].find((name) => values[name] !== undefined);
    return stray === undefined ? null : `--${stray} needs --scenario`;
  }
  const known = trainingLanguages.find((each) => each === language) ?? null;
  if (language !== null && known === null) return `--language: one of ${trainingLanguages.join(', ')}`;
  return { file: scenario, language: known, trainee: String(trainee), exits: exit === true };
}

const isParseError = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
