import { Worker } from 'node:worker_threads';
import type { HeardRecording } from '../../training-kit';
import { ownEntry } from '../own-entry';
import type { HearingAnswer, HearingQuestion } from './hearing-messages';

/** Without a question for so long (ms), the thread ends. */
const idleMs = 10_000;

interface Waiting {
  readonly resolve: (heard: HeardRecording | null) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Hears recordings in a thread of its own, one after the other: twenty minutes of sound take seconds, and the main thread
 * must answer SIP meanwhile. The thread exists only while there is something to hear.
 */
export class HearingThread {
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #questions = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** What is heard in a file; `null`: there is none. Rejects if it can't be read. */
  hear(path: string): Promise<HeardRecording | null> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const question: HearingQuestion = { id: ++this.#questions, path };
      this.#waiting.set(question.id, { resolve, reject });
      worker.postMessage(question);
    });
  }

  /** Ends the thread; what is not heard yet is rejected. */
  async close(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = undefined;
    this.#rejectAll(new Error('the server stops'));
    await worker?.terminate();
  }

  #start(): Worker {
    const { url, execArgv } = ownEntry('hearing-entry', import.meta.url);
    const worker = new Worker(url, { execArgv: [...execArgv] });
    worker.on('message', (answer: HearingAnswer) => this.#receive(answer));
    worker.on('error', (error) => this.#lost(worker, error));
    worker.on('exit', () => this.#lost(worker, new Error('the hearing thread ended')));
    return worker;
  }

  #receive(answer: HearingAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('fault' in answer) waiting?.reject(new Error(answer.fault));
    else waiting?.resolve(answer.heard);
    if (this.#waiting.size === 0) this.#idle = setTimeout(() => void this.close(), idleMs).unref();
  }

  /** The next question gets another thread. */
  #lost(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#rejectAll(error);
  }

  #rejectAll(error: Error): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }
}
