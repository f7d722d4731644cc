import type {
  CallQuality,
  MediatelClock,
  ResolvedMediatelConfig,
  SipAccount,
  SoftphoneEvent,
} from 'mediatel-lib/ports';
import type { AudioOutput } from '../media/audio-output';
import type { RemoteAudio } from '../media/remote-audio';
import type { SharedAudioContext } from '../media/shared-audio-context';
import type { CallRecord } from '../resume/call-record';
import type { JsSipSession } from '../jssip/jssip-module';
import type { After } from '../signalling/worker-timers';
import type { Caller } from './caller';

/** What a call uses of the phone. */
export interface CallSurroundings {
  readonly config: Pick<ResolvedMediatelConfig, 'iceServers' | 'iceGatheringTimeout' | 'chime' | 'dtmf'>;
  readonly clock: MediatelClock;
  readonly after: After;
  readonly microphone: CallMicrophone;
  readonly stage: SharedAudioContext;
  readonly speaker: AudioOutput;
  readonly ringer: AudioOutput;
  readonly remoteAudio: RemoteAudio;
  /** Whose call it is, and our Contact; `null` if calls are not kept for a later page. */
  identity(): (Pick<CallRecord, 'owner' | 'contactUri'> & { readonly account: SipAccount }) | null;
  /** The operator hangs up the answered call: its BYE must reach the server. */
  hangsUp(session: JsSipSession): void;
  emitEvent(event: SoftphoneEvent): void;
  /** The call waits until the operator answers it. */
  rings(call: CurrentCall): void;
  talks(call: CurrentCall): void;
  receiving(receiver: RTCRtpReceiver): void;
  measured(quality: CallQuality): void;
  /** The call has an audio path. */
  connected(): void;
  /** The call is over, or left to a later page. */
  ended(call: CurrentCall): void;
}

/** The phone's call. */
interface CurrentCall {
  readonly id: string;
  readonly caller: Caller;
}

/** Where a call gets its track from. */
interface CallMicrophone {
  /** Calls back once it is known whether there is a microphone. Returns a function that cancels this. */
  whenKnown(run: () => void): () => void;
  /** A copy of the track for one call; `null` without a microphone. */
  cloneTrack(): MediaStreamTrack | null;
}
