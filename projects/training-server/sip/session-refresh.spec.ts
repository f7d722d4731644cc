import { jest } from '@jest/globals';
import pino from 'pino';
import { until } from 'test-kit';
import type { Session } from 'sip.js/lib/core/index.js';
import type { OperatorAgent } from './operator-agent';
import { SessionRefresh } from './session-refresh';

interface Rejecting {
  onReject(response: { message: { statusCode: number } }): void;
}

it('a refresh that is refused as the call ends leaves no unhandled rejection', async () => {
  const unhandled = jest.fn();
  process.on('unhandledRejection', unhandled);
  const sent: Rejecting[] = [];
  const over = (): Promise<never> => Promise.reject(new Error('the call is over'));
  const media = { createOffer: () => Promise.resolve('offer'), takeBackOffer: over, acceptAnswer: over };
  const session = { invite: (delegate: Rejecting) => void sent.push(delegate) };
  const agent = { contact: 'sip:a', whenConnected: (then: () => void) => (then(), () => undefined) };
  const refresh = new SessionRefresh(
    session as unknown as Session,
    agent as unknown as OperatorAgent,
    media as never,
    { everyMs: 1, busy: () => false, gone: () => undefined },
    pino({ level: 'silent' }),
  );
  await until(() => sent.length >= 1, 'the refresh is sent');
  sent[0]!.onReject({ message: { statusCode: 488 } });
  // It goes on: the next one is sent.
  await until(() => sent.length >= 2, 'the next refresh is sent');
  refresh.stop();
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});
