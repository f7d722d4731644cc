/** Events that browsers accept as a gesture that allows sound. */
export const gestures = ['pointerup', 'keydown'] as const;

/** How long a context may take to start, if it may start at all (ms). */
const patience = 1000;

/** The tab's only AudioContext. Chrome allows few of them, and starting one takes longer than a chime. */
export class SharedAudioContext {
  #context: AudioContext | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #blocked = false;
  readonly #onGesture = (): void => this.resume();
  readonly #onState = (): void => this.#checkContext();
  readonly #changed: (blocked: boolean) => void;

  /** `blocked`: whether the browser blocks all sounds until a gesture on the page. */
  constructor(changed: (blocked: boolean) => void) {
    this.#changed = changed;
  }

  /** The context; `null` if the browser gives none. It is suspended until a gesture on the page. */
  open(): AudioContext | null {
    if (this.#context) return this.#context;
    // Throws if the machine has no audio at all. Calls then work without chimes and meters.
    try {
      this.#context = new AudioContext({ latencyHint: 'interactive' });
    } catch {
      return null;
    }
    this.#context.addEventListener('statechange', this.#onState);
    this.#checkContext();
    return this.#context;
  }

  /** Starts a suspended context. It must be called from a user's gesture if the browser blocked sound. */
  resume(): void {
    // Rejects if the browser does not accept the event as a gesture; the next one may be accepted.
    if (this.#context?.state === 'suspended') this.#context.resume().catch(() => undefined);
  }

  close(): void {
    this.#context?.removeEventListener('statechange', this.#onState);
    void this.#context?.close();
    this.#context = null;
    this.#checkContext();
  }

  #checkContext(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const context = this.#context;
    for (const gesture of gestures) document.removeEventListener(gesture, this.#onGesture);
    if (context === null || context.state === 'running') return this.#reportBlocked(false);
    for (const gesture of gestures) document.addEventListener(gesture, this.#onGesture);
    this.#timer = setTimeout(() => this.#reportBlocked(!isAllowed()), patience);
  }

  #reportBlocked(blocked: boolean): void {
    if (blocked === this.#blocked) return;
    this.#blocked = blocked;
    this.#changed(blocked);
  }
}

/**
 * Firefox reports whether sound is allowed. A context that is suspended although sound is allowed has no audio
 * output.
 */
function isAllowed(): boolean {
  const { getAutoplayPolicy } = navigator as { readonly getAutoplayPolicy?: (type: 'audiocontext') => string };
  return getAutoplayPolicy?.call(navigator, 'audiocontext') === 'allowed';
}
