import { textIn, type TrainingLanguage } from '../language';
import { scenarioSchema, type ScenarioCall, type ScenarioFile } from '../scenario';
import type { CustomerEffect } from './customer-effect';
import type { CustomerEvent } from './customer-event';
import { firstCustomerState, type CustomerState } from './customer-state';
import { nextCustomerState } from './next-customer-state';

/** A call with these turns, as a file would have it. */
export function callWith(call: Partial<ScenarioFile['calls'][number]>): ScenarioCall {
  const file: ScenarioFile = {
    ...{ id: 'made-up', version: 1, title: 'Made up', about: 'For a test', languages: ['en'] },
    calls: [{ direction: 'incoming', customer: { number: '0661234501', name: 'Olena' }, ...call }],
  };
  return scenarioSchema.parse(file).calls[0]!;
}

/** How long a line takes: some 60 ms for each letter (ms). */
const lineMs = (text: string): number => 60 * text.length;

/** A call in virtual time: a made-up operator on one side, the machine on the other. */
export class VirtualCall {
  state: CustomerState;
  atMs = 0;
  /** Everything that was done, with its time. */
  readonly log: { readonly atMs: number; readonly effect: CustomerEffect }[] = [];
  readonly #call: ScenarioCall;
  readonly #language: TrainingLanguage;
  #wakeAt: number | null = null;
  #saidAt: number | null = null;

  constructor(call: ScenarioCall, language: TrainingLanguage = 'en') {
    this.#call = call;
    this.#language = language;
    this.state = firstCustomerState(call);
  }

  /** The turns so far. */
  get turns(): string[] {
    return this.log.flatMap(({ effect }) => (effect.type === 'turn' ? [effect.id] : []));
  }

  /** What the customer has begun to say. */
  get lines(): string[] {
    return this.log.flatMap(({ effect }) => (effect.type === 'say' ? [textIn(effect.text, this.#language)] : []));
  }

  /** The times at which something of a kind was done (ms). */
  timesOf(type: CustomerEffect['type']): number[] {
    return this.log.flatMap(({ atMs, effect }) => (effect.type === type ? [atMs] : []));
  }

  give(event: CustomerEvent): readonly CustomerEffect[] {
    const { state, effects } = nextCustomerState(this.#call, this.state, event);
    this.state = state;
    for (const effect of effects) {
      this.log.push({ atMs: this.atMs, effect });
      if (effect.type === 'wakeAt') this.#wakeAt = effect.atMs;
      if (effect.type === 'hush') this.#saidAt = null;
      if (effect.type === 'say') this.#saidAt = this.atMs + lineMs(textIn(effect.text, this.#language));
    }
    if (effects.some(({ type }) => type === 'hangUp')) this.end();
    return effects;
  }

  begin(): this {
    this.give({ type: 'begun', atMs: this.atMs });
    return this;
  }

  /** Lets time pass (s). */
  wait(seconds: number): this {
    const untilMs = this.atMs + seconds * 1000;
    for (;;) {
      const next = Math.min(this.#saidAt ?? Infinity, this.#wakeAt ?? Infinity);
      if (next > untilMs) break;
      this.atMs = Math.max(this.atMs, next);
      if (next === this.#saidAt) {
        this.#saidAt = null;
        this.give({ type: 'said', atMs: this.atMs });
      } else {
        this.#wakeAt = null;
        this.give({ type: 'passed', atMs: this.atMs });
      }
    }
    this.atMs = untilMs;
    return this;
  }

  /** Waits for the end of the customer's line. */
  listen(): this {
    if (this.#saidAt !== null) this.wait((this.#saidAt - this.atMs) / 1000);
    return this;
  }

  /** The operator listens to the line, then speaks so long (s). */
  say(seconds: number): this {
    return this.listen().talk(seconds);
  }

  /** The operator speaks so long (s), whatever the customer does. */
  talk(seconds: number): this {
    this.give({ type: 'speaks', atMs: this.atMs });
    this.wait(seconds);
    this.give({ type: 'stops', atMs: this.atMs, spokenMs: seconds * 1000 });
    return this;
  }

  hold(seconds: number): this {
    this.give({ type: 'held', atMs: this.atMs });
    this.wait(seconds);
    this.give({ type: 'resumed', atMs: this.atMs });
    return this;
  }

  mute(seconds: number): this {
    this.give({ type: 'muted', muted: true, atMs: this.atMs });
    this.wait(seconds);
    this.give({ type: 'muted', muted: false, atMs: this.atMs });
    return this;
  }

  tone(tone: string): this {
    this.give({ type: 'tone', tone, atMs: this.atMs });
    return this;
  }

  end(): this {
    if (this.state.status === 'over') return this;
    [this.#wakeAt, this.#saidAt] = [null, null];
    this.give({ type: 'ended', atMs: this.atMs });
    return this;
  }

  code(id: string, name: string): this {
    this.give({ type: 'codeSaved', id, name, atMs: this.atMs });
    return this;
  }
}
