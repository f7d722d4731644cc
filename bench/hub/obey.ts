import { LoadMeter } from './load';
import type { Answer, Load, Order, Report } from './messages';

/** A process of the benchmark: what it does for each order. */
interface Doer {
  /** The port of a server, reported at once. */
  readonly port?: number;
  readonly gather?: (order: Order & { readonly do: 'gather' }) => Promise<void>;
  readonly late?: (order: Order & { readonly do: 'late' }) => Promise<void>;
  readonly run?: () => void;
  readonly rest?: () => void;
  readonly measure?: () => void;
  readonly report: (load: Load) => Report;
}

/** Carries out the parent's orders until the parent ends. */
export function obey(doer: Doer): void {
  const meter = new LoadMeter();
  const answer = (message: Answer): void => void process.send?.(message);
  process.on('disconnect', () => process.exit(0));
  process.on('message', (order: Order) => {
    switch (order.do) {
      case 'gather':
        return void doer.gather?.(order).then(() => answer({ ready: true }));
      case 'late':
        return void doer.late?.(order).then(() => answer({ ready: true }));
      case 'measure':
        doer.measure?.();
        return meter.start();
      case 'report':
        return answer(doer.report(meter.read()));
      default:
        doer[order.do]?.();
    }
  });
  if (doer.port !== undefined) answer({ ready: true, port: doer.port });
}
