import type { CallHandle, CallProgress, CallRequest, Telephony } from '../projects/training-server/telephony/telephony';
import type { Stage } from './stage';

/** The phone as the SIP server sees it. */
export interface LinePhone {
  /** Delivers something to it, at its own time. */
  down(label: string, run: () => void): void;
  invited(callId: string, number: string): void;
  bye(callId: string): void;
}

/** The voice side: one extension, which rings the phone that registered last. */
export class SipLine implements Telephony {
  /** The registered phone. */
  binding: LinePhone | null = null;
  #leg: Leg | null = null;
  readonly #world: Stage;

  constructor(world: Stage) {
    this.#world = world;
  }

  /** The leg of the call that a customer or an operator is in. */
  get callUp(): Leg | null {
    return this.#leg;
  }

  isRegistered(): boolean {
    return this.binding !== null;
  }

  startCall(request: CallRequest, onProgress: (progress: CallProgress) => void): CallHandle {
    const leg = new Leg(this.#world, request, onProgress, this.binding, () => {
      if (this.#leg === leg) this.#leg = null;
    });
    this.#leg = leg;
    return leg;
  }
}

/** The operator's leg and the customer behind it. */
export class Leg implements CallHandle {
  readonly callTraceId: string;
  readonly callId: string;
  #answered = false;
  #over = false;
  readonly #world: Stage;
  readonly #onProgress: (progress: CallProgress) => void;
  #phone: LinePhone | null;
  readonly #gone: () => void;

  constructor(
    world: Stage,
    request: CallRequest,
    onProgress: (progress: CallProgress) => void,
    phone: LinePhone | null,
    gone: () => void,
  ) {
    this.#world = world;
    this.#onProgress = onProgress;
    this.#phone = phone;
    this.#gone = gone;
    this.callTraceId = request.callTraceId;
    this.callId = `sip-${request.callTraceId}`;
    if (phone === null) this.#tell({ type: 'operatorFailed', reason: 'not-registered' });
    else {
      phone.down(`INVITE ${this.callId}`, () => phone.invited(this.callId, request.customerNumber));
      const limit = world.time.schedule(20_000, () => {
        if (!this.#answered) this.#fail();
      });
      this.#cancelLimit = limit;
    }
  }

  #cancelLimit: () => void = () => undefined;

  /** The phone answered. */
  answered(): void {
    if (this.#over || this.#answered) return;
    this.#answered = true;
    this.#cancelLimit();
    this.#onProgress({ type: 'operatorAnswered' });
  }

  /** A phone offers a new connection in the dialog. Returns whether the call lives: then the phone gets what follows. */
  renewed(phone: LinePhone): boolean {
    if (this.#over || !this.#answered) return false;
    this.#phone = phone;
    return true;
  }

  /** Whether the operator's phone answered, and nobody hung up. */
  get isTalking(): boolean {
    return this.#answered && !this.#over;
  }

  /** The phone hung up, or refused. */
  ended(answered: boolean): void {
    if (this.#over) return;
    this.#close();
    if (answered) this.#world.hungUpByPhone.push(this.callId);
    this.#onProgress(answered ? { type: 'ended', by: 'operator' } : { type: 'operatorFailed', reason: 'rejected' });
  }

  /** The customer hangs up. */
  customerLeaves(): void {
    if (this.#over) return;
    this.#close();
    this.#bye();
    this.#onProgress({ type: 'ended', by: 'customer' });
  }

  dialCustomer(): void {
    this.#tell({ type: 'customerRinging' });
    this.#tell({ type: 'customerAnswered' });
  }

  connectCustomer(): void {
    return;
  }

  hold(): void {
    return;
  }

  retrieve(): void {
    return;
  }

  setMuted(): void {
    return;
  }

  end(): void {
    if (this.#over) return;
    this.#close();
    this.#bye();
    this.#tell({ type: 'ended', by: 'server' });
  }

  #fail(): void {
    if (this.#over) return;
    this.#close();
    this.#bye();
    this.#onProgress({ type: 'operatorFailed', reason: 'no-answer' });
  }

  #close(): void {
    this.#over = true;
    this.#cancelLimit();
    this.#gone();
  }

  #bye(): void {
    const phone = this.#phone;
    const { callId } = this;
    phone?.down(`BYE ${callId}`, () => phone.bye(callId));
  }

  #tell(progress: CallProgress): void {
    const label = `the line says ${progress.type}`;
    this.#world.schedule.add({ lane: 'line', label, tab: null, run: () => this.#onProgress(progress) });
  }
}
