import { jest } from '@jest/globals';
import { Subject } from 'rxjs';
import type { MediatelOutcome } from '../commands/command-outcome';
import { type AnyExtraRequest, type ExtraRequest, MEDIATEL_EXTRA_REQUESTS } from '../hooks/extra-request';
import { ExtraRequests } from '../hooks/extra-requests';
import { HookPages } from '../hook-pages.fixture';
import { type HostPage, deliver } from '../mediatel.fixture';
import { SessionActions } from '../state/session-actions';

const transfer: ExtraRequest<{ readonly to: unknown }> = {
  name: 'transfer',
  phases: ['talking'],
  ofCall: true,
  request: ({ to }) => ({ type: 'transferCall', to }),
  confirmed: () => false,
};
const talking = { callTraceID: '7' };

const pages = HookPages.forEachTest({ commandTimeout: 3000 });
const hooks = (...requests: readonly AnyExtraRequest[]) => ({ provide: MEDIATEL_EXTRA_REQUESTS, useValue: requests });
/** What the promise resolved with by now; `null` if it is not settled. */
async function now(promise: Promise<MediatelOutcome>): Promise<MediatelOutcome | null> {
  let outcome: MediatelOutcome | null = null;
  void promise.then((settled) => (outcome = settled));
  await deliver();
  return outcome;
}
const extraOf = ({ app }: HostPage): ExtraRequests => app.injector.get(ExtraRequests);

async function inCall(request: AnyExtraRequest): Promise<{ page: HostPage; extra: ExtraRequests }> {
  const page = await pages.open(hooks(request));
  page.snapshot('STATE_CALL_ACTIVE', talking);
  page.connection.takeSent();
  return { page, extra: extraOf(page) };
}

describe('an extra request', () => {
  it('that waits for the certainty of the lead does not act on the call that came meanwhile', async () => {
    const { page, extra } = await inCall(transfer);
    page.tab.doubt = new Subject();
    const outcome = extra.give(transfer, { to: '0662' });
    page.snapshot('STATE_CALL_ACTIVE', { callTraceID: '8' });
    page.tab.doubt.next();
    expect(await now(outcome)).toMatchObject({ refusal: { reason: 'no-call' } });
    expect(page.connection.takeSent()).toEqual([]);
  });

  it('that waits for the certainty of the lead is not sent for the next operator', async () => {
    const { page, extra } = await inCall({ ...transfer, ofCall: false } as AnyExtraRequest);
    page.tab.doubt = new Subject();
    const outcome = extra.give(transfer, { to: '0662' });
    page.dispatch(SessionActions.signedOut());
    const { doubt } = page.tab;
    page.tab.doubt = null;
    await page.signIn('STATE_CALL_ACTIVE');
    doubt.next();
    expect(await now(outcome)).toMatchObject({ refusal: { reason: 'overtaken' } });
    expect(page.connection.takeSent()).not.toContain('transferCall');
  });

  it.each<[string, object]>([
    ['a promise', { request: () => Promise.resolve({ type: 'transferCall' }) }],
    ['nothing', { request: () => undefined }],
    ['no type', { request: () => ({}) }],
  ])('whose request is %s is refused and reported, not sent', async (_, change) => {
    const { page, extra } = await inCall({ ...transfer, ...change });
    const outcome = extra.give(transfer, { to: '0662' });
    expect(await now(outcome)).toMatchObject({ refusal: { reason: 'not-checked' } });
    expect(pages.errors).toHaveLength(1);
    expect(page.connection.sent).toEqual([]);
  });

  it('whose reason is no text is refused as not checked', async () => {
    const refuse = () => Promise.resolve(null) as never;
    const { page, extra } = await inCall({ ...transfer, refuse });
    expect(await now(extra.give(transfer, { to: '1' }))).toMatchObject({ refusal: { reason: 'not-checked' } });
    expect(pages.errors).toHaveLength(1);
    expect(page.connection.sent).toEqual([]);
  });

  it('that the connection can not write settles', async () => {
    const { page, extra } = await inCall(transfer);
    jest.spyOn(page.connection, 'send').mockImplementation(() => {
      throw new TypeError('Converting circular structure to JSON');
    });
    const outcome = extra.give(transfer, { to: '1' });
    expect(await now(outcome)).toMatchObject({ refusal: { reason: 'not-checked' } });
    expect(pages.errors).toHaveLength(1);
    expect(page.mediatel.safeToReload()).toMatchObject({ reason: 'in-call' });
  });

  it('that was unanswered is no matter of the next operator', async () => {
    const { page, extra } = await inCall(transfer);
    void extra.give(transfer, { to: '1' });
    await deliver();
    jest.advanceTimersByTime(3000);
    expect(extra.status('transfer')).toBe('unanswered');
    page.snapshot('STATE_IDLE');
    const out = page.mediatel.signOut();
    page.snapshot('STATE_LOGOUT');
    await out;
    expect(extra.status('transfer')).toBe('idle');
  });

  it('with arguments that can not reach the leading tab settles', async () => {
    const { page, extra } = await inCall(transfer);
    page.tab.follow();
    jest.spyOn(page.tab, 'forward').mockImplementation(() => {
      throw new DOMException('could not be cloned', 'DataCloneError');
    });
    const outcome = extra.give(transfer, { to: () => 1 });
    expect(await now(outcome)).toMatchObject({ why: 'refused' });
    expect(pages.errors).toHaveLength(1);
  });
});
