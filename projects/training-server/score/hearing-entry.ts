import { parentPort } from 'node:worker_threads';
import type { HearingAnswer, HearingQuestion } from './hearing-messages';
import { hearRecording } from './hear-recording';

/** The entry of the thread: hears one recording after the other. */
const port = parentPort;
if (!port) throw new Error('this file must run as a worker thread');
const reply = (answer: HearingAnswer): void => port.postMessage(answer);

let last = Promise.resolve();
port.on('message', ({ id, path }: HearingQuestion) => {
  last = last.then(async () => {
    try {
      reply({ id, heard: await hearRecording(path) });
    } catch (error) {
      reply({ id, fault: error instanceof Error ? error.message : String(error) });
    }
  });
});
