import Sequencer from '@jest/test-sequencer';

/** Specs that wait in real time: for sound, sockets and processes. */
const waiting =
  /\/projects\/(?:training-server\/(?:http|media|score|socket|telephony|training)|supervisor-hub|probe)\/|\/tools\//;

/**
 * Runs the specs that wait first, beside one another, and those that calculate after them.
 *
 * Jest's order begins with the longest of the last run. A fresh clone has no last run: a spec that waits for a minute
 * then comes last, and leaves the other processes without work.
 */
export default class WaitingFirst extends Sequencer {
  /** @param {import('@jest/test-result').Test[]} tests */
  sort(tests) {
    const sorted = super.sort(tests);
    const waits = (/** @type {import('@jest/test-result').Test} */ { path }) => waiting.test(path);
    return [...sorted.filter(waits), ...sorted.filter((test) => !waits(test))];
  }
}
