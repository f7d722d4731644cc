// All operators' tabs: thousands of WebSockets that send what real tabs send, as often.
import { hubNamespaces, type Presence } from 'mediatel-lib/hub-protocol';
import { crowdPresence } from '../crowd-presence';
import { obey } from './obey';
import { Wire } from './wire';

/** Connections that are opened at a time. */
const batch = 100;
/** Milliseconds between bursts of changes. Late timers are made up for. */
const beat = 5;

interface Operator {
  readonly wire: Wire;
  readonly login: string;
  presence: Presence;
  step: number;
}

const operators: Operator[] = [];
let changesPerSecond = 0;
let changes = 0;
let next = 0;
let timer: NodeJS.Timeout | undefined;
let startedAt = 0;
let said = 0;

function say(operator: Operator): void {
  operator.step += 1;
  operator.presence = crowdPresence(operator.login, operator.step, Date.now());
  operator.wire.emit('presence', operator.presence);
  changes += 1;
}

function open(port: number, index: number): Promise<void> {
  const login = `agent${index}`;
  const wire = new Wire(port, hubNamespaces.tab, `${login}:${index}`);
  const operator: Operator = { wire, login, presence: crowdPresence(login, 0, Date.now()), step: index };
  wire.onPing = () => wire.emit('heartbeat');
  wire.onClose = () => {
    console.error(`${login} was cut off`);
    process.exit(1);
  };
  operators.push(operator);
  return wire.joined.then(() => say(operator));
}

obey({
  gather: async ({ port, crowd }) => {
    changesPerSecond = crowd.changesPerSecond;
    for (let from = 0; from < crowd.operators; from += batch) {
      const size = Math.min(batch, crowd.operators - from);
      await Promise.all(Array.from({ length: size }, (_, i) => open(port, from + i)));
    }
  },
  run: () => {
    startedAt = performance.now();
    said = 0;
    timer = setInterval(() => {
      const owed = Math.floor(((performance.now() - startedAt) / 1000) * changesPerSecond) - said;
      said += owed;
      for (let i = 0; i < owed; i += 1) {
        const operator = operators[next];
        // The step is no divisor of the crowd's size, so that neighbours in a delta are no neighbours on the board.
        next = (next + 7919) % operators.length;
        if (operator) say(operator);
      }
    }, beat);
  },
  rest: () => clearInterval(timer),
  measure: () => {
    changes = 0;
  },
  report: (load) => ({
    of: 'tabs',
    ...load,
    changes,
    truth: Object.fromEntries(operators.map(({ login, presence }) => [login, presence])),
  }),
});
