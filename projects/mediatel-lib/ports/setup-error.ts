/**
 * What is wrong with the setup.
 *
 * `no-store`: the host provides no NgRx store. `bad-config`: a field of the configuration is wrong. `no-config`:
 * there is no configuration.
 */
export type SetupFault = 'no-store' | 'bad-config' | 'no-config';

/** Thrown if a host sets the library up wrongly. The message says what to write. */
export class MediatelSetupError extends Error {
  /** The error's name, also in minified code. */
  override readonly name = 'MediatelSetupError';

  private constructor(
    /** What is wrong. */
    readonly fault: SetupFault,
    message: string,
    /** The wrong field of the configuration; `null` if the fault is elsewhere. */
    readonly field: string | null = null,
  ) {
    super(message);
  }

  /** The host provides no NgRx store. */
  static noStore(): MediatelSetupError {
    return new MediatelSetupError(
      'no-store',
      'mediatel-lib keeps its state in the NgRx store of the host: add provideStore() and provideEffects() to the application’s providers, before provideMediatel().',
    );
  }

  /** The field is wrong; `problem` follows its name in the message. */
  static badConfig(field: string, problem: string): MediatelSetupError {
    return new MediatelSetupError('bad-config', `provideMediatel: \`${field}\` ${problem}.`, field);
  }

  /** The host gave no configuration. */
  static noConfig(): MediatelSetupError {
    return new MediatelSetupError(
      'no-config',
      'mediatel-lib is not set up: add provideMediatel({ account }) to the application’s providers.',
    );
  }
}
