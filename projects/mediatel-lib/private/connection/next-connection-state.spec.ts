import type { ConnectionState } from 'mediatel-lib/ports';
import { nextConnectionState, type ConnectionInput } from './next-connection-state';

const unreachable = { status: 'unreachable', retryAt: 5, detail: 'gone' } as const;

const table: readonly (readonly [ConnectionState, ConnectionInput, ConnectionState])[] = [
  [{ status: 'closed' }, { type: 'opening' }, { status: 'connecting', attempt: 1 }],
  [{ status: 'connecting', attempt: 1 }, { type: 'opening' }, { status: 'connecting', attempt: 2 }],
  [{ status: 'connecting', attempt: 1 }, { type: 'connected' }, { status: 'connected' }],
  [{ status: 'connecting', attempt: 1 }, { type: 'refused' }, { status: 'unauthorised' }],
  [{ status: 'connected' }, { type: 'failed', detail: 'gone', retryAt: 5 }, unreachable],
  [unreachable, { type: 'failed', detail: 'gone', retryAt: 5, blocked: true }, { ...unreachable, blocked: true }],
  [{ ...unreachable, blocked: true }, { type: 'failed', detail: 'gone', retryAt: 5 }, unreachable],
  [unreachable, { type: 'opening' }, { ...unreachable, retryAt: null }],
  [unreachable, { type: 'connected' }, { status: 'connected' }],
  [{ status: 'unauthorised' }, { type: 'opening' }, { status: 'connecting', attempt: 1 }],
  [{ status: 'connected' }, { type: 'kicked', detail: 'taken over' }, { status: 'kicked', detail: 'taken over' }],
  [{ status: 'kicked', detail: 'taken over' }, { type: 'opening' }, { status: 'connecting', attempt: 1 }],
  [unreachable, { type: 'closed' }, { status: 'closed' }],
];

describe('nextConnectionState', () => {
  it.each(table)('%j on %j is %j', (state, input, next) => {
    expect(nextConnectionState(state, input)).toEqual(next);
  });

  it('returns the same state for a repeated refusal', () => {
    const state = { status: 'unauthorised' } as const;
    expect(nextConnectionState(state, { type: 'refused' })).toBe(state);
  });
});
