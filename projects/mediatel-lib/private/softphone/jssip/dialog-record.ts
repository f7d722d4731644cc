/** A SIP dialog as text (RFC 3261, 12). */
export interface DialogRecord {
  readonly callId: string;
  readonly localTag: string;
  readonly remoteTag: string;
  readonly localUri: string;
  readonly remoteUri: string;
  /** The other side's Contact: where requests go. */
  readonly remoteTarget: string;
  /** The Record-Route headers, in the order of the dialog. */
  readonly routes: readonly string[];
  /** The CSeq of our last request; `null` before the first. */
  readonly localSequence: number | null;
  /** The CSeq of the other side's last request. */
  readonly remoteSequence: number;
}

/** The call's id in the phone's events: JsSIP's for an incoming call. */
export const callIdOf = ({ callId, remoteTag }: DialogRecord): string => callId + remoteTag;
