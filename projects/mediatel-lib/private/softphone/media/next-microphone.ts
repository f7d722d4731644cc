import type { Microphone, MicrophoneFailure } from 'mediatel-lib/ports';
import { MicrophoneError } from './microphone-error';

/** Failures that a newly plugged device may fix. */
const repairedByDevice: readonly MicrophoneFailure[] = ['absent', 'busy', 'lost'];
/** Failures that another device may fix: all except those of the page itself. */
const repairedByChoice: readonly MicrophoneFailure[] = [...repairedByDevice, 'other'];

/** The state machine drawn at `Microphone`, with its memory. */
export interface MicrophoneState {
  readonly microphone: Microphone;
  /** Number of the latest wish for a device. A device opened for an older wish is closed again. */
  readonly wish: number;
  /** Whether the device in use was unplugged. If there is no other, this is the reported failure. */
  readonly lost: boolean;
}

/** An event of the microphone. */
export type MicrophoneEvent =
  /** The phone starts, or the operator wants the microphone opened again. */
  | { readonly type: 'open' }
  /** Another device was chosen. */
  | { readonly type: 'use' }
  | { readonly type: 'devicesChanged' }
  | { readonly type: 'permitted' }
  /** A device was opened. `label: null`: it has no track. `standsIn`: it is not the wanted one. */
  | { readonly type: 'opened'; readonly wish: number; readonly label: string | null; readonly standsIn: boolean }
  /** No device was opened. `by`: the effect that tried. */
  | {
      readonly type: 'notOpened';
      readonly wish: number;
      readonly by: 'bring' | 'change';
      readonly error: MicrophoneError;
    }
  /** The device in use was unplugged. */
  | { readonly type: 'unplugged' }
  | { readonly type: 'close' };

/** An effect of a transition. Effects run in order. */
export type MicrophoneEffect =
  /** Listens to changes of the devices and of the permission. */
  | { readonly type: 'watch' }
  | { readonly type: 'unwatch' }
  /** Reports the state of the microphone. */
  | { readonly type: 'show' }
  /** Opens the wanted device, or any other if that fails. */
  | { readonly type: 'bring' }
  /** Opens the wanted device and no other. */
  | { readonly type: 'change' }
  /** Takes the opened device, reports it, then stops the one before. */
  | { readonly type: 'take' }
  /** Stops the opened device. */
  | { readonly type: 'discard' }
  /** Stops the device in use. */
  | { readonly type: 'release' }
  /** Reports that the wanted device could not be opened. */
  | { readonly type: 'refuse'; readonly standIn: string };

/** The next state and the effects of a transition. */
export interface MicrophoneStep {
  readonly state: MicrophoneState;
  readonly effects: readonly MicrophoneEffect[];
}

/** The state before the phone starts. */
export const noMicrophone: MicrophoneState = { microphone: { status: 'off' }, wish: 0, lost: false };

/** Every transition of the state machine drawn at `Microphone`. */
export function nextMicrophone(state: MicrophoneState, event: MicrophoneEvent): MicrophoneStep {
  const { microphone, wish } = state;
  switch (event.type) {
    case 'open':
      if (microphone.status === 'off') return ask(state, { type: 'watch' });
      return microphone.status === 'failed' ? ask(state) : ignore(state);
    case 'use':
      return use(state);
    case 'devicesChanged':
      return isFailed(microphone, repairedByDevice) ? ask(state) : ignore(state);
    case 'permitted':
      return microphone.status === 'failed' ? ask(state) : ignore(state);
    case 'opened':
      return isAwaited(state, event.wish) ? opened(state, event) : { state, effects: [{ type: 'discard' }] };
    case 'notOpened':
      return isAwaited(state, event.wish) ? notOpened(state, event) : ignore(state);
    case 'unplugged':
      return microphone.status === 'ready' ? ask({ ...state, lost: true }, { type: 'release' }) : ignore(state);
    case 'close':
      if (microphone.status === 'off') return ignore(state);
      return {
        state: { ...noMicrophone, wish: wish + 1 },
        effects: [{ type: 'unwatch' }, { type: 'release' }, { type: 'show' }],
      };
  }
}

const ignore = (state: MicrophoneState): MicrophoneStep => ({ state, effects: [] });

const isFailed = (microphone: Microphone, by: readonly MicrophoneFailure[]): boolean =>
  microphone.status === 'failed' && by.includes(microphone.failure);

const isAwaited = ({ microphone, wish }: MicrophoneState, by: number): boolean =>
  by === wish && (microphone.status === 'asking' || microphone.status === 'ready');

const ask = ({ wish, lost }: MicrophoneState, ...first: readonly MicrophoneEffect[]): MicrophoneStep => ({
  state: { microphone: { status: 'asking' }, wish: wish + 1, lost },
  effects: [...first, { type: 'show' }, { type: 'bring' }],
});

/** Changes to the wanted device. An open device stays open until the other one is. */
function use(state: MicrophoneState): MicrophoneStep {
  const { microphone, wish } = state;
  if (microphone.status === 'ready') return { state: { ...state, wish: wish + 1 }, effects: [{ type: 'change' }] };
  if (microphone.status === 'asking') return { state: { ...state, wish: wish + 1 }, effects: [{ type: 'bring' }] };
  return isFailed(microphone, repairedByChoice) ? ask(state) : ignore(state);
}

function opened(
  state: MicrophoneState,
  { label, standsIn }: Extract<MicrophoneEvent, { type: 'opened' }>,
): MicrophoneStep {
  if (label === null) return fail(state, MicrophoneError.absent());
  return {
    state: { ...state, microphone: { status: 'ready', label }, lost: false },
    effects: [{ type: 'take' }, ...(standsIn ? [{ type: 'refuse', standIn: label } as const] : [])],
  };
}

function notOpened(
  state: MicrophoneState,
  { by, error }: Extract<MicrophoneEvent, { type: 'notOpened' }>,
): MicrophoneStep {
  const { microphone, lost } = state;
  if (microphone.status === 'ready' && by === 'change')
    return { state, effects: [{ type: 'refuse', standIn: microphone.label }] };
  return fail(state, lost ? MicrophoneError.lost() : error);
}

const fail = ({ wish }: MicrophoneState, error: MicrophoneError): MicrophoneStep => ({
  state: { microphone: { status: 'failed', failure: error.failure, detail: error.message }, wish, lost: false },
  effects: [{ type: 'release' }, { type: 'show' }],
});
