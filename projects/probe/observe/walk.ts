import { headersOf } from './headers';
import type { Phone } from './phone';
import { fieldsOf } from './raw-snapshot';
import { placeCall } from './place-call';
import { inState, isAvailable, settled, type Walk } from './walking';

/** Connects, and walks through the states that the options allow. Rejects when it can't go on. */
export async function walk(walking: Walk): Promise<void> {
  const { options, line, phone, undo, signal } = walking;
  undo.add('the connection to the agent farm', () => Promise.resolve(line.close()));
  const first = await line.open(options.url, headersOf(options), options.patienceMs, 'connect');
  signal.throwIfAborted();
  if (!first) throw new Error('no snapshot came');
  if (phone) await probeSip(walking, phone);
  if (options.account) {
    // A session that somebody else logged in is not touched.
    if (line.state() !== 'STATE_LOGOUT')
      throw new Error(`the first state is ${line.state()}, not STATE_LOGOUT: somebody may be logged in`);
    await logIn(walking);
    await pauseAndBack(walking);
    await comeBack(walking);
    if (phone && options.call && line.state() === 'STATE_IDLE') await placeCall(walking, phone, options.call);
  }
  await watch(walking);
  if (options.account) await logOut(walking);
}

async function probeSip({ seen, undo, signal }: Walk, phone: Phone): Promise<void> {
  undo.add('the SIP registration', () => phone.close());
  seen.sip = await phone.probe();
  signal.throwIfAborted();
}

async function logIn(walking: Walk): Promise<void> {
  const { options, line, undo, signal } = walking;
  if (!options.account) return;
  undo.add('the log-in', () => endLogIn(walking));
  const request = { type: 'login', ...options.account };
  const answer = await line.request('login', request, inState('STATE_IDLE'), options.patienceMs, isRefused);
  signal.throwIfAborted();
  if (answer) return;
  const last = walking.seen.snapshots.at(-1);
  const { loginErrorID } = last ? fieldsOf(last) : {};
  throw new Error(`the log-in did not lead to STATE_IDLE (${line.state()}, loginErrorID ${String(loginErrorID)})`);
}

/** A refused log-in is STATE_LOGOUT with an error's id. */
const isRefused = ({ state, loginErrorID = '0' }: Readonly<Record<string, unknown>>): boolean =>
  state === 'STATE_LOGOUT' && !['', '0', '-1'].includes(String(loginErrorID));

async function logOut({ options, line, signal }: Walk): Promise<void> {
  if (line.state() === 'STATE_LOGOUT') return;
  await line.request('logout', { type: 'logout' }, inState('STATE_LOGOUT'), options.patienceMs);
  signal.throwIfAborted();
}

/** The log-in may have succeeded without an answer. */
async function endLogIn(walking: Walk): Promise<void> {
  const { line, options } = walking;
  await settled(walking);
  if (line.state() === 'STATE_LOGOUT') return;
  const answer = await line.request('logout', { type: 'logout' }, inState('STATE_LOGOUT'), options.patienceMs / 2);
  if (!answer) throw new Error('still logged in');
}

/** The pause to take: the wanted one, or the first of the list. */
function pauseOf({ options, seen }: Walk): string | null {
  if (options.pauseId !== null) return options.pauseId;
  const list = seen.snapshots.map((snapshot) => fieldsOf(snapshot)['pauseList']).findLast(Array.isArray);
  const first: unknown = list?.[0];
  const id: unknown = Array.isArray(first) ? first[0] : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}

async function pauseAndBack(walking: Walk): Promise<void> {
  const { options, line, seen, undo, signal } = walking;
  const id = pauseOf(walking);
  if (id === null || !isAvailable(seen, 'CMD_PAUSE')) return;
  undo.add('the pause', async () => {
    await settled(walking);
    if (line.state() === 'STATE_PAUSE')
      await line.request('pauseEnd', { type: 'pause', id: 0 }, inState('STATE_IDLE'), options.patienceMs / 2);
  });
  await line.request('pause', { type: 'pause', id }, inState('STATE_PAUSE'), options.patienceMs);
  signal.throwIfAborted();
  if (line.state() !== 'STATE_PAUSE') return;
  await line.request('pauseEnd', { type: 'pause', id: 0 }, inState('STATE_IDLE'), options.patienceMs);
  signal.throwIfAborted();
}

/** Leaves and connects again, as a page that is loaded again does. */
async function comeBack({ options, line, signal }: Walk): Promise<void> {
  if (options.cookie === null) return;
  line.close();
  await line.open(options.url, headersOf(options), options.patienceMs, 'return');
  signal.throwIfAborted();
}

async function watch({ options, line, signal }: Walk): Promise<void> {
  if (options.watchSeconds > 0) await line.until(() => false, options.watchSeconds * 1000);
  signal.throwIfAborted();
}
