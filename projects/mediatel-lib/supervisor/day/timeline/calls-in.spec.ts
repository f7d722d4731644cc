import type { OperatorTimeline, TimelineSegment } from 'mediatel-lib/hub-protocol';
import { callsIn } from './calls-in';

const segment = (from: number, state: string, about: Partial<TimelineSegment> = {}): TimelineSegment => ({
  from,
  to: from + 10,
  state,
  status: '',
  pause: null,
  queue: null,
  traceId: null,
  kind: null,
  ...about,
});

const day = (...segments: readonly TimelineSegment[]): OperatorTimeline => ({
  id: '1',
  name: 'Olena K.',
  team: 'Banks',
  segments,
  complete: true,
});

describe('callsIn', () => {
  it('lists each call once, though it was held and its queue came late, the newest first', () => {
    expect(
      callsIn(
        day(
          segment(0, 'STATE_IDLE'),
          segment(10, 'STATE_CALL_DELIVERED', { traceId: '7' }),
          segment(20, 'STATE_CALL_ACTIVE', { traceId: '7', kind: 'incoming' }),
          segment(30, 'STATE_HOLD', { traceId: '7', kind: 'incoming' }),
          segment(40, 'STATE_CALL_ACTIVE', { traceId: '7', kind: 'incoming', queue: 'Loans' }),
          segment(50, 'STATE_CLERICAL', { traceId: '7' }),
          segment(60, 'STATE_CALL_ACTIVE', { traceId: '8', kind: 'outgoing' }),
        ),
      ),
    ).toEqual([
      { traceId: '8', from: 60, kind: 'outgoing', queue: null },
      { traceId: '7', from: 20, kind: 'incoming', queue: 'Loans' },
    ]);
  });

  it('lists no call that only rang, has no trace id, or was not seen', () => {
    expect(
      callsIn(
        day(
          segment(0, 'STATE_CALL_DELIVERED', { traceId: '7' }),
          segment(10, 'STATE_CALL_ACTIVE'),
          segment(20, 'UNCONFIRMED', { traceId: '9' }),
        ),
      ),
    ).toEqual([]);
  });
});
