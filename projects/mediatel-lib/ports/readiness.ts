import type { ConnectionState } from './agent-connection';
import type { AudioFacts } from './audio/audio-facts';
import type { MicrophoneFailure } from './audio/microphone-error';
import type { Registration } from './softphone';

/** What keeps each check from being passed: its real cause, one of few. */
export interface ReadinessCauses {
  readonly permission: 'insecure' | 'denied' | 'not-asked';
  readonly device: 'off' | 'asking' | MicrophoneFailure;
  readonly level: 'no-microphone' | 'nothing-heard' | 'not-measured';
  readonly speaker: 'absent' | Exclude<AudioFacts['speakerTest'], 'played'>;
  readonly registration: Exclude<Registration['status'], 'registered'> | 'not-loaded' | 'blocked';
  readonly connection: Exclude<ConnectionState['status'], 'connected'> | 'blocked';
}

export type ReadinessCheckName = keyof ReadinessCauses;

/** One check. `waiting` may still pass by itself or by the operator's doing; `failed` needs a mend. */
export type ReadinessCheckOf<Name extends ReadinessCheckName> =
  | { readonly name: Name; readonly status: 'passed'; readonly cause: null; readonly detail: null }
  | {
      readonly name: Name;
      readonly status: 'waiting' | 'failed';
      readonly cause: ReadinessCauses[Name];
      /** The browser's or the server's own words, for whoever unfolds them. */
      readonly detail: string | null;
    };

export type ReadinessCheck = { [Name in ReadinessCheckName]: ReadinessCheckOf<Name> }[ReadinessCheckName];

/** What the checks are told from. */
export interface ReadinessKnowledge {
  readonly audio: AudioFacts;
  readonly registration: Registration;
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
  // An open microphone proves the permission where the browser does not tell it.
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

/** The checks before a shift, always the same six in the same order, each with the real cause of its failure. */
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
