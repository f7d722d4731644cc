import { jest } from '@jest/globals';
import { setImmediate } from 'node:timers';
import { ErrorHandler, type Type, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type IncomingSupervisorRequest, PresencePublisher, type PresencePublisherState } from 'mediatel-lib/ports';
import type { OperatorPauses, Presence } from 'mediatel-lib/hub-protocol';
import { StoreHarness } from 'mediatel-lib/testing';
import { Subject } from 'rxjs';
import { preloadEffects } from '../effects-loader';
import { provideSupervisorFeed } from './provide-supervisor-feed';

beforeAll(preloadEffects);

const published: Presence[] = [];

class QuietLink extends PresencePublisher {
  override readonly state = signal<PresencePublisherState>('closed');
  override readonly connected = new Subject<void>();
  override readonly requests = new Subject<IncomingSupervisorRequest>();
  override readonly pausesWanted = new Subject<(pauses: OperatorPauses) => void>();
  override open(): void {
    this.state.set('connected');
    this.connected.next();
  }
  override close(): void {
    this.state.set('closed');
  }
  override publish(presence: Presence): void {
    published.push(presence);
  }
}

describe('the supervisor feed’s chunk', () => {
  let fetches: number;
  let isReachable: boolean;
  let faults: unknown[];
  let harness: StoreHarness;

  beforeEach(() => {
    fetches = 0;
    isReachable = false;
    faults = [];
    published.length = 0;
    const chunk = (): Promise<Type<PresencePublisher>> => {
      fetches += 1;
      return isReachable ? Promise.resolve(QuietLink) : Promise.reject(new TypeError('Failed to fetch'));
    };
    harness = new StoreHarness({}, [
      provideSupervisorFeed(null, chunk),
      { provide: ErrorHandler, useValue: { handleError: (fault: unknown) => faults.push(fault) } },
    ]);
    jest.useFakeTimers();
  });
  afterEach(() => jest.useRealTimers());

  /** Imports resolve by the real event loop, even if the module is loaded already. */
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await new Promise<void>((resolve) => void setImmediate(resolve));
  };
  const pass = async (seconds: number): Promise<void> => {
    for (let passed = 0; passed < seconds; passed += 1) {
      jest.advanceTimersByTime(1_000);
      await settle();
    }
  };

  it('is fetched again until it arrives, and supervisors see the operator from then on', async () => {
    await harness.signIn('STATE_IDLE');
    await settle();
    expect(fetches).toBe(1);
    await pass(6);
    expect(fetches).toBeGreaterThanOrEqual(3);
    await pass(600);
    expect(fetches).toBeLessThan(25);
    isReachable = true;
    await pass(60);
    expect(published.at(-1)).toMatchObject({ state: 'STATE_IDLE' });
    const done = fetches;
    await pass(120);
    expect(fetches).toBe(done);
    expect(faults).toEqual([new TypeError('Failed to fetch')]);
  });

  it('is not fetched again once the host is destroyed', async () => {
    await harness.signIn('STATE_IDLE');
    await settle();
    TestBed.resetTestingModule();
    await pass(120);
    expect(fetches).toBe(1);
  });
});
