/** Words of 0.1 that no import names, so that only a person can tell whether they are the library's. */
const words: readonly (readonly [RegExp, string])[] = [
  [/<mediatel-day\b(?!-)/, '<mediatel-day> is <mediatel-day-report>'],
  [/\bmediatelStateColour\b/, 'mediatelStateColour is mediatelStateColor'],
  [/\(mended\)|\[mend\]/, 'of mediatel-notice, [mend] is [action] and (mended) is (acted)'],
  [/\bunfitPause\b/, 'unfitPause of the configuration is pauseWhenNotReady'],
  [/\bproblem\.unfit\b/, 'the label problem.unfit is problem.notReady'],
  [/PauseMenuHarness\b[^]*\.take\(/, 'take() of the pause menu’s harness is choosePause()'],
  [/\b(?:findDifferences|OperatorAlerts)\b[^]*\bsince\b/, 'since of CallDifference and MediatelAlert is beganAt'],
  [/\bexport \* from ['"]mediatel-lib/, 'export * of mediatel-lib has fewer names: the others are in its entry points'],
];

/** What to look at in a file by hand. Empty for most files. */
export function leftoversIn(text: string): readonly string[] {
  return words.filter(([word]) => word.test(text)).map(([, advice]) => advice);
}
