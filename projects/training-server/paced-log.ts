import type { Logger } from 'pino';

const paceMs = 1000;

/** Kept so many before those whose second is over are forgotten. */
const mostCauses = 1000;

interface Said {
  readonly at: number;
  unsaid: number;
}

/** For what a peer can bring about as often as it likes: one line a second for each cause, which counts those left out. */
export class PacedLog {
  private readonly said = new Map<string, Said>();

  constructor(
    private readonly log: Pick<Logger, 'warn' | 'error'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** `who` tells apart one peer's lines from another's. */
  warn(who: string | undefined, facts: object, text: string): void {
    this.say('warn', who, facts, text);
  }

  error(who: string | undefined, facts: object, text: string): void {
    this.say('error', who, facts, text);
  }

  private say(level: 'warn' | 'error', who: string | undefined, facts: object, text: string): void {
    const cause = `${text} ${who ?? ''}`;
    const at = this.now();
    const last = this.said.get(cause);
    if (last && at - last.at < paceMs) {
      last.unsaid++;
      return;
    }
    this.log[level](last?.unsaid ? { ...facts, unsaid: last.unsaid } : facts, text);
    if (this.said.size >= mostCauses) this.forgetPast(at);
    this.said.set(cause, { at, unsaid: 0 });
  }

  private forgetPast(at: number): void {
    for (const [cause, last] of this.said) if (at - last.at >= paceMs) this.said.delete(cause);
  }
}
