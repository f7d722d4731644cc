import type { ConnectionState } from 'mediatel-lib/ports';

/** An input of the connection's state machine. */
export type ConnectionInput =
  | { readonly type: 'opening' }
  | { readonly type: 'connected' }
  | { readonly type: 'refused' }
  | { readonly type: 'failed'; readonly detail: string; readonly retryAt: number | null; readonly blocked?: true }
  | { readonly type: 'kicked'; readonly detail: string }
  | { readonly type: 'closed' };

/**
 * Every transition of the state machine drawn at `ConnectionState`.
 *
 * A try after a failure keeps the status `unreachable` (with `retryAt` null), so that the screen does not flicker
 * while the server is down.
 */
export function nextConnectionState(state: ConnectionState, input: ConnectionInput): ConnectionState {
  switch (input.type) {
    case 'opening':
      if (state.status === 'unreachable') return { ...state, retryAt: null };
      return { status: 'connecting', attempt: state.status === 'connecting' ? state.attempt + 1 : 1 };
    case 'connected':
      return { status: 'connected' };
    case 'refused':
      return state.status === 'unauthorised' ? state : { status: 'unauthorised' };
    case 'failed':
      return {
        ...{ status: 'unreachable', retryAt: input.retryAt, detail: input.detail },
        ...(input.blocked && { blocked: true }),
      };
    case 'kicked':
      return { status: 'kicked', detail: input.detail };
    case 'closed':
      return { status: 'closed' };
  }
}
