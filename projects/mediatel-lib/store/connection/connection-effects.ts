import { inject } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { createEffect, ofType } from '@ngrx/effects';
import { type Action, Store } from '@ngrx/store';
import { AgentConnection, type ConnectionMessage, type ConnectionState, FlightRecorder } from 'mediatel-lib/ports';
import { type Observable, merge, observeOn, queueScheduler, tap } from 'rxjs';
import { selectAgent } from '../state/agent-feature';
import type { AgentState } from '../state/agent-state';
import { ConnectionActions } from '../state/connection-actions';
import { LIFECYCLE_ACTIONS } from '../effects-kit/lifecycle-actions';
import { injectFaultReport } from '../effects-kit/report-fault';
import { SessionActions } from '../state/session-actions';
import { SnapshotPipeline } from '../snapshot/snapshot-pipeline';

function connectionActions(before: ConnectionState, connection: ConnectionState): readonly Action[] {
  const actions: Action[] = [ConnectionActions.connectionChanged({ connection })];
  const { status } = connection;
  if (status === before.status) return actions;
  if (before.status === 'connected') actions.push(ConnectionActions.disconnected({ status }));
  if (status === 'connected') actions.push(ConnectionActions.connected());
  if (status === 'unauthorised') actions.push(ConnectionActions.unauthorised());
  return actions;
}

function otherMessage(message: Exclude<ConnectionMessage, { readonly type: 'snapshot' }>): Action {
  return message.type === 'agentUnavailable'
    ? ConnectionActions.agentUnavailable()
    : ConnectionActions.remoteConnected({ host: message.host, port: message.port });
}

/** What the effect needs of the store. It dispatches to the store directly, since every snapshot takes this path. */
export interface SnapshotSink {
  readonly agent: () => AgentState;
  readonly dispatch: (action: Action) => void;
}

function injectSink(): SnapshotSink {
  const store = inject(Store);
  return {
    agent: store.selectSignal(selectAgent),
    dispatch: (action) => {
      store.dispatch(action);
    },
  };
}

/** Converts the connection's states and messages to actions, in the order in which they come. */
export const takeMessages = createEffect(
  (
    connection = inject(AgentConnection),
    states: Observable<ConnectionState> = toObservable(inject(AgentConnection).state),
    actions: Observable<Action> = inject(LIFECYCLE_ACTIONS),
    sink = injectSink(),
    report = injectFaultReport(),
    recorder: Pick<FlightRecorder, 'noteUnread'> | null = inject(FlightRecorder, { optional: true }),
  ) => {
    const intake = new SnapshotPipeline();
    let before: ConnectionState = { status: 'closed' };

    // Signals notify observers late. So the state is also read before each message: no snapshot overtakes its connection.
    const followState = (): void => {
      const state = connection.state();
      if (state === before) return;
      const actionsOfState = connectionActions(before, state);
      before = state;
      actionsOfState.forEach(sink.dispatch);
    };

    // An error would end the subscription, and no snapshot would arrive any more.
    const safely = (work: () => void): void => {
      try {
        work();
      } catch (error) {
        report(error);
      }
    };

    const take = (message: ConnectionMessage): void => {
      const read = message.type === 'snapshot' ? intake.readSnapshot(message) : otherMessage(message);
      if (read === null) return;
      // By the store's own queue: when a snapshot is read, all earlier actions must be reduced.
      queueScheduler.schedule(() => {
        safely(() => {
          followState();
          if ('type' in read) {
            sink.dispatch(read);
            return;
          }
          if ('unread' in read) for (const field of read.unread) recorder?.noteUnread(field);
          intake.applyIntake(read, sink.agent(), sink.dispatch);
        });
      });
    };

    return merge(
      connection.messages.pipe(
        tap((message) => {
          safely(() => {
            take(message);
          });
        }),
      ),
      states.pipe(
        observeOn(queueScheduler),
        tap(() => {
          safely(followState);
        }),
      ),
      actions.pipe(
        ofType(SessionActions.signedOut),
        tap(() => {
          intake.restart();
        }),
      ),
    );
  },
  { functional: true, dispatch: false },
);
