/** What the leading tab tells the operator's other tabs of a host's extra request. */
export interface ExtraNote {
  readonly type: 'extraRequest';
  readonly name: string;
  /** The id of the request. */
  readonly request: string;
  readonly status: 'pending' | 'done' | 'overtaken' | 'unanswered';
}

/** Whether a note is about an extra request. Only a tab of the same version writes it. */
export const isExtraNote = (note: unknown): note is ExtraNote =>
  typeof note === 'object' && note !== null && 'type' in note && note.type === 'extraRequest';
