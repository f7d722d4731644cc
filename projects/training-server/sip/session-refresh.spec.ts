import { jest } from '@jest/globals';
import pino from 'pino';
import { until } from 'test-kit';
import type { Session } from 'sip.js/lib/core/index.js';
import type { OperatorAgent } from './operator-agent';
import { SessionRefresh } from './session-refresh';

interface Rejecting {
  onReject(response: { message: { statusCode: number; getHeader(name: string): string | undefined } }): void;
}

/** A refresh, and what it has sent. `takeBackOffer`: of its media. */
function refreshing(everyMs: number, takeBackOffer: () => Promise<void>) {
  const sent: Rejecting[] = [];
  const media = { createOffer: () => Promise.resolve('offer'), takeBackOffer };
  const session = { invite: (delegate: Rejecting) => void sent.push(delegate) };
  const agent = { contact: 'sip:a', whenConnected: (then: () => void) => (then(), () => undefined) };
  const refresh = new SessionRefresh(
    session as unknown as Session,
    agent as unknown as OperatorAgent,
    media as never,
    { everyMs, busy: () => false, gone: () => undefined },
    pino({ level: 'silent' }),
  );
  const refuse = (statusCode: number, retryAfter?: string): void =>
    sent.at(-1)!.onReject({ message: { statusCode, getHeader: () => retryAfter } });
  return { refresh, sent, refuse };
}

it('a refresh that is refused as the call ends leaves no unhandled rejection', async () => {
  const unhandled = jest.fn();
  process.on('unhandledRejection', unhandled);
  const { refresh, sent, refuse } = refreshing(1, () => Promise.reject(new Error('the call is over')));
  await until(() => sent.length >= 1, 'the refresh is sent');
  refuse(488);
  // It goes on: the next one is sent.
  await until(() => sent.length >= 2, 'the next refresh is sent');
  refresh.stop();
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

describe('a refresh that is refused with 500', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  /** When the next one is sent (s). */
  async function nextAfter(retryAfter: string | undefined): Promise<number> {
    const { refresh, sent, refuse } = refreshing(60_000, () => Promise.resolve());
    await jest.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    refuse(500, retryAfter);
    let seconds = 0;
    for (; sent.length === 1; seconds++) await jest.advanceTimersByTimeAsync(1000);
    refresh.stop();
    return seconds;
  }

  it.each([
    ['is sent again as for glare', undefined, 3, 4],
    ['is sent again when the tab says', '30', 30, 30],
    ['is sent again when the tab says, with a comment', '30 (no such call)', 30, 30],
    ['is sent again no later than the next one', '3600', 60, 60],
    ['is sent again as for glare: nonsense', 'soon', 3, 4],
  ])('%s', async (_, retryAfter, least, most) => {
    const seconds = await nextAfter(retryAfter);
    expect(seconds).toBeGreaterThanOrEqual(least);
    expect(seconds).toBeLessThanOrEqual(most);
  });
});
