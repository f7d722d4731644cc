// Stands on the server's core and does nothing, so that it sees when the machine itself stands still.
import type { WatchAnswer, WatchOrder } from './messages';

const everyMs = 5;
let longest = 0;
let due = performance.now() + everyMs;
setInterval(() => {
  const now = performance.now();
  longest = Math.max(longest, now - due);
  due = now + everyMs;
}, everyMs);

const reply = (answer: WatchAnswer): void => void process.send?.(answer);

process.on('message', (order: WatchOrder) => {
  const stalledMs = longest;
  if (order.do === 'measure') longest = 0;
  reply({ stalledMs });
});
process.on('disconnect', () => process.exit());
