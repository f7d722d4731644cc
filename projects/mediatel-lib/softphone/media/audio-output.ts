import type { SharedAudioContext } from './shared-audio-context';

/** An element whose sink can be chosen; the browser may not have it. */
interface Sinkable {
  setSinkId?(sinkId: string): Promise<void>;
}

/** Sends an element's sound to a sink, to the default one where that is gone or not allowed. Resolves whether it took it. */
export async function setSink(element: HTMLMediaElement & Sinkable, sinkId: string): Promise<boolean> {
  if (!element.setSinkId) return sinkId === '';
  // Rejects with `NotFoundError` for a sink that is gone.
  try {
    await element.setSinkId(sinkId);
    return true;
  } catch {
    await element.setSinkId('').catch(() => undefined);
    return sinkId === '';
  }
}

/**
 * Where the sounds we make ourselves go: straight to the default sink, or through an element of their own to a chosen one
 * (a context can't be split between two sinks, and Firefox can't direct one at all).
 */
export class AudioOutput {
  private element: HTMLAudioElement | null = null;
  private node: MediaStreamAudioDestinationNode | null = null;
  private sinkId = '';

  constructor(private readonly stage: SharedAudioContext) {}

  setSink(sinkId: string): void {
    this.sinkId = sinkId;
    if (this.element) void setSink(this.element, sinkId);
  }

  /** What a sound is connected to, or `null` where there is no sound. Nothing is begun here unless a sink was chosen. */
  open(): AudioNode | null {
    const context = this.stage.open();
    if (!context) return null;
    if (this.sinkId === '') return context.destination;
    if (this.node?.context === context) {
      this.play();
      return this.node;
    }
    this.node = context.createMediaStreamDestination();
    this.element ??= document.createElement('audio');
    this.element.srcObject = this.node.stream;
    void setSink(this.element, this.sinkId);
    this.play();
    return this.node;
  }

  close(): void {
    if (this.element) this.element.srcObject = null;
    this.element = this.node = null;
  }

  private play(): void {
    // Blocked until the page was touched, like the context itself.
    this.element?.play().catch(() => undefined);
  }
}
