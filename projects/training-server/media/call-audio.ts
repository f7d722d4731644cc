import { newFrame, silence, type AudioSource } from './audio-source';
import { musicOnHold } from './music-on-hold';
import type { Recording } from './recording';

const nothing = newFrame();

/** The operator's end of the audio. */
export interface OperatorEnd {
  read(frame: Int16Array): void;
  send(frame: Int16Array): void;
  /** Sends nothing for the time of one frame. */
  skip(): void;
}

/** The customer's end of the audio. */
export interface CustomerEnd extends AudioSource {
  /** Whether the customer's sound is lost: nothing is sent to the operator. */
  readonly gone?: boolean;
  hear(frame: Int16Array): void;
}

/** The trainers who attend a call. */
export interface Attendants {
  /** Both channels of the recording, at each frame. */
  hear(operator: Int16Array, customer: Int16Array): void;
  /** Adds what only the operator may hear; `false` if there is nothing. */
  whisperInto(frame: Int16Array): boolean;
}

/**
 * Carries one call's sound, a frame at a time, both ways and into the recording.
 *
 * On hold the customer hears music and the operator hears nothing; the operator's voice reaches neither the customer
 * nor the recording. Mute silences only the operator's side. The customer's side is always recorded. What trainers
 * whisper goes to the operator alone, on hold too.
 */
export class CallAudio {
  held = false;
  muted = false;
  /** What the operator hears while no customer is connected: silence, ringback, busy. */
  tone: AudioSource = silence;
  #customer: CustomerEnd | undefined;
  #music = musicOnHold();
  readonly #fromOperator = newFrame();
  readonly #fromCustomer = newFrame();
  readonly #toOperator = newFrame();
  readonly #toCustomer = newFrame();
  readonly #operator: OperatorEnd;
  readonly #recording: Pick<Recording, 'write'>;

  readonly #attendants: Attendants | undefined;

  constructor(operator: OperatorEnd, recording: Pick<Recording, 'write'>, attendants?: Attendants) {
    this.#operator = operator;
    this.#recording = recording;
    this.#attendants = attendants;
  }

  join(customer: CustomerEnd): void {
    this.#customer = customer;
  }

  hold(held: boolean): void {
    if (held && !this.held) this.#music = musicOnHold();
    this.held = held;
  }

  /** Moves one frame; `false` once the customer has hung up. */
  carry(): boolean {
    this.#operator.read(this.#fromOperator);
    if (this.held || this.muted) this.#fromOperator.fill(0);
    const goesOn = this.#carryCustomer();
    this.#sendToOperator();
    this.#recording.write(this.#fromOperator, this.#fromCustomer);
    this.#attendants?.hear(this.#fromOperator, this.#fromCustomer);
    return goesOn;
  }

  /** The recording goes on in silence for frames that the clock left out: its time stays true. */
  skip(frames: number): void {
    for (let frame = 0; frame < frames; frame++) this.#recording.write(nothing, nothing);
  }

  #sendToOperator(): void {
    if (this.held) this.#toOperator.fill(0);
    else if (this.#customer) this.#toOperator.set(this.#fromCustomer);
    else this.tone.read(this.#toOperator);
    const isWhispered = this.#attendants?.whisperInto(this.#toOperator) ?? false;
    if (this.#customer?.gone && !this.held && !isWhispered) this.#operator.skip();
    else this.#operator.send(this.#toOperator);
  }

  #carryCustomer(): boolean {
    if (!this.#customer) {
      this.#fromCustomer.fill(0);
      return true;
    }
    if (this.held) this.#music.read(this.#toCustomer);
    else this.#toCustomer.set(this.#fromOperator);
    this.#customer.hear(this.#toCustomer);
    return this.#customer.read(this.#fromCustomer);
  }
}
