import type { CallWish } from '../probe-options';
import { codeOf } from './knock';
import { headersOf } from './headers';
import { recordingPath } from './knock-all';
import type { CallSeen, HeardSeen, RecordingSeen, RenewalSeen } from './observations';
import type { Phone } from './phone';
import { PhoneCall } from './phone-call';
import { type RenewalSetting, heardNow, renewCall } from './renew-call';
import { fieldsOf } from './raw-snapshot';
import { inState, isAvailable, settled, type Walk } from './walking';

type Fields = Readonly<Record<string, unknown>>;

/** How long a customer may take to answer (ms). */
const customerMs = 60_000;
/** A recording may be completed after its call: how often it is looked for (ms). */
const betweenTriesMs = 250;

/** States in which a call is over. */
const over: ReadonlySet<unknown> = new Set(['STATE_CLERICAL', 'STATE_IDLE', 'STATE_PAUSE', 'STATE_LOGOUT']);

/** Places the call that was asked for, walks through its states, and ends it. */
export async function placeCall(walking: Walk, phone: Phone, wish: CallWish): Promise<void> {
  const { options, line, seen, undo, now, signal } = walking;
  const isLoopback = /^(127\.|localhost$|\[::1\]$)/.test(new URL(options.url).hostname);
  const call = new PhoneCall(now, { isLoopback, stun: options.stun }, wish.renewal);
  let heard: CallSeen['heard'] = null;
  const renewals: RenewalSeen[] = [];
  const note = (clericalMs: CallSeen['clericalMs'] = null): void =>
    void (seen.call = { ...call.seen, heard, renewals, clericalMs });
  undo.add('the call', async () => {
    await settled(walking);
    if (isInCall(line.state())) await line.request('closeCall', { type: 'closeCall' }, isOver, options.patienceMs / 2);
    call.close();
    note(seen.call?.clericalMs);
    if (isInCall(line.state())) throw new Error('still in the call');
  });
  phone.expectCall(call);
  const request = { type: 'makeCall', phoneNumber: wish.number, ...(wish.queue ? { queueName: wish.queue } : {}) };
  const answer = await line.request('makeCall', request, (fields) => isActive(fields) || isEnd(fields), customerMs);
  note();
  signal.throwIfAborted();
  if (!answer || !isActive(fieldsOf(answer))) return;
  await holdAndBack(walking);
  await muteAndBack(walking);
  if (wish.renewal) {
    const setting = { now, signal, patienceMs: options.patienceMs };
    heard = await heardNow(call, setting);
    note();
    signal.throwIfAborted();
    await renewTwice(call, phone, setting, heard, renewals);
    note();
    signal.throwIfAborted();
  }
  await line.until(isOver, wish.talkMs);
  signal.throwIfAborted();
  const closedAt = now();
  await line.request('closeCall', { type: 'closeCall' }, isOver, options.patienceMs);
  await call.untilBye(options.patienceMs / 2);
  note();
  signal.throwIfAborted();
  note(await leaveClerical(walking, wish, closedAt));
  signal.throwIfAborted();
  seen.recording = await recordingOf(walking);
  signal.throwIfAborted();
}

/** How often a page whose path does not come up is followed by another: one failure may be chance. */
const renewalTries = 3;

/** Takes the call to another page; if its path does not come up, to a further one, as the library does. */
async function renewed(
  call: PhoneCall,
  phone: Phone,
  how: RenewalSeen['how'],
  setting: RenewalSetting,
  note: (seen: RenewalSeen) => void,
): Promise<Phone> {
  let page = phone;
  for (let tries = 1; ; tries++) {
    let hasNoPath = false;
    page = await renewCall(call, page, how, setting, (seen) => {
      hasNoPath = seen.status === 200 && seen.path !== 'connected';
      note({ ...seen, tries });
    });
    if (!hasNoPath || tries === renewalTries || setting.signal.aborted) return page;
  }
}

/** Loads the page again; if the call came back, moves it to another page. */
async function renewTwice(
  call: PhoneCall,
  phone: Phone,
  setting: RenewalSetting,
  before: HeardSeen,
  renewals: RenewalSeen[],
): Promise<void> {
  const page = await renewed(call, phone, 'reload', setting, (seen) => void (renewals[0] = seen));
  const after = renewals[0]?.heard;
  const isBack = after && after.packets > 0 && (after.heardBy.length > 0 || before.heardBy.length === 0);
  if (setting.signal.aborted || !isBack) return;
  await renewed(call, page, 'move', setting, (seen) => void (renewals[1] = seen));
}

