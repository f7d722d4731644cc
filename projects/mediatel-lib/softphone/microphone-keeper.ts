import { MicrophoneError } from 'mediatel-lib/ports';
import type { Microphone, MicrophoneFailure } from 'mediatel-lib/ports';

const constraints: MediaStreamConstraints = {
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  video: false,
};

/** Failures that plugging something in may mend. */
const mendedByDevice: readonly MicrophoneFailure[] = ['absent', 'busy', 'lost'];

/**
 * Holds the microphone open from log-in to log-out, so that a call need not wait for it.
 *
 * ```
 *  off ──open()──▶ asking ──▶ ready (track disabled)
 *   ▲                │ ▲        │ the device is gone
 *   └──close()── any └─┼──▶ failed ◀┘
 *                      └── open(), a device plugged in, the permission granted
 * ```
 *
 * Its own track is never enabled and never sent: a call gets a clone, since JsSIP does not give back what it was handed.
 */
export class MicrophoneKeeper {
  private state: Microphone = { status: 'off' };
  private track: MediaStreamTrack | null = null;
  private permission: PermissionStatus | null = null;

  constructor(private readonly changed: (microphone: Microphone, track: MediaStreamTrack | null) => void) {}

  get ready(): boolean {
    return this.state.status === 'ready';
  }

  /** Asks for the microphone unless it is open or being asked for. */
  async open(): Promise<void> {
    if (this.state.status === 'asking' || this.state.status === 'ready') return;
    if (this.state.status === 'off') this.watch();
    const asking: Microphone = { status: 'asking' };
    this.enter(asking);
    // The browser refuses by throwing, and its exception says why.
    try {
      // Missing outside of secure contexts.
      const devices = navigator.mediaDevices as MediaDevices | undefined;
      if (!devices) throw MicrophoneError.insecure();
      const stream = await devices.getUserMedia(constraints);
      if (this.is(asking)) this.take(stream);
      else stopTracks(stream);
    } catch (error) {
      if (this.is(asking)) this.fail(MicrophoneError.from(error));
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

  private take(stream: MediaStream): void {
    const [track] = stream.getAudioTracks();
    if (!track) return this.fail(MicrophoneError.absent());
    track.enabled = false;
    // Told when the device is gone, not when we stop the track.
    track.onended = () => this.fail(MicrophoneError.lost());
    this.track = track;
    this.enter({ status: 'ready', label: track.label });
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
        permission.onchange = () => {
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
    this.changed(state, this.track);
  }
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
