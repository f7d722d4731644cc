/** A number that Mediatel rings, with the API's own field names; fields not named here are kept as they come. */
export interface MediatelExtension {
  readonly E_ID: number;
  readonly E_Extension: string;
  readonly Protocol?: string;
  readonly E_Type?: string | number;
  readonly E_Description?: string;
  readonly E_DialOutIdentities?: string;
  readonly ContactDisplay?: string;
  readonly DestAddress?: string;
  readonly Destination?: string;
  readonly Codecs?: readonly string[];
  readonly ConnectionType?: string;
  readonly DTMFSupport?: readonly string[];
  readonly FromDisplay?: string;
  readonly Payload?: string | number;
}

export type ExtensionChange = Partial<Omit<MediatelExtension, 'E_ID'>>;

/** Many at once: an `E_ID` above 0 modifies, below 0 creates. */
export interface ExtensionBatch {
  readonly Deleted?: readonly Pick<MediatelExtension, 'E_ID'>[];
  readonly Inserted?: readonly (Pick<MediatelExtension, 'E_ID'> & ExtensionChange)[];
}
