// A process that has a link to Redis and nothing else: it ends by itself once the link is closed. Run by `redis-link.cluster.ts`.
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
