/** What the tour sees on the desk. All are read from the library's state and events; nothing is believed from a click. */
export type TourSight =
  /** Logged in, connected and free for a call that can reach the phone. */
  | 'available'
  /** The microphone is open, and the test sound was played. */
  | 'soundTested'
  /** The operator talks in a call that they dialled. */
  | 'talkingOut'
  | 'talking'
  | 'muted'
  /** In a call, and heard by the customer. */
  | 'heard'
  | 'held'
  /** A key was sent into the call. */
  | 'keySent'
  /** The result of a call was saved. */
  | 'codeSaved'
  /** On a pause that the operator chose. */
  | 'paused'
  /** On the pause that Mediatel gives after a missed call. */
  | 'forcePaused'
  /** Without connection to Mediatel. */
  | 'cut'
  /** With connection, and the state is up to date. */
  | 'connected';

/**
 * The steps of a first shift, in their order, and what each waits for.
 *
 * A sight counts only after the one before it. Most sights last, so a step that a reload interrupts goes on where the desk
 * is. `keySent`, `codeSaved` and `cut` last only for a moment.
 */
const tourSteps = {
  signIn: ['available'],
  sound: ['soundTested'],
  firstCall: ['talkingOut'],
  mute: ['muted', 'heard'],
  hold: ['held', 'talking'],
  keys: ['keySent'],
  code: ['codeSaved'],
  pause: ['paused', 'available'],
  missed: ['forcePaused', 'available'],
  network: ['cut', 'connected'],
} as const satisfies Readonly<Record<string, readonly TourSight[]>>;

export type TourStepName = keyof typeof tourSteps;

export const tourStepNames = Object.keys(tourSteps) as readonly TourStepName[];

/** The sights of a step as a plain list. */
export const sightsOf = (step: TourStepName): readonly TourSight[] => tourSteps[step];
