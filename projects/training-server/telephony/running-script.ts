import type { Logger } from 'pino';
import type { CustomerVoice, HeardEvent, ScriptedCustomer } from './telephony';

/** The script of one call's customer. Its faults are logged; the call goes on. After its end it hears nothing. */
export class RunningScript {
  #over = false;
  readonly #customer: ScriptedCustomer;
  readonly #log: Logger;

  constructor(customer: ScriptedCustomer, voice: CustomerVoice, log: Logger) {
    this.#customer = customer;
    this.#log = log;
    this.#try(() => customer.begin(this.#whileItRuns(voice)));
  }

  heard(event: HeardEvent): void {
    if (!this.#over) this.#try(() => this.#customer.heard(event));
  }

  end(): void {
    this.#over = true;
  }

  #whileItRuns(voice: CustomerVoice): CustomerVoice {
    return {
      say: (samples) => void (this.#over || voice.say(samples)),
      hush: () => void (this.#over || voice.hush()),
      setGone: (gone) => void (this.#over || voice.setGone(gone)),
      hangUp: () => void (this.#over || voice.hangUp()),
    };
  }

  #try(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#log.error({ err: error }, 'scripted customer failed');
    }
  }
}
