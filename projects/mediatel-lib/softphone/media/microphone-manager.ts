import { MicrophoneError } from 'mediatel-lib/ports';
import type { Microphone, MicrophonePermission } from 'mediatel-lib/ports';
import { type MicrophoneEffect, type MicrophoneEvent, nextMicrophone, noMicrophone } from './next-microphone';

const constraints: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** What the keeper asks and tells. */
export interface MicrophoneKeeperListener {
  /** Finds out which device to open: its id, `undefined` for the system's default. */
  wanted(): Promise<string | undefined>;
  changed(microphone: Microphone, track: MediaStreamTrack | null): void;
  /** The wanted device could not be opened; the one of that label serves in its stead. */
  refused(standIn: string): void;
  permission(state: MicrophonePermission): void;
}

/**
 * Holds the microphone open from log-in to log-out, so that a call need not wait for it.
 *
 * Its own track is never enabled and never sent: a call gets a clone, since JsSIP does not give back what it was handed.
 */
export class MicrophoneManager {
  private state = noMicrophone;
  private track: MediaStreamTrack | null = null;
  private permission: PermissionStatus | null = null;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly listener: MicrophoneKeeperListener) {}

  get ready(): boolean {
    return this.state.microphone.status === 'ready';
  }

  /** Whether it is being opened, and nobody knows yet if it will be. */
  get asking(): boolean {
    return this.state.microphone.status === 'asking';
  }

  /**
   * Calls back once it is known whether there is a microphone: at once, or when the one being opened is open or refused.
   * Returns what calls it off.
   */
  whenKnown(run: () => void): () => void {
    if (this.asking) this.waiting.add(run);
    else run();
    return () => this.waiting.delete(run);
  }

  /** Asks for the microphone unless it is open or being asked for. */
  async open(): Promise<void> {
    await this.enter({ type: 'open' });
  }

  /** Takes the device that is wanted now, whatever was wanted before; an open one is kept until the other is open. */
  async use(): Promise<void> {
    await this.enter({ type: 'use' });
  }

  close(): void {
    void this.enter({ type: 'close' });
  }

  /** A disabled copy for one call, which stops it at its end; `null` without a microphone. */
  cloneTrack(): MediaStreamTrack | null {
    const clone = this.track?.clone() ?? null;
    if (clone) clone.enabled = false;
    return clone;
  }

  /** `stream`: what the event tells of. Resolves when what the event began has come to its end. */
  private async enter(event: MicrophoneEvent, stream: MediaStream | null = null): Promise<void> {
    const { state, effects } = nextMicrophone(this.state, event);
    this.state = state;
    await Promise.all(effects.map((effect) => this.carryOut(effect, stream)));
  }

  private carryOut(effect: MicrophoneEffect, stream: MediaStream | null): Promise<void> | void {
    switch (effect.type) {
      case 'watch':
        return this.watch();
      case 'unwatch':
        return this.unwatch();
      case 'show':
        return this.show();
      case 'bring':
        return this.capture('bring', (wish) => this.captureAny(wish));
      case 'change':
        return this.capture('change', (wish) => this.captureWanted(wish));
      case 'take':
        return stream ? this.take(stream) : undefined;
      case 'discard':
        for (const track of stream?.getTracks() ?? []) track.stop();
        return;
      case 'release':
        return this.release();
      case 'refuse':
        return this.listener.refused(effect.standIn);
    }
  }

  private async capture(by: 'bring' | 'change', open: (wish: number) => Promise<Captured | null>): Promise<void> {
    const { wish } = this.state;
    // The browser refuses by throwing, and its exception says why.
    try {
      const captured = await open(wish);
      if (captured === null) return;
      const { stream, standsIn } = captured;
      const label = stream.getAudioTracks()[0]?.label ?? null;
      await this.enter({ type: 'opened', wish, label, standsIn }, stream);
    } catch (error) {
      await this.enter({ type: 'notOpened', wish, by, error: MicrophoneError.from(error) });
    }
  }

  /** `null` where something else was wished for before anything was opened. */
  private async captureAny(wish: number): Promise<Captured | null> {
    const wanted = await this.listener.wanted();
    if (wish !== this.state.wish) return null;
    if (wanted === undefined) return { stream: await capture(undefined), standsIn: false };
    // Taken by another program or gone in this moment: any microphone is better than none.
    try {
      return { stream: await capture(wanted), standsIn: false };
    } catch (error) {
      if (MicrophoneError.from(error).failure === 'denied') throw error;
      return wish === this.state.wish ? { stream: await capture(undefined), standsIn: true } : null;
    }
  }

  /** `null` where something else was wished for before it was opened. */
  private async captureWanted(wish: number): Promise<Captured | null> {
    const wanted = await this.listener.wanted();
    return wish === this.state.wish ? { stream: await capture(wanted), standsIn: false } : null;
  }

  private take(stream: MediaStream): void {
    const [track] = stream.getAudioTracks();
    const { track: before } = this;
    if (!track) return;
    if (before) before.onended = null;
    track.enabled = false;
    // Raised when the device is gone, not when we stop the track.
    track.onended = () => void this.enter({ type: 'unplugged' });
    this.track = track;
    this.show();
    before?.stop();
  }

  private release(): void {
    if (!this.track) return;
    this.track.onended = null;
    this.track.stop();
    this.track = null;
  }

  private readonly onDeviceChange = (): void => {
    void this.enter({ type: 'devicesChanged' });
  };

  private watch(): void {
    (navigator.mediaDevices as MediaDevices | undefined)?.addEventListener('devicechange', this.onDeviceChange);
    // Not every browser knows the permission by this name: there the operator asks again by hand.
    void navigator.permissions?.query({ name: 'microphone' }).then(
      (permission) => {
        if (this.state.microphone.status === 'off') return;
        this.permission = permission;
        this.listener.permission(permission.state);
        permission.onchange = () => {
          this.listener.permission(permission.state);
          if (permission.state === 'granted') void this.enter({ type: 'permitted' });
        };
      },
      () => undefined,
    );
  }

  private unwatch(): void {
    (navigator.mediaDevices as MediaDevices | undefined)?.removeEventListener('devicechange', this.onDeviceChange);
    if (this.permission) this.permission.onchange = null;
    this.permission = null;
  }

  private show(): void {
    this.listener.changed(this.state.microphone, this.track);
    if (this.asking) return;
    const known = [...this.waiting];
    this.waiting.clear();
    for (const run of known) run();
  }
}

interface Captured {
  readonly stream: MediaStream;
  /** Whether the wanted device could not be opened. */
  readonly standsIn: boolean;
}

async function capture(deviceId: string | undefined): Promise<MediaStream> {
  // Missing outside of secure contexts.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw MicrophoneError.insecure();
  return devices.getUserMedia({
    audio: deviceId ? { ...constraints, deviceId: { exact: deviceId } } : constraints,
    video: false,
  });
}
