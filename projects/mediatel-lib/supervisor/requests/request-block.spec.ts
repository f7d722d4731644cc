import { recordOf } from 'test-kit';
import { requestBlock } from './request-block';

describe('requestBlock', () => {
  const available = recordOf();
  const talking = recordOf({ state: 'STATE_CALL_ACTIVE', status: 'in_a_call' });
  const paused = recordOf({ state: 'STATE_PAUSE', status: 'pause' });
  const loggedOut = recordOf({ state: 'STATE_LOGOUT', status: 'offline' });
  const cut = recordOf({ connected: false });

  it.each([
    ['message', [null, null, null, null, null]],
    ['takePause', [null, null, null, 'loggedOut', 'noConnection']],
    ['endPause', ['notPaused', 'notPaused', null, 'loggedOut', 'noConnection']],
    ['logout', [null, 'inCall', null, 'loggedOut', 'noConnection']],
    ['restart', [null, null, null, null, null]],
  ] as const)(
    'knows when %s applies: available, in a call, paused, logged out, without connection',
    (kind, expected) => {
      const all = [available, talking, paused, loggedOut, cut];
      expect(all.map((record) => requestBlock(record, true, kind))).toEqual(expected);
      expect(all.map((record) => requestBlock(record, false, kind))).toEqual(all.map(() => 'silent'));
    },
  );

  it.each(['STATE_OUT_CALL_DIALING', 'STATE_DELIVERED', 'STATE_HOLD'])('allows no log-out in %s', (state) => {
    const record = recordOf({ state, status: 'in_a_call' });
    expect(requestBlock(record, true, 'logout')).toBe('inCall');
  });
});
