export type SetupFault = 'no-store' | 'bad-config' | 'no-config';

/** A host set the library up wrongly; the message says what to write, `field` names the field of the configuration. */
export class MediatelSetupError extends Error {
  override readonly name = 'MediatelSetupError';

  private constructor(
    readonly fault: SetupFault,
    message: string,
    readonly field: string | null = null,
  ) {
    super(message);
  }

  static noStore(): MediatelSetupError {
    return new MediatelSetupError(
      'no-store',
      'mediatel-lib keeps its state in the NgRx store of the host: add provideStore() and provideEffects() to the application’s providers, before provideMediatel().',
    );
  }

  static badConfig(field: string, problem: string): MediatelSetupError {
    return new MediatelSetupError('bad-config', `provideMediatel: \`${field}\` ${problem}.`, field);
  }

  static noConfig(): MediatelSetupError {
    return new MediatelSetupError(
      'no-config',
      'mediatel-lib is not set up: add provideMediatel({ account }) to the application’s providers.',
    );
  }
}
