/** Options of `ng add mediatel-lib`, as `schema.json` describes them. */
export interface NgAddOptions {
  /** The application that gets the phone; the only one by default. */
  readonly project?: string;
  /** Whether the training server, a proxy to it and the script `training` are added. */
  readonly training?: boolean;
  /** Version or file of the training server's package. Default: the library's version. */
  readonly trainingServer?: string;
  /** `app`: the desk goes into the root component. `none`: the pages stay as they are. */
  readonly place?: 'app' | 'none';
}
