/**
 * What is wrong with the setup.
 *
 * `no-store`: there is no NgRx store. `bad-config`: a field of the configuration is wrong. `no-config`: the library is
 * not set up. `set-up-twice`: `provideMediatel` is used more than once. `two-stores`: `withStore()` is used beside a
 * store of the host.
 */
export type SetupFault = 'no-store' | 'bad-config' | 'no-config' | 'set-up-twice' | 'two-stores';

/**
 * Says that a host sets the library up wrongly, and what to write. It is thrown, or reported to the `ErrorHandler` if the
 * rest of the page can work.
 */
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
      'mediatel-lib needs an NgRx store at the application’s root: add withStore() to provideMediatel(), or provideStore() or StoreModule.forRoot().',
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
      'mediatel-lib is not set up: add provideMediatel({ account }) or MediatelModule.forRoot({ account }) to the application’s root.',
    );
  }

  /** The host uses `provideMediatel` or `MediatelModule.forRoot` more than once. */
  static setUpTwice(): MediatelSetupError {
    return new MediatelSetupError(
      'set-up-twice',
      'mediatel-lib is set up twice: keep one provideMediatel() or MediatelModule.forRoot(), at the application’s root or around all its users.',
    );
  }

  /** The host uses `withStore()` beside an NgRx store of its own. */
  static twoStores(): MediatelSetupError {
    return new MediatelSetupError(
      'two-stores',
      'The application has an NgRx store of its own: remove withStore() from provideMediatel().',
    );
  }
}
