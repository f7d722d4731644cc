import { runServer } from '../server-kit';
import { readConfig } from './config';
import { startTrainingServer } from './server';
import { DataDirError } from './storage/not-stored';

await runServer({
  readConfig,
  start: (config, log) => startTrainingServer(config, { log }),
  isForPeople: (error) => error instanceof DataDirError,
});
