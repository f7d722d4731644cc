/** What browsers take for a touch of the page that allows sound. */
const gestures = ['pointerup', 'keydown'] as const;

/** The tab's one AudioContext: Chrome allows few of them, and starting one takes longer than a chime. */
export class AudioStage {
  private context: AudioContext | null = null;
  private readonly onGesture = (): void => this.resume();

  /** `null` where the browser gives none; suspended until the operator has touched the page. */
  open(): AudioContext | null {
    if (this.context) return this.context;
    // Throws when the machine has no audio at all; calls work without chimes and meters.
    try {
      this.context = new AudioContext({ latencyHint: 'interactive' });
      for (const gesture of gestures) document.addEventListener(gesture, this.onGesture, { once: true });
    } catch {
      this.context = null;
    }
    return this.context;
  }

  /** Must be called from a user's gesture where the browser blocked sound. */
  resume(): void {
    if (this.context?.state === 'suspended') void this.context.resume();
  }

  close(): void {
    for (const gesture of gestures) document.removeEventListener(gesture, this.onGesture);
    void this.context?.close();
    this.context = null;
  }
}
