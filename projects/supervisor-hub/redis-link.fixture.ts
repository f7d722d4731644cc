// A process that has only a connection to Redis. It ends once the connection is closed. `redis-link.cluster.ts` runs
// it.
import { once } from 'node:events';
import pino from 'pino';
import { DayCalendar } from './day-calendar';
import { connectRedis } from './redis-link';

const [url = '', moment = ''] = process.argv.slice(2);
const link = await connectRedis(url, new DayCalendar(), pino(pino.destination({ dest: 1, sync: true })));
if (moment === 'when-said') {
  process.stdout.write('open\n');
  await once(process.stdin.resume(), 'end');
}
await link.close();
