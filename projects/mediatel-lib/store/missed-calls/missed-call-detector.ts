import type { CommandContext } from '../selectors/command-refusal';
import { isOnForcePause } from '../selectors/force-pause';
import type { MissedCall, MissedReason } from '../state/missed-call';
import { silentDelivery } from './silent-delivery';
import { RegistrationHistory } from './registration-history';
import { knownCallOf } from '../state/call/known-call';
import { isAnswered } from '../state/call/answered';
import { serverNow } from '../selectors/server-time';

/** How far apart (ms) two signs of the same delivery may be. */
const deliverySpan = 10_000;
/** A ringing tab whose timers did not run for longer (ms) was asleep. */
const sleepGap = 3000;

/** An INVITE that ended without a call. Mediatel's snapshot about it may still come. */
interface MissedCallEvidence {
  readonly callId: string;
  readonly reason: MissedReason;
  readonly number: string | null;
  readonly at: number;
}

/** The state when a sign came, and the time in monotonic ms. */
export interface EvidenceContext {
  readonly context: CommandContext;
  readonly now: number;
}

/**
 * Makes one card of all signs of a failed delivery: those of the INVITE and those of Mediatel's snapshots, in either order.
 *
 * Methods that return a card return a new one, or a known one with more facts; `null` if there is nothing to show.
 */
export class MissedCallDetector {
  /** The history of the extension's registration. The caller keeps it up to date. */
  readonly registration = new RegistrationHistory();
  #cards = 0;
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

  /** The call was answered on this phone. */
  reached(): void {
    this.#announced = null;
    this.#sign = null;
  }

  /** A call rings. It may have ended in a tab that was closed, and go on in this one. */
  rings(callId: string): void {
    if (this.#sign?.callId === callId) this.#sign = null;
  }

  /** A timer fired while the phone rings. */
  ticked(now: number): void {
    this.#tickAt = now;
  }

  /** A snapshot arrived `by` ms late. `now` in monotonic ms. */
  delayed(by: number, now: number): void {
    this.#late = { by, at: now };
  }

  /** The operator cancelled the call: its end is not a missed call. */
  cancelled(callId: string | null): void {
    this.#cancelled = callId;
  }

  /** The phone refused an INVITE. */
  refused(
    callId: string,
    refusal: 'no-microphone' | 'busy',
    number: string | null,
    seen: EvidenceContext,
  ): MissedCall | null {
    // The refused call is not the present one, so Mediatel's snapshots are not about it.
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

  /** Mediatel reported nothing about the INVITE in time: the present state explains its end. */
  settled(callId: string, seen: EvidenceContext): MissedCall | null {
    const sign = this.#sign;
    if (sign?.callId !== callId) return null;
    const { agent, softphone } = seen.context;
    const elsewhere = (agent.phase === 'talking' || agent.phase === 'held') && softphone.call === null;
    const { reason } = sign;
    if (elsewhere) return this.#missed({ kind: 'answered-elsewhere' }, seen);
    return this.#missed(
      reason.kind === 'not-answered' ? { kind: 'caller-gave-up', ringDurationMs: reason.ringDurationMs } : reason,
      seen,
    );
  }

  /** Mediatel reports that the extension did not answer (-223), or has put the operator on Force Pause for it. */
  unanswered(seen: EvidenceContext, resync: boolean): MissedCall | null {
    const { agent, softphone } = seen.context;
    if (this.#hasCard(seen.now)) {
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
    const sleepDurationMs = now - Math.max(this.#tickAt, invitedAt);
    return sleepDurationMs > sleepGap
      ? { kind: 'tab-asleep', sleepDurationMs }
      : { kind: 'not-answered', ringDurationMs: now - invitedAt };
  }

  /** Adds the sign to the delivery's card, or keeps it: Mediatel's report may come before or after the INVITE's end. */
  #signed(sign: MissedCallEvidence, seen: EvidenceContext): MissedCall | null {
    if (this.#hasCard(seen.now)) {
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
      id: ++this.#cards,
      reason,
      number: from.number ?? (from.alone ? null : this.#sign?.number) ?? known?.number ?? null,
      queueName: known?.queueName ?? null,
      callTraceID: known?.callTraceID ?? null,
      forcePause: !from.alone && isOnForcePause(agent),
      missedAt: serverNow(agent.clock, from.now),
    };
    if (from.alone) return missed;
    this.#card = { missed, at: from.now, callNumber: announced };
    this.#sign = null;
    return missed;
  }

  /** Whether the present delivery has its card already. */
  #hasCard(now: number): boolean {
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
