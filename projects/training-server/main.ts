import { runServer } from '../server-kit';
import { readConfig } from './config';
import { dialectArgument } from './dialect-argument';
import { startTrainingServer } from './server';
import { DataDirError } from './storage/not-stored';

await runServer({
  // `--dialect FILE` is the same as the variable DIALECT.
  readConfig: (env) => readConfig({ ...env, ...dialectArgument(process.argv.slice(2)) }),
  start: (config, log) => startTrainingServer(config, { log }),
  isForPeople: (error) => error instanceof DataDirError,
});
