import type { Logger } from 'pino';
import type { Cancel } from './clock';

/** How long one line of a cause stands for the others. */
const silenceMs = 1000;

interface Line {
  readonly level: 'warn' | 'error';
  readonly facts: object;
  readonly message: string;
}

interface Silence {
  /** What the next line tells; `null`: nothing came since the last one. */
  next: Line | null;
  /** How many came since the last line, the one that the next line tells not counted. */
  more: number;
}

/**
 * Warns at most once a second of each cause, for what a peer can bring about as often as it likes: a flood must not fill the disk.
 *
 * The first is written at once. Of those that follow within a second the last is, with the number of the others as `more`.
 */
export class SparingLog {
  private readonly silences = new Map<string, Silence>();

  constructor(
    private readonly log: Pick<Logger, 'warn' | 'error'>,
    private readonly schedule: (ms: number, run: () => void) => Cancel = scheduleIdly,
  ) {}

  /** `cause`: of what kind the line is, where its message alone does not say it; there must be few. */
  warn(facts: object, message: string, cause = message): void {
    this.write({ level: 'warn', facts, message }, cause);
  }

  /** As `warn`, for a fault of ours that a peer brings about. */
  error(facts: object, message: string, cause = message): void {
    this.write({ level: 'error', facts, message }, cause);
  }

  private write(line: Line, cause: string): void {
    const silence = this.silences.get(cause);
    if (!silence) {
      this.log[line.level](line.facts, line.message);
      this.silences.set(cause, { next: null, more: 0 });
      this.schedule(silenceMs, () => this.speak(cause));
      return;
    }
    if (silence.next) silence.more++;
    silence.next = line;
  }

  private speak(cause: string): void {
    const silence = this.silences.get(cause);
    this.silences.delete(cause);
    if (!silence?.next) return;
    const { next, more } = silence;
    this.write(more === 0 ? next : { ...next, facts: { ...next.facts, more } }, cause);
  }
}

/** Does not keep a process alive that has nothing else to do. */
function scheduleIdly(ms: number, run: () => void): Cancel {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
}
