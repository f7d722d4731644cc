import { StoreHarness } from 'mediatel-lib/testing';

describe('the effects come with the first sign-in', () => {
  it('and hear everything from then on', async () => {
    const harness = new StoreHarness();
    harness.connect();
    harness.snapshot('STATE_IDLE');
    expect(harness.state.agent.known).toBe(false);

    await harness.signIn('STATE_IDLE');
    expect(harness.state.agent).toMatchObject({ known: true, phase: 'available' });
    harness.snapshot('STATE_PAUSE', { pauseId: '6' });
    expect(harness.takeNames('Mediatel Agent')).toContain('Pause Started');
  });

  it('so signing out before it leaves nothing waiting', async () => {
    const harness = new StoreHarness();
    await expect(harness.session.signOut()).resolves.toBeNull();
    expect(harness.session.state()).toEqual({ status: 'signedOut' });
  });

  it('once only: signing in again repeats nothing', async () => {
    const harness = new StoreHarness();
    await harness.signIn('STATE_IDLE');
    await harness.session.signIn();
    harness.takeNames();
    harness.snapshot('STATE_PAUSE', { pauseId: '6' });
    expect(harness.takeNames('Mediatel Agent').filter((name) => name === 'Pause Started')).toHaveLength(1);
  });
});
