/** The codes chosen and the note typed for one call, before they are saved. */
export interface CallDraft {
  /** Ids of the chosen call codes, in the order in which they are saved. */
  readonly codeIds: readonly string[];
  /** The note; empty if there is none. */
  readonly note: string;
}

/** The draft of a call for which nothing was chosen or typed. */
export const emptyDraft: CallDraft = { codeIds: [], note: '' };
