import { type AgentState, type MediatelCall, initialAgentState } from 'mediatel-lib/store';
import { stateTimer } from './state-timer';

const limits = { clericalSeconds: 30, clericalReminder: null, callWarning: 20, pauseLimit: null };
/** At the monotonic 5,000 ms the server's clock says 1,000,000. */
const clock = { serverTime: 1_000_000, receivedAt: 5000 };
const agent = (changes: Partial<AgentState>): AgentState => ({ ...initialAgentState, clock, ...changes });
const call = (changes: Partial<MediatelCall>): MediatelCall =>
  ({ activeSince: 980_000, maxCallDuration: 600, ...changes }) as MediatelCall;

describe('the state bar’s timer', () => {
  it.each(['talking', 'held'] as const)('counts a call from its first word, through hold: %s', (appearance) => {
    const timer = stateTimer(appearance, agent({ phaseSince: 999_000 }), call({}), limits);
    expect(timer).toEqual({ startedAt: -15_000, limit: { kind: 'upTo', seconds: 600, warnBefore: 20 } });
  });

  it('knows of no limit where Mediatel names none', () => {
    expect(stateTimer('talking', agent({}), call({ maxCallDuration: null }), limits).limit).toBeNull();
    expect(stateTimer('clerical', agent({}), null, { ...limits, clericalSeconds: null }).limit).toBeNull();
  });

  it('counts clerical down from its beginning, and warns 10 s before its end', () => {
    expect(stateTimer('clerical', agent({ phaseSince: 999_000 }), null, limits)).toEqual({
      startedAt: 4000,
      limit: { kind: 'left', seconds: 30, warnBefore: 10 },
    });
  });

  it('counts clerical up to the operator’s reminder, unless clerical has an end', () => {
    const timer = (clericalSeconds: number | null) =>
      stateTimer('clerical', agent({ phaseSince: 999_000 }), null, {
        ...limits,
        clericalSeconds,
        clericalReminder: 40,
      });
    expect(timer(null).limit).toEqual({ kind: 'upTo', seconds: 40, warnBefore: 0 });
    expect(timer(30).limit).toEqual({ kind: 'left', seconds: 30, warnBefore: 10 });
  });

  it('counts a pause up to its limit, and warns a minute before', () => {
    const pauseLimit = { startedAt: 999_000, seconds: 900 };
    expect(stateTimer('paused', agent({ phaseSince: 999_000 }), null, { ...limits, pauseLimit })).toEqual({
      startedAt: 4000,
      limit: { kind: 'upTo', seconds: 900, warnBefore: 60 },
    });
  });

  it.each(['starting', 'notReady', 'loggedOut'] as const)('counts nothing while %s', (appearance) => {
    expect(stateTimer(appearance, agent({ phaseSince: 999_000 }), null, limits).startedAt).toBeNull();
  });

  it('counts every other state from its own beginning', () => {
    expect(stateTimer('available', agent({ phaseSince: 999_000 }), null, limits)).toEqual({
      startedAt: 4000,
      limit: null,
    });
  });
});
