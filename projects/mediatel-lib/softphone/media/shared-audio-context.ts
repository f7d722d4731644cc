/** What browsers take for a touch of the page that allows sound. */
const gestures = ['pointerup', 'keydown'] as const;

/** Milliseconds a context may take to start where it may. */
const patience = 1000;

/** The tab's one AudioContext: Chrome allows few of them, and starting one takes longer than a chime. */
export class SharedAudioContext {
  private context: AudioContext | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private blocked = false;
  private readonly onGesture = (): void => this.resume();
  private readonly onState = (): void => this.look();

  /** `blocked` tells whether the browser holds all sounds back until the page is touched. */
  constructor(private readonly changed: (blocked: boolean) => void) {}

  /** `null` where the browser gives none; suspended until the operator has touched the page. */
  open(): AudioContext | null {
    if (this.context) return this.context;
    // Throws when the machine has no audio at all; calls work without chimes and meters.
    try {
      this.context = new AudioContext({ latencyHint: 'interactive' });
    } catch {
      return null;
    }
    this.context.addEventListener('statechange', this.onState);
    this.look();
    return this.context;
  }

  /** Must be called from a user's gesture where the browser blocked sound. */
  resume(): void {
    // Refused where the gesture is none in the browser's eyes; the next one may be.
    if (this.context?.state === 'suspended') this.context.resume().catch(() => undefined);
  }

  close(): void {
    this.context?.removeEventListener('statechange', this.onState);
    void this.context?.close();
    this.context = null;
    this.look();
  }

  private look(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const { context } = this;
    for (const gesture of gestures) document.removeEventListener(gesture, this.onGesture);
    if (context === null || context.state === 'running') return this.tell(false);
    for (const gesture of gestures) document.addEventListener(gesture, this.onGesture);
    this.timer = setTimeout(() => this.tell(!isAllowed()), patience);
  }

  private tell(blocked: boolean): void {
    if (blocked === this.blocked) return;
    this.blocked = blocked;
    this.changed(blocked);
  }
}

/** Firefox says whether sound is allowed; a context that stands still all the same has no way out. */
function isAllowed(): boolean {
  const { getAutoplayPolicy } = navigator as { readonly getAutoplayPolicy?: (type: 'audiocontext') => string };
  return getAutoplayPolicy?.call(navigator, 'audiocontext') === 'allowed';
}
