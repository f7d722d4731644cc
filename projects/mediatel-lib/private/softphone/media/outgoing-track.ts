import type { MuteCause } from 'mediatel-lib/ports';

/** Why nothing of the operator is sent, told from the track and not from what was asked of it; `null` if they are heard. */
export function muteCauseOf(track: Pick<MediaStreamTrack, 'enabled' | 'muted' | 'readyState'>): MuteCause | null {
  if (track.readyState === 'ended') return 'ended';
  if (!track.enabled) return 'operator';
  return track.muted ? 'system' : null;
}

/**
 * The one track a call sends: this call's own copy of the microphone, disabled until the chime is over.
 *
 * A call starts unmuted, whatever the one before it was: an operator who stays muted by mistake is a dead call.
 */
export class OutgoingTrack {
  private track: MediaStreamTrack | null = null;
  private open = false;
  private wanted = false;
  private told: MuteCause | null = null;
  private sender: RTCRtpSender | null = null;
  private readonly onTrack = (): void => this.check();

  /** `changed` is told of the track as it is: also when the browser or the headset mutes it. */
  constructor(private readonly changed: (cause: MuteCause | null) => void) {}

  get cause(): MuteCause | null {
    return this.told;
  }

  /** What is sent now. */
  get current(): MediaStreamTrack | null {
    return this.track;
  }

  take(track: MediaStreamTrack | null): MediaStreamTrack | null {
    this.use(track);
    return track;
  }

  /** Lets the operator be heard, if they want to be. */
  openUp(): void {
    this.open = true;
    this.apply();
  }

  setMuted(muted: boolean): void {
    this.wanted = muted;
    this.apply();
  }

  /** Sets the track as it should be: JsSIP sets it by its own idea of mute and hold. */
  apply(): void {
    if (this.track) this.track.enabled = this.open && !this.wanted;
    this.check();
  }

  /** Sends another microphone from now on, as muted as the one before it, without a re-INVITE. */
  async replace(track: MediaStreamTrack, connection: RTCPeerConnection | undefined): Promise<void> {
    const before = this.track;
    this.sender ??= (before && connection?.getSenders().find((sender) => sender.track === before)) ?? null;
    if (!this.sender) return track.stop();
    track.enabled = this.open && !this.wanted;
    // The connection may close under it.
    try {
      await this.sender.replaceTrack(track);
    } catch {
      return track.stop();
    }
    // The call ended meanwhile, or a still newer microphone came.
    if (this.track !== before) return track.stop();
    before?.stop();
    this.use(track);
    this.apply();
  }

  /** Compares with what was told; called often, since a page may change a track without an event. */
  check(): void {
    const real = this.track && muteCauseOf(this.track);
    // Until the chime is over the track is closed by us; only a wish is worth telling.
    const cause = this.open ? real : this.wanted ? 'operator' : null;
    if (cause === this.told) return;
    this.told = cause;
    this.changed(cause);
  }

  stop(): void {
    const { track } = this;
    this.use(null);
    track?.stop();
  }

  private use(track: MediaStreamTrack | null): void {
    for (const type of ['mute', 'unmute', 'ended'] as const) {
      this.track?.removeEventListener(type, this.onTrack);
      track?.addEventListener(type, this.onTrack);
    }
    this.track = track;
  }
}
