import { DestroyRef, ErrorHandler, Injectable, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Actions, ofType } from '@ngrx/effects';
import {
  AgentConnection,
  type ForwardOutcome,
  LeaderTab,
  MEDIATEL_CONFIG,
  MEDIATEL_TIMERS,
  MediatelSetupError,
  SetupPlace,
} from 'mediatel-lib/ports';
import { type AgentRequest, agentRequestTypes, randomId } from 'mediatel-lib/protocol';
import { type Subscription, filter, firstValueFrom } from 'rxjs';
import { CommandDispatcher } from '../commands/command-dispatcher';
import { type MediatelOutcome, done, refused, unanswered } from '../commands/command-outcome';
import { CommandReceipts } from '../commands/command-receipts';
import { type ForwardedExtra, isExtra } from '../commands/forwarded-extra';
import { type ExtraRequest, MEDIATEL_EXTRA_REQUESTS } from '../hooks/extra-request';
import { ExtraRequests } from '../hooks/extra-requests';
import { AgentActions } from '../state/agent-actions';
import { type CallKey, isSameCall } from '../state/call/call-key';
import type { CommandRefusal } from '../state/command-status';
import { SessionActions } from '../state/session-actions';
import { type ExtraNote, isExtraNote } from './extra-note';
import { extraRefusal } from './extra-refusal';

/** A request that is on its way, in the tab that leads or in one that heard of it. */
interface Pending {
  readonly name: string;
  readonly request: string;
  /** What confirms it; only in the tab that sent it. */
  readonly sent: { readonly args: unknown; readonly call: CallKey } | null;
  readonly limit: Subscription;
}

/** Whether a request would act on another call. Each tab counts calls for itself, so only ids tell. */
const isOther = (given: CallKey, { callTraceID, callNumber }: CallKey): boolean =>
  callNumber === null || (given.callTraceID !== null && callTraceID !== null && given.callTraceID !== callTraceID);

const known: readonly string[] = agentRequestTypes;

