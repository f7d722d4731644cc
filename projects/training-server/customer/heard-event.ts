/** What a scripted customer learns of its call, in order of the reports. Times: milliseconds since both hear each other. */
export type HeardEvent =
  /** Both hear each other. */
  | { readonly type: 'joined' }
  /** `atMs`: the beginning of the speech. Reported 60 ms later. */
  | { readonly type: 'operatorSpeaks'; readonly atMs: number }
  /**
   * `atMs`: the end of the speech. Reported after 700 ms of silence, or when hold begins. `spokenMs`: from beginning to
   * end, with the short pauses in between.
   */
  | { readonly type: 'operatorStops'; readonly atMs: number; readonly spokenMs: number }
  /** The line given last was spoken to its end. */
  | { readonly type: 'said'; readonly atMs: number }
  | { readonly type: 'held'; readonly held: boolean; readonly atMs: number };
