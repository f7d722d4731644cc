import type { MediatelApiError } from './api-error';

/**
 * A number that Mediatel rings, with the API's own field names. The documents give most fields by name only. Unknown
 * fields are kept.
 */
export interface MediatelExtension {
  /** The extension's id. */
  readonly E_ID: number;
  /** The number. */
  readonly E_Extension: string;
  /** Documented by name only. */
  readonly Protocol?: string;
  /** Documented by name only. */
  readonly E_Type?: string | number;
  /** Documented by name only. */
  readonly E_Description?: string;
  /** Documented by name only. */
  readonly E_DialOutIdentities?: string;
  /** Documented by name only. */
  readonly ContactDisplay?: string;
  /** Documented by name only. */
  readonly DestAddress?: string;
  /** Documented by name only. */
  readonly Destination?: string;
  /** Audio codecs. */
  readonly Codecs?: readonly string[];
  /** Documented by name only. */
  readonly ConnectionType?: string;
  /** How DTMF digits may be sent. */
  readonly DTMFSupport?: readonly string[];
  /** Documented by name only. */
  readonly FromDisplay?: string;
  /** Documented by name only. */
  readonly Payload?: string | number;
}

/** A partial change: only the fields that differ. */
export type ExtensionChange = Partial<Omit<MediatelExtension, 'E_ID'>>;

/** What became of one entry of a batch. */
export interface ExtensionBatchOutcome {
  /** The entry's list. */
  readonly list: keyof ExtensionBatch;
  /** The entry's place in its list, from 0. */
  readonly index: number;
  /** The extension's id; of a created one the new id. */
  readonly id: number;
  /** Why the entry failed; `null` if it was done. */
  readonly error: MediatelApiError | null;
}

/** Changes to many extensions at once. */
export interface ExtensionBatch {
  /** Extensions to delete. */
  readonly Deleted?: readonly Pick<MediatelExtension, 'E_ID'>[];
  /** Extensions to change (`E_ID` above 0) or to create (`E_ID` below 0). */
  readonly Inserted?: readonly (Pick<MediatelExtension, 'E_ID'> & ExtensionChange)[];
}
