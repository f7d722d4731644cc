import type { Observations } from '../observe/observations';
import type { Verdict } from '../../server-kit';

/** Where a claim comes from: documented, visible in an example, or our decision. */
type Mark = 'doc' | 'seen' | 'ours';

/** What a check found. The detail has names of fields, states and kinds only: it is written into the file. */
export interface Finding {
  readonly verdict: Verdict;
  readonly detail: string;
}

/** A sentence about Mediatel that a probe can check. */
export interface Claim {
  /** Its stable name, `group.name`. */
  readonly id: string;
  readonly sentence: string;
  /** The section of docs/protocol.md. */
  readonly section: number;
  readonly mark: Mark;
  readonly check: (seen: Observations) => Finding;
}

export const held = (detail = ''): Finding => ({ verdict: 'held', detail });
export const differs = (detail: string): Finding => ({ verdict: 'differs', detail });
export const notSeen = (detail: string): Finding => ({ verdict: 'not seen', detail });

/** Held without faults, else differs by each of them. */
export const judged = (faults: readonly string[], detail = ''): Finding =>
  faults.length === 0 ? held(detail) : differs([...new Set(faults)].join('; '));
