import type { CallKey } from '../state/call/call-key';

/** A host's extra request that another tab forwards. Plain data. */
export interface ForwardedExtra {
  /** The name of the extra request. */
  readonly extra: string;
  /** Its arguments, which the host's own page made. */
  readonly args: unknown;
  /** The call in which it was given. */
  readonly call: CallKey;
  /** The id of this request. */
  readonly request: string;
}

/** Whether forwarded data is a host's extra request. Only a tab of the same version writes it. */
export const isExtra = (data: unknown): data is ForwardedExtra =>
  typeof data === 'object' && data !== null && 'extra' in data && typeof data.extra === 'string';
