import { type Claim, differs, held, judged, notSeen } from './claim';

/** How long a first snapshot may take (ms). */
const firstSnapshotMs = 5000;
/** A ping may be late by this much (ms). */
const lateMs = 1500;

const events = ['agentUnavailable', 'remoteConnect'];

/** Claims about Socket.IO. */
export const socketClaims: readonly Claim[] = [
  {
    id: 'socket.engine',
    sentence: 'The agent farm speaks Socket.IO v4 over a WebSocket at /mediatel/socket.io',
    section: 2,
    mark: 'doc',
    check: ({ handshake, steps }) => {
      if (handshake) return handshake.isAccepted ? held() : differs('the handshake is not followed by a connection');
      return steps.some(({ step }) => step === 'connect') ? differs('no handshake') : notSeen('no connection');
    },
  },
  {
    id: 'socket.ping-options',
    sentence: 'The handshake announces pings: 10 s apart, 10 s for their answer',
    section: 2,
    mark: 'ours',
    check: ({ handshake }) => {
      if (!handshake) return notSeen('no handshake');
      const { pingIntervalMs, pingTimeoutMs } = handshake;
      const words = `interval ${String(pingIntervalMs)} ms, time-out ${String(pingTimeoutMs)} ms`;
      return pingIntervalMs === 10_000 && pingTimeoutMs === 10_000 ? held(words) : differs(words);
    },
  },
  {
    id: 'socket.pings',
    sentence: 'Pings come as often as the handshake says',
    section: 2,
    mark: 'doc',
    check: ({ handshake, pings, watchedMs }) => {
      const interval = Number(handshake?.pingIntervalMs);
      if (!handshake || !(interval > 0)) return notSeen('no handshake');
      const first = pings[0];
      if (first === undefined) {
        return watchedMs > interval + lateMs
          ? differs('no ping came')
          : notSeen('watched for less than one interval; use --watch');
      }
      return Math.abs(first - interval) <= lateMs ? held() : differs(`the first came after ${Math.round(first)} ms`);
    },
  },
  {
    id: 'socket.first-snapshot',
    sentence: 'A snapshot comes by itself within 5 s of the connection',
    section: 3,
    mark: 'ours',
    check: ({ steps }) => {
      const connect = steps.find(({ step }) => step === 'connect');
      if (!connect) return notSeen('no connection');
      if (!connect.answer) return differs('none came');
      const ms = connect.answer.atMs - connect.sentAtMs;
      return ms <= firstSnapshotMs ? held() : differs(`after ${ms} ms`);
    },
  },
  {
    id: 'socket.events',
    sentence: 'The server sends the events data, agentUnavailable and remoteConnect only',
    section: 2,
    mark: 'doc',
    check: ({ handshake, events: seen }) =>
      handshake
        ? judged(seen.filter(({ event }) => !events.includes(event)).map(({ event }) => `the event ${event}`))
        : notSeen('no connection'),
  },
  {
    id: 'socket.remote-connect',
    sentence: 'remoteConnect brings {host, port}',
    section: 2,
    mark: 'doc',
    check: ({ events: seen }) => {
      const came = seen.filter(({ event }) => event === 'remoteConnect');
      if (came.length === 0) return notSeen('it did not come');
      return judged(came.flatMap(({ args }) => (isHostAndPort(args[0]) ? [] : ['another shape'])));
    },
  },
  {
    id: 'socket.agent-available',
    sentence: 'The farm has a free agent process: agentUnavailable does not come',
    section: 2,
    mark: 'doc',
    check: ({ handshake, events: seen }) => {
      if (!handshake) return notSeen('no connection');
      return seen.some(({ event }) => event === 'agentUnavailable') ? differs('it came') : held();
    },
  },
];

function isHostAndPort(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { host, port } = { host: undefined, port: undefined, ...value };
  return typeof host === 'string' && (typeof port === 'number' || typeof port === 'string');
}
