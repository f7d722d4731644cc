import { Injectable, computed, inject } from '@angular/core';
import { type PhoneCommand, type SipAccount, Softphone } from 'mediatel-lib/ports';
import { LazyPorts } from './lazy-ports';

/** The operator's phone, in this tab or in the one that leads. Levels are those of this tab's own phone. */
@Injectable()
export class TabSoftphone extends Softphone {
  readonly #shell = inject(LazyPorts);
  readonly #facts = computed(() => this.#shell.facts()());
  override readonly events = this.#shell.events.asObservable();
  override readonly levels = computed(() => this.#shell.levels()());
  override readonly devices = computed(() => this.#facts().devices);
  override readonly quality = computed(() => this.#facts().quality);
  override readonly audioFacts = computed(() => this.#facts().facts);

  override start(account: SipAccount): void {
    this.#shell.sip = account;
    this.#shell.switch?.startPhone(account);
  }

  override stop(): void {
    this.#shell.sip = null;
    this.#shell.switch?.stopPhone();
  }

  override drop(): void {
    this.stop();
  }

  override execute(command: PhoneCommand): void {
    this.#shell.switch?.execute(command);
  }
}
