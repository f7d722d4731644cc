import type { CommandContext } from '../selectors/command-refusal';
import { isOnForcePause } from '../selectors/force-pause';
import type { MissedCall, MissedReason } from '../state/missed-call';
import { silentDelivery } from './silent-delivery';
import { RegistrationHistory } from './registration-history';
import { knownCallOf } from '../state/call/known-call';
import { isAnswered } from '../state/call/answered';
import { serverNow } from '../selectors/server-time';

/** How long (ms) signs of one delivery may lie apart. */
const deliverySpan = 10_000;
/** A ringing tab whose timers were silent for longer (ms) had been stopped. */
const sleepGap = 3000;

/** An INVITE that came to nothing, and is waiting for Mediatel's word on it. */
interface MissedCallEvidence {
  readonly callId: string;
  readonly reason: MissedReason;
  readonly number: string | null;
  readonly at: number;
}

/** Where a sign came from: the state and the monotonic ms at which it came. */
export interface EvidenceContext {
  readonly context: CommandContext;
  readonly now: number;
}

/**
 * Makes one card of all the signs of a delivery that failed: of the INVITE, and of Mediatel's snapshots, in either order.
 *
 * Each method returns the card to be kept, a new one or one told before with more in it, or `null`.
 */
export class MissedCallDetector {
  readonly registration = new RegistrationHistory();
  #told = 0;
  /** The number of the call that Mediatel is delivering. */
  #announced: number | null = null;
  #sign: MissedCallEvidence | null = null;
  #card: { readonly missed: MissedCall; readonly at: number; readonly callNumber: number | null } | null = null;
  #cancelled: string | null = null;
  #tickAt = 0;
  #late: { readonly by: number; readonly at: number } | null = null;

  /** Mediatel is delivering a call. */
  announced({ agent }: CommandContext): void {
    this.#announced = agent.callNumber;
  }

  /** The call came through. */
  reached(): void {
    this.#announced = null;
    this.#sign = null;
  }

  /** A timer fired while the phone rings. */
  ticked(now: number): void {
    this.#tickAt = now;
  }

  /** A snapshot came `by` ms after it had been sent. */
  delayed(by: number, now: number): void {
    this.#late = { by, at: now };
  }

  /** The operator cancelled the call: its end is no miss. */
  cancelled(callId: string | null): void {
    this.#cancelled = callId;
  }

  refused(
    callId: string,
    refusal: 'no-microphone' | 'busy',
    number: string | null,
    seen: EvidenceContext,
  ): MissedCall | null {
    // Another call than the one going on: Mediatel's words are not about it.
    if (refusal === 'busy') return this.#missed({ kind: 'busy' }, { ...seen, number, alone: true });
    const { microphone } = seen.context.softphone;
    const failure = microphone.status === 'failed' ? microphone.failure : null;
    return this.#signed({ callId, reason: { kind: 'no-microphone', failure }, number, at: seen.now }, seen);
  }

  /** An unanswered INVITE is over. `invitedAt` in monotonic ms. */
  ended(callId: string, invitedAt: number, number: string | null, seen: EvidenceContext): MissedCall | null {
    if (callId === this.#cancelled) return null;
    const reason = this.#ringing(invitedAt, seen.now);
    return this.#signed({ callId, reason, number, at: seen.now }, seen);
  }

  /** No word of Mediatel's came: the INVITE's end is explained by how things stand now. */
  settled(callId: string, seen: EvidenceContext): MissedCall | null {
    const sign = this.#sign;
    if (sign?.callId !== callId) return null;
    const { agent, softphone } = seen.context;
    const elsewhere = (agent.phase === 'talking' || agent.phase === 'held') && softphone.call === null;
    const { reason } = sign;
    if (elsewhere) return this.#missed({ kind: 'answered-elsewhere' }, seen);
    return this.#missed(
      reason.kind === 'not-answered' ? { kind: 'caller-gave-up', rangFor: reason.rangFor } : reason,
      seen,
    );
  }

  /** Mediatel says that the extension did not answer (-223), or has put the operator on Force Pause for it. */
  unanswered(seen: EvidenceContext, resync: boolean): MissedCall | null {
    const { agent, softphone } = seen.context;
    if (this.#isSynced(seen.now)) {
      return isOnForcePause(agent) ? this.#grown({ forcePause: true }) : null;
    }
    if (this.#sign) return this.#missed(this.#sign.reason, seen);
    const { call } = softphone;
    if (call && !isAnswered(call)) {
      return this.#missed(this.#ringing(call.invitedAt, seen.now), { ...seen, number: call.callerNumber });
    }
    if (resync) return this.#missed({ kind: 'not-connected' }, seen);
    const late = this.#late && seen.now - this.#late.at <= deliverySpan ? this.#late.by : null;
    return this.#missed(silentDelivery(late, this.registration.lost(seen.now), softphone.registration), seen);
  }

  #ringing(invitedAt: number, now: number): MissedReason {
    const sleptFor = now - Math.max(this.#tickAt, invitedAt);
    return sleptFor > sleepGap ? { kind: 'tab-asleep', sleptFor } : { kind: 'not-answered', rangFor: now - invitedAt };
  }

  /** The INVITE's end may come after Mediatel's word on it. */
  #signed(sign: MissedCallEvidence, seen: EvidenceContext): MissedCall | null {
    if (this.#isSynced(seen.now)) {
      const { reason, number } = this.#card!.missed;
      return this.#grown({
        reason: reason.kind === 'never-rang' ? sign.reason : reason,
        number: number ?? sign.number,
      });
    }
    this.#sign = sign;
    return null;
  }

  #missed(
    reason: MissedReason,
    from: EvidenceContext & { readonly number?: string | null; readonly alone?: boolean },
  ): MissedCall {
    const { agent } = from.context;
    const announced = from.alone ? null : this.#announced;
    const known = knownCallOf(agent, announced);
    const missed: MissedCall = {
      id: ++this.#told,
      reason,
      number: from.number ?? (from.alone ? null : this.#sign?.number) ?? known?.number ?? null,
      queueName: known?.queueName ?? null,
      callTraceID: known?.callTraceID ?? null,
      forcePause: !from.alone && isOnForcePause(agent),
      at: serverNow(agent.clock, from.now),
    };
    if (from.alone) return missed;
    this.#card = { missed, at: from.now, callNumber: announced };
    this.#sign = null;
    return missed;
  }

  /** Whether the delivery under way has its card already. */
  #isSynced(now: number): boolean {
    const card = this.#card;
    return card !== null && now - card.at <= deliverySpan && card.callNumber === this.#announced;
  }

  #grown(more: Partial<Pick<MissedCall, 'reason' | 'number' | 'forcePause'>>): MissedCall | null {
    const card = this.#card!;
    const missed = { ...card.missed, ...more };
    const { reason, number, forcePause } = card.missed;
    if (missed.reason === reason && missed.number === number && missed.forcePause === forcePause) return null;
    this.#card = { ...card, missed };
    return missed;
  }
}
