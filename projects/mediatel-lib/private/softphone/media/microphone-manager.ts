import type { Microphone, MicrophonePermission } from 'mediatel-lib/ports';
import { MicrophoneError } from './microphone-error';
import { type MicrophoneEffect, type MicrophoneEvent, nextMicrophone, noMicrophone } from './next-microphone';

const constraints: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** What the manager uses and reports. */
export interface MicrophoneManagerListener {
  /** Id of the device to open; `undefined` for the system's default. */
  wanted(): Promise<string | undefined>;
  changed(microphone: Microphone, track: MediaStreamTrack | null): void;
  /** The wanted device could not be opened. The one with the label `standIn` serves instead. */
  refused(standIn: string): void;
  permission(state: MicrophonePermission): void;
}

/**
 * Keeps the microphone open from log-in to log-out, so that a call need not wait for it.
 *
 * Its own track is never enabled and never sent. A call gets a clone, since JsSIP does not return a track.
 */
export class MicrophoneManager {
  #state = noMicrophone;
  #track: MediaStreamTrack | null = null;
  #permission: PermissionStatus | null = null;
  readonly #waiting = new Set<() => void>();
  readonly #listener: MicrophoneManagerListener;

  constructor(listener: MicrophoneManagerListener) {
    this.#listener = listener;
  }

  get ready(): boolean {
    return this.#state.microphone.status === 'ready';
  }

  /** Whether the microphone is being opened. */
  get asking(): boolean {
    return this.#state.microphone.status === 'asking';
  }

  /**
   * Calls back once it is known whether there is a microphone: at once, or when the current try succeeds or fails.
   * Returns a function that cancels this.
   */
  whenKnown(run: () => void): () => void {
    if (this.asking) this.#waiting.add(run);
    else run();
    return () => this.#waiting.delete(run);
  }

  /** Opens the microphone unless it is open or being opened. */
  async open(): Promise<void> {
    await this.#enter({ type: 'open' });
  }

  /** Changes to the wanted device. An open one stays open until the other one is. */
  async useWishedDevice(): Promise<void> {
    await this.#enter({ type: 'use' });
  }

  close(): void {
    void this.#enter({ type: 'close' });
  }

  /** A disabled copy for one call, which stops it at its end; `null` without a microphone. */
  cloneTrack(): MediaStreamTrack | null {
    const clone = this.#track?.clone() ?? null;
    if (clone) clone.enabled = false;
    return clone;
  }

  /** `stream`: the stream of the event. Resolves when all effects of the event are done. */
  async #enter(event: MicrophoneEvent, stream: MediaStream | null = null): Promise<void> {
    const { state, effects } = nextMicrophone(this.#state, event);
    this.#state = state;
    await Promise.all(effects.map((effect) => this.#carryOut(effect, stream)));
  }

  #carryOut(effect: MicrophoneEffect, stream: MediaStream | null): Promise<void> | void {
    switch (effect.type) {
      case 'watch':
        return this.#watchDevices();
      case 'unwatch':
        return this.#unwatch();
      case 'show':
        return this.#reportState();
      case 'bring':
        return this.#capture('bring', (wish) => this.#captureAny(wish));
      case 'change':
        return this.#capture('change', (wish) => this.#captureWanted(wish));
      case 'take':
        return stream ? this.#useStream(stream) : undefined;
      case 'discard':
        for (const track of stream?.getTracks() ?? []) track.stop();
        return;
      case 'release':
        return this.#release();
      case 'refuse':
        return this.#listener.refused(effect.standIn);
    }
  }

  async #capture(by: 'bring' | 'change', open: (wish: number) => Promise<Captured | null>): Promise<void> {
    const { wish } = this.#state;
    // The browser throws if it refuses, and its exception says why.
    try {
      const captured = await open(wish);
      if (captured === null) return;
      const { stream, standsIn } = captured;
      const label = stream.getAudioTracks()[0]?.label ?? null;
      await this.#enter({ type: 'opened', wish, label, standsIn }, stream);
    } catch (error) {
      await this.#enter({ type: 'notOpened', wish, by, error: MicrophoneError.from(error) });
    }
  }

  /** Opens the wanted device, or any other if that fails; `null` if another wish came first. */
  async #captureAny(wish: number): Promise<Captured | null> {
    const wanted = await this.#listener.wanted();
    if (wish !== this.#state.wish) return null;
    if (wanted === undefined) return { stream: await capture(undefined), standsIn: false };
    // Used by another program, or just unplugged: any microphone is better than none.
    try {
      return { stream: await capture(wanted), standsIn: false };
    } catch (error) {
      if (MicrophoneError.from(error).failure === 'denied') throw error;
      return wish === this.#state.wish ? { stream: await capture(undefined), standsIn: true } : null;
    }
  }

  /** Opens the wanted device; `null` if another wish came first. */
  async #captureWanted(wish: number): Promise<Captured | null> {
    const wanted = await this.#listener.wanted();
    return wish === this.#state.wish ? { stream: await capture(wanted), standsIn: false } : null;
  }

  #useStream(stream: MediaStream): void {
    const [track] = stream.getAudioTracks();
    const before = this.#track;
    if (!track) return;
    if (before) before.onended = null;
    track.enabled = false;
    // Fires when the device is unplugged, not when we stop the track.
    track.onended = () => void this.#enter({ type: 'unplugged' });
    this.#track = track;
    this.#reportState();
    before?.stop();
  }

  #release(): void {
    if (!this.#track) return;
    this.#track.onended = null;
    this.#track.stop();
    this.#track = null;
  }

  readonly #onDeviceChange = (): void => {
    void this.#enter({ type: 'devicesChanged' });
  };

  #watchDevices(): void {
    (navigator.mediaDevices as MediaDevices | undefined)?.addEventListener('devicechange', this.#onDeviceChange);
    // Some browsers don't know the permission by this name. There the operator must retry by hand.
    void navigator.permissions?.query({ name: 'microphone' }).then(
      (permission) => {
        if (this.#state.microphone.status === 'off') return;
        this.#permission = permission;
        this.#listener.permission(permission.state);
        permission.onchange = () => {
          this.#listener.permission(permission.state);
          if (permission.state === 'granted') void this.#enter({ type: 'permitted' });
        };
      },
      () => undefined,
    );
  }

  #unwatch(): void {
    (navigator.mediaDevices as MediaDevices | undefined)?.removeEventListener('devicechange', this.#onDeviceChange);
    if (this.#permission) this.#permission.onchange = null;
    this.#permission = null;
  }

  #reportState(): void {
    this.#listener.changed(this.#state.microphone, this.#track);
    if (this.asking) return;
    const known = [...this.#waiting];
    this.#waiting.clear();
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
