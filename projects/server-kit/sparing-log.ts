import type { Logger } from 'pino';
import type { Cancel } from './clock';

/** How long one line of a cause suppresses the next ones. */
const silenceMs = 1000;

interface Line {
  readonly level: 'warn' | 'error';
  readonly facts: object;
  readonly message: string;
}

interface Silence {
  /** The next line; `null` if nothing came since the last one. */
  next: Line | null;
  /** How many came since the last line, without the one that `next` contains. */
  more: number;
}

/**
 * Warns at most once a second for each cause. It is for what a peer can cause as often as it likes: a flood must not
 * fill the disk.
 *
 * The first line is written at once. Of those that follow within a second, the last is written, with the number of the
 * others as `more`.
 */
export class SparingLog {
  readonly #silences = new Map<string, Silence>();
  readonly #log: Pick<Logger, 'warn' | 'error'>;
  readonly #schedule: (ms: number, run: () => void) => Cancel;

  constructor(log: Pick<Logger, 'warn' | 'error'>, schedule: (ms: number, run: () => void) => Cancel = scheduleIdly) {
    this.#log = log;
    this.#schedule = schedule;
  }

  /** `cause`: the kind of line, if the message is not enough to identify it. There must be few kinds. */
  warn(facts: object, message: string, cause = message): void {
    this.#write({ level: 'warn', facts, message }, cause);
  }

  /** Like `warn`, for a fault of ours that a peer causes. */
  error(facts: object, message: string, cause = message): void {
    this.#write({ level: 'error', facts, message }, cause);
  }

  #write(line: Line, cause: string): void {
    const silence = this.#silences.get(cause);
    if (!silence) {
      this.#log[line.level](line.facts, line.message);
      this.#silences.set(cause, { next: null, more: 0 });
      this.#schedule(silenceMs, () => this.#speak(cause));
      return;
    }
    if (silence.next) silence.more++;
    silence.next = line;
  }

  #speak(cause: string): void {
    const silence = this.#silences.get(cause);
    this.#silences.delete(cause);
    if (!silence?.next) return;
    const { next, more } = silence;
    this.#write(more === 0 ? next : { ...next, facts: { ...next.facts, more } }, cause);
  }
}

/** The timer does not keep an otherwise idle process alive. */
function scheduleIdly(ms: number, run: () => void): Cancel {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
}
