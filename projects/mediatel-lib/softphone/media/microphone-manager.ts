import { MicrophoneError } from 'mediatel-lib/ports';
import type { Microphone, MicrophoneFailure, MicrophonePermission } from 'mediatel-lib/ports';

const constraints: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** Failures that plugging something in may mend. */
const mendedByDevice: readonly MicrophoneFailure[] = ['absent', 'busy', 'lost'];
/** Failures that another device may mend: all but those of the page itself. */
const mendedByChoice: readonly MicrophoneFailure[] = [...mendedByDevice, 'other'];

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
 * ```
 *  off ──open()──▶ asking ───────▶ ready (track disabled) ──use()──▶ ready (another device)
 *   ▲                │ ▲ ▲           │
 *   │                │ │ └───────────┘ the device is gone: whatever else there is
 *   └──close()── any └─┼──▶ failed
 *                      └── open(), use(), a device plugged in, the permission granted
 * ```
 *
 * Its own track is never enabled and never sent: a call gets a clone, since JsSIP does not give back what it was handed.
 */
export class MicrophoneManager {
  private state: Microphone = { status: 'off' };
  private track: MediaStreamTrack | null = null;
  private permission: PermissionStatus | null = null;
  /** Counts the wishes: what an older one opens is closed again. */
  private wish = 0;
  /** Why the microphone is being asked for, where one was lost. */
  private gone: MicrophoneError | null = null;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly listener: MicrophoneKeeperListener) {}

  get ready(): boolean {
    return this.state.status === 'ready';
  }

  /** Whether it is being opened, and nobody knows yet if it will be. */
  get asking(): boolean {
    return this.state.status === 'asking';
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
    if (this.state.status === 'asking' || this.state.status === 'ready') return;
    if (this.state.status === 'off') this.watch();
    await this.ask(null);
  }

  /** Takes the device that is wanted now, whatever was wanted before; an open one is kept until the other is open. */
  async use(): Promise<void> {
    const { state } = this;
    if (state.status === 'ready') await this.change();
    else if (state.status === 'asking') await this.bring();
    else if (state.status === 'failed' && mendedByChoice.includes(state.failure)) await this.open();
  }

  close(): void {
    if (this.state.status === 'off') return;
    (navigator.mediaDevices as MediaDevices | undefined)?.removeEventListener('devicechange', this.onDeviceChange);
    if (this.permission) this.permission.onchange = null;
    this.permission = null;
    this.wish += 1;
    this.release();
    this.enter({ status: 'off' });
  }

  /** A disabled copy for one call, which stops it at its end; `null` without a microphone. */
  cloneTrack(): MediaStreamTrack | null {
    const clone = this.track?.clone() ?? null;
    if (clone) clone.enabled = false;
    return clone;
  }

  /** `gone`: the device was unplugged, which is the fault named if there is no other. */
  private async ask(gone: MicrophoneError | null): Promise<void> {
    this.gone = gone;
    this.enter({ status: 'asking' });
    await this.bring();
  }

  /** Opens the wanted device, or any where that fails. */
  private async bring(): Promise<void> {
    const wish = (this.wish += 1);
    // The browser refuses by throwing, and its exception says why.
    try {
      const opened = await this.captureAny(wish);
      if (opened === null) return;
      if (wish !== this.wish) return stopTracks(opened.stream);
      this.take(opened.stream);
      if (opened.standsIn) this.refused();
    } catch (error) {
      if (wish === this.wish) this.fail(this.gone ?? MicrophoneError.from(error));
    }
  }

  /** Changes from the device in use to the wanted one, and stays with it where that is refused. */
  private async change(): Promise<void> {
    const wish = (this.wish += 1);
    try {
      const wanted = await this.listener.wanted();
      if (wish !== this.wish) return;
      const stream = await capture(wanted);
      if (wish !== this.wish) return stopTracks(stream);
      const { track: before } = this;
      if (before) before.onended = null;
      this.take(stream);
      before?.stop();
    } catch {
      if (wish === this.wish) this.refused();
    }
  }

  /** `null` where something else was wished for before anything was opened. */
  private async captureAny(wish: number): Promise<{ readonly stream: MediaStream; readonly standsIn: boolean } | null> {
    const wanted = await this.listener.wanted();
    if (wish !== this.wish) return null;
    if (wanted === undefined) return { stream: await capture(undefined), standsIn: false };
    // Taken by another program or gone in this moment: any microphone is better than none.
    try {
      return { stream: await capture(wanted), standsIn: false };
    } catch (error) {
      if (MicrophoneError.from(error).failure === 'denied') throw error;
      return wish === this.wish ? { stream: await capture(undefined), standsIn: true } : null;
    }
  }

  private refused(): void {
    if (this.track) this.listener.refused(this.track.label);
  }

  private take(stream: MediaStream): void {
    const [track] = stream.getAudioTracks();
    if (!track) return this.fail(MicrophoneError.absent());
    track.enabled = false;
    // Told when the device is gone, not when we stop the track.
    track.onended = () => this.lost();
    this.track = track;
    this.enter({ status: 'ready', label: track.label });
  }

  private lost(): void {
    this.release();
    void this.ask(MicrophoneError.lost());
  }

  private fail(error: MicrophoneError): void {
    this.release();
    this.enter({ status: 'failed', failure: error.failure, detail: error.message });
  }

  private release(): void {
    if (!this.track) return;
    this.track.onended = null;
    this.track.stop();
    this.track = null;
  }

  private readonly onDeviceChange = (): void => {
    if (this.state.status === 'failed' && mendedByDevice.includes(this.state.failure)) void this.open();
  };

  private watch(): void {
    (navigator.mediaDevices as MediaDevices | undefined)?.addEventListener('devicechange', this.onDeviceChange);
    // Not every browser knows the permission by this name: there the operator asks again by hand.
    void navigator.permissions?.query({ name: 'microphone' }).then(
      (permission) => {
        if (this.state.status === 'off') return;
        this.permission = permission;
        this.listener.permission(permission.state);
        permission.onchange = () => {
          this.listener.permission(permission.state);
          if (this.state.status === 'failed' && permission.state === 'granted') void this.open();
        };
      },
      () => undefined,
    );
  }

  private enter(state: Microphone): void {
    this.state = state;
    this.listener.changed(state, this.track);
    if (this.asking) return;
    const known = [...this.waiting];
    this.waiting.clear();
    for (const run of known) run();
  }
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

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
