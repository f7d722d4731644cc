/** A request that the training server refused, or a server that did not start. */
export class TrainingServerError extends Error {
  override readonly name = 'TrainingServerError';

  /**
   * @param reason The server's word, such as `not-available`; `not-started`, `too-late` and `unreachable` are the
   *   client's own.
   * @param status The HTTP status; `null` if there was no response.
   */
  constructor(
    readonly reason: string,
    readonly status: number | null,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
