/** What an operator has chosen and typed for one call, before it is saved. */
export interface CallDraft {
  readonly codeIds: readonly string[];
  readonly note: string;
}

export const emptyDraft: CallDraft = { codeIds: [], note: '' };
