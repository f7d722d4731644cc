import type { OperatorAccount } from 'mediatel-lib/ports';
import { StoreHarness, fakeAccount } from 'mediatel-lib/testing';
import { CommandActions } from './state/command-actions';
import { preloadEffects } from './effects-loader';
import { AccountError } from './session/account-error';

const signedIn = { status: 'signedIn', user: 'agent1', extension: '1001' };

beforeAll(preloadEffects);

describe('signing in once more while signed in', () => {
  const other = { ...fakeAccount, mediatel: { ...fakeAccount.mediatel, user: 'agent2' } };

  /** Signs in; the host answers the next sign-in with `next`. */
  async function signedInThen(
    next: () => Promise<OperatorAccount>,
    state = 'STATE_CALL_ACTIVE',
  ): Promise<StoreHarness> {
    const answers = [() => Promise.resolve(fakeAccount), next];
    const harness = new StoreHarness({ account: () => answers.shift()!() });
    await harness.signIn(state, { availableCommand: ['CMD_LOGOUT'] });
    harness.connection.takeSent();
    return harness;
  }

  it('keeps the session until the host answers: the call can be hung up', async () => {
    const harness = await signedInThen(() => new Promise(() => undefined));
    void harness.session.signIn();
    await Promise.resolve();
    expect(harness.session.state()).toEqual(signedIn);
    harness.dispatch(CommandActions.hangUp());
    expect(harness.connection.takeSent()).toEqual(['closeCall']);
  });

  it('keeps the session if the host fails, with the reason: the call can be hung up', async () => {
    const harness = await signedInThen(() => Promise.reject(AccountError.unreachable('no answer')));
    await harness.session.signIn();
    const failure = { reason: 'unreachable', detail: 'no answer' };
    expect(harness.session.state()).toEqual({ ...signedIn, failure });
    harness.dispatch(CommandActions.hangUp());
    expect(harness.connection.takeSent()).toEqual(['closeCall']);
  });

  it('signs the present operator out even before the host answers', async () => {
    const harness = await signedInThen(() => new Promise(() => undefined), 'STATE_IDLE');
    void harness.session.signIn();
    await Promise.resolve();
    void harness.session.signOut();
    expect(harness.session.state()).toEqual({ ...signedIn, status: 'signingOut' });
    harness.snapshot('STATE_CALL_DELIVERED');
    expect(harness.session.state()).toEqual(signedIn);
  });

  it('logs another operator out first, and leaves none of their data to the next', async () => {
    const harness = await signedInThen(() => Promise.resolve(other));
    harness.dispatch(CommandActions.takePause({ pauseId: '4' }));
    harness.snapshot('STATE_CLERICAL', { availableCommand: ['CMD_LOGOUT'] });
    expect(harness.state.commands.nextPause).toEqual({ pauseId: '4', sent: false });
    const entered = harness.session.signIn();
    await new Promise((resolve) => setTimeout(resolve));
    expect(harness.connection.takeSent()).toEqual(['logout']);
    harness.snapshot('STATE_LOGOUT');
    await entered;
    expect(harness.session.state()).toMatchObject({ status: 'signedIn', user: 'agent2' });
    harness.connect();
    harness.snapshot('STATE_IDLE', { availableCommand: ['CMD_PAUSE'] });
    expect(harness.connection.takeSent()).toEqual([]);
    expect(harness.state.commands.nextPause).toBeNull();
    expect(harness.state.agent.lastCall).toBeNull();
  });

  it('leaves another operator signed in during a call', async () => {
    const harness = await signedInThen(() => Promise.resolve(other));
    await harness.session.signIn();
    const failure = { reason: 'in-call', detail: 'agent1' };
    expect(harness.session.state()).toEqual({ ...signedIn, failure });
    expect(harness.connection.opened.map(({ user }) => user)).toEqual(['agent1']);
    expect(harness.connection.takeSent()).toEqual([]);
  });
});
