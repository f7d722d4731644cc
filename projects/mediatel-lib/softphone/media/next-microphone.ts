import { type Microphone, MicrophoneError, type MicrophoneFailure } from 'mediatel-lib/ports';

/** Failures that plugging something in may repair. */
const repairedByDevice: readonly MicrophoneFailure[] = ['absent', 'busy', 'lost'];
/** Failures that another device may repair: all but those of the page itself. */
const repairedByChoice: readonly MicrophoneFailure[] = [...repairedByDevice, 'other'];

/** The machine drawn at `Microphone`, with what it must remember. */
export interface MicrophoneState {
  readonly microphone: Microphone;
  /** Counts the wishes for a device: what an older one opens is closed again. */
  readonly wish: number;
  /** Whether the one in use was unplugged, which is the fault named if there is no other. */
  readonly lost: boolean;
}

export type MicrophoneEvent =
  /** The phone starts, or the operator asks for the microphone again. */
  | { readonly type: 'open' }
  /** Another device was chosen. */
  | { readonly type: 'use' }
  | { readonly type: 'devicesChanged' }
  | { readonly type: 'permitted' }
  /** A device is open. `label: null`: it has no track. `standsIn`: it is not the one that was wanted. */
  | { readonly type: 'opened'; readonly wish: number; readonly label: string | null; readonly standsIn: boolean }
  /** `by`: what was to open or to take it. */
  | {
      readonly type: 'notOpened';
      readonly wish: number;
      readonly by: 'bring' | 'change';
      readonly error: MicrophoneError;
    }
  /** The device in use is gone. */
  | { readonly type: 'unplugged' }
  | { readonly type: 'close' };

/** What a transition wants done, in order. */
export type MicrophoneEffect =
  /** Follow the devices and the permission. */
  | { readonly type: 'watch' }
  | { readonly type: 'unwatch' }
  /** Tell how the microphone stands. */
  | { readonly type: 'show' }
  /** Open the wanted device, or any where that fails. */
  | { readonly type: 'bring' }
  /** Open the wanted device and no other. */
  | { readonly type: 'change' }
  /** Hold the device that was opened, show it, then stop the one before. */
  | { readonly type: 'take' }
  /** Stop the device that was opened. */
  | { readonly type: 'discard' }
  /** Stop the device in use. */
  | { readonly type: 'release' }
  /** Tell that the wanted device could not be opened. */
  | { readonly type: 'refuse'; readonly standIn: string };

export interface MicrophoneStep {
  readonly state: MicrophoneState;
  readonly effects: readonly MicrophoneEffect[];
}

export const noMicrophone: MicrophoneState = { microphone: { status: 'off' }, wish: 0, lost: false };

/** Every transition of the machine drawn at `Microphone`. */
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

/** An open device is kept until the other is open. */
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
