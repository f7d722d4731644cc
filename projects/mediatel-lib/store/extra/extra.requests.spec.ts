import { jest } from '@jest/globals';
import { type AnyExtraRequest, type ExtraRequest, MEDIATEL_EXTRA_REQUESTS } from '../hooks/extra-request';
import { ExtraRequests } from '../hooks/extra-requests';
import { HookPages } from '../hook-pages.fixture';
import { type HostPage, deliver, snapshotIn } from '../mediatel.fixture';

const limit = 3000;

/** As an installation could have it. None is shipped. */
const transfer: ExtraRequest<{ readonly to: string }> = {
  name: 'transfer',
  phases: ['talking'],
  needs: 'CMD_TRANSFER',
  ofCall: true,
  refuse: ({ to }) => (to === '' ? 'Say to whom.' : null),
  request: ({ to }) => ({ type: 'transferCall', phoneNumber: to }),
  confirmed: ({ unknownFields }, { to }) => unknownFields['transferTo'] === to,
};
const pauseRecording: ExtraRequest = {
  name: 'pauseRecording',
  phases: ['talking', 'held'],
  request: () => ({ type: 'recordPause' }),
  confirmed: ({ unknownFields }) => unknownFields['recording'] === 'paused',
};
const talking = { availableCommand: ['CMD_TRANSFER'], callTraceID: '7' };

const pages = HookPages.forEachTest({ commandTimeout: limit });
const hooks = (...requests: readonly AnyExtraRequest[]) => ({ provide: MEDIATEL_EXTRA_REQUESTS, useValue: requests });
const extraOf = ({ app }: HostPage): ExtraRequests => app.injector.get(ExtraRequests);

async function inCall(...requests: readonly AnyExtraRequest[]): Promise<{ page: HostPage; extra: ExtraRequests }> {
  const page = await pages.open(hooks(...requests));
  page.snapshot('STATE_CALL_ACTIVE', talking);
  page.connection.takeSent();
  return { page, extra: extraOf(page) };
}

async function twoInCall(): Promise<[HostPage, HostPage]> {
  const both = await pages.openTwo(hooks(transfer, pauseRecording));
  snapshotIn(both, 'STATE_CALL_ACTIVE', talking);
  for (const { connection } of both) connection.takeSent();
  return both;
}

