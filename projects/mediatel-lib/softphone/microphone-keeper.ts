import { MicrophoneError } from 'mediatel-lib/ports';
import type { Microphone, MicrophoneFailure, MicrophonePermission } from 'mediatel-lib/ports';

const constraints: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** Failures that plugging something in may mend. */
const mendedByDevice: readonly MicrophoneFailure[] = ['absent', 'busy', 'lost'];

/** What the keeper asks and tells. */
export interface MicrophoneKeeperListener {
  /** Finds out which device to open: its id, `undefined` for the system's default. */
  wanted(): Promise<string | undefined>;
  changed(microphone: Microphone, track: MediaStreamTrack | null): void;
  /** The wanted device could not be opened; another serves in its stead. */
  refused(): void;
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
 *                      └── open(), a device plugged in, the permission granted
 * ```
 *
 * Its own track is never enabled and never sent: a call gets a clone, since JsSIP does not give back what it was handed.
 */
export class MicrophoneKeeper {
  private state: Microphone = { status: 'off' };
  private track: MediaStreamTrack | null = null;
  private permission: PermissionStatus | null = null;

  constructor(private readonly listener: MicrophoneKeeperListener) {}

  get ready(): boolean {
    return this.state.status === 'ready';
  }

  /** Whether it is being opened, and nobody knows yet if it will be. */
  get asking(): boolean {
    return this.state.status === 'asking';
  }

  /** Asks for the microphone unless it is open or being asked for. */
  async open(): Promise<void> {
    if (this.state.status === 'asking' || this.state.status === 'ready') return;
    if (this.state.status === 'off') this.watch();
    await this.ask(null);
  }

  /** Changes to the wanted device, keeping the open one until the other is open. */
  async use(): Promise<void> {
    const { state, track } = this;
    if (state.status !== 'ready' || !track) return;
    // The browser refuses by throwing; the one in use then goes on.
    try {
      const wanted = await this.listener.wanted();
      const stream = await capture(wanted);
      if (!this.is(state)) return stopTracks(stream);
      track.onended = null;
      this.take(stream);
      track.stop();
    } catch {
      if (this.is(state)) this.listener.refused();
    }
  }

  close(): void {
    if (this.state.status === 'off') return;
    (navigator.mediaDevices as MediaDevices | undefined)?.removeEventListener('devicechange', this.onDeviceChange);
    if (this.permission) this.permission.onchange = null;
    this.permission = null;
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
    const asking: Microphone = { status: 'asking' };
    this.enter(asking);
    // The browser refuses by throwing, and its exception says why.
    try {
      const stream = await this.captureWanted();
      if (this.is(asking)) this.take(stream);
      else stopTracks(stream);
    } catch (error) {
      if (this.is(asking)) this.fail(gone ?? MicrophoneError.from(error));
    }
  }

  private async captureWanted(): Promise<MediaStream> {
    const wanted = await this.listener.wanted();
    if (wanted === undefined) return capture(undefined);
    // Taken by another program or gone in this moment: any microphone is better than none.
    try {
      return await capture(wanted);
    } catch (error) {
      if (MicrophoneError.from(error).failure === 'denied') throw error;
      const stream = await capture(undefined);
      this.listener.refused();
      return stream;
    }
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

  /** Whether nothing has happened since that state was entered. */
  private is(state: Microphone): boolean {
    return this.state === state;
  }

  private enter(state: Microphone): void {
    this.state = state;
    this.listener.changed(state, this.track);
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
