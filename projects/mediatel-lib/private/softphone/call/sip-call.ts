import type { CallCommandType, PhoneCommandHandlers, PhoneCommandOf, SoftphoneEvent } from 'mediatel-lib/ports';
import { actAsAcked } from './act-as-acked';
import { CallDigits } from './call-digits';
import { type CallEnd, callEndedBy } from './call-ended-by';
import type { CallStatsMonitor } from '../quality/call-stats-monitor';
import type { CallSurroundings } from './call-surroundings';
import type { Caller } from './caller';
import { playChime } from '../media/chime';
import { endGatheringEarly } from '../ice/ice-gathering';
import { IceRestart } from '../ice/ice-restart';
import type { JsSipSession } from '../jssip/jssip-module';
import { hasPath, leftSound, type LeftSound } from './left-sound';
import { isOver, nextCallState, type CallInput, type CallState } from './next-call-state';
import { OutgoingTrack } from '../media/outgoing-track';
import { IceRecovery } from '../ice/ice-recovery';
import { outliveFaults } from './outlive-faults';
import { Renewal } from './renewal';
import { ringLater } from './ring-later';
import { CallKeeper } from '../resume/call-keeper';
import { type CallRecord, sinceAlive } from '../resume/call-record';
import { microphoneKnown } from '../resume/microphone-known';
import { abandonSession, connectSession, dialogOf } from '../jssip/jssip-inside';
import { watchCall } from './watch-call';

/** How long an answer waits for a microphone that is being opened (ms). A server lets an extension ring longer. */
const microphoneWait = 8000;

const connectionLost = 'SIP connection lost';

