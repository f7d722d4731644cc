// The operators' tabs, all of them: thousands of WebSockets that say what a tab says, as often.
import { hubNamespaces } from 'mediatel-lib/protocol';
import type { Presence } from 'mediatel-lib/protocol';
import { obey } from './obey';
import { Wire } from './wire';

/** Connections being opened at a time. */
const batch = 100;
/** Milliseconds between bursts of changes; what a timer owes it makes up for. */
const beat = 5;

const states = [
  ['STATE_IDLE', 'available'],
  ['STATE_CALL_DELIVERED', 'delivered'],
  ['STATE_CALL_ACTIVE', 'talking'],
  ['STATE_CLERICAL', 'clerical'],
] as const;

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

function presenceOf(login: string, step: number, now: number): Presence {
  const [state, status] = states[step % states.length] ?? states[0];
  const call =
    status === 'available' ? null : ({ traceId: `${login}-${step}`, kind: 'incoming', number: '0661234567' } as const);
  return {
    operator: login,
    extension: '1001',
    state,
    status,
    since: now,
    serverTime: now,
    pause: null,
    queue: 'DM_Banks_ManualCalls',
    call: call && { ...call, start: status === 'talking' ? now : null },
    codeChosen: false,
    connected: true,
    registered: 'registered',
    microphone: 'ready',
    muted: false,
    quality: status === 'talking' ? { mos: 4.3, roundTrip: 42, jitter: 3 } : null,
    libraryVersion: '0.1.0',
  };
}

function say(operator: Operator): void {
  operator.step += 1;
  operator.presence = presenceOf(operator.login, operator.step, Date.now());
  operator.wire.emit('presence', operator.presence);
  changes += 1;
}

function open(port: number, index: number): Promise<void> {
  const login = `agent${index}`;
  const wire = new Wire(port, hubNamespaces.tab, `${login}:${index}`);
  const operator: Operator = { wire, login, presence: presenceOf(login, 0, Date.now()), step: index % states.length };
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
        // A step that is no divisor of the crowd, so that neighbours in a frame are no neighbours on the board.
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
