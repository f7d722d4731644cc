import type { Playback } from 'mediatel-lib/ports';
import { setSink } from './audio-output';
import { gestures } from './shared-audio-context';

/** Plays the other party. One element serves all calls, since the browser's permission to play may depend on it. */
export class RemoteAudio {
  readonly #element = document.createElement('audio');
  #status: Playback['status'] = 'idle';
  readonly #onGesture = (): void => this.unlock();
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
    this.#element.autoplay = true;
  }

  get playback(): Playback['status'] {
    return this.#status;
  }

  /** Plays on that sink from now on; empty for the system's default. */
  setSink(sinkId: string): void {
    void setSink(this.#element, sinkId);
  }

  /** How loud it is, 0 to 1; 1 is the system's own volume. */
  setVolume(volume: number): void {
    this.#element.volume = volume;
  }

  attach(stream: MediaStream): void {
    if (this.#element.srcObject === stream) return;
    this.#element.srcObject = stream;
    this.#play(stream);
  }

  /** Releases the stream, so that nothing of an ended call is kept. */
  detach(stream: MediaStream): void {
    if (this.#element.srcObject !== stream) return;
    this.#element.pause();
    this.#element.srcObject = null;
    this.#enter('idle');
  }

  /** Plays blocked audio. It must be called from a user's gesture, unless the page uses the microphone. */
  unlock(): void {
    if (this.#status === 'blocked' && this.#element.srcObject instanceof MediaStream)
      this.#play(this.#element.srcObject);
  }

  #play(stream: MediaStream): void {
    this.#element.play().then(
      () => {
        if (this.#element.srcObject === stream) this.#enter('playing');
      },
      (error: unknown) => {
        // `AbortError`: the call ended before its sound began.
        const blocked = error instanceof DOMException && error.name === 'NotAllowedError';
        if (blocked && this.#element.srcObject === stream) this.#enter('blocked');
      },
    );
  }

  #enter(status: Playback['status']): void {
    if (status === this.#status) return;
    this.#status = status;
    for (const gesture of gestures) {
      if (status === 'blocked') document.addEventListener(gesture, this.#onGesture);
      else document.removeEventListener(gesture, this.#onGesture);
    }
    this.#changed();
  }
}
