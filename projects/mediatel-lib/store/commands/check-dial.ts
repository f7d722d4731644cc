import { type EnvironmentInjector, runInInjectionContext } from '@angular/core';
import type { Action } from '@ngrx/store';
import { Observable, type SchedulerLike, defer, from, map, merge, of, take, timer } from 'rxjs';
import { type CommandContext, apartFromCheck, commandRefusal } from '../selectors/command-refusal';
import { CommandActions } from '../state/command-actions';
import type { CommandRefusal } from '../state/command-status';
import { argumentRefusal } from './argument-refusal';
import type { DialVerdict, TimedDialGuard } from './dial-guard';
import { dialable } from './dialable';

type MakeCall = ReturnType<typeof CommandActions.makeCall>;

/** What a check leads to: the command to give, or the refusal. */
export type DialCheck = { readonly command: MakeCall } | { readonly refusal: CommandRefusal };

/** What a check needs to know. */
export interface DialCheckMeans {
  readonly injector: EnvironmentInjector;
  /** Every action, after it is reduced. */
  readonly actions: Observable<Action>;
  readonly context: () => CommandContext;
  readonly report: (error: unknown) => void;
  readonly timers: SchedulerLike;
}

/** The most characters of a host's reason that are shown. */
const longestReason = 200;

const notChecked: DialCheck = { refusal: { reason: 'not-checked' } };

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value;

/** A verdict of the host's code, which may be plain JavaScript: only a whole verdict counts. */
function isVerdict(verdict: unknown): verdict is DialVerdict {
  const { allowed, phoneNumber, queueName } = { ...(verdict as Record<string, unknown> | null) };
  const isNumber = phoneNumber === undefined || typeof phoneNumber === 'string';
  return typeof allowed === 'boolean' && isNumber && (queueName == null || typeof queueName === 'string');
}

function readVerdict(command: MakeCall, verdict: unknown): DialCheck {
  if (!isVerdict(verdict)) throw new TypeError('withDialGuard: the guard returned no verdict');
  if (!verdict.allowed) {
    const reason: unknown = verdict.reason;
    const text = typeof reason === 'string' ? reason.trim().slice(0, longestReason) : '';
    return { refusal: { reason: 'not-permitted', text } };
  }
  const { phoneNumber = command.phoneNumber, queueName = command.queueName ?? null } = verdict;
  return { command: CommandActions.makeCall({ phoneNumber, queueName }) };
}

/** Why the command can't be given now, apart from the check itself; `null` if it can. */
function obstacle(context: CommandContext, { phoneNumber, queueName = null }: MakeCall): CommandRefusal | null {
  const command = { name: 'makeCall', phoneNumber, queueName } as const;
  return commandRefusal(apartFromCheck(context), 'makeCall') ?? argumentRefusal(context.agent, command);
}

/**
 * Asks the host's guard about a call, once.
 *
 * Emits one result: the guard's, or a refusal when the guard fails, when its limit is over, or as soon as the call can't be
 * made any more. A later answer is dropped. Emits at once if the guard answers at once.
 */
export function checkDial(
  { guard, limit }: TimedDialGuard,
  command: MakeCall,
  { injector, actions, context, report, timers }: DialCheckMeans,
): Observable<DialCheck> {
  const early = obstacle(context(), command);
  if (early !== null) return of({ refusal: early });
  return new Observable<DialCheck>((subscriber) => {
    const abort = new AbortController();
    const startedAt = Date.now();
    const phoneNumber = dialable(command.phoneNumber) ?? command.phoneNumber;
    const { queueName = null } = command;
    const failed = (error: unknown): DialCheck => {
      if (!subscriber.closed) report(error);
      return notChecked;
    };
    const asked = defer((): Observable<unknown> => {
      const verdict: unknown = runInInjectionContext(injector, () =>
        guard({ phoneNumber, queueName, signal: abort.signal }),
      );
      // Promises of another realm, or of zone.js, are no instances of `Promise`.
      return isPromise(verdict) ? from(verdict) : of(verdict);
    }).pipe(
      map((verdict) => {
        // The page may have been suspended: then the answer comes before the timer.
        return Date.now() - startedAt > limit ? notChecked : readVerdict(command, verdict);
      }),
    );
    const isOver = timer(limit, timers).pipe(map(() => notChecked));
    const prevented = new Observable<DialCheck>((observer) =>
      actions.subscribe(() => {
        const refusal = obstacle(context(), command);
        if (refusal !== null) observer.next({ refusal });
      }),
    );
    const result = merge(asked, isOver, prevented).pipe(take(1));
    const following = result.subscribe({
      next: (check) => subscriber.next(check),
      error: (error: unknown) => {
        subscriber.next(failed(error));
        subscriber.complete();
      },
      complete: () => subscriber.complete(),
    });
    return () => {
      following.unsubscribe();
      abort.abort();
    };
  });
}
