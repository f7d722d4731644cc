import { StoreHarness } from 'mediatel-lib/testing';
import { selectAudioProblems, selectNotReady } from './audio-selectors';
import { selectCallLimit, selectDisagreements, selectMute } from './call-selectors';
import { selectMissedCalls } from '../state/missed-calls-feature';
import { selectForcePause, selectNextPause } from './pause-selectors';
import { preloadEffects } from '../effects-loader';

beforeAll(preloadEffects);

it('the desk’s selectors emit nothing for snapshots that change other fields', async () => {
  const harness = new StoreHarness();
  await harness.signIn('STATE_CALL_DELIVERED', { maxCallDuration: '180' });
  harness.softphone.invite('a');
  harness.snapshot('STATE_CALL_ACTIVE', { maxCallDuration: '180' });
  let emissions = 0;
  const count = (): void => {
    emissions++;
  };
  harness.store.select(selectAudioProblems).subscribe(count);
  harness.store.select(selectNotReady).subscribe(count);
  harness.store.select(selectCallLimit).subscribe(count);
  harness.store.select(selectDisagreements).subscribe(count);
  harness.store.select(selectMute).subscribe(count);
  harness.store.select(selectMissedCalls).subscribe(count);
  harness.store.select(selectForcePause).subscribe(count);
  harness.store.select(selectNextPause).subscribe(count);
  expect(emissions).toBe(8);
  harness.snapshot('STATE_CALL_ACTIVE', { maxCallDuration: '180', callHistory: [{ MCC_SAMPLEID: '1' }] });
  harness.snapshot('STATE_CALL_ACTIVE', { maxCallDuration: '180', pauseList: [['1', 'Tea']], serverTime: 1_009_000 });
  harness.snapshot('STATE_CALL_ACTIVE', { maxCallDuration: '180', queues: ['Q'], host: 'other' });
  expect(emissions).toBe(8);
});
