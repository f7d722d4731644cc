import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { LineCondition } from '../media/line';
import { ownEntry } from '../own-entry';
import type { CallSound, SoundListener, SoundRequest, SoundSetting, Sounds } from './call-sound';
import { DistantSound } from './distant-sound';
import { transferOf, type Question, type SoundMessage, type SoundReply, type SoundThreadData } from './sound-messages';
import { relayLog } from './relay-log';

interface OpenCall {
  readonly traceId: string;
  readonly listener: SoundListener;
}

interface Waiting {
  readonly resolve: (sdp: string | undefined) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Makes the sound of calls in a thread of its own.
 *
 * Its clock and its packets never wait for the main thread's reading, parsing or writing. If the thread dies, the
 * present calls are lost; the next call gets a new thread.
 */
export class SoundThread implements Sounds {
  protected worker: Worker | undefined;
  #closed: () => void = () => undefined;
  readonly #open = new Map<number, OpenCall>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #lines = new Map<string, LineCondition>();
  #calls = 0;
  #questions = 0;
  readonly #setting: SoundSetting;
  readonly #log: Logger;
  readonly #onLost: (traceIds: readonly string[]) => void;

  /** `onLost` gets the calls that ended because the thread died: their recordings are half-written. */
  constructor(setting: SoundSetting, log: Logger, onLost: (traceIds: readonly string[]) => void = () => undefined) {
    this.#setting = setting;
    this.#log = log;
    this.#onLost = onLost;
    this.worker = this.#start();
  }

  open(request: SoundRequest, listener: SoundListener): CallSound {
    this.worker ??= this.#start();
    const { worker } = this;
    const call = ++this.#calls;
    this.#open.set(call, { traceId: request.callTraceId, listener });
    this.#send({ type: 'open', call, request });
    return new DistantSound(
      (order) => this.worker === worker && this.#send({ type: 'tell', call, order }, transferOf(order)),
      (question) => (this.worker === worker ? this.#ask(call, question) : Promise.reject(gone())),
    );
  }

  degradeLine(extension: string, condition: LineCondition): void {
    this.#lines.set(extension, condition);
    this.#send({ type: 'line', extension, condition });
  }

  async close(): Promise<void> {
    const { worker } = this;
    if (!worker) return;
    const closed = new Promise<void>((resolve) => (this.#closed = resolve));
    this.#send({ type: 'close' });
    await closed;
    this.worker = undefined;
    await worker.terminate();
  }

  #start(): Worker {
    const data: SoundThreadData = { setting: this.#setting, logLevel: this.#log.level };
    const { url, execArgv } = ownEntry('sound-thread-entry', import.meta.url);
    const worker = new Worker(url, { workerData: data, execArgv: [...execArgv] });
    worker.on('message', (reply: SoundReply) => this.#receive(reply));
    worker.on('error', (error) => this.#log.error({ err: error }, 'sound thread failed'));
    worker.on('exit', (code) => this.#lost(worker, code));
    for (const [extension, condition] of this.#lines) worker.postMessage({ type: 'line', extension, condition });
    return worker;
  }

  #send(message: SoundMessage, transfer: readonly ArrayBuffer[] = []): void {
    this.worker?.postMessage(message, transfer);
  }

  #ask(call: number, question: Question): Promise<string | undefined> {
    const id = ++this.#questions;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ type: 'ask', call, id, question });
      if (question.what === 'finish') this.#open.delete(call);
    });
  }

  #receive(reply: SoundReply): void {
    switch (reply.type) {
      case 'log':
        return relayLog(reply.line, this.#log);
      case 'event':
        return this.#open.get(reply.call)?.listener(reply.event);
      case 'closed':
        return this.#closed();
      case 'answer':
        this.#waiting.get(reply.id)?.resolve(reply.sdp);
        return void this.#waiting.delete(reply.id);
      case 'fault':
        this.#waiting.get(reply.id)?.reject(new Error(reply.reason));
        return void this.#waiting.delete(reply.id);
    }
  }

  /** The calls of a thread that died are over. */
  #lost(worker: Worker, code: number): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    this.#log.error({ code, calls: this.#open.size }, 'sound thread ended; its calls ended too');
    const calls = [...this.#open.values()];
    const waiting = [...this.#waiting.values()];
    this.#open.clear();
    this.#waiting.clear();
    for (const { reject } of waiting) reject(gone());
    for (const { listener } of calls) listener({ what: 'failed' });
    this.#onLost(calls.map(({ traceId }) => traceId));
    this.#closed();
  }
}

const gone = (): Error => new Error('the sound thread is gone');