const isActive = inState('STATE_CALL_ACTIVE');
const isOver = ({ state }: Fields): boolean => over.has(state);
/** A call that failed ends in one of these; `STATE_IDLE` before the call is not its end. */
const isEnd = ({ state }: Fields): boolean => over.has(state) || state === 'STATE_MAKECALL_FAILED';

const isInCall = (state: string): boolean => /^STATE_(MAKECALL_REQUEST|CALL_|HOLD)/.test(state);

async function holdAndBack({ options, line, seen, signal }: Walk): Promise<void> {
  if (!isAvailable(seen, 'CMD_HOLDCALL')) return;
  await line.request('holdCall', { type: 'holdCall' }, inState('STATE_HOLD'), options.patienceMs);
  signal.throwIfAborted();
  if (line.state() !== 'STATE_HOLD') return;
  await line.request('retrieveCall', { type: 'retrieveCall' }, isActive, options.patienceMs);
  signal.throwIfAborted();
}

async function muteAndBack({ options, line, seen, signal }: Walk): Promise<void> {
  if (!isAvailable(seen, 'CMD_MUTE')) return;
  const muted =
    (wanted: '0' | '1') =>
    ({ mute, state }: Fields): boolean =>
      state === 'STATE_CALL_ACTIVE' && String(Number(mute)) === wanted;
  const on = await line.request('mute', { type: 'muteCall' }, muted('1'), options.patienceMs);
  signal.throwIfAborted();
  if (on) await line.request('unmute', { type: 'muteCall' }, muted('0'), options.patienceMs);
  signal.throwIfAborted();
}

/** Sets the code, or waits for the time-out. Returns how long after-call work lasted by itself (ms). */
async function leaveClerical(walking: Walk, wish: CallWish, closedAt: number): Promise<number | null> {
  const { options, line, seen, now } = walking;
  if (line.state() !== 'STATE_CLERICAL') return null;
  const left = ({ state }: Fields): boolean => state === 'STATE_IDLE' || state === 'STATE_PAUSE';
  if (wish.codeId !== null) {
    await line.request('resolutionSet', { type: 'resolutionSet', id: Number(wish.codeId) }, left, options.patienceMs);
    return null;
  }
  const began = seen.snapshots.find(({ atMs, raw }) => atMs >= closedAt && inClerical(raw))?.atMs ?? closedAt;
  const end = await line.until(left, wish.clericalSeconds * 1000, now());
  return end ? end.atMs - began : null;
}

const inClerical = (raw: unknown): boolean =>
  typeof raw === 'object' && raw !== null && 'state' in raw && raw.state === 'STATE_CLERICAL';

/**
 * Requests the recording of the call, to play and to save, until there is one or the time is over. `null`: the call has
 * no id.
 */
async function recordingOf({ options, seen, now, signal }: Walk): Promise<RecordingSeen | null> {
  const ids = seen.snapshots.map((snapshot) => fieldsOf(snapshot)['callTraceID']);
  const id = ids.findLast((value) => value !== undefined && value !== '' && String(value) !== '-1');
  if (id === undefined) return null;
  const address = `${options.recordings}${recordingPath}?calltraceID=${encodeURIComponent(String(id))}`;
  const end = now() + options.patienceMs;
  try {
    while (!signal.aborted && (await beginning(address, options)).status === 404 && now() < end)
      await new Promise((resolve) => setTimeout(resolve, betweenTriesMs));
    const [played, saved] = [await beginning(address, options), await beginning(`${address}&download=1`, options)];
    return {
      status: played.status,
      type: played.type,
      downloadStatus: saved.status,
      downloadType: saved.type,
      startsWith: saved.text.startsWith('RIFF') ? 'RIFF' : 'something else',
    };
  } catch (error) {
    return { status: 0, type: codeOf(error), downloadStatus: 0, downloadType: null, startsWith: '' };
  }
}

async function beginning(address: string, options: Walk['options']) {
  const response = await fetch(address, {
    headers: headersOf(options),
    signal: AbortSignal.timeout(options.patienceMs),
  });
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  const text = Buffer.from(first?.value ?? []).toString('latin1', 0, 4);
  return { status: response.status, type: response.headers.get('content-type'), text };
}
