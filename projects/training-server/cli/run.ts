import { readFileSync } from 'node:fs';
import { runServer } from '../../server-kit';
import { seeds } from '../accounts';
import { readConfig } from '../config';
import { startTrainingServer } from '../server';
import { DataDirError } from '../storage/not-stored';
import { readCommandLine } from './command-line';
import { withDataDir } from './own-data-dir';

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
    start: (config, log) => startTrainingServer(config, { log }),
    readyLine: ({ url, port }) =>
      JSON.stringify({
        url,
        port,
        operators: logins('operator'),
        supervisors: logins('supervisor'),
        version: version(),
      }),
    isForPeople: (error) => error instanceof DataDirError,
  });
}
