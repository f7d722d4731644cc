import type { ServerAnswer, ServerOrder } from './messages';
import { threadTimes } from './thread-times';

/** One call's media as both contenders have it. */
interface Call {
  createOffer(): Promise<string>;
  acceptAnswer(sdp: string): Promise<void>;
}

export interface Contender<C extends Call> {
  open(): C;
  /** The tab has answered. */
  begin(call: C): void;
}

/** Obeys the benchmark's orders in its own process. */
export function serve<C extends Call>({ open, begin }: Contender<C>): void {
  let offered: readonly C[] = [];
  let start = process.cpuUsage();
  let startOf = threadTimes();
  const reply = (answer: ServerAnswer): void => void process.send?.(answer);

  const obey = async (order: ServerOrder): Promise<void> => {
    switch (order.do) {
      case 'offer':
        offered = Array.from({ length: order.calls }, open);
        return reply({ offers: await Promise.all(offered.map((call) => call.createOffer())) });
      case 'accept':
        await Promise.all(offered.map((call, place) => call.acceptAnswer(order.answers[place] ?? '')));
        offered.forEach(begin);
        return reply({ ready: true });
      case 'measure':
        start = process.cpuUsage();
        startOf = threadTimes();
        return reply({ ready: true });
      case 'report': {
        const { user, system } = process.cpuUsage(start);
        const times = [...threadTimes()].map(([id, time]) => time - (startOf.get(id) ?? 0));
        return reply({ cpu: user + system, busiest: Math.max(...times), memory: process.memoryUsage.rss() });
      }
    }
  };
  process.on('message', (order: ServerOrder) => void obey(order));
  process.on('disconnect', () => process.exit());
}
