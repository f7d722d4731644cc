import type { OpeningFault, ReplayTexts } from './replay-texts';

/** Why a file can't be opened, in plain words. */
export function faultWords(fault: OpeningFault, words: ReplayTexts): string {
  if (fault.reason === 'other-version') return words.otherVersion(fault.version);
  if (fault.reason !== 'damaged') return words.opening[fault.reason];
  return fault.entry === null ? words.damagedHead : words.damagedEntry(fault.entry + 1);
}
