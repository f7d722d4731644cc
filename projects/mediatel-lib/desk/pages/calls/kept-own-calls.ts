import { DestroyRef, Injectable, NgZone, effect, inject, linkedSignal, untracked } from '@angular/core';
import { type AgentState, type CommandsState, CustomerTraces } from 'mediatel-lib/store';
import { MediatelOperator } from '../../state/operator';
import { type OwnCall, type OwnDay, forgetOwnCalls, readOwnCalls, writeOwnCalls } from './own-call';
import { OwnCalls } from './own-calls';

/** A local day as `2026-03-25`. */
const localDay = new Intl.DateTimeFormat('sv-SE');

/** The operator's own calls of the day with their codes. They are kept in this browser until the sign-out or midnight. */
@Injectable({ providedIn: 'root' })
export class KeptOwnCalls extends OwnCalls {
  readonly #calls = linkedSignal<number, readonly OwnCall[]>({
    source: inject(CustomerTraces).forgotten,
    computation: () => [],
  });
  readonly #zone = inject(NgZone);
  #day: OwnDay | null = null;
  /** The call in whose after-call work the operator is; `null` for none. */
  #afterCallOf: string | null = null;
  #midnight: ReturnType<typeof setTimeout> | undefined;
  /** Names of the codes that were offered last. Mediatel removes the list when the call is over. */
  #names: ReadonlyMap<string, string> = new Map();

  /** The calls, the newest last. */
  override readonly calls = this.#calls.asReadonly();

  constructor() {
    super();
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#midnight));
    const { agent, commands, link } = inject(MediatelOperator);
    effect(() => {
      const { session } = link();
      if (session.status === 'signedIn') untracked(() => this.#begin(session.user));
      if (session.status === 'signedOut') untracked(() => this.#leave());
    });
    effect(() => {
      const [state, given] = [agent(), commands()];
      untracked(() => this.#updateCalls(state, given));
    });
  }

  #begin(user: string): void {
    const day = localDay.format(new Date());
    clearTimeout(this.#midnight);
    // Outside the zone: otherwise a host with zone.js would not be stable before midnight.
    this.#zone.runOutsideAngular(() => {
      this.#midnight = setTimeout(() => this.#begin(user), untilTomorrow());
    });
    if (this.#day?.user === user && this.#day.day === day) return;
    this.#day = { user, day };
    this.#calls.set(readOwnCalls(this.#day));
  }

  /** Forgets the calls: customers' numbers must not stay on a shared computer. A newly loaded page, also signed out, keeps them. */
  #leave(): void {
    if (this.#day === null) return;
    clearTimeout(this.#midnight);
    this.#day = null;
    this.#calls.set([]);
    forgetOwnCalls();
  }

  #updateCalls(agent: AgentState, { callCodeSaving }: CommandsState): void {
    if (agent.availableCallCodes.length > 0) {
      this.#names = new Map(agent.availableCallCodes.map((code) => [code.id, code.name]));
    }
    const id = agent.callNumber === null ? null : agent.knownCallTraceID;
    if (id !== null) this.#change(id, (before) => withState(id, before, agent));
    this.#followAfterCall(agent, id);
    if (callCodeSaving === null || callCodeSaving.callTraceID === null) return;
    const { callTraceID, codeIds, status } = callCodeSaving;
    this.#change(callTraceID, (before) => {
      if (before === undefined) return null;
      const isOpen = status === 'unconfirmed' || status === 'unanswered';
      const codes = codeIds.map((codeId) => this.#names.get(codeId) ?? codeId);
      return { ...before, codes, isUnconfirmed: codes.length > 0 && isOpen };
    });
  }

  /** Notes when the after-call work ended. Mediatel's next state begins at that moment. */
  #followAfterCall({ phase, phaseSince }: AgentState, id: string | null): void {
    if (phase === 'clerical') {
      this.#afterCallOf = id;
      return;
    }
    const finished = this.#afterCallOf;
    this.#afterCallOf = null;
    if (finished === null) return;
    this.#change(finished, (before) => (before === undefined ? null : { ...before, finishedAt: phaseSince }));
  }

  #change(id: string, change: (before: OwnCall | undefined) => OwnCall | null): void {
    if (this.#day === null) return;
    // The timer is late on a computer that slept over midnight.
    this.#begin(this.#day.user);
    const calls = this.#calls();
    const before = calls.find(({ callTraceID }) => callTraceID === id);
    const after = change(before);
    if (after === null || JSON.stringify(after) === JSON.stringify(before)) return;
    const changed = before === undefined ? [...calls, after] : calls.map((call) => (call === before ? after : call));
    this.#calls.set(changed);
    writeOwnCalls(this.#day, changed);
  }
}

/** Milliseconds until the computer's next day has begun, with a margin. */
function untilTomorrow(): number {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime() + 100;
}

function withState(callTraceID: string, before: OwnCall | undefined, agent: AgentState): OwnCall {
  const isOver = agent.phase === 'clerical';
  return {
    callTraceID,
    number: agent.ani ?? before?.number ?? null,
    queueName: agent.queueName ?? before?.queueName ?? null,
    direction: agent.callDirection ?? before?.direction ?? null,
    seenAt: before?.seenAt ?? agent.time ?? agent.clock?.serverTime ?? 0,
    activeSince: agent.callActiveSince ?? before?.activeSince ?? null,
    endedAt: before?.endedAt ?? (isOver ? agent.phaseSince : null),
    ...(before?.finishedAt === undefined ? {} : { finishedAt: before.finishedAt }),
    codes: before?.codes ?? [],
    isUnconfirmed: before?.isUnconfirmed ?? false,
  };
}
