import type { SharedAudioContext } from './shared-audio-context';

/** An element that may have `setSinkId`; some browsers lack it. */
interface Sinkable {
  setSinkId?(sinkId: string): Promise<void>;
}

/**
 * Plays an element's sound on a sink, or on the default one if that is unplugged or not allowed. Resolves whether it
 * uses the given one.
 */
export async function setSink(element: HTMLMediaElement & Sinkable, sinkId: string): Promise<boolean> {
  if (!element.setSinkId) return sinkId === '';
  // Rejects with `NotFoundError` if the sink is unplugged.
  try {
    await element.setSinkId(sinkId);
    return true;
  } catch {
    await element.setSinkId('').catch(() => undefined);
    return sinkId === '';
  }
}

/**
 * Output for the sounds that the library makes itself: the default sink, or an element of its own for a chosen one.
 *
 * One AudioContext can't play on two sinks, and in Firefox it can't choose any.
 */
export class AudioOutput {
  #element: HTMLAudioElement | null = null;
  #node: MediaStreamAudioDestinationNode | null = null;
  #sinkId = '';
  #gain = 1;
  #volume: GainNode | null = null;
  readonly #stage: SharedAudioContext;

  constructor(stage: SharedAudioContext) {
    this.#stage = stage;
  }

  setSink(sinkId: string): void {
    this.#sinkId = sinkId;
    if (this.#element) void setSink(this.#element, sinkId);
  }

  /** How many times as loud as it is made a sound is heard, also one that is heard already. */
  setGain(gain: number): void {
    this.#gain = gain;
    if (this.#volume) this.#volume.gain.value = gain;
  }

  /** The node to connect a sound to; `null` if there is no sound. It starts nothing unless a sink was chosen. */
  open(): AudioNode | null {
    const context = this.#stage.open();
    if (!context) return null;
    const volume = this.#volume?.context === context ? this.#volume : (this.#volume = context.createGain());
    volume.gain.value = this.#gain;
    volume.disconnect();
    volume.connect(this.#sink(context));
    return volume;
  }

  close(): void {
    if (this.#element) this.#element.srcObject = null;
    this.#element = this.#node = this.#volume = null;
  }

  /** Where the sounds leave the page. */
  #sink(context: AudioContext): AudioNode {
    if (this.#sinkId === '') return context.destination;
    if (this.#node?.context === context) {
      this.#play();
      return this.#node;
    }
    this.#node = context.createMediaStreamDestination();
    this.#element ??= document.createElement('audio');
    this.#element.srcObject = this.#node.stream;
    void setSink(this.#element, this.#sinkId);
    this.#play();
    return this.#node;
  }

  #play(): void {
    // Blocked until a gesture on the page, like the context itself.
    this.#element?.play().catch(() => undefined);
  }
}
