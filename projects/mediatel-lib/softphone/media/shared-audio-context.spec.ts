import { jest } from '@jest/globals';
import { SharedAudioContext } from './shared-audio-context';

class FakeContext extends EventTarget {
  state = 'suspended';
  allowed = false;
  resume(): Promise<void> {
    if (!this.allowed) return Promise.reject(new DOMException('no', 'NotAllowedError'));
    this.enter('running');
    return Promise.resolve();
  }
  close(): Promise<void> {
    this.state = 'closed';
    return Promise.resolve();
  }
  enter(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

describe('SharedAudioContext', () => {
  let context: FakeContext;
  let told: boolean[];
  let stage: SharedAudioContext;

  beforeEach(() => {
    jest.useFakeTimers();
    context = new FakeContext();
    Object.assign(globalThis, {
      AudioContext: function Stand() {
        return context;
      },
    });
    told = [];
    stage = new SharedAudioContext((blocked) => told.push(blocked));
  });
  afterEach(() => {
    stage.close();
    Object.assign(navigator, { getAutoplayPolicy: undefined });
    jest.useRealTimers();
  });

  it('says nothing of a context that starts in its own time', () => {
    stage.open();
    jest.advanceTimersByTime(900);
    context.enter('running');
    jest.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
  });

  it('says that sound is blocked, and goes on with the first gesture the browser takes for one', () => {
    stage.open();
    jest.advanceTimersByTime(1000);
    expect(told).toEqual([true]);
    document.dispatchEvent(new Event('keydown'));
    expect(told).toEqual([true]);
    context.allowed = true;
    document.dispatchEvent(new Event('pointerup'));
    expect(told).toEqual([true, false]);
  });

  it('says so again where it is suspended later', () => {
    stage.open();
    context.enter('running');
    context.enter('suspended');
    jest.advanceTimersByTime(1000);
    expect(told).toEqual([true]);
  });

  it('blames no browser that allows sound, on a machine without a way out for it', () => {
    Object.assign(navigator, { getAutoplayPolicy: () => 'allowed' });
    stage.open();
    jest.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
  });

  it('is blocked no more once it is closed', () => {
    stage.open();
    jest.advanceTimersByTime(1000);
    stage.close();
    expect(told).toEqual([true, false]);
  });
});