/** One incoming call, from its INVITE (or from the page that resumes it) to its end. Afterwards it holds nothing. */
export class SipCall {
  readonly id: string;
  readonly caller: Caller;
  readonly #session: JsSipSession;
  #state: CallState = 'ringing';
  #hungUp = false;
  /** Whether the call is answered but has no track to send yet. */
  #lacksMicrophone = false;
  /** Why we ended the call ourselves. JsSIP would only report that we did. */
  #cause: string | null = null;
  readonly #outgoing = new OutgoingTrack((cause) => {
    if (this.#state !== 'left')
      this.#emitEvent({ type: 'muteChanged', callId: this.id, muted: cause !== null, ...(cause && { cause }) });
  });
  readonly #path: IceRecovery;
  #watch: CallStatsMonitor | null = null;
  #remote: { readonly stream: MediaStream; readonly receiver: RTCRtpReceiver } | null = null;
  readonly #endings: (() => void)[] = [];
  #stopRinging: () => void = () => undefined;
  readonly #ice: IceRestart;
  #keeper: CallKeeper | null = null;
  readonly #digits: CallDigits;
  /** What has no media path yet: a call of an earlier page (`back`), or its renewed connection (`renewed`). */
  #coming: 'back' | 'renewed' | null = null;
  /** See `CallRecord`. */
  #reportsWithin: number | null = null;
  readonly #renewal: Renewal;
  /** When the call was answered (monotonic, ms). The wall clock may be set in mid-call. */
  #answeredAt = 0;
  readonly #around: CallSurroundings;
  /** What the call does for each command. */
  readonly #handlers: PhoneCommandHandlers<CallCommandType> = {
    answer: () => this.#answer(),
    hangUp: () => this.hangUp(this.#state === 'talking'),
    setMuted: ({ muted }) => {
      if (isOver(this.#state)) return;
      this.#outgoing.setMuted(muted);
      this.#keeper?.save();
    },
    sendDigits: ({ digits }) => {
      if (this.#state === 'talking') this.#digits.send(digits);
    },
    proveAudio: () => this.#watch?.proveAnew(),
  };

  /** `isAgreed`: whether both sides have agreed, or will, on the session's own peer connection; see `resume`. */
  constructor(session: JsSipSession, caller: Caller, around: CallSurroundings, isAgreed = true) {
    this.#around = around;
    this.#session = session;
    this.id = session.id;
    this.caller = caller;
    this.#digits = new CallDigits(session, around.config.dtmf);
    outliveFaults(
      session,
      () => this.#state === 'left',
      () => this.#state === 'talking',
    );
    const hasSound = (): boolean => this.#hasReturned;
    const ice = (this.#ice = new IceRestart(session, around.config.iceGatheringTimeout, isAgreed, hasSound));
    this.#path = new IceRecovery({
      after: around.after,
      ice,
      standing: () => hasPath(session.connection),
      mayEnd: () => this.#hasReturned,
      lost: () => (this.#hasReturned ? this.#terminate(480, 'no audio path') : this.#letGo()),
    });
    this.#renewal = new Renewal(around.after, () => this.#renew());
    session.on('accepted', () => this.#accepted());
    session.on('ended', (event) => this.#finish(event));
    session.on('failed', (event) => this.#finish(event));
    // JsSIP enables and disables every sent track by its own state of mute and hold. Ours is the one on the screen.
    session.on('hold', () => this.#outgoing.apply());
    session.on('unhold', () => this.#outgoing.apply());
    session.on('peerconnection', ({ peerconnection }) => this.#connecting(peerconnection));
  }

  /** Reports the call, after its owner can find it: the answer may come before this returns. */
  announce(): void {
    this.#stopRinging = ringLater(this.#around.ringer, () => this.#around.rings(this));
    this.#emitEvent({ type: 'invited', callId: this.id, ...this.caller, at: this.#now() });
  }

  /**
   * Goes on with the call of an earlier page: a new connection is offered in its dialog as soon as SIP reaches the
   * server. The operator is heard once there is a microphone.
   */
  resume({ answeredAt, aliveAt, muted, isSoundLeft, reportsWithin, unacked }: CallRecord): void {
    const { microphone, after } = this.#around;
    this.#enter('resume');
    this.#coming = 'back';
    this.#reportsWithin = reportsWithin;
    this.#ice.owe(unacked);
    this.#digits.hold();
    const lasted = Math.max(0, aliveAt - answeredAt) + sinceAlive({ aliveAt });
    this.#answeredAt = this.#now() - lasted;
    this.#connect();
    this.#emitEvent({
      type: 'resumed',
      callId: this.id,
      ...this.caller,
      answeredAt: this.#answeredAt,
      muted,
      at: this.#now(),
    });
    this.#outgoing.setMuted(muted);
    this.#path.resume();
    // The browser may refuse to make an offer; the first request tries again.
    this.#ice.prepare(isSoundLeft ? microphoneKnown(microphone, after) : undefined).catch(() => undefined);
    this.#keep();
    this.#openMicrophone();
    // A microphone that is being opened comes by `replaceTrack`.
    const track = microphone.cloneTrack();
    if (track) void this.replaceTrack(track);
  }

  /**
   * Leaves the call to a later page, which can resume it: nothing is sent or reported from now on. Returns the sound,
   * which stays; `null` if the call can't be resumed.
   *
   * The caller closes the SIP socket.
   */
  leave(isSoundLeft: boolean): LeftSound | null {
    if (this.#state !== 'talking' || !this.#keeper?.leave(isSoundLeft)) return null;
    this.#enter('leave');
    this.#coming = null;
    this.#release();
    this.#around.ended(this);
    return leftSound(this.id, this.#session.connection, this.#outgoing, this.#around, this.#remote?.stream);
  }

  /** Executes a command to this call. */
  execute<Name extends CallCommandType>(command: PhoneCommandOf<Name>): void {
    this.#handlers[command.type](command);
  }

  /** `isOwed`: whether the server must hear of it, also later. A page that just closes owes nothing. */
  hangUp(isOwed = false): void {
    if (isOwed) this.#around.hangsUp(this.#session);
    this.#hungUp = true;
    this.#terminate();
  }

  /** Sends another microphone's track from now on, without a re-INVITE. */
  async replaceTrack(track: MediaStreamTrack): Promise<void> {
    await this.#outgoing.replace(track, this.#session.connection);
  }

  /** The SIP socket is closed, and with it the transaction in which an unanswered INVITE could be answered. */
  socketLost(): void {
    this.#path.setReachable(false);
    actAsAcked(this.#session);
    if (this.#state === 'ringing' || this.#state === 'answering') this.#terminate(480, connectionLost);
  }

  /** Our requests reach the server again. */
  reachable(): void {
    this.#path.setReachable(true);
    this.#digits.reachable();
  }

  /** The path may lead through a network that is gone. Once SIP works on the new one, another path is looked for. */
  networkChanged(): void {
    if (this.#state === 'talking') this.#path.networkChanged();
  }

  /**
   * Answers with a copy of the microphone's track, which the call stops at its end. It waits for a microphone that is
   * being opened.
   */
  #answer(): void {
    if (this.#state !== 'ringing') return;
    this.#enter('answer');
    this.#stopRinging();
    this.#lacksMicrophone = true;
    const { microphone } = this.#around;
    const refuse = (): void => this.#terminate(480, 'no microphone');
    this.#endings.push(
      microphone.whenKnown(() => {
        const track = this.#outgoing.replaceTrack(microphone.cloneTrack());
        if (track) this.#answerNow();
        else refuse();
      }),
    );
    if (this.#lacksMicrophone)
      this.#endings.push(this.#around.after(microphoneWait, () => this.#lacksMicrophone && refuse()));
  }

  #answerNow(): void {
    this.#lacksMicrophone = false;
    const session = this.#session;
    // JsSIP would add the track before it sets the server's offer. In Chromium a rollback then loses the connection.
    session.on('connecting', () => this.#outgoing.addTo(session.connection));
    // JsSIP throws at an offer that it can't read, and Chrome at the 500th peer connection.
    try {
      session.answer({
        mediaConstraints: { audio: false, video: false },
        // No `max-bundle`: browsers then refuse an offer without a BUNDLE group, and rtpengine writes such offers for
        // plain RTP.
        pcConfig: { iceServers: [...this.#around.config.iceServers] },
      });
    } catch (error) {
      this.#terminate(488, error instanceof Error ? error.message : String(error));
    }
  }

  /** Whether the call has had its sound on this page, as far as is known. */
  get #hasReturned(): boolean {
    return this.#coming === null && !this.#renewal.isNeeded;
  }

  /** Makes the connection of a call that was answered before. It sends the present track, or the one that comes. */
  #connect(): void {
    const connection = connectSession(this.#session, { iceServers: [...this.#around.config.iceServers] });
    const what = this.#outgoing.current ?? 'audio';
    this.#outgoing.useSender(connection.addTransceiver(what, { direction: 'sendrecv' }).sender);
  }

  /** Offers another connection in place of the present one, unless that is being looked after anyway. */
  #renew(): void {
    if (this.#state !== 'talking' || !this.#path.isWell) return;
    const { connection } = this.#session;
    this.#coming = 'renewed';
    this.#digits.renew();
    this.#connect();
    connection.close();
    if (this.#remote) this.#around.remoteAudio.detach(this.#remote.stream);
    this.#remote = null;
    this.#ice.renew();
    this.#path.renew();
  }

  #connecting(connection: RTCPeerConnection): void {
    connection.addEventListener('connectionstatechange', () => {
      const coming = this.#coming;
      if (coming === null || connection.connectionState !== 'connected') return;
      this.#coming = null;
      if (coming === 'back') this.#emitEvent({ type: 'reconnected', callId: this.id, at: this.#now() });
      this.#digits.release();
      this.#watch?.renewed();
    });
    connection.addEventListener('iceconnectionstatechange', () => {
      const { iceConnectionState: ice } = connection;
      if (hasPath(connection)) {
        this.#path.pathFound();
        if (this.#state === 'talking') this.#around.connected();
      } else if (this.#state === 'talking' && (ice === 'disconnected' || ice === 'failed')) this.#path.pathBroken();
    });
    this.#endings.push(endGatheringEarly(this.#session, connection, this.#around.config.iceGatheringTimeout));
    connection.addEventListener('track', ({ receiver, track, streams: [stream] }) => {
      if (track.kind !== 'audio') return;
      this.#remote = { stream: stream ?? new MediaStream([track]), receiver };
      if (this.#state === 'talking') this.#listen();
    });
  }

  /** The 200 has been handed to the socket. No sound starts before it, since that would delay the 200. */
  #accepted(): void {
    this.#enter('accepted');
    this.#answeredAt = this.#now();
    this.#keep();
    this.#emitEvent({ type: 'answered', callId: this.id, at: this.#now() });
    this.#listen();
    if (this.#around.config.chime)
      this.#endings.push(playChime(this.#around.speaker.open(), () => this.#openMicrophone()));
    else this.#openMicrophone();
  }

  /** Keeps what a later page needs, if the site wants it and the dialog is known. */
  #keep(): void {
    const known = this.#around.identity();
    if (known === null) return;
    const { account, ...whose } = known;
    const record = () => {
      const dialog = dialogOf(this.#session);
      const aliveAt = Date.now();
      return (
        dialog && {
          ...{ ...whose, ...this.caller, dialog, aliveAt },
          answeredAt: aliveAt - (this.#now() - this.#answeredAt),
          ...{ muted: this.#outgoing.isMuteWanted, reportsWithin: this.#reportsWithin, unacked: this.#ice.unacked },
        }
      );
    };
    this.#keeper = new CallKeeper(account, record, this.#around.after);
  }

  #listen(): void {
    if (!this.#remote) return;
    this.#around.remoteAudio.attach(this.#remote.stream);
    this.#around.receiving(this.#remote.receiver);
  }

  #openMicrophone(): void {
    this.#outgoing.openUp();
    this.#emitEvent({ type: 'microphoneOpened', callId: this.id, at: this.#now() });
    const { watch, close } = watchCall(this.#session, this.#outgoing, this.#around, {
      within: this.#reportsWithin,
      paced: (within) => {
        this.#reportsWithin = within;
        this.#keeper?.save();
      },
      received: (isReceived) => this.#renewal.received(isReceived),
    });
    this.#watch = watch;
    this.#endings.push(close);
    this.#around.talks(this);
  }

  /** Gives up a call that the server does not know. No BYE: a server that is wrong about it must not lose it. */
  #letGo(): void {
    abandonSession(this.#session);
    this.#finish({ originator: 'system', cause: 'the server does not know the call' });
  }

  /** Ends the call. `status` rejects an unanswered INVITE; an answered call gets a BYE. */
  #terminate(status = 480, cause: string | null = null): void {
    if (isOver(this.#state) || this.#session.isEnded()) return;
    this.#cause = cause;
    this.#session.terminate(this.#state === 'talking' ? {} : { status_code: status });
  }

  #finish(event: CallEnd): void {
    if (isOver(this.#state)) return;
    const answered = this.#state === 'talking';
    this.#enter('end');
    this.#keeper?.end();
    this.#release();
    this.#outgoing.stop();
    if (this.#remote) this.#around.remoteAudio.detach(this.#remote.stream);
    this.#remote = null;
    this.#around.ended(this);
    const by = callEndedBy(event, this.#hungUp);
    if (this.#lacksMicrophone && by !== 'operator' && this.#cause !== connectionLost)
      this.#emitEvent({
        type: 'inviteRefused',
        callId: this.id,
        refusal: 'no-microphone',
        callerNumber: this.caller.callerNumber,
        at: this.#now(),
      });
    this.#emitEvent({
      type: 'ended',
      callId: this.id,
      by,
      answered,
      cause: this.#cause ?? event.cause,
      at: this.#now(),
    });
  }

  /** Stops everything but the sound. */
  #release(): void {
    this.#path.end();
    this.#renewal.end();
    this.#stopRinging();
    for (const end of this.#endings.splice(0)) end();
  }

  #enter(input: CallInput): void {
    this.#state = nextCallState(this.#state, input);
  }

  #emitEvent(event: SoftphoneEvent): void {
    this.#around.emitEvent(event);
  }

  #now(): number {
    return this.#around.clock.monotonic();
  }
}
