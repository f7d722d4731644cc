import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { EnvironmentInjector, ErrorHandler, PLATFORM_ID, createEnvironmentInjector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { MEDIATEL_TIMERS, MediatelClock, SetupPlace } from 'mediatel-lib/ports';
import {
  CommandActions,
  type ContactLookup,
  CustomerTraces,
  MEDIATEL_CONTACT_LOOKUP,
  preloadEffects,
} from 'mediatel-lib/store';
import { FakeClock, MediatelDeskHarness, StoreHarness } from 'mediatel-lib/testing';
import { MediatelDesk } from '../mediatel-desk/mediatel-desk';
import { ContactBook } from './contact-book';
import { ContactNames } from './contact-names';

const limit = 3000;
let errors: unknown[];

const settle = (ms = 0): Promise<void> => jest.advanceTimersByTimeAsync(ms);

/** A lookup that answers when the test says so. */
function slowLookup() {
  const asked: { number: string; signal: AbortSignal; answer: (name: string | null) => void }[] = [];
  const lookup: ContactLookup = (number, signal) =>
    new Promise((answer) => {
      asked.push({ number, signal, answer });
    });
  return { asked, lookup, numbers: () => asked.map(({ number }) => number) };
}

function names(lookup: ContactLookup): ContactBook {
  TestBed.configureTestingModule({
    providers: [{ provide: ErrorHandler, useValue: { handleError: (error: unknown) => errors.push(error) } }],
  });
  return TestBed.runInInjectionContext(() => new ContactBook({ lookup, limit }));
}

beforeEach(() => {
  errors = [];
});
afterEach(() => jest.useRealTimers());

it('a lookup that never answers ends by the library’s timers, and its number is asked again by the library’s clock', async () => {
  const { asked, lookup } = slowLookup();
  const clock = new FakeClock();
  TestBed.configureTestingModule({
    providers: [
      { provide: MediatelClock, useValue: clock },
      { provide: MEDIATEL_TIMERS, useValue: clock.timers },
    ],
  });
  const contacts = names(lookup);
  contacts.nameOf('0661');
  await Promise.resolve();
  clock.advance(limit);
  expect(asked.map(({ signal }) => signal.aborted)).toEqual([true]);
  contacts.nameOf('0661');
  await Promise.resolve();
  expect(asked).toHaveLength(1);
  clock.advance(60_000);
  contacts.nameOf('0661');
  await Promise.resolve();
  expect(asked).toHaveLength(2);
});

describe('a name of a number', () => {
  beforeEach(() => jest.useFakeTimers());

  it('is asked once, however often it is shown, and remembered', async () => {
    const { asked, lookup, numbers } = slowLookup();
    const contacts = names(lookup);
    expect(contacts.nameOf('066 123')).toBeNull();
    expect(contacts.nameOf('066123')).toBeNull();
    expect(asked).toEqual([]);
    await settle();
    expect(numbers()).toEqual(['066123']);
    asked[0]!.answer('  Olena Koval ');
    await settle();
    expect(contacts.nameOf('066-123')).toBe('Olena Koval');
    await settle(9 * 60_000);
    contacts.nameOf('066123');
    await settle();
    expect(asked).toHaveLength(1);
    await settle(2 * 60_000);
    expect(contacts.nameOf('066123')).toBe('Olena Koval');
    await settle();
    expect(asked).toHaveLength(2);
  });

  it('is not asked for no number, or for a text', async () => {
    const { asked, lookup } = slowLookup();
    const contacts = names(lookup);
    expect([contacts.nameOf(null), contacts.nameOf('anonymous')]).toEqual([null, null]);
    await settle();
    expect(asked).toEqual([]);
  });

  it('is asked for four numbers at a time, the one shown last first; a long queue drops the oldest', async () => {
    const { asked, lookup, numbers } = slowLookup();
    const contacts = names(lookup);
    for (let n = 0; n < 60; n++) contacts.nameOf(`${100 + n}`);
    await settle();
    expect(numbers()).toEqual(['159', '158', '157', '156']);
    asked[2]!.answer('x');
    await settle();
    expect(numbers().at(-1)).toBe('155');
    expect(asked).toHaveLength(5);
    for (let n = 0; n < 100; n++) {
      asked.forEach(({ answer }) => answer('x'));
      await settle();
    }
    expect(asked).toHaveLength(50);
    expect(numbers()).not.toContain('100');
    // It is asked again when it is shown again.
    contacts.nameOf('100');
    await settle();
    expect(numbers().at(-1)).toBe('100');
  });

  it('is forgotten after 500 newer ones, the one shown longest ago first', async () => {
    const asked: string[] = [];
    const contacts = names((number) => {
      asked.push(number);
      return `name ${number}`;
    });
    const show = async (number: string): Promise<string | null> => {
      contacts.nameOf(number);
      await settle();
      return contacts.nameOf(number);
    };
    for (let n = 0; n < 500; n++) await show(`${1000 + n}`);
    contacts.nameOf('1000');
    await show('9999');
    asked.splice(0);
    expect(await show('1000')).toBe('name 1000');
    expect(asked).toEqual([]);
    await show('1001');
    expect(asked).toEqual(['1001']);
  });

  it('that comes after its limit does not count, frees its place, and is asked again after a minute', async () => {
    const { asked, lookup } = slowLookup();
    const contacts = names(lookup);
    for (const number of ['1', '2', '3', '4', '5']) contacts.nameOf(number);
    await settle();
    expect(asked).toHaveLength(4);
    await settle(limit);
    expect(asked).toHaveLength(5);
    expect(asked[0]!.signal.aborted).toBe(true);
    asked[0]!.answer('late');
    await settle();
    expect(contacts.nameOf('5')).toBeNull();
    expect(asked).toHaveLength(5);
    await settle(60_000);
    contacts.nameOf('5');
    await settle();
    expect(asked.at(-1)!.number).toBe('5');
    expect(errors).toEqual([]);
  });

  it.each<[string, ContactLookup]>([
    ['throws', () => JSON.parse('{') as null],
    ['rejects', () => Promise.reject(new Error('no'))],
    ['answers with no text', (() => 7) as unknown as ContactLookup],
  ])('stays away when the lookup %s: reported once for the whole failure', async (_, lookup) => {
    let isBroken = true;
    const contacts = names((...given) => (isBroken ? lookup(...given) : 'Olena'));
    for (const number of ['1', '2', '3']) contacts.nameOf(number);
    await settle();
    expect(errors).toHaveLength(1);
    isBroken = false;
    await settle(61_000);
    contacts.nameOf('1');
    await settle();
    expect(contacts.nameOf('1')).toBe('Olena');
    isBroken = true;
    contacts.nameOf('4');
    await settle();
    expect(errors).toHaveLength(2);
  });

  it('that is under way is aborted at the sign-out, although nothing is shown any more', async () => {
    const { asked, lookup } = slowLookup();
    const contacts = names(lookup);
    contacts.nameOf('0661');
    await settle();
    TestBed.inject(CustomerTraces).forget();
    TestBed.tick();
    await settle();
    expect(asked[0]!.signal.aborted).toBe(true);
  });

  it('is forgotten at a sign-out, with the answers that are under way', async () => {
    const { asked, lookup } = slowLookup();
    const contacts = names(lookup);
    contacts.nameOf('1');
    contacts.nameOf('2');
    await settle();
    asked.find(({ number }) => number === '1')!.answer('Olena');
    await settle();
    TestBed.inject(CustomerTraces).forget();
    expect(contacts.nameOf('1')).toBeNull();
    const second = asked.find(({ number }) => number === '2')!;
    expect(second.signal.aborted).toBe(true);
    second.answer('Ivan');
    await settle();
    expect(contacts.nameOf('2')).toBeNull();
  });
});

/** Lets the chunk load, and the answers come. */
const loaded = async (): Promise<void> => {
  await import('./contact-book');
  await new Promise((resolve) => setTimeout(resolve));
};

describe('the lookup', () => {
  it('of a set-up in a lazy route is found', async () => {
    const lookup = { lookup: () => 'Olena', limit };
    const lazy = createEnvironmentInjector(
      [{ provide: MEDIATEL_CONTACT_LOOKUP, useValue: lookup }],
      TestBed.inject(EnvironmentInjector),
    );
    TestBed.inject(SetupPlace).open(lazy);
    const contacts = TestBed.inject(ContactNames);
    expect(contacts.nameOf('066')).toBeNull();
    await loaded();
    contacts.nameOf('066');
    await loaded();
    expect(contacts.nameOf('066')).toBe('Olena');
  });

  it('is not asked on a server', async () => {
    const asked: string[] = [];
    const lookup = (number: string): string => (asked.push(number), number);
    TestBed.configureTestingModule({
      providers: [
        { provide: PLATFORM_ID, useValue: 'server' },
        { provide: MEDIATEL_CONTACT_LOOKUP, useValue: { lookup, limit } },
      ],
    });
    const contacts = TestBed.inject(ContactNames);
    contacts.nameOf('066');
    await loaded();
    contacts.nameOf('066');
    await loaded();
    expect(asked).toEqual([]);
  });
});

describe('the desk', () => {
  beforeAll(preloadEffects);

  it('shows the CRM’s name in the call, in clerical and among the recent numbers', async () => {
    const lookup = { lookup: () => Promise.resolve('Olena Koval'), limit };
    const store = new StoreHarness({}, [{ provide: MEDIATEL_CONTACT_LOOKUP, useValue: lookup }]);
    const fixture = TestBed.createComponent(MediatelDesk);
    const element = fixture.nativeElement as HTMLElement;
    await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelDeskHarness);
    await store.signIn('STATE_IDLE');
    await loaded();
    store.dispatch(CommandActions.makeCall({ phoneNumber: '0661234501' }));
    await fixture.whenStable();
    await loaded();
    await fixture.whenStable();
    expect(element.querySelector('mediatel-dialer li')?.textContent).toContain('Olena Koval');
    for (const state of ['STATE_CALL_ACTIVE', 'STATE_CLERICAL']) {
      store.snapshot(state, { ani: '0661234501' });
      await fixture.whenStable();
      await fixture.whenStable();
      expect(element.querySelector('mediatel-call-card .name')?.textContent?.trim()).toBe('Olena Koval');
    }
  });
});
