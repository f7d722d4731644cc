import { until } from 'test-kit';
import type { Meddling } from './meddler.fixture';
import { probe } from './probe';
import { ProbedServer, oneCall, probed } from './probe.fixture';

const server = new ProbedServer();
beforeAll(() => server.start());
afterEach(() => server.endMeddling());
afterAll(() => server.close());

/** Nobody is logged in, no call goes on, and the extension is registered nowhere. */
async function isAsBefore(): Promise<boolean> {
  const { operators, calls } = await server.health();
  return operators === 0 && calls === 0 && !server.isRegistered('1001');
}

/** Watches for the first snapshot of a state: runs `then` once. */
function at(state: string, then: () => void): Meddling {
  let done = false;
  return {
    toClient: (text) => {
      if (!done && text.includes(`"state":"${state}"`)) {
        done = true;
        then();
      }
      return text;
    },
  };
}

const withCall = { call: { ...oneCall, codeId: null } };
const states = [
  ['STATE_LOGOUT', {}],
  ['STATE_IDLE', {}],
  ['STATE_PAUSE', {}],
  ['STATE_MAKECALL_REQUEST', withCall],
  ['STATE_CALL_DELIVERED', withCall],
  ['STATE_CALL_ACTIVE', withCall],
  ['STATE_HOLD', withCall],
  ['STATE_CLERICAL', withCall],
] as const;

describe('what a probe began is ended', () => {
  it.each(states)('when it is interrupted in %s', async (state, options) => {
    const interruption = new AbortController();
    const url = await server.meddled(at(state, () => interruption.abort()));
    const report = await probe(await server.options(options, url), interruption.signal);
    expect(report).toMatchObject({ endedEarly: 'interrupted', left: [] });
    await until(isAsBefore);
    expect(report.seen.steps.filter(({ step }) => step === 'logout')).toHaveLength(state === 'STATE_LOGOUT' ? 0 : 1);
  });

  it.each(states.slice(1))('when the connection breaks in %s', async (state, options) => {
    let isCut = false;
    const url = await server.meddled({
      cuts: (text) => !isCut && text.includes(`"state":"${state}"`) && (isCut = true),
    });
    const report = await probed(await server.options({ ...options, patienceMs: 1000 }, url));
    expect({ isCut, left: report.left }).toEqual({ isCut: true, left: [] });
    await until(isAsBefore);
  });

  it('when the probe comes to its end', async () => {
    expect(await probed(await server.options(withCall))).toMatchObject({ endedEarly: null, left: [] });
    await until(isAsBefore);
  });
});

describe('what a probe did not begin is left alone', () => {
  it('an operator who is already logged in', async () => {
    const options = await server.options();
    const other = await server.desk(options);
    const report = await probed(options);
    expect(report.endedEarly).toBe('the first state is STATE_IDLE, not STATE_LOGOUT: somebody may be logged in');
    expect(report.seen.steps.map(({ step }) => step)).toEqual(['connect']);
    expect((await server.health()).operators).toBe(1);
    other.close();
  });

  it('everything, if no operator is given', async () => {
    const report = await probed(await server.options({ account: null, sipAccount: null }, undefined, 'agent2'));
    expect(report).toMatchObject({ endedEarly: null, left: [] });
    expect(report.seen.steps.map(({ step }) => step)).toEqual(['connect']);
    expect(report.seen.sip).toMatchObject({ isOpen: true, register: null });
  });
});
