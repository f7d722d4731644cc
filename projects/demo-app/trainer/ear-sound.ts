import type { EarFault } from './trainer-texts';

/** How long the browser may look for its network addresses (ms). On one machine they are known at once. */
const gatherMs = 2_000;

/** Why the browser gave no microphone. */
function faultOf(error: unknown): EarFault {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'microphone-denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'no-microphone';
  return 'microphone-failed';
}

/** Levels, 0 to 1; `null` where nothing is measured. */
export interface EarLevels {
  readonly microphone: number | null;
  readonly call: number | null;
}

/** Measures how loud a stream is. */
class Meter {
  readonly #analyser: AnalyserNode;
  readonly #source: MediaStreamAudioSourceNode;
  readonly #samples: Float32Array<ArrayBuffer>;

  constructor(context: AudioContext, stream: MediaStream) {
    this.#analyser = context.createAnalyser();
    this.#analyser.fftSize = 1024;
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#source = context.createMediaStreamSource(stream);
    this.#source.connect(this.#analyser);
  }

  get level(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return Math.min(1, this.#samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) * 1.5);
  }

  close(): void {
    this.#source.disconnect();
  }
}

/** The sound of an ear in this browser: one peer connection, with a microphone unless the trainer only listens. */
export class EarSound {
  readonly #connection = new RTCPeerConnection();
  readonly #player = new Audio();
  readonly #context = new AudioContext();
  #microphone: MediaStream | null;
  #microphoneMeter: Meter | null = null;
  #callMeter: Meter | null = null;

  /** `failed`: called when no sound can come through. */
  constructor(microphone: MediaStream | null, failed: () => void) {
    this.#microphone = microphone;
    if (microphone) this.#microphoneMeter = new Meter(this.#context, microphone);
    this.#connection.addEventListener('connectionstatechange', () => {
      if (this.#connection.connectionState === 'failed') failed();
    });
    this.#connection.addEventListener('track', ({ track, streams }) => {
      const stream = streams[0] ?? new MediaStream([track]);
      this.#player.srcObject = stream;
      // A gesture opened the ear, so the browser plays it.
      void this.#player.play().catch(() => undefined);
      this.#callMeter = new Meter(this.#context, stream);
    });
    void this.#context.resume();
  }

  /** Opens the microphone; `device` is the id of one, or empty for the system's. */
  static async openMicrophone(device: string): Promise<MediaStream | EarFault> {
    const audio = device === '' ? true : { deviceId: { exact: device } };
    try {
      return await navigator.mediaDevices.getUserMedia({ audio });
    } catch (error) {
      return faultOf(error);
    }
  }

  /** The SDP answer to the server's offer. Rejects if the browser can't read it. */
  async answer(offer: string): Promise<string> {
    await this.#connection.setRemoteDescription({ type: 'offer', sdp: offer });
    for (const track of this.#microphone?.getAudioTracks() ?? []) this.#connection.addTrack(track);
    await this.#connection.setLocalDescription(await this.#connection.createAnswer());
    await this.#gathered();
    return this.#connection.localDescription?.sdp ?? '';
  }

  get levels(): EarLevels {
    return { microphone: this.#microphoneMeter?.level ?? null, call: this.#callMeter?.level ?? null };
  }

  /** Speaks with another microphone. */
  async replaceMicrophone(microphone: MediaStream): Promise<void> {
    this.#microphoneMeter?.close();
    this.#stopMicrophone();
    this.#microphone = microphone;
    this.#microphoneMeter = new Meter(this.#context, microphone);
    await this.#connection.getSenders()[0]?.replaceTrack(microphone.getAudioTracks()[0] ?? null);
  }

  close(): void {
    this.#stopMicrophone();
    this.#connection.close();
    this.#player.srcObject = null;
    void this.#context.close();
  }

  #stopMicrophone(): void {
    for (const track of this.#microphone?.getTracks() ?? []) track.stop();
  }

  #gathered(): Promise<void> {
    return new Promise((resolve) => {
      const isDone = (): boolean => this.#connection.iceGatheringState === 'complete';
      if (isDone()) return resolve();
      const timer = setTimeout(resolve, gatherMs);
      this.#connection.addEventListener('icegatheringstatechange', () => {
        if (!isDone()) return;
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
