import { ageOf, lookOf } from './desk-look';

const desk = (snapshot: Record<string, unknown> | null, reachable = true) =>
  lookOf({ login: 'agent1', snapshot, reachable, watchable: true });

describe('what a list shows of a desk', () => {
  it.each([
    [
      { state: 'STATE_IDLE', status: 'available', time: 5000 },
      { appearance: 'available', since: 5000 },
    ],
    [
      { state: 'STATE_LOGOUT', status: 'offline', time: 5000 },
      { appearance: 'loggedOut', since: null },
    ],
    [
      { state: 'STATE_CALL_ACTIVE', status: 'in_a_call', ani: '0661' },
      { appearance: 'talking', number: '0661' },
    ],
    [
      { state: 'STATE_CLERICAL', status: 'clerical', ani: '0661' },
      { appearance: 'clerical', number: null },
    ],
    [
      { state: 'STATE_PAUSE', status: 'pause', pauseId: '7', pauseList: [['7', 'Meeting']] },
      { appearance: 'paused', pause: 'Meeting' },
    ],
    // Transient: only the status says what the operator is doing.
    [
      { state: 'STATE_MUTE', status: 'in_a_call' },
      { appearance: 'talking', phase: 'talking' },
    ],
    [{ state: 'STATE_NEW', status: 'new' }, { appearance: 'unknown' }],
    [{ status: 'available' }, { appearance: 'unknown', snapshot: null }],
  ])('%j → %j', (snapshot, look) => expect(desk(snapshot)).toMatchObject(look));

  it('is logged out without a desk', () => expect(desk(null)).toMatchObject({ appearance: 'loggedOut', since: null }));

  it('warns of an available operator whom no call can reach', () => {
    const idle = { state: 'STATE_IDLE', status: 'available' };
    expect(desk(idle, false)).toMatchObject({ appearance: 'notReady', phase: 'available' });
  });
});

describe('the age of a snapshot', () => {
  const sent = (serverTime?: number) => desk({ state: 'STATE_IDLE', status: 'available', serverTime }).snapshot;

  it.each([
    [sent(5000), 12_000, 7000],
    // The server's clock was set back.
    [sent(5000), 4000, 0],
    [sent(), 12_000, 0],
    [null, 12_000, 0],
  ])('%#', (snapshot, serverNow, age) => expect(ageOf(snapshot, serverNow)).toBe(age));
});
