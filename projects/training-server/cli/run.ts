import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { runServer } from '../../server-kit';
import { seeds } from '../accounts';
import { readConfig, type ServerConfig } from '../config';
import { startTrainingServer, type TrainingServer } from '../server';
import { DataDirError } from '../storage/not-stored';
import type { TrainingRun } from '../../training-kit';
import { failures } from '../training/run-event';
import { readCommandLine, type PlayWish } from './command-line';
import { withDataDir } from './own-data-dir';
import { outcomeLine, play, PlayError, scenarioIn } from './played-scenario';

/** The version of the package around the bundle. */
const version = (): string => {
  const { version: own } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return own;
};

const logins = (role: string): string[] => seeds.filter((each) => each.role === role).map(({ login }) => login);

/** Runs a server as this process, as the command line wants it. */
export async function runTrainingServer(args: readonly string[]): Promise<void> {
  const line = readCommandLine(args, process.env, version());
  if ('print' in line) {
    (line.code === 0 ? process.stdout : process.stderr).write(line.print);
    process.exitCode = line.code;
    return;
  }
  const env = withDataDir(line.env);
  await runServer({
    readConfig: () => readConfig(env),
    start: (config, log) => startServer(config, log, line.play),
    readyLine: ({ url, port, run }) =>
      JSON.stringify({
        url,
        port,
        operators: logins('operator'),
        supervisors: logins('supervisor'),
        trainers: logins('trainer'),
        version: version(),
        ...(run ? { play: playedIn(run) } : {}),
      }),
    isForPeople: (error) => error instanceof DataDirError || error instanceof PlayError,
  });
}

interface PlayingServer extends TrainingServer {
  readonly run: TrainingRun | null;
}

/** A bad scenario is reported before the server listens. */
async function startServer(config: ServerConfig, log: Logger, wish: PlayWish | null): Promise<PlayingServer> {
  if (wish === null) return { ...(await startTrainingServer(config, { log })), run: null };
  const scenario = scenarioIn(wish.file);
  const server = await startTrainingServer(config, { log });
  try {
    const { runs } = server.lessons;
    const run = play(runs, scenario, wish);
    void runs.outcomeOf(run.id).then((outcome) => report(outcome, wish.exits ? server : null));
    return { ...server, run };
  } catch (error) {
    await server.close();
    throw error;
  }
}

const playedIn = ({ id: run, scenario, trainee, language }: TrainingRun) => ({ run, scenario, trainee, language });

/** Prints how the scenario ended, and ends a server that is given. */
async function report(outcome: TrainingRun, server: TrainingServer | null): Promise<void> {
  process.stdout.write(`${outcomeLine(outcome)}\n`);
  // A server that stops for another reason has its own end.
  if (!server || outcome.reason === failures.server) return;
  await server.close();
  process.exit(outcome.status === 'done' ? 0 : 1);
}
