import type { AudioOutputUse, AudioVolumes } from 'mediatel-lib/ports';
import { AudioOutput } from './audio-output';
import type { RemoteAudio } from './remote-audio';
import type { SharedAudioContext } from './shared-audio-context';

/** The ring tone is made quiet. At this volume it is heard as it is made, at 1 with four times the amplitude. */
const usualRinging = 0.5;

/** Where the page's sounds leave it: the other party's voice and the chime on the speaker, the ring tone on the ringer. */
export class SoundOutputs {
  readonly speaker: AudioOutput;
  readonly ringer: AudioOutput;
  readonly #voice: RemoteAudio;

  constructor(stage: SharedAudioContext, voice: RemoteAudio) {
    this.speaker = new AudioOutput(stage);
    this.ringer = new AudioOutput(stage);
    this.#voice = voice;
  }

  of(use: AudioOutputUse): AudioOutput {
    return use === 'speaker' ? this.speaker : this.ringer;
  }

  /** Plays on that sink from now on; empty for the system's default. */
  direct(use: AudioOutputUse, sinkId: string): void {
    this.of(use).setSink(sinkId);
    if (use === 'speaker') this.#voice.setSink(sinkId);
  }

  setVolumes({ speaker, ringer }: AudioVolumes): void {
    this.speaker.setGain(speaker);
    this.#voice.setVolume(speaker);
    // Loudness grows slower than the amplitude.
    this.ringer.setGain((ringer / usualRinging) ** 2);
  }

  close(): void {
    this.speaker.close();
    this.ringer.close();
  }
}
