import type { WireSnapshot } from '../fakes/wire-snapshot';

/** A call of a test. Fields that are left out have plausible values. */
export interface TestCall {
  /** The customer's phone number. Default `0661234501`. */
  readonly number?: string;
  /** The queue's name. Default `DM_MFO_1`. */
  readonly queue?: string;
  /** Mediatel's id of the customer. Default `39553609`. */
  readonly customerId?: string;
  /** The call's id at Mediatel. Default `1185574264`, and one more for each further call. */
  readonly callTraceID?: string;
  /** Further fields of the call's snapshots, by their names on the wire: `{ maxCallDuration: '180' }`. */
  readonly fields?: WireSnapshot;
}

/** Why a called customer can't be reached. */
export type CallFailure = 'busy' | 'no-answer' | 'invalid-number';

/** A call at Mediatel. */
export interface CallAtMediatel extends Required<TestCall> {
  readonly direction: 'incoming' | 'outgoing';
  /** The SIP Call-ID of its INVITE; `null` if the phone got none. */
  readonly sipCallId: string | null;
}
