import { createRequire } from 'node:module';
import { readWav } from '../media/wav';
import { levelled } from './levelled';
import { resample } from './resample';
import { SpeechError } from './speech-error';
import { SpeechProcess } from './speech-process';
import { loudnessOf, optionsOf, type SpeechStyle } from './speech-style';
import { SpokenLines } from './spoken-lines';

/** The longest text, in characters. */
const MAX_TEXT = 500;

export interface SpeakerSetting {
  /** The most bytes of lines that are kept: 16 MB is about 17 minutes. */
  readonly cacheBytes: number;
  /** How many texts may wait. */
  readonly queueLimit: number;
  /** How long one text may take, from its turn on (ms). */
  readonly limitMs: number;
  /** Time without a text after which the process ends (ms). It holds about 180 MB. */
  readonly idleMs: number;
}

const usual: SpeakerSetting = { cacheBytes: 16_000_000, queueLimit: 200, limitMs: 15_000, idleMs: 300_000 };

/** Turns texts into speech, in a process of its own. */
export class Speaker {
  readonly #process: SpeechProcess;
  readonly #setting: SpeakerSetting;
  readonly #spoken: SpokenLines;
  /** Lines that wait or are being spoken: whoever wants the same line waits for the same. */
  readonly #pending = new Map<string, Promise<Int16Array>>();
  #tail: Promise<unknown> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(setting: Partial<SpeakerSetting> = {}, process = new SpeechProcess()) {
    this.#setting = { ...usual, ...setting };
    this.#spoken = new SpokenLines(this.#setting.cacheBytes);
    this.#process = process;
  }

  /**
   * Why this server can't speak, in plain words; `undefined` if it can. To be looked at before a scenario starts.
   */
  static whyNot(find = (name: string): unknown => createRequire(import.meta.url).resolve(name)): string | undefined {
    try {
      find('espeak-ng');
      return undefined;
    } catch {
      return 'this server cannot speak: the optional package espeak-ng is not installed (npm install espeak-ng)';
    }
  }

  /**
   * Speaks a text of up to 500 characters: samples of 8 kHz, at an even level, without silence around it. They belong to
   * all who want the same line: don't change them. Rejects with a `SpeechError`.
   */
  readonly speak = (text: string, style: SpeechStyle): Promise<Int16Array> => {
    const line = plain(text);
    const options = optionsOf(line, style);
    const loudness = loudnessOf(style);
    const key = JSON.stringify([line, options, loudness]);
    const known = this.#spoken.get(key);
    if (known) return Promise.resolve(known);
    const pending = this.#pending.get(key);
    if (pending) return pending;
    const refusal = this.#refusal(line);
    if (refusal) return Promise.reject(refusal);
    const speaking = this.#inTurn(async () => {
      const { sampleRate, channels } = readWav(Buffer.from(await this.#tryTwice(line, options)));
      const samples = levelled(resample(channels[0] ?? new Int16Array(0), sampleRate), loudness);
      this.#spoken.keep(key, samples);
      return samples;
    }).finally(() => this.#pending.delete(key));
    this.#pending.set(key, speaking);
    return speaking;
  };

  /** Ends the process. Texts that wait are rejected. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#idle);
    this.#process.stop();
  }

  #refusal(line: string): SpeechError | undefined {
    if (this.#closed) return closed();
    if (line.length > MAX_TEXT) return new SpeechError('too-long', `a text has at most ${MAX_TEXT} characters`);
    if (!/[\p{L}\p{N}]/u.test(line)) return new SpeechError('empty', 'the text has nothing to speak');
    const why = Speaker.whyNot();
    if (why !== undefined) return new SpeechError('not-installed', why);
    if (this.#pending.size >= this.#setting.queueLimit)
      return new SpeechError('busy', 'too many texts wait to be spoken');
    return undefined;
  }

  #inTurn<T>(speak: () => Promise<T>): Promise<T> {
    clearTimeout(this.#idle);
    const turn = this.#tail.then(() => {
      if (this.#closed) throw closed();
      return speak();
    });
    this.#tail = turn.catch(() => undefined).then(() => this.#rest());
    return turn;
  }

  /** The process may have died of something else, so the same line is tried in another one. A slow line is not. */
  async #tryTwice(text: string, options: readonly string[]): Promise<Uint8Array> {
    const { limitMs } = this.#setting;
    try {
      return await this.#process.speak({ text, options }, limitMs);
    } catch (error) {
      if (this.#closed) throw closed();
      if (error instanceof SpeechError && error.reason !== 'failed') throw error;
      return this.#process.speak({ text, options }, limitMs);
    }
  }

  #rest(): void {
    if (this.#pending.size > 0 || this.#closed) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#process.stop(), this.#setting.idleMs).unref();
  }
}

/** Without control characters, and without brackets: the program reads `[[…]]` as phonemes. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}[\]]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const closed = (): SpeechError => new SpeechError('closed', 'the speaker is closed');
