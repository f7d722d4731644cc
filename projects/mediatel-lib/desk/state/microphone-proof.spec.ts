import { TestBed } from '@angular/core/testing';
import { StoreHarness } from 'mediatel-lib/testing';
import { preloadEffects } from 'mediatel-lib/store';
import { MicrophoneProof } from './microphone-proof';
import { SharedTick } from './shared-tick';

beforeAll(preloadEffects);

describe('the proof of the microphone', () => {
  it('lasts for five minutes after a voice, and needs one again', () => {
    const { softphone, clock } = new StoreHarness({}, [MicrophoneProof]);
    const proof = TestBed.inject(MicrophoneProof);
    const hear = (microphone: number): void => {
      softphone.levels.set({ microphone, remote: 0 });
      TestBed.tick();
    };
    const after = (minutes: number): boolean => {
      clock.advance(minutes * 60_000);
      TestBed.inject(SharedTick).beat();
      return proof.isProven();
    };
    hear(0.05);
    expect(proof.isProven()).toBe(false);
    hear(0.3);
    expect(proof.isProven()).toBe(true);
    hear(0);
    expect([after(4), after(2)]).toEqual([true, false]);
    hear(0.3);
    expect(proof.isProven()).toBe(true);
  });

  it('needs no proof in a browser that measures no level', () => {
    const { softphone } = new StoreHarness({}, [MicrophoneProof]);
    softphone.levels.set({ microphone: null, remote: null });
    expect(TestBed.inject(MicrophoneProof).isProven()).toBe(true);
  });

  it('is that of the check before the shift, if the desk comes later', () => {
    const { softphone } = new StoreHarness({}, [MicrophoneProof]);
    softphone.audioFacts.update((facts) => ({ ...facts, microphoneHeard: true }));
    expect(TestBed.inject(MicrophoneProof).isProven()).toBe(true);
  });
});
