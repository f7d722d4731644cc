import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { LineCondition } from '../media/line';
import { ownEntry } from '../own-entry';
import type { CallSound, SoundListener, SoundRequest, SoundSetting, Sounds } from './call-sound';
import { DistantEar } from './distant-ear';
import { DistantSound } from './distant-sound';
import type { Ear, EarEvents, EarMode } from './ear';
import { transferOf, type SoundMessage, type SoundReply, type SoundThreadData } from './sound-messages';
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
 * present calls and the trainers' legs are lost; the next call gets a new thread.
 */
export class SoundThread implements Sounds {
  protected worker: Worker | undefined;
  #closed: () => void = () => undefined;
  readonly #open = new Map<number, OpenCall>();
  readonly #waiting = new Map<number, Waiting>();
  readonly #ears = new Map<number, EarEvents>();
  readonly #lines = new Map<string, LineCondition>();
  #calls = 0;
  #earCount = 0;
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
      (question) => {
        const answer = this.#ask(worker, (id) => ({ type: 'ask', call, id, question }));
        if (question.what === 'finish') this.#open.delete(call);
        return answer;
      },
    );
  }

  openEar(extension: string, mode: EarMode, events: EarEvents): Ear {
    const worker = (this.worker ??= this.#start());
    const ear = ++this.#earCount;
    this.#ears.set(ear, events);
    this.#send({ type: 'openEar', ear, extension, mode });
    return new DistantEar(
      (order) => {
        if (order.what === 'close') this.#ears.delete(ear);
        if (this.worker === worker) this.#send({ type: 'tellEar', ear, order });
      },
      (question) => this.#ask(worker, (id) => ({ type: 'askEar', ear, id, question })),
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

  #ask(worker: Worker, question: (id: number) => SoundMessage): Promise<string | undefined> {
    if (this.worker !== worker) return Promise.reject(gone());
    const id = ++this.#questions;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send(question(id));
    });
  }

  #receive(reply: SoundReply): void {
    switch (reply.type) {
      case 'log':
        return relayLog(reply.line, this.#log);
      case 'event':
        return this.#open.get(reply.call)?.listener(reply.event);
      case 'earClosed':
        this.#ears.get(reply.ear)?.closed();
        return void this.#ears.delete(reply.ear);
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
    const ears = [...this.#ears.values()];
    const waiting = [...this.#waiting.values()];
    this.#open.clear();
    this.#ears.clear();
    this.#waiting.clear();
    for (const { reject } of waiting) reject(gone());
    for (const { listener } of calls) listener({ what: 'failed' });
    for (const ear of ears) ear.closed();
    this.#onLost(calls.map(({ traceId }) => traceId));
    this.#closed();
  }
}

const gone = (): Error => new Error('the sound thread is gone');
