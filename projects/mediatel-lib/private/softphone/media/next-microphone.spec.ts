import type { Microphone, MicrophoneFailure } from 'mediatel-lib/ports';
import { MicrophoneError } from './microphone-error';
import { type MicrophoneEvent, type MicrophoneState, nextMicrophone } from './next-microphone';

const wish = 3;
const failed = (failure: MicrophoneFailure): Microphone => ({ status: 'failed', failure, detail: 'no' });

const states = {
  off: { microphone: { status: 'off' }, wish, lost: false },
  asking: { microphone: { status: 'asking' }, wish, lost: false },
  replacing: { microphone: { status: 'asking' }, wish, lost: true },
  ready: { microphone: { status: 'ready', label: 'Headset' }, wish, lost: false },
  denied: { microphone: failed('denied'), wish, lost: false },
  insecure: { microphone: failed('insecure'), wish, lost: false },
  absent: { microphone: failed('absent'), wish, lost: false },
  busy: { microphone: failed('busy'), wish, lost: false },
  lost: { microphone: failed('lost'), wish, lost: false },
  other: { microphone: failed('other'), wish, lost: false },
} as const satisfies Record<string, MicrophoneState>;

const events = {
  open: { type: 'open' },
  use: { type: 'use' },
  devicesChanged: { type: 'devicesChanged' },
  permitted: { type: 'permitted' },
  opened: { type: 'opened', wish, label: 'USB', standsIn: false },
  openedAnother: { type: 'opened', wish, label: 'Built-in', standsIn: true },
  openedNothing: { type: 'opened', wish, label: null, standsIn: false },
  openedLate: { type: 'opened', wish: wish - 1, label: 'USB', standsIn: false },
  refused: { type: 'notOpened', wish, by: 'bring', error: MicrophoneError.busy() },
  refusedLate: { type: 'notOpened', wish: wish - 1, by: 'bring', error: MicrophoneError.busy() },
  notChanged: { type: 'notOpened', wish, by: 'change', error: MicrophoneError.busy() },
  unplugged: { type: 'unplugged' },
  close: { type: 'close' },
} as const satisfies Record<string, MicrophoneEvent>;

type Row = Record<keyof typeof events, string>;

const close = 'off 4: unwatch, release, show';
const ask = 'asking 4: show, bring';

/** Errors of the failures, and of late answers. */
const rowOfFailed = (failure: MicrophoneFailure, use: string, devicesChanged: string): Row => {
  const same = `failed ${failure} 3`;
  return {
    open: ask,
    use: use || same,
    devicesChanged: devicesChanged || same,
    permitted: ask,
    opened: `${same}: discard`,
    openedAnother: `${same}: discard`,
    openedNothing: `${same}: discard`,
    openedLate: `${same}: discard`,
    refused: same,
    refusedLate: same,
    notChanged: same,
    unplugged: same,
    close,
  };
};

/** The next state with its number of wishes, and the effects in order. */
const table: Record<keyof typeof states, Row> = {
  off: {
    open: 'asking 4: watch, show, bring',
    use: 'off 3',
    devicesChanged: 'off 3',
    permitted: 'off 3',
    opened: 'off 3: discard',
    openedAnother: 'off 3: discard',
    openedNothing: 'off 3: discard',
    openedLate: 'off 3: discard',
    refused: 'off 3',
    refusedLate: 'off 3',
    notChanged: 'off 3',
    unplugged: 'off 3',
    close: 'off 3',
  },
  asking: {
    open: 'asking 3',
    use: 'asking 4: bring',
    devicesChanged: 'asking 3',
    permitted: 'asking 3',
    opened: 'ready USB 3: take',
    openedAnother: 'ready Built-in 3: take, refuse Built-in',
    openedNothing: 'failed absent 3: release, show',
    openedLate: 'asking 3: discard',
    refused: 'failed busy 3: release, show',
    refusedLate: 'asking 3',
    notChanged: 'failed busy 3: release, show',
    unplugged: 'asking 3',
    close,
  },
  replacing: {
    open: 'asking 3 lost',
    use: 'asking 4 lost: bring',
    devicesChanged: 'asking 3 lost',
    permitted: 'asking 3 lost',
    opened: 'ready USB 3: take',
    openedAnother: 'ready Built-in 3: take, refuse Built-in',
    openedNothing: 'failed absent 3: release, show',
    openedLate: 'asking 3 lost: discard',
    refused: 'failed lost 3: release, show',
    refusedLate: 'asking 3 lost',
    notChanged: 'failed lost 3: release, show',
    unplugged: 'asking 3 lost',
    close,
  },
  ready: {
    open: 'ready Headset 3',
    use: 'ready Headset 4: change',
    devicesChanged: 'ready Headset 3',
    permitted: 'ready Headset 3',
    opened: 'ready USB 3: take',
    openedAnother: 'ready Built-in 3: take, refuse Built-in',
    openedNothing: 'failed absent 3: release, show',
    openedLate: 'ready Headset 3: discard',
    refused: 'failed busy 3: release, show',
    refusedLate: 'ready Headset 3',
    notChanged: 'ready Headset 3: refuse Headset',
    unplugged: 'asking 4 lost: release, show, bring',
    close,
  },
  denied: rowOfFailed('denied', '', ''),
  insecure: rowOfFailed('insecure', '', ''),
  absent: rowOfFailed('absent', ask, ask),
  busy: rowOfFailed('busy', ask, ask),
  lost: rowOfFailed('lost', ask, ask),
  other: rowOfFailed('other', ask, ''),
};

function step(before: MicrophoneState, event: MicrophoneEvent): string {
  const { state, effects } = nextMicrophone(before, event);
  const { microphone, lost } = state;
  const status = [
    microphone.status,
    ...(microphone.status === 'ready' ? [microphone.label] : []),
    ...(microphone.status === 'failed' ? [microphone.failure] : []),
    ...[state.wish, ...(lost ? ['lost'] : [])],
  ].join(' ');
  return effects.length === 0 ? status : `${status}: ${effects.map((one) => Object.values(one).join(' ')).join(', ')}`;
}

describe('nextMicrophone', () => {
  it.each(Object.keys(states) as (keyof typeof states)[])('handles every event in the state: %s', (name) => {
    const steps = Object.entries(events).map(([event, value]) => [event, step(states[name], value)]);
    expect(Object.fromEntries(steps)).toEqual(table[name]);
  });
});