describe('an extra request', () => {
  it('is sent, pending, and done when the state confirms it', async () => {
    const { page, extra } = await inCall(transfer);
    const refusal = extra.refusalOf(transfer);
    expect(refusal()).toBeNull();
    const outcome = extra.give(transfer, { to: '0662' });
    await deliver();
    expect(page.connection.sent).toEqual([{ type: 'transferCall', phoneNumber: '0662' }]);
    expect(extra.status('transfer')).toBe('pending');
    expect(refusal()).toEqual({ reason: 'already-pending' });
    page.snapshot('STATE_CALL_ACTIVE', { ...talking, transferTo: '0663' });
    expect(extra.status('transfer')).toBe('pending');
    page.snapshot('STATE_CALL_ACTIVE', { ...talking, transferTo: '0662' });
    await expect(outcome).resolves.toEqual({ done: true });
    expect(extra.status('transfer')).toBe('idle');
  });

  it('stays unanswered if the leading tab may have sent it, and its answer was lost', async () => {
    const [, follower] = await twoInCall();
    jest.spyOn(follower.tab, 'forward').mockResolvedValue({ status: 'unknown' });
    const outcome = extraOf(follower).give(transfer, { to: '0662' });
    await jest.advanceTimersByTimeAsync(2 * limit);
    await expect(outcome).resolves.toEqual({ done: false, why: 'unanswered' });
  });

  it('without arguments is given by its definition alone', async () => {
    const { page, extra } = await inCall(pauseRecording);
    const outcome = extra.give(pauseRecording);
    await deliver();
    expect(page.connection.takeSent()).toEqual(['recordPause']);
    page.snapshot('STATE_CALL_ACTIVE', { ...talking, recording: 'paused' });
    await expect(outcome).resolves.toEqual({ done: true });
  });

  it.each<[string, (page: HostPage) => void, object]>([
    ['in another phase', (page) => page.snapshot('STATE_IDLE'), { reason: 'wrong-phase', phase: 'available' }],
    [
      'if Mediatel does not list it',
      (page) => page.snapshot('STATE_CALL_ACTIVE', { ...talking, availableCommand: [] }),
      { reason: 'not-available', needs: 'CMD_TRANSFER' },
    ],
    ['without a link', (page) => (page.connection.disconnect(), page.app.tick()), { reason: 'not-connected' }],
    [
      'without a link that the state does not know of',
      (page) => page.connection.disconnect(),
      { reason: 'not-connected' },
    ],
    [
      'before a new link’s first snapshot',
      (page) => {
        page.connection.disconnect();
        page.app.tick();
        page.connection.connect();
        page.app.tick();
      },
      { reason: 'not-synced' },
    ],
  ])('is refused %s, and never sent later', async (_, happen, refusal) => {
    const { page, extra } = await inCall(transfer);
    happen(page);
    await expect(extra.give(transfer, { to: '0662' })).resolves.toMatchObject({ why: 'refused', refusal });
    page.connection.connect();
    page.app.tick();
    page.snapshot('STATE_CALL_ACTIVE', talking);
    jest.advanceTimersByTime(60_000);
    expect(page.connection.takeSent()).not.toContain('transferCall');
  });

  it('is refused with the host’s reason', async () => {
    const { page, extra } = await inCall(transfer);
    const outcome = extra.give(transfer, { to: '' });
    await expect(outcome).resolves.toMatchObject({ refusal: { reason: 'not-permitted', text: 'Say to whom.' } });
    expect(page.connection.takeSent()).toEqual([]);
  });

  it('pressed twice is sent once: each press has its own outcome', async () => {
    const { page, extra } = await inCall(transfer);
    const outcomes = [extra.give(transfer, { to: '0662' }), extra.give(transfer, { to: '0662' })];
    await expect(outcomes[1]).resolves.toMatchObject({ refusal: { reason: 'already-pending' } });
    page.snapshot('STATE_CALL_ACTIVE', { ...talking, transferTo: '0662' });
    await expect(outcomes[0]).resolves.toEqual({ done: true });
    expect(page.connection.takeSent()).toEqual(['transferCall']);
  });

  it('is unanswered after its limit, whatever comes later, and may be given again', async () => {
    const { page, extra } = await inCall(transfer);
    const outcome = extra.give(transfer, { to: '0662' });
    await deliver();
    jest.advanceTimersByTime(limit - 1);
    expect(extra.status('transfer')).toBe('pending');
    jest.advanceTimersByTime(1);
    await expect(outcome).resolves.toEqual({ done: false, why: 'unanswered' });
    expect(extra.status('transfer')).toBe('unanswered');
    page.snapshot('STATE_CALL_ACTIVE', { ...talking, transferTo: '0662' });
    expect(page.connection.takeSent()).toEqual(['transferCall']);
    void extra.give(transfer, { to: '0662' });
    await deliver();
    expect(page.connection.takeSent()).toEqual(['transferCall']);
  });

  it.each<[string, (page: HostPage) => void]>([
    ['its call ends', (page) => page.snapshot('STATE_IDLE')],
    ['another call takes its place', (page) => page.snapshot('STATE_CALL_ACTIVE', { ...talking, callTraceID: '8' })],
  ])('is overtaken when %s', async (_, happen) => {
    const { page, extra } = await inCall(transfer);
    const outcome = extra.give(transfer, { to: '0662' });
    await deliver();
    happen(page);
    await expect(outcome).resolves.toMatchObject({ refusal: { reason: 'overtaken' } });
    expect(extra.status('transfer')).toBe('idle');
  });

  it.each<[string, Partial<ExtraRequest<{ readonly to: string }>>, object]>([
    ['throws when it refuses', { refuse: () => JSON.parse('{') as null }, { refusal: { reason: 'not-checked' } }],
    ['throws when it is made', { request: () => JSON.parse('{') as never }, { refusal: { reason: 'not-checked' } }],
    ['is one of the library’s own', { request: () => ({ type: 'makeCall' }) }, { refusal: { reason: 'not-checked' } }],
    ['throws when it is confirmed', { confirmed: () => JSON.parse('{') as boolean }, { why: 'unanswered' }],
  ])('that %s is reported once, and the phone goes on', async (_, change, expected) => {
    const { page, extra } = await inCall({ ...transfer, ...change } as AnyExtraRequest);
    const outcome = extra.give(transfer, { to: '0662' });
    await deliver();
    page.snapshot('STATE_CALL_ACTIVE', { ...talking, mute: 1 });
    page.snapshot('STATE_CALL_ACTIVE', { ...talking, mute: 0 });
    await expect(outcome).resolves.toMatchObject({ done: false, ...expected });
    expect(pages.errors).toHaveLength(1);
    expect(page.connection.takeSent()).not.toContain('makeCall');
    await expect(page.mediatel.hold()).resolves.toBeDefined();
  });

  it('that was not provided is refused and reported', async () => {
    const { extra } = await inCall(pauseRecording);
    await expect(extra.give(transfer, { to: '1' })).resolves.toMatchObject({ refusal: { reason: 'not-available' } });
    expect(pages.errors).toHaveLength(1);
  });

  it('ends with a sign-out and with the application, and is refused before a sign-in', async () => {
    const page = await pages.openSignedOut(hooks(pauseRecording));
    const extra = extraOf(page);
    await expect(extraOf(page).give(pauseRecording)).resolves.toMatchObject({ refusal: { reason: 'not-signed-in' } });
    await page.signIn('STATE_CALL_ACTIVE');
    const pending = extra.give(pauseRecording);
    await deliver();
    page.snapshot('STATE_IDLE');
    void page.mediatel.signOut();
    page.snapshot('STATE_LOGOUT');
    await expect(pending).resolves.toMatchObject({ refusal: { reason: 'overtaken' } });
    await page.signIn('STATE_CALL_ACTIVE');
    const outcome = extra.give(pauseRecording);
    await deliver();
    page.app.destroy();
    await expect(outcome).resolves.toMatchObject({ refusal: { reason: 'page-closed' } });
  });
});

