import { runServer } from '../server-kit';
import { readConfig } from './config';
import { RedisFault } from './redis-fault';
import { serveHub } from './serve';

await runServer({ readConfig, start: serveHub, isForPeople: (error) => error instanceof RedisFault });
