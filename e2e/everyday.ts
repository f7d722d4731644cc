/** Whether tests are as long as the promises say (`-- --full`), or as fits a CI run. */
export const isFull = process.env['FULL'] === '1';

/**
 * The details of a test that runs in full runs only: another language, theme, window, kind of fault or load of a promise
 * that an everyday test shows, or minutes of waiting.
 */
export const full = { tag: '@full' } as const;

/** The details of one of several alike tests. */
export const everydayIf = (isEveryday: boolean): { readonly tag?: '@full' } => (isEveryday ? {} : full);

/** What a configuration leaves out. A run of chosen tests leaves out nothing. */
export const leftOut = isFull || process.env['CHOSEN'] === '1' ? [] : [/@full/];
