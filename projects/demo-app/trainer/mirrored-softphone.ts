import { Injectable, inject, signal } from '@angular/core';
import { type AudioLevels, type PhoneCommand, Softphone, noAudioDevices } from 'mediatel-lib/ports';
import { ReplayStage } from 'mediatel-lib/recorder';

/** The phone of a mirrored desk. It does nothing, and measures no levels: the sound is in the trainee's browser. */
@Injectable()
export class MirroredSoftphone extends Softphone {
  readonly #stage = inject(ReplayStage);
  override readonly events = this.#stage.events.asObservable();
  override readonly levels = signal<AudioLevels>({ microphone: null, remote: null }).asReadonly();
  override readonly devices = signal(noAudioDevices).asReadonly();
  override readonly quality = this.#stage.quality.asReadonly();
  override readonly audioFacts = this.#stage.audioFacts.asReadonly();

  override start(): void {
    return;
  }
  override stop(): void {
    return;
  }
  override drop(): void {
    return;
  }
  override execute(_command: PhoneCommand): void {
    return;
  }
}
