import type { ConnectionState } from './agent-connection';
import type { AudioFacts } from './audio/audio-facts';
import type { MicrophoneFailure } from './audio/microphone-failure';
import type { Registration } from './softphone';

/** Why each check has not passed. */
export interface ReadinessCauses {
  /** The page is not secure, the microphone was denied, or nobody has answered the browser's question. */
  readonly permission: 'insecure' | 'denied' | 'not-asked';
  /** The microphone is not open. */
  readonly device: 'off' | 'asking' | MicrophoneFailure;
  /** The microphone has picked up no sound, or the browser can't measure it. */
  readonly level: 'no-microphone' | 'nothing-heard' | 'not-measured';
  /** There is no audio output, or the test sound was not played. */
  readonly speaker: 'absent' | Exclude<AudioFacts['speakerTest'], 'played'>;
  /**
   * The extension is not registered. `not-loaded`: the phone's code could not be fetched. `blocked`: the browser
   * blocks the page from the local network.
   */
  readonly registration: Exclude<Registration['status'], 'registered'> | 'not-loaded' | 'blocked';
  /** There is no connection to Mediatel. `blocked`: the browser blocks the page from the local network. */
  readonly connection: Exclude<ConnectionState['status'], 'connected'> | 'blocked';
}

/** The name of a check. */
export type ReadinessCheckName = keyof ReadinessCauses;

/**
 * Result of one check. `waiting`: it may still pass, at once or when the operator acts. `failed`: somebody must fix
 * the cause.
 */
export type ReadinessCheckOf<Name extends ReadinessCheckName> =
  | { readonly name: Name; readonly status: 'passed'; readonly cause: null; readonly detail: null }
  | {
      readonly name: Name;
      readonly status: 'waiting' | 'failed';
      readonly cause: ReadinessCauses[Name];
      /** The browser's or the server's own text, for details. */
      readonly detail: string | null;
    };

/** Result of any check. */
export type ReadinessCheck = { [Name in ReadinessCheckName]: ReadinessCheckOf<Name> }[ReadinessCheckName];

/** Input of the checks. */
export interface ReadinessKnowledge {
  /** What the phone knows of its audio. */
  readonly audio: AudioFacts;
  /** State of the SIP registration. */
  readonly registration: Registration;
  /** State of the connection to Mediatel. */
  readonly connection: ConnectionState;
}

const passed = <Name extends ReadinessCheckName>(name: Name): ReadinessCheckOf<Name> => ({
  name,
  status: 'passed',
  cause: null,
  detail: null,
});
const missed = <Name extends ReadinessCheckName>(
  name: Name,
  status: 'waiting' | 'failed',
  cause: ReadinessCauses[Name],
  detail: string | null = null,
): ReadinessCheckOf<Name> => ({ name, status, cause, detail });

function permission({ permission: state, microphone }: AudioFacts): ReadinessCheck {
  if (microphone.status === 'failed' && microphone.failure === 'insecure')
    return missed('permission', 'failed', 'insecure', microphone.detail);
  if (state === 'denied' || (microphone.status === 'failed' && microphone.failure === 'denied'))
    return missed('permission', 'failed', 'denied', microphone.status === 'failed' ? microphone.detail : null);
  // An open microphone proves the permission if the browser does not report it.
  if (state === 'granted' || microphone.status === 'ready') return passed('permission');
  return missed('permission', 'waiting', 'not-asked');
}

function device({ microphone }: AudioFacts): ReadinessCheck {
  switch (microphone.status) {
    case 'ready':
      return passed('device');
    case 'failed':
      return missed('device', 'failed', microphone.failure, microphone.detail);
    default:
      return missed('device', 'waiting', microphone.status);
  }
}

function level({ microphone, microphoneHeard }: AudioFacts): ReadinessCheck {
  if (microphone.status !== 'ready') return missed('level', 'waiting', 'no-microphone');
  if (microphoneHeard === null) return missed('level', 'waiting', 'not-measured');
  return microphoneHeard ? passed('level') : missed('level', 'waiting', 'nothing-heard');
}

function speaker({ speakerCount, speakerTest }: AudioFacts): ReadinessCheck {
  if (speakerTest === 'played') return passed('speaker');
  if (speakerCount === 0) return missed('speaker', 'failed', 'absent');
  const failed = speakerTest === 'failed' || speakerTest === 'blocked';
  return missed('speaker', failed ? 'failed' : 'waiting', speakerTest);
}

function registration(state: Registration): ReadinessCheck {
  if (state.status === 'registered') return passed('registration');
  if (state.status === 'rejected' && state.loaded === false)
    return missed('registration', 'failed', 'not-loaded', state.detail);
  if (state.status === 'waiting' && state.blocked) return missed('registration', 'failed', 'blocked', state.detail);
  const failed = state.status === 'rejected' || state.status === 'waiting';
  return missed('registration', failed ? 'failed' : 'waiting', state.status, 'detail' in state ? state.detail : null);
}

function connection(state: ConnectionState): ReadinessCheck {
  if (state.status === 'connected') return passed('connection');
  if (state.status === 'unreachable' && state.blocked) return missed('connection', 'failed', 'blocked', state.detail);
  const failed = state.status !== 'closed' && state.status !== 'connecting';
  return missed('connection', failed ? 'failed' : 'waiting', state.status, 'detail' in state ? state.detail : null);
}

/** Runs the checks before a shift: always the same six in the same order. */
export function readinessChecks(known: ReadinessKnowledge): readonly ReadinessCheck[] {
  return [
    permission(known.audio),
    device(known.audio),
    level(known.audio),
    speaker(known.audio),
    registration(known.registration),
    connection(known.connection),
  ];
}
