/** Words of 0.1 that no import names, so that only a person can tell whether they are the library's. */
const words: readonly (readonly [RegExp, string])[] = [
  [/<mediatel-day\b(?!-)/, '<mediatel-day> is <mediatel-day-report>'],
  [/\bmediatelStateColour\b/, 'mediatelStateColour is mediatelStateColor'],
  [/\(mended\)|\[mend\]/, 'of mediatel-notice, [mend] is [action] and (mended) is (acted)'],
  [/\bunfitPause\b/, 'unfitPause of the configuration is pauseWhenNotReady'],
  [/\bproblem\.unfit\b/, 'the label problem.unfit is problem.notReady'],
  [/PauseMenuHarness\b[^]*\.take\(/, 'take() of the pause menu’s harness is choosePause()'],
  [/\bOperatorAlerts\b[^]*\bsince\b/, 'since of MediatelAlert is beganAt'],
  [
    /\bimport\b[^;]*\b(?:findDifferences|reconcile|reconcileGrace|CallDifference)\b[^;]*from ['"]mediatel-lib/,
    'how the library compares server and phone is its own now: selectCall and selectDisagreements have the result',
  ],
  [
    /\bimport\b[^;]*\b(?:audioProblems|commandRefusal|concernsCall|isAllowedHost|isOnForcePause|notReadyRecovery|pauseLimit|recoveryOf)\b[^;]*from ['"]mediatel-lib/,
    'the functions behind the selectors are the library’s own now: selectAudioProblems, selectCommandRefusals, selectForcePause and the others have the results',
  ],
  [/\bexport \* from ['"]mediatel-lib/, 'export * of mediatel-lib has fewer names: the others are in its entry points'],
];

/** What to look at in a file by hand. Empty for most files. */
export function leftoversIn(text: string): readonly string[] {
  return words.filter(([word]) => word.test(text)).map(([, advice]) => advice);
}