/** Sends hosts' extra requests in the leading tab, and follows them in every tab. */
@Injectable({ providedIn: 'root' })
export class ExtraRequestWorker {
  readonly #definitions = new Map<string, ExtraRequest<unknown>>(
    // The set-up may be in a lazy route, below this service. A definition gets only the arguments that its own `give` took.
    inject(SetupPlace)
      .injector.get(MEDIATEL_EXTRA_REQUESTS)
      .map((request) => [request.name, request as unknown as ExtraRequest<unknown>]),
  );
  readonly #face = inject(ExtraRequests);
  readonly #tab = inject(LeaderTab);
  readonly #connection = inject(AgentConnection);
  readonly #dispatcher = inject(CommandDispatcher);
  readonly #errors = inject(ErrorHandler);
  readonly #timeout = inject(MEDIATEL_CONFIG).commandTimeout;
  readonly #timers = inject(MEDIATEL_TIMERS);
  readonly #pending = new Map<string, Pending>();
  /** The promises of this tab's own requests, by their id. */
  readonly #own = new Map<string, (outcome: MediatelOutcome) => void>();
  /** Counts the sign-outs: a request must not be sent for the next operator. */
  #signOuts = 0;

  constructor() {
    const receipts = inject(CommandReceipts);
    this.#face.useGiver({
      outcomeOfRequest: (request) => receipts.outcomeOfRequest(request),
      give: (name, args) => this.#give(name, args),
      refusalOf: (request) => extraRefusal(this.#dispatcher.context(), request, this.#face.status(request.name)),
    });
    const actions = inject(Actions);
    actions.pipe(ofType(AgentActions.agentChanged), takeUntilDestroyed()).subscribe(() => {
      for (const pending of [...this.#pending.values()]) this.#judge(pending);
    });
    actions.pipe(ofType(SessionActions.signedOut), takeUntilDestroyed()).subscribe(() => {
      this.#signOuts += 1;
      for (const pending of [...this.#pending.values()]) this.#end(pending, 'overtaken');
      for (const name of this.#definitions.keys()) this.#face.setStatus(name, 'idle');
    });
    this.#tab.forwarded.pipe(takeUntilDestroyed()).subscribe(({ command, answer }) => {
      if (isExtra(command)) answer(this.#send(command));
    });
    this.#tab.shared.pipe(filter(isExtraNote), takeUntilDestroyed()).subscribe((note) => {
      this.#hear(note);
    });
    inject(DestroyRef).onDestroy(() => {
      for (const { limit } of this.#pending.values()) limit.unsubscribe();
    });
  }

  async #give(name: string, args: unknown): Promise<MediatelOutcome> {
    // The call of the press: another may come while this tab finds out whether it leads.
    const given: ForwardedExtra = { extra: name, args, call: this.#call(), request: randomId() };
    const signOuts = this.#signOuts;
    await firstValueFrom(this.#tab.certain(), { defaultValue: undefined });
    if (signOuts !== this.#signOuts) return refused({ reason: 'overtaken' });
    const outcome = new Promise<MediatelOutcome>((resolve) => this.#own.set(given.request, resolve));
    const refusal = this.#tab.state().status === 'following' ? await this.#forward(given) : this.#send(given);
    if (refusal === null) {
      // Nobody may tell the end of a forwarded request.
      if (!this.#pending.has(given.request) && this.#own.has(given.request))
        this.#follow(given.extra, given.request, null);
      return outcome;
    }
    this.#own.delete(given.request);
    return refused(refusal);
  }

  async #forward(given: ForwardedExtra): Promise<CommandRefusal | null> {
    let outcome: ForwardOutcome;
    // The arguments are the host's: they may not be plain data.
    try {
      outcome = await this.#tab.forward(given);
    } catch (error) {
      this.#errors.handleError(error);
      return { reason: 'not-checked' };
    }
    // If nobody knows, nothing confirms the request either: it ends unanswered.
    if (outcome.status === 'taken' || outcome.status === 'unknown') return null;
    // Only the leading tab writes it, in the same version.
    return outcome.status === 'refused' ? (outcome.refusal as CommandRefusal) : { reason: 'not-connected' };
  }

  /** Sends a request, here or from another tab. Returns the refusal, or `null` if it was sent. */
  #send({ extra: name, args, call, request }: ForwardedExtra): CommandRefusal | null {
    const definition = this.#definitions.get(name);
    if (definition === undefined) {
      this.#errors.handleError(MediatelSetupError.badConfig('withExtraRequests', `lacks the request ${name}`));
      return { reason: 'not-available', needs: name };
    }
    const context = this.#dispatcher.context();
    const refusal = extraRefusal(context, definition, this.#face.status(name));
    if (refusal !== null) return refusal;
    if (definition.ofCall === true && isOther(call, this.#call())) return { reason: 'no-call' };
    // This is the host's code, and may be plain JavaScript. What it makes may be more than the connection can write.
    try {
      const text: unknown = definition.refuse?.(args, context.agent) ?? null;
      if (typeof text === 'string') return { reason: 'not-permitted', text };
      if (text !== null) throw new TypeError(`withExtraRequests: the reason of ${name} must be a text or null`);
      const wire = definition.request(args);
      if (typeof wire.type !== 'string') throw new TypeError(`withExtraRequests: the request of ${name} has no type`);
      // The library's own requests have rules of their own.
      if (known.includes(wire.type))
        throw new TypeError(`withExtraRequests: ${name} is the known request ${wire.type}`);
      // The connection sends plain data; its type names only the documented requests.
      if (!this.#connection.send(wire as unknown as AgentRequest).sent) return { reason: 'not-connected' };
    } catch (error) {
      this.#errors.handleError(error);
      return { reason: 'not-checked' };
    }
    this.#follow(name, request, { args, call: this.#call() });
    this.#tab.share({ type: 'extraRequest', name, request, status: 'pending' } satisfies ExtraNote);
    return null;
  }

  /** Follows a request until it is settled. Only the tab that sent it judges it; the others hear of its end. */
  #follow(name: string, request: string, sent: Pending['sent']): void {
    // A tab that heard of it waits longer: the leading tab's word counts.
    const limit = this.#timers.schedule(
      () => {
        const pending = this.#pending.get(request);
        if (pending !== undefined) this.#end(pending, 'unanswered');
      },
      sent === null ? 2 * this.#timeout : this.#timeout,
    );
    this.#pending.set(request, { name, request, sent, limit });
    this.#face.setStatus(name, 'pending');
  }

  #judge(pending: Pending): void {
    const { name, sent } = pending;
    const definition = this.#definitions.get(name);
    if (sent === null || definition === undefined) return;
    const { agent } = this.#dispatcher.context();
    if (agent.phase === 'unknown') return;
    let isConfirmed: boolean;
    try {
      isConfirmed = definition.confirmed(agent, sent.args);
    } catch (error) {
      this.#errors.handleError(error);
      // Nobody can tell any more.
      return this.#end(pending, 'unanswered');
    }
    if (isConfirmed) this.#end(pending, 'done');
    else if (definition.ofCall === true && !isSameCall(sent.call, this.#call())) this.#end(pending, 'overtaken');
  }

  #end({ name, request, sent, limit }: Pending, status: Exclude<ExtraNote['status'], 'pending'>): void {
    limit.unsubscribe();
    this.#pending.delete(request);
    this.#face.setStatus(name, status === 'unanswered' ? 'unanswered' : 'idle');
    if (sent !== null) this.#tab.share({ type: 'extraRequest', name, request, status } satisfies ExtraNote);
    const settle = this.#own.get(request);
    this.#own.delete(request);
    if (status === 'done') settle?.(done);
    else settle?.(status === 'unanswered' ? unanswered : refused({ reason: 'overtaken' }));
  }

  #hear({ name, request, status }: ExtraNote): void {
    const pending = this.#pending.get(request);
    if (status === 'pending') {
      if (pending === undefined) this.#follow(name, request, null);
    } else if (pending !== undefined) this.#end(pending, status);
  }

  #call(): CallKey {
    const { knownCallTraceID: callTraceID, callNumber } = this.#dispatcher.context().agent;
    return { callTraceID, callNumber };
  }
}
