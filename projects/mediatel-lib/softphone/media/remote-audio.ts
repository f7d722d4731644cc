import type { Playback } from 'mediatel-lib/ports';
import { setSink } from './audio-output';

/** Plays the other party. One element serves every call, since a browser's permission to play may hang on it. */
export class RemoteAudio {
  private readonly element = document.createElement('audio');
  private status: Playback['status'] = 'idle';

  constructor(private readonly changed: () => void) {
    this.element.autoplay = true;
  }

  get playback(): Playback['status'] {
    return this.status;
  }

  /** Plays on that sink from now on; the empty one is the system's default. */
  setSink(sinkId: string): void {
    void setSink(this.element, sinkId);
  }

  attach(stream: MediaStream): void {
    if (this.element.srcObject === stream) return;
    this.element.srcObject = stream;
    this.play(stream);
  }

  /** Lets go of the stream, so that nothing of an ended call is kept. */
  detach(stream: MediaStream): void {
    if (this.element.srcObject !== stream) return;
    this.element.pause();
    this.element.srcObject = null;
    this.enter('idle');
  }

  /** Plays what was blocked; must be called from a user's gesture. */
  unlock(): void {
    if (this.status === 'blocked' && this.element.srcObject instanceof MediaStream) this.play(this.element.srcObject);
  }

  private play(stream: MediaStream): void {
    this.element.play().then(
      () => {
        if (this.element.srcObject === stream) this.enter('playing');
      },
      (error: unknown) => {
        // `AbortError` is a call that ended before its sound began.
        const blocked = error instanceof DOMException && error.name === 'NotAllowedError';
        if (blocked && this.element.srcObject === stream) this.enter('blocked');
      },
    );
  }

  private enter(status: Playback['status']): void {
    if (status === this.status) return;
    this.status = status;
    this.changed();
  }
}
