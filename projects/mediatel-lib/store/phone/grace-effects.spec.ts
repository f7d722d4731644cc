import { jest } from '@jest/globals';
import { inCall } from '../effects-kit/in-call.fixture';
import { preloadEffects } from '../effects-loader';
import { selectCall } from '../selectors/selectors';

beforeAll(preloadEffects);
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the grace', () => {
  it('names a disagreement after 2 s, and no longer once both sides agree', async () => {
    const harness = await inCall();
    let disagreements: readonly string[] = [];
    harness.store.select(selectCall).subscribe((call) => (disagreements = call?.disagreements ?? []));
    harness.clock.advance(500);
    harness.softphone.end('failure');
    harness.clock.advance(1999);
    jest.advanceTimersByTime(1999);
    expect(disagreements).toEqual([]);
    harness.clock.advance(1);
    jest.advanceTimersByTime(1);
    expect(disagreements).toEqual(['no-audio']);
    harness.snapshot('STATE_CLERICAL');
    expect(disagreements).toEqual([]);
  });

  it('names nothing if both sides agree in time', async () => {
    const harness = await inCall();
    harness.snapshot('STATE_CLERICAL');
    harness.softphone.end();
    harness.takeNames();
    jest.advanceTimersByTime(10_000);
    expect(harness.takeNames()).toEqual([]);
  });
});
