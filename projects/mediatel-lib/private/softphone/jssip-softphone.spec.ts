import { jest } from '@jest/globals';
import { NgZone } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  MEDIATEL_CONFIG,
  type PhoneCommand,
  type ResolvedMediatelConfig,
  type Softphone,
  type SoftphoneEvent,
} from 'mediatel-lib/ports';
import { fakeAccount } from 'mediatel-lib/testing';
import { until } from 'test-kit';

/** Who executed which command, in order. */
const executed: (readonly [executor: string, command: PhoneCommand])[] = [];
/** Whether code runs outside of Angular's zone now. The tests' own zone does not tell. */
let isOutside = false;
const note = (executor: string, command: PhoneCommand): void => {
  if (isOutside) executed.push([executor, command]);
};
const started: string[] = [];
/** How many parts of the phone were fetched. */
let fetched = 0;
/** Whether the phone's code can be fetched. */
let isReachable = true;

/** The phone's code. */
class LoadedPhone {
  start({ login }: { readonly login: string }): void {
    started.push(login);
  }

  execute(command: PhoneCommand): void {
    note('phone', command);
  }

  executeInCall(command: PhoneCommand): void {
    note('call', command);
  }

  destroy(): void {
    return;
  }
}

jest.unstable_mockModule('./jssip/fetch-part', () => ({
  fetchPart: () => {
    fetched += 1;
    return isReachable ? Promise.resolve(LoadedPhone) : Promise.reject(new Error('no network'));
  },
}));
const { JsSipSoftphone } = await import('./jssip-softphone');

function provide(config: Partial<ResolvedMediatelConfig>): void {
  const useValue = config as ResolvedMediatelConfig;
  TestBed.configureTestingModule({ providers: [JsSipSoftphone, { provide: MEDIATEL_CONFIG, useValue }] });
}

describe('JsSipSoftphone', () => {
  let phone: Softphone;

  const start = async (): Promise<void> => {
    phone.start(fakeAccount.sip);
    await until(() => started.length > 0, 'the phone is loaded');
  };

  beforeEach(() => {
    executed.length = started.length = 0;
    isReachable = true;
    provide({});
    jest.spyOn(TestBed.inject(NgZone), 'runOutsideAngular').mockImplementation((run) => {
      isOutside = true;
      const result = run();
      isOutside = false;
      return result;
    });
    phone = TestBed.inject(JsSipSoftphone);
  });

  it.each<[PhoneCommand, 'call' | 'phone']>([
    [{ type: 'answer', callId: 'c1' }, 'call'],
    [{ type: 'hangUp', callId: 'c1' }, 'call'],
    [{ type: 'setMuted', callId: 'c1', muted: true }, 'call'],
    [{ type: 'sendDigits', callId: 'c1', digits: '1' }, 'call'],
    [{ type: 'proveAudio', callId: 'c1' }, 'call'],
    [{ type: 'registerNow' }, 'phone'],
    [{ type: 'reopenMicrophone' }, 'phone'],
    [{ type: 'chooseDevice', use: 'ringer', deviceId: null }, 'phone'],
  ])('has %j executed by the %s, outside of Angular’s zone', async (command, executor) => {
    await start();
    phone.execute(command);
    expect(executed).toEqual([[executor, command]]);
  });

  it('executes no command before it is loaded', () => {
    phone.execute({ type: 'answer', callId: 'c1' });
    phone.execute({ type: 'registerNow' });
    expect([executed, started]).toEqual([[], []]);
  });

  it('loads its code again on registerNow if that could not be fetched', async () => {
    isReachable = false;
    const events: SoftphoneEvent[] = [];
    phone.events.subscribe((event) => events.push(event));
    phone.start(fakeAccount.sip);
    await until(() => events.length > 0, 'the failure is reported');
    expect(events).toEqual([
      {
        type: 'registrationChanged',
        registration: { status: 'rejected', sipStatus: 0, detail: 'no network', loaded: false },
      },
    ]);
    isReachable = true;
    phone.execute({ type: 'registerNow' });
    await until(() => started.length > 0, 'the phone is loaded');
    expect(started).toEqual([fakeAccount.sip.login]);
    expect(executed).toEqual([]);
  });
});

describe('the code of a phone that has a call to go on with', () => {
  beforeEach(() => {
    fetched = started.length = 0;
    isReachable = true;
  });
  afterEach(() => {
    jest.restoreAllMocks();
    localStorage.clear();
  });

  it.each([
    ['is fetched before the account is there, with JsSIP', 'mediatel.sip.call 1001 t.local ws://t.local', true, 2],
    ['is not fetched if calls are not resumed', 'mediatel.sip.call 1001 t.local ws://t.local', false, 0],
    ['is not fetched if no call is stored', 'mediatel.sip.instance', true, 0],
  ])('%s', (_, key, resumeCalls, parts) => {
    localStorage.setItem(key, '{}');
    provide({ resumeCalls });
    TestBed.inject(JsSipSoftphone);
    expect([fetched, started]).toEqual([parts, []]);
  });

  it('is not fetched if the storage is forbidden', () => {
    jest.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    provide({ resumeCalls: true });
    TestBed.inject(JsSipSoftphone);
    expect(fetched).toBe(0);
  });

  it('is fetched again by the start if it could not be', async () => {
    localStorage.setItem('mediatel.sip.call 1001 t.local ws://t.local', '{}');
    isReachable = false;
    provide({ resumeCalls: true });
    const phone = TestBed.inject(JsSipSoftphone);
    isReachable = true;
    phone.start(fakeAccount.sip);
    await until(() => started.length > 0, 'the phone is loaded');
    expect(fetched).toBe(3);
  });
});
