import type { MuteCause } from 'mediatel-lib/ports';

/** Why the operator is not heard, by the track's real state and not by the last command; `null` if they are heard. */
export function muteCauseOf(track: Pick<MediaStreamTrack, 'enabled' | 'muted' | 'readyState'>): MuteCause | null {
  if (track.readyState === 'ended') return 'ended';
  if (!track.enabled) return 'operator';
  return track.muted ? 'system' : null;
}

/**
 * The one track that a call sends: its own copy of the microphone's track, disabled until the chime is over.
 *
 * Each call starts unmuted. An operator who stays muted by mistake makes a dead call.
 */
export class OutgoingTrack {
  #track: MediaStreamTrack | null = null;
  #open = false;
  #wanted = false;
  #reported: MuteCause | null = null;
  #sender: RTCRtpSender | null = null;
  /** The number of the newest replacement. */
  #turn = 0;
  readonly #onTrack = (): void => this.check();
  readonly #changed: (cause: MuteCause | null) => void;

  /** `changed` reports the track's real state, also when the browser or the headset mutes it. */
  constructor(changed: (cause: MuteCause | null) => void) {
    this.#changed = changed;
  }

  get cause(): MuteCause | null {
    return this.#reported;
  }

  /** Whether the operator wants to be muted. */
  get isMuteWanted(): boolean {
    return this.#wanted;
  }

  /** The track that is sent now. */
  get current(): MediaStreamTrack | null {
    return this.#track;
  }

  replaceTrack(track: MediaStreamTrack | null): MediaStreamTrack | null {
    this.#watchTrack(track);
    return track;
  }

  /** Sends by this sender from now on, also before there is a track. */
  useSender(sender: RTCRtpSender): void {
    this.#sender = sender;
  }

  /** Sends the present track by this connection from now on. */
  addTo(connection: RTCPeerConnection): void {
    const track = this.#track;
    if (track) this.#sender = connection.addTrack(track, new MediaStream([track]));
  }

  /** Lets the operator be heard, unless they muted themselves. */
  openUp(): void {
    this.#open = true;
    this.apply();
  }

  setMuted(muted: boolean): void {
    this.#wanted = muted;
    this.apply();
  }

  /** Enables or disables the track again, since JsSIP does so by its own state of mute and hold. */
  apply(): void {
    if (this.#track) this.#track.enabled = this.#open && !this.#wanted;
    this.check();
  }

  /** Sends another microphone's track from now on, with the same mute state, without a re-INVITE. */
  async replace(track: MediaStreamTrack, connection: RTCPeerConnection | undefined): Promise<void> {
    const before = this.#track;
    this.#sender ??= (before && connection?.getSenders().find((sender) => sender.track === before)) ?? null;
    if (!this.#sender && !before) return track.stop();
    track.enabled = this.#open && !this.#wanted;
    // The call is being answered, and will send the present track.
    if (!this.#sender) return this.#take(track);
    const turn = (this.#turn += 1);
    // The connection may close meanwhile.
    try {
      await this.#sender.replaceTrack(track);
    } catch {
      return track.stop();
    }
    // The call ended meanwhile, or a newer microphone came, which the browser sends after this one.
    if (turn !== this.#turn) return track.stop();
    this.#take(track);
  }

  /** Compares the track with the last report. Called often, since a page may change a track without an event. */
  check(): void {
    const wish = this.#wanted ? 'operator' : null;
    // Until the chime is over, the library itself disables the track; only the operator's wish is reported. So it is for
    // a microphone that is not open yet.
    const cause = this.#open && this.#track ? muteCauseOf(this.#track) : wish;
    if (cause === this.#reported) return;
    this.#reported = cause;
    this.#changed(cause);
  }

  stop(): void {
    this.#turn += 1;
    const track = this.#track;
    this.#watchTrack(null);
    track?.stop();
  }

  #take(track: MediaStreamTrack): void {
    this.#track?.stop();
    this.#watchTrack(track);
    this.apply();
  }

  #watchTrack(track: MediaStreamTrack | null): void {
    for (const type of ['mute', 'unmute', 'ended'] as const) {
      this.#track?.removeEventListener(type, this.#onTrack);
      track?.addEventListener(type, this.#onTrack);
    }
    this.#track = track;
  }
}
