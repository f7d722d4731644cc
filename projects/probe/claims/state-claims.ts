import type { Observations, SnapshotSeen, StepName, StepSeen } from '../observe/observations';
import { fieldsOf } from '../observe/raw-snapshot';
import { type Claim, type Finding, differs, held, judged, notSeen } from './claim';

/** The library's `commandTimeout`: a request is answered within it, or counts as unanswered (ms). */
const answerMs = 5000;
/** The server's clock may be off the local one by this share, and by this much (ms). */
const clockShare = 0.1;
const clockMs = 1500;
/** Milliseconds since the epoch have 13 digits until the year 2286. */
const leastEpochMs = 1e12;

export const stepOf = (seen: Observations, step: StepName): StepSeen | undefined =>
  seen.steps.find((found) => found.step === step);

const fieldOf = (snapshot: SnapshotSeen, name: string): unknown => fieldsOf(snapshot)[name];

/** A request that was sent, and its wanted snapshot. */
export function answered(
  seen: Observations,
  step: StepName,
  then: (answer: SnapshotSeen) => Finding = () => held(),
): Finding {
  const found = stepOf(seen, step);
  if (!found) return notSeen('not tried');
  if (!found.answer) return differs(`the expected state did not come; the last is ${lastStateAfter(seen, found)}`);
  return then(found.answer);
}

function lastStateAfter(seen: Observations, { step }: StepSeen): string {
  const last = seen.snapshots.findLast(({ after }) => after === step);
  return last ? String(fieldOf(last, 'state')) : 'none';
}

/** A prefix for the kind of extension (`webrtc-`) is ignored. */
const bareExtension = (value: unknown): string => String(value).replace(/^[a-z]+-/i, '');

/** The commands of a state, as documented examples list them. */
const wantedCommands: Readonly<Record<string, readonly string[]>> = {
  STATE_LOGOUT: ['CMD_LOGIN'],
  STATE_IDLE: ['CMD_LOGOUT', 'CMD_PAUSE', 'CMD_MAKECALL'],
};

