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
  let reported: boolean[];
  let stage: SharedAudioContext;

  beforeEach(() => {
    jest.useFakeTimers();
    context = new FakeContext();
    Object.assign(globalThis, {
      AudioContext: function Stand() {
        return context;
      },
    });
    reported = [];
    stage = new SharedAudioContext((blocked) => reported.push(blocked));
  });
  afterEach(() => {
    stage.close();
    Object.assign(navigator, { getAutoplayPolicy: undefined });
    jest.useRealTimers();
  });

  it('reports nothing for a context that starts in time', () => {
    stage.open();
    jest.advanceTimersByTime(900);
    context.enter('running');
    jest.advanceTimersByTime(60_000);
    expect(reported).toEqual([]);
  });

  it('reports blocked sound, and resumes with the first gesture that the browser accepts', () => {
    stage.open();
    jest.advanceTimersByTime(1000);
    expect(reported).toEqual([true]);
    document.dispatchEvent(new Event('keydown'));
    expect(reported).toEqual([true]);
    context.allowed = true;
    document.dispatchEvent(new Event('pointerup'));
    expect(reported).toEqual([true, false]);
  });

  it('reports it again if the context is suspended later', () => {
    stage.open();
    context.enter('running');
    context.enter('suspended');
    jest.advanceTimersByTime(1000);
    expect(reported).toEqual([true]);
  });

  it('reports nothing on a machine without an audio output, if the browser allows sound', () => {
    Object.assign(navigator, { getAutoplayPolicy: () => 'allowed' });
    stage.open();
    jest.advanceTimersByTime(60_000);
    expect(reported).toEqual([]);
  });

  it('is no longer blocked once it is closed', () => {
    stage.open();
    jest.advanceTimersByTime(1000);
    stage.close();
    expect(reported).toEqual([true, false]);
  });
});
