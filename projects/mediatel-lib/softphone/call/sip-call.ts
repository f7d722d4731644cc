import type { EndEvent } from 'jssip/lib/RTCSession';
import type { CallQuality, MediatelClock, ResolvedMediatelConfig, SoftphoneEvent } from 'mediatel-lib/ports';
import type { SharedAudioContext } from '../media/shared-audio-context';
import { callEndedBy } from './call-ended-by';
import { CallStatsMonitor } from '../quality/call-stats-monitor';
import { callerOf } from './caller';
import type { Caller } from './caller';
import { playChime } from '../media/chime';
import { endGatheringEarly } from '../ice/ice-gathering';
import { IceRestart } from '../ice/ice-restart';
import { awaitingAck } from '../signalling/jssip-module';
import type { JsSipInvitation, JsSipSession } from '../signalling/jssip-module';
import { nextCallState } from './next-call-state';
import type { CallInput, CallState } from './next-call-state';
import { OutgoingTrack } from '../media/outgoing-track';
import { IceRecovery } from '../ice/ice-recovery';
import type { RemoteAudio } from '../media/remote-audio';
import { playRingTone } from '../media/ring-tone';
import { sendDigits } from './send-digits';
import { SentLevel } from '../media/sent-level';
import type { AudioOutput } from '../media/audio-output';
import type { After } from '../signalling/worker-timers';

/** What a call needs of the telephone it rings. */
export interface CallSurroundings {
  readonly config: Pick<ResolvedMediatelConfig, 'iceServers' | 'iceGatheringTimeout' | 'chime' | 'dtmf'>;
  readonly clock: MediatelClock;
  readonly after: After;
  readonly stage: SharedAudioContext;
  readonly speaker: AudioOutput;
  readonly ringer: AudioOutput;
  readonly remoteAudio: RemoteAudio;
  tell(event: SoftphoneEvent): void;
  /** It waits to be answered by hand. */
  rings(call: SipCall): void;
  talks(call: SipCall): void;
  receiving(receiver: RTCRtpReceiver): void;
  measured(quality: CallQuality): void;
  ended(call: SipCall): void;
}

/** Where a call takes its track from. */
export interface CallMicrophone {
  /** Calls back once it is known whether there is a microphone; returns what calls it off. */
  whenKnown(run: () => void): () => void;
  /** A copy for one call; `null` without a microphone. */
  cloneTrack(): MediaStreamTrack | null;
}

/** Milliseconds an answer waits for a microphone that is being opened: less than a server lets an extension ring. */
const microphoneWait = 8000;

/** Milliseconds a call stays silent, since most are answered automatically by then (within 800 ms of the INVITE). */
const silentFor = 900;

const connectionLost = 'SIP connection lost';

/** What JsSIP ends a call with at ICE `failed`. */
const pathFailed = 'RTP Timeout';

/** One incoming call, from its INVITE to its end; afterwards nothing of it is held. */
export class SipCall {
  readonly id: string;
  readonly caller: Caller;
  private readonly session: JsSipSession;
  private state: CallState = 'ringing';
  private hungUp = false;
  /** Answered, and without a track to send so far. */
  private lacksMicrophone = false;
  /** Why we ended it ourselves, where JsSIP would only say that we did. */
  private cause: string | null = null;
  private readonly outgoing = new OutgoingTrack((cause) => {
    this.tell({ type: 'muteChanged', callId: this.id, muted: cause !== null, ...(cause && { cause }) });
  });
  private readonly path: IceRecovery;
  private watch: CallStatsMonitor | null = null;
  private remote: { readonly stream: MediaStream; readonly receiver: RTCRtpReceiver } | null = null;
  private readonly endings: (() => void)[] = [];
  private stopRinging: () => void;