/** Claims about the walk through states, and about time. */
export const stateClaims: readonly Claim[] = [
  {
    id: 'state.login',
    sentence: 'login leads to STATE_IDLE',
    section: 4,
    mark: 'doc',
    check: (seen) => answered(seen, 'login'),
  },
  {
    id: 'state.who',
    sentence: 'After the log-in agentName is the login and agentExt the extension, apart from a prefix',
    section: 3,
    mark: 'seen',
    check: (seen) =>
      answered(seen, 'login', (answer) => {
        const { login, extension } = seen.given;
        return judged([
          ...(fieldOf(answer, 'agentName') === login ? [] : ['agentName is not the login']),
          ...(bareExtension(fieldOf(answer, 'agentExt')) === bareExtension(extension)
            ? []
            : ['agentExt is not the extension']),
        ]);
      }),
  },
  {
    id: 'state.commands',
    sentence: 'Logged out, CMD_LOGIN is available; when idle, CMD_LOGOUT, CMD_PAUSE and CMD_MAKECALL are',
    section: 5,
    mark: 'seen',
    check: (seen) => {
      const checked = seen.snapshots.flatMap((snapshot) => {
        const fields = fieldsOf(snapshot);
        const state = String(fields['state']);
        const commands = fields['availableCommand'] ?? fields['avaliableCommand'];
        const wanted = wantedCommands[state];
        return wanted && Array.isArray(commands)
          ? [wanted.filter((name) => !commands.includes(name)).map((name) => `${state} without ${name}`)]
          : [];
      });
      return checked.length === 0 ? notSeen('no such snapshot') : judged(checked.flat());
    },
  },
  {
    id: 'state.pause',
    sentence: 'pause with an id leads to STATE_PAUSE',
    section: 4,
    mark: 'doc',
    check: (seen) => answered(seen, 'pause'),
  },
  {
    id: 'state.pause-id',
    sentence: 'During a pause pauseId is its id, otherwise "0"',
    section: 3,
    mark: 'seen',
    check: (seen) => {
      const known = seen.snapshots.filter((snapshot) => fieldOf(snapshot, 'pauseId') !== undefined);
      if (known.length === 0) return notSeen('no pauseId came');
      const isNone = (snapshot: SnapshotSeen): boolean => String(fieldOf(snapshot, 'pauseId')) === '0';
      return judged([
        ...(known.some((snapshot) => fieldOf(snapshot, 'state') === 'STATE_PAUSE' && isNone(snapshot))
          ? ['STATE_PAUSE without an id']
          : []),
        ...(known.some((snapshot) => fieldOf(snapshot, 'state') === 'STATE_IDLE' && !isNone(snapshot))
          ? ['STATE_IDLE with an id']
          : []),
      ]);
    },
  },
  {
    id: 'state.pause-end',
    sentence: 'pause with 0 leads to STATE_IDLE',
    section: 4,
    mark: 'doc',
    check: (seen) => answered(seen, 'pauseEnd'),
  },
  {
    id: 'state.return',
    sentence: 'A returning socket finds its state by its cookie',
    section: 2,
    mark: 'ours',
    check: (seen) => {
      if (!seen.given.hasCookie) return notSeen('no cookie was given');
      return answered(seen, 'return', (answer) => {
        const state = String(fieldOf(answer, 'state'));
        return state === 'STATE_LOGOUT' ? differs('it starts with STATE_LOGOUT') : held(state);
      });
    },
  },
  {
    id: 'state.logout',
    sentence: 'logout leads to STATE_LOGOUT',
    section: 4,
    mark: 'doc',
    check: (seen) => answered(seen, 'logout'),
  },
  {
    id: 'time.answers',
    sentence: 'Each request is answered within 5 s',
    section: 9,
    mark: 'ours',
    check: (seen) => {
      const requests = seen.steps.filter(({ step }) => step !== 'connect' && step !== 'return');
      if (requests.length === 0) return notSeen('no request was sent');
      const times = requests.flatMap((request) => answerTime(seen, request));
      return judged(
        times.filter(({ ms }) => ms > answerMs).map(({ step, ms }) => `${step} after ${ms} ms`),
        `slowest ${Math.max(0, ...times.map(({ ms }) => ms))} ms`,
      );
    },
  },
  {
    id: 'time.unit',
    sentence: 'serverTime and time are milliseconds since 1970',
    section: 3,
    mark: 'seen',
    check: (seen) => {
      const found = ['serverTime', 'time'].flatMap((name) =>
        seen.snapshots.map((snapshot) => ({ name, value: Number(fieldOf(snapshot, name) ?? NaN) })),
      );
      const given = found.filter(({ value }) => Number.isFinite(value) && value !== 0);
      if (given.length === 0) return notSeen('no time came');
      return judged(given.filter(({ value }) => value < leastEpochMs).map(({ name }) => `${name} has another unit`));
    },
  },
  {
    id: 'time.server-clock',
    sentence: 'serverTime goes on as fast as our clock',
    section: 3,
    mark: 'ours',
    check: ({ snapshots }) => {
      const known = snapshots.flatMap((snapshot) => {
        const serverMs = Number(fieldOf(snapshot, 'serverTime') ?? NaN);
        return Number.isFinite(serverMs) ? [{ serverMs, atMs: snapshot.atMs }] : [];
      });
      const [first, last] = [known[0], known.at(-1)];
      if (!first || !last || last === first) return notSeen('fewer than two snapshots');
      const [theirs, ours] = [last.serverMs - first.serverMs, last.atMs - first.atMs];
      return Math.abs(theirs - ours) <= clockMs + clockShare * ours
        ? held()
        : differs(`${theirs} in ${ours} ms of our clock`);
    },
  },
  {
    id: 'time.state-began',
    sentence: 'time says when the state began: near serverTime in the first snapshot of a state, unchanged afterwards',
    section: 3,
    mark: 'seen',
    check: (seen) => {
      const entered = seen.steps.flatMap(({ step, answer }) =>
        answer && (step === 'login' || step === 'pause' || step === 'pauseEnd') ? [{ step, answer }] : [],
      );
      if (entered.length === 0) return notSeen('no state was entered');
      return judged(
        entered.flatMap(({ step, answer }) => {
          const [began, now] = [Number(fieldOf(answer, 'time') ?? NaN), Number(fieldOf(answer, 'serverTime') ?? NaN)];
          return Math.abs(now - began) <= clockMs ? [] : [`after ${step} time is not near serverTime`];
        }),
      );
    },
  },
];

/** From a request to the first snapshot after it, whatever its state: a dialled customer may take long to answer. */
function answerTime({ snapshots }: Observations, { step, sentAtMs }: StepSeen) {
  const first = snapshots.find(({ after, atMs }) => after === step && atMs >= sentAtMs);
  return first ? [{ step, ms: first.atMs - sentAtMs }] : [];
}
