import type { After } from '../signalling/worker-timers';

/** How long a moved call waits for the microphone before it is taken (ms). The browser may ask for a permission. */
const microphonePatience = 1000;

/**
 * Resolves once the microphone is known, or after a limit.
 *
 * While the earlier tab still sends the operator's voice, the call is taken only then: else the customer would hear
 * nothing until the microphone is open.
 */
export const microphoneKnown = (microphone: { whenKnown(run: () => void): () => void }, after: After): Promise<void> =>
  new Promise((resolve) => {
    microphone.whenKnown(resolve);
    after(microphonePatience, resolve);
  });
