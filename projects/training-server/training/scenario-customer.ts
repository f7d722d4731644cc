import type { CustomerVoice, HeardEvent, ScriptedCustomer } from '../telephony/telephony';
import type { Cancel, Clock } from '../../server-kit';
import {
  type CustomerEffect,
  type CustomerEvent,
  type CustomerState,
  type ScenarioCall,
  type Temper,
  type TrainingLanguage,
  type PushedAction,
  effectsOfAction,
  firstCustomerState,
  nextCustomerState,
  textIn,
} from '../../training-kit';
import { nextOf, prepareLines, prepareOpening } from './prepare-lines';
import type { Speak } from './speak';

/** What goes wrong outside the customer's own sound. */
export type Fault = Extract<CustomerEffect, { type: 'line' | 'cut' | 'secondCall' }> | { readonly type: 'stuck' };

/** What a scripted customer needs around it. */
export interface CustomerSurroundings {
  readonly language: TrainingLanguage;
  readonly speak: Speak;
  readonly clock: Pick<Clock, 'elapsed' | 'schedule'>;
  /** Makes something go wrong. */
  readonly break: (fault: Fault) => void;
  readonly audio: (gone: boolean) => void;
  readonly entered: (turn: string | null) => void;
  readonly answered: () => void;
  /** `elapsed`: when, by the monotonic clock. */
  readonly held: (held: boolean, elapsed: number) => void;
  readonly speechFailed: (error: unknown) => void;
}

type Untimed<E> = E extends unknown ? Omit<E, 'atMs'> : never;

/** The customer of one call: joins the scenario's machine with the voice and with what goes wrong. */
export class ScenarioCustomer implements ScriptedCustomer {
  readonly dialled: ScenarioCall['dialled'];
  #state: CustomerState;
  #voice: CustomerVoice | null = null;
  /** When both heard each other first, by the monotonic clock; `null`: not yet. */
  #joinedAt: number | null = null;
  #isOver = false;
  #cancelWake: Cancel = () => undefined;
  /** Lines wait for the ones before. Grows with each `hush`: lines of an earlier number are not spoken any more. */
  #hushed = 0;
  #lines: Promise<void> = Promise.resolve();
  /** A trainer's choice; `null`: as in the scenario. */
  #temper: Temper | null = null;
  readonly #call: ScenarioCall;
  readonly #around: CustomerSurroundings;

  constructor(call: ScenarioCall, around: CustomerSurroundings) {
    this.#call = call;
    this.#around = around;
    this.dialled = call.dialled;
    this.#state = firstCustomerState(call);
  }

  begin(voice: CustomerVoice): void {
    this.#voice = voice;
    prepareOpening(this.#call, this.#around);
  }

  heard(event: HeardEvent): void {
    switch (event.type) {
      case 'joined':
        this.#joinedAt ??= this.#around.clock.elapsed();
        this.#around.answered();
        return this.#enter({ type: 'begun', atMs: 0 });
      case 'operatorSpeaks':
        return this.#enter({ type: 'speaks', atMs: event.atMs });
      case 'operatorStops':
        return this.#enter({ type: 'stops', atMs: event.atMs, spokenMs: event.spokenMs });
      case 'said':
        return this.#enter({ type: 'said', atMs: event.atMs });
      case 'held':
        this.#around.held(event.held, (this.#joinedAt ?? 0) + event.atMs);
        return this.#enter({ type: event.held ? 'held' : 'resumed', atMs: event.atMs });
    }
  }

  /** Something that the sound does not show. Before the customer is joined it changes nothing. */
  learn(event: Untimed<Extract<CustomerEvent, { type: 'muted' | 'tone' | 'codeSaved' }>>): void {
    if (this.#joinedAt !== null) this.#enter({ ...event, atMs: this.#nowMs(this.#joinedAt) });
  }

  /** The call is over. The machine may still wait for the code. */
  ended(): void {
    this.#hushed++;
    if (this.#joinedAt !== null) this.#enter({ type: 'ended', atMs: this.#nowMs(this.#joinedAt) });
  }

  /** Nothing is wanted of the customer any more. */
  retire(): void {
    this.#isOver = true;
    this.#hushed++;
    this.#cancelWake();
  }

  /** Does what a trainer wants, now. */
  push(action: PushedAction): void {
    if ('hangUp' in action) this.leave();
    else if ('temper' in action) this.#temper = action.temper;
    else if ('say' in action) {
      this.#say({ type: 'say', text: action.say, temper: this.#state.temper, pitch: this.#call.customer.pitch });
    } else for (const effect of effectsOfAction(action)) this.#carryOut(effect);
  }

  /** Ends the call now, in the middle of a line too. `false`: there is no voice to do it with. */
  leave(): boolean {
    this.#hushed++;
    this.#voice?.hush();
    this.#voice?.hangUp();
    return this.#voice !== null;
  }

  #enter(event: CustomerEvent): void {
    if (this.#isOver) return;
    const { state, effects } = nextCustomerState(this.#call, this.#state, event);
    this.#state = state;
    for (const effect of effects) this.#carryOut(effect);
  }

  #carryOut(effect: CustomerEffect): void {
    switch (effect.type) {
      case 'say':
        return this.#say(effect);
      case 'hush':
        this.#hushed++;
        return this.#voice?.hush();
      case 'hangUp':
        // After the line that is being made.
        this.#lines = this.#lines.then(() => this.#voice?.hangUp());
        return;
      case 'audio':
        return this.#setGone(effect.gone);
      case 'wakeAt':
        return this.#wakeAt(effect.atMs);
      case 'turn':
        this.#prepareAfter(effect.id);
        return this.#around.entered(effect.id);
      case 'finished':
        return this.#around.entered(null);
      case 'stuck':
        return this.#around.break({ type: 'stuck' });
      default:
        return this.#around.break(effect);
    }
  }

  /** Speech takes a tenth of a second to make; the lines keep their order. */
  #say({ text, temper, pitch }: Extract<CustomerEffect, { type: 'say' }>): void {
    const { language, speak, speechFailed } = this.#around;
    const number = this.#hushed;
    const spoken = speak(textIn(text, language), { language, temper: this.#temper ?? temper, pitch });
    // Its failure is handled below, also if the lines before it fail first.
    spoken.catch(() => undefined);
    this.#lines = this.#lines.then(async () => {
      try {
        const samples = await spoken;
        if (number === this.#hushed) this.#voice?.say(samples);
      } catch (error) {
        if (!this.#isOver) speechFailed(error);
      }
    });
  }

  /** Makes the lines of the turns that may follow one. */
  #prepareAfter(id: string | null): void {
    const turns = nextOf(this.#call.turns.find((turn) => turn.id === id));
    prepareLines(this.#call, turns, this.#around, (changed) => this.#temper ?? changed ?? this.#state.temper);
  }

  #setGone(gone: boolean): void {
    this.#voice?.setGone(gone);
    this.#around.audio(gone);
  }

  #wakeAt(atMs: number): void {
    this.#cancelWake();
    const joinedAt = this.#joinedAt;
    if (joinedAt === null) return;
    const ms = Math.max(0, atMs - this.#nowMs(joinedAt));
    const wake = (): void => this.#enter({ type: 'passed', atMs: Math.max(atMs, this.#nowMs(joinedAt)) });
    this.#cancelWake = this.#around.clock.schedule(ms, wake);
  }

  #nowMs(joinedAt: number): number {
    return Math.round(this.#around.clock.elapsed() - joinedAt);
  }
}