  constructor(
    invitation: JsSipInvitation,
    private readonly around: CallSurroundings,
  ) {
    const session = (this.session = invitation.session as JsSipSession);
    this.id = session.id;
    this.caller = callerOf(invitation.request);
    // A lost socket or an unanswered request of ours says nothing about the audio, which goes its own way.
    session.onTransportError = () => undefined;
    session.onRequestTimeout = () => undefined;
    const terminate = session.terminate.bind(session);
    // So is a lost path: the keeper looks for another, or ends the call.
    session.terminate = (options) => {
      if (options?.cause !== pathFailed || this.state !== 'talking') terminate(options);
    };
    const ice = new IceRestart(session, around.config.iceGatheringTimeout);
    this.path = new IceRecovery({
      after: around.after,
      restart: () => ice.restart(),
      standing: () => hasPath(session.connection),
      lost: () => this.terminate(480, 'no audio path'),
    });
    session.on('accepted', () => this.accepted());
    session.on('ended', (event) => this.finish(event));
    session.on('failed', (event) => this.finish(event));
    // JsSIP sets every sent track by its own idea of mute and hold; ours is the one shown.
    session.on('hold', () => this.outgoing.apply());
    session.on('unhold', () => this.outgoing.apply());
    session.on('peerconnection', ({ peerconnection }) => this.connecting(peerconnection));
    this.stopRinging = this.ringLater();
  }

  /** Tells of the call, once whoever is told can find it: the answer may come before this returns. */
  announce(): void {
    this.tell({ type: 'invited', callId: this.id, ...this.caller, at: this.now() });
  }

  /** Answers with a track of its own, which the call stops at its end; waits for a microphone that is being opened. */
  answer(microphone: CallMicrophone): void {
    if (this.state !== 'ringing') return;
    this.enter('answer');
    this.stopRinging();
    this.lacksMicrophone = true;
    const refuse = (): void => this.terminate(480, 'no microphone');
    this.endings.push(
      microphone.whenKnown(() => {
        const track = this.outgoing.take(microphone.cloneTrack());
        if (track) this.answerWith(track);
        else refuse();
      }),
    );
    if (this.lacksMicrophone)
      this.endings.push(this.around.after(microphoneWait, () => this.lacksMicrophone && refuse()));
  }

  hangUp(): void {
    this.hungUp = true;
    this.terminate();
  }

  setMuted(muted: boolean): void {
    if (this.state !== 'ended') this.outgoing.setMuted(muted);
  }

  sendDigits(digits: string): void {
    if (this.state === 'talking') sendDigits(this.session, digits, this.around.config.dtmf);
  }

  /** Sends another microphone from now on, without a re-INVITE. */
  async replaceTrack(track: MediaStreamTrack): Promise<void> {
    await this.outgoing.replace(track, this.session.connection);
  }

  proveAudio(): void {
    this.watch?.proveAnew();
  }

  /** The SIP socket is gone, and with it the transaction an unanswered INVITE would be answered in. */
  socketLost(): void {
    this.path.setReachable(false);
    this.confirm();
    if (this.state === 'ringing' || this.state === 'answering') this.terminate(480, connectionLost);
  }

  /** Requests of ours reach the server again. */
  reachable(): void {
    this.path.setReachable(true);
  }

  /** The path may lead through a network that is no more; once SIP is back on the new one, another is looked for. */
  networkChanged(): void {
    if (this.state === 'talking') this.path.networkChanged();
  }

  /**
   * Takes the ACK as come where the socket it would come by is gone: JsSIP has forgotten the 200, would never send it again
   * and end the call after 32 s.
   */
  private confirm(): void {
    const { session } = this;
    if (session.status !== awaitingAck) return;
    // The offer was ours, and its answer won't come: what was agreed before stands.
    if (session._late_sdp) {
      session._late_sdp = false;
      session.connection.setLocalDescription({ type: 'rollback' }).catch(() => undefined);
    }
    session.receiveRequest({ method: 'ACK', body: '' });
  }

  private answerWith(track: MediaStreamTrack): void {
    this.lacksMicrophone = false;
    const { iceServers } = this.around.config;
    // JsSIP throws at an offer it can't read, Chrome at the 500th peer connection.
    try {
      this.session.answer({
        mediaStream: new MediaStream([track]),
        mediaConstraints: { audio: true, video: false },
        // No `max-bundle`: the browser would refuse an offer without a BUNDLE group, which rtpengine writes for plain RTP.
        pcConfig: { iceServers: [...iceServers] },
      });
    } catch (error) {
      this.terminate(488, error instanceof Error ? error.message : String(error));
    }
  }