describe('an extra request in a tab that follows', () => {
  it('is sent by the leading tab, once, and its outcome comes back', async () => {
    const both = await twoInCall();
    const [leader, follower] = both;
    const outcome = extraOf(follower).give(transfer, { to: '0662' });
    await deliver();
    expect(leader.connection.takeSent()).toEqual(['transferCall']);
    expect(follower.connection.takeSent()).toEqual([]);
    expect([extraOf(leader).status('transfer'), extraOf(follower).status('transfer')]).toEqual(['pending', 'pending']);
    snapshotIn(both, 'STATE_CALL_ACTIVE', { ...talking, transferTo: '0662' });
    await expect(outcome).resolves.toEqual({ done: true });
    await deliver();
    expect([extraOf(leader).status('transfer'), extraOf(follower).status('transfer')]).toEqual(['idle', 'idle']);
  });

  it('is refused by the leading tab: a press in both tabs sends one', async () => {
    const both = await twoInCall();
    const [leader, follower] = both;
    const outcomes = [extraOf(leader).give(transfer, { to: '1' }), extraOf(follower).give(transfer, { to: '2' })];
    await expect(outcomes[1]).resolves.toMatchObject({ refusal: { reason: 'already-pending' } });
    snapshotIn(both, 'STATE_CALL_ACTIVE', { ...talking, transferTo: '1' });
    await expect(outcomes[0]).resolves.toEqual({ done: true });
    expect(leader.connection.takeSent()).toEqual(['transferCall']);
  });

  it('does not act on another call that the leading tab has by then', async () => {
    const [leader, follower] = await twoInCall();
    leader.snapshot('STATE_CALL_ACTIVE', { ...talking, callTraceID: '8' });
    const outcome = extraOf(follower).give(transfer, { to: '2' });
    await expect(outcome).resolves.toMatchObject({ refusal: { reason: 'no-call' } });
    expect(leader.connection.takeSent()).toEqual([]);
  });

  it('is unanswered if the leading tab is not heard any more', async () => {
    const [leader, follower] = await twoInCall();
    leader.tab.isCut = true;
    const outcome = extraOf(follower).give(transfer, { to: '2' });
    await deliver();
    leader.snapshot('STATE_CALL_ACTIVE', { ...talking, transferTo: '2' });
    jest.advanceTimersByTime(2 * limit);
    await expect(outcome).resolves.toEqual({ done: false, why: 'unanswered' });
    expect(extraOf(follower).status('transfer')).toBe('unanswered');
  });
});
