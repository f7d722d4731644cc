import { Injectable, computed, inject } from '@angular/core';
import { type PhoneCommand, type SipAccount, Softphone, storedCallId, watchWallClock } from 'mediatel-lib/ports';
import { LazyPorts } from './lazy-ports';

/** The operator's phone: in this tab, or in the leading one. */
@Injectable()
export class TabSoftphone extends Softphone {
  readonly #shell = inject(LazyPorts);
  readonly #facts = computed(() => this.#shell.facts()());
  /** Events of the phone, here or in the leading tab. */
  override readonly events = this.#shell.events.asObservable();
  /** Audio levels of this tab's own phone; those of another tab are not shared. */
  override readonly levels = computed(() => this.#shell.levels()());
  /** The audio devices of the leading tab. */
  override readonly devices = computed(() => this.#facts().devices);
  /** Quality of the current call; `null` outside of calls and in a call's first second. */
  override readonly quality = computed(() => this.#facts().quality);
  /** What the leading tab's phone knows of its audio. */
  override readonly audioFacts = computed(() => this.#facts().facts);

  constructor() {
    super();
    // Also a page that does not sign in comes between two that do.
    watchWallClock();
  }

  /** Starts the phone in the leading tab. */
  override start(account: SipAccount): void {
    this.#shell.sip = account;
    this.#shell.switch?.startPhone(account);
  }

  /** Stops the phone if it is in this tab. */
  override stop(): void {
    this.#shell.sip = null;
    this.#shell.switch?.stopPhone();
  }

  /** The same as `stop()`: the tabs themselves drop the phone when its page closes. */
  override drop(): void {
    this.stop();
  }

  /** The call that this tab's own phone would go on with. */
  override keptCall(account: SipAccount): string | null {
    const router = this.#shell.switch;
    return router ? router.keptCall(account) : storedCallId(account);
  }

  /** Executes a command, here or in the leading tab. */
  override execute(command: PhoneCommand): void {
    const { commandTarget, switch: router } = this.#shell;
    // The router starts a phone that is off.
    if (command.type === 'registerNow') router?.execute(command);
    else commandTarget?.execute(command);
  }
}