  private connecting(connection: RTCPeerConnection): void {
    connection.addEventListener('iceconnectionstatechange', () => {
      const { iceConnectionState: ice } = connection;
      if (hasPath(connection)) this.path.pathFound();
      else if (this.state === 'talking' && (ice === 'disconnected' || ice === 'failed')) this.path.pathBroken();
    });
    this.endings.push(endGatheringEarly(this.session, connection, this.around.config.iceGatheringTimeout));
    connection.addEventListener('track', ({ receiver, track, streams: [stream] }) => {
      if (track.kind !== 'audio') return;
      this.remote = { stream: stream ?? new MediaStream([track]), receiver };
      if (this.state === 'talking') this.listen();
    });
  }

  /** The 200 is on its way. Nothing that sounds was begun before, since starting it would hold the 200 back. */
  private accepted(): void {
    this.enter('accepted');
    this.tell({ type: 'answered', callId: this.id, at: this.now() });
    this.listen();
    if (this.around.config.chime) this.endings.push(playChime(this.around.speaker.open(), () => this.openMicrophone()));
    else this.openMicrophone();
  }

  private listen(): void {
    if (!this.remote) return;
    this.around.remoteAudio.attach(this.remote.stream);
    this.around.receiving(this.remote.receiver);
  }

  private openMicrophone(): void {
    this.outgoing.openUp();
    this.tell({ type: 'microphoneOpened', callId: this.id, at: this.now() });
    this.watch = this.startWatch();
    this.around.talks(this);
  }

  private startWatch(): CallStatsMonitor {
    const { outgoing, around, id: callId } = this;
    const sent = new SentLevel(around.stage);
    const watch = new CallStatsMonitor({
      callId,
      connection: this.session.connection,
      now: () => this.now(),
      mute: () => {
        outgoing.check();
        return outgoing.cause;
      },
      playback: () => around.remoteAudio.playback,
      sentLevel: () => sent.of(outgoing.current),
      proved: (proof) => this.tell({ type: 'audioProved', callId, proof, at: this.now() }),
      measured: (quality, verdict) => {
        around.measured(quality);
        const { rating, alarms, mos } = quality;
        const shown = Math.round(mos * 10) / 10;
        if (verdict) this.tell({ type: 'qualityChanged', callId, rating, alarms, mos: shown, at: this.now() });
      },
    });
    this.endings.push(
      () => watch.end(),
      () => sent.close(),
    );
    return watch;
  }

  private ringLater(): () => void {
    let stop = (): void => clearTimeout(timer);
    const timer = setTimeout(() => {
      stop = playRingTone(this.around.ringer.open());
      this.around.rings(this);
    }, silentFor);
    return () => stop();
  }

  /** `status` answers the INVITE where it is still unanswered; an answered call gets a BYE. */
  private terminate(status = 480, cause: string | null = null): void {
    if (this.state === 'ended' || this.session.isEnded()) return;
    this.cause = cause;
    this.session.terminate(this.state === 'talking' ? {} : { status_code: status });
  }

  private finish(event: EndEvent): void {
    if (this.state === 'ended') return;
    const answered = this.state === 'talking';
    this.enter('end');
    this.path.end();
    this.stopRinging();
    for (const end of this.endings.splice(0)) end();
    this.outgoing.stop();
    if (this.remote) this.around.remoteAudio.detach(this.remote.stream);
    this.remote = null;
    this.around.ended(this);
    const by = callEndedBy(event, this.hungUp);
    if (this.lacksMicrophone && by !== 'operator' && this.cause !== connectionLost)
      this.tell({
        type: 'inviteRefused',
        callId: this.id,
        refusal: 'no-microphone',
        callerNumber: this.caller.callerNumber,
        at: this.now(),
      });
    this.tell({ type: 'ended', callId: this.id, by, answered, cause: this.cause ?? event.cause, at: this.now() });
  }

  private enter(input: CallInput): void {
    this.state = nextCallState(this.state, input);
  }

  private tell(event: SoftphoneEvent): void {
    this.around.tell(event);
  }

  private now(): number {
    return this.around.clock.monotonic();
  }
}

const hasPath = ({ iceConnectionState }: RTCPeerConnection): boolean =>
  iceConnectionState === 'connected' || iceConnectionState === 'completed';
