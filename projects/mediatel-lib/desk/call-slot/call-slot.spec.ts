import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import {
  Component,
  ErrorHandler,
  type OnDestroy,
  Pipe,
  type PipeTransform,
  effect,
  input,
  signal,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { type CallSlots, MEDIATEL_CALL_SLOTS, type SlotCall, preloadEffects } from 'mediatel-lib/store';
import { MediatelCallSlotHarness, MediatelDeskHarness, StoreHarness } from 'mediatel-lib/testing';
import { MediatelDesk } from '../mediatel-desk/mediatel-desk';

const broken = 'Your CRM’s part could not be shown';
const count = signal(0);
const isBad = signal(false);
const fail = (): never => {
  throw new Error('of the host');
};
let errors: unknown[];
let destroyed: number;

@Component({ selector: 'host-card', template: '{{ call().phase }} {{ call().number }} {{ count() }}' })
class HostCard implements OnDestroy {
  readonly call = input.required<SlotCall>();
  protected readonly count = count;
  ngOnDestroy(): void {
    destroyed++;
  }
}

@Component({ selector: 'host-bad-constructor', template: '' })
class BadConstructor {
  readonly call = input.required<SlotCall>();
  constructor() {
    fail();
  }
}

@Pipe({ name: 'bad' })
class BadPipe implements PipeTransform {
  transform(bad: boolean): string {
    return bad ? fail() : 'fine';
  }
}

@Component({ selector: 'host-bad-later', imports: [BadPipe], template: '{{ isBad() | bad }}' })
class BadLater {
  readonly call = input.required<SlotCall>();
  protected readonly isBad = isBad;
}

@Component({ selector: 'host-bad-effect', template: 'fine' })
class BadEffect {
  readonly call = input.required<SlotCall>();
  constructor() {
    effect(() => {
      if (isBad()) fail();
    });
  }
}

@Component({ selector: 'host-bad-end', template: 'fine' })
class BadEnd implements OnDestroy {
  readonly call = input.required<SlotCall>();
  ngOnDestroy(): void {
    fail();
  }
}

async function open(slots: CallSlots) {
  const store = new StoreHarness({}, [
    { provide: MEDIATEL_CALL_SLOTS, useValue: slots },
    { provide: ErrorHandler, useValue: { handleError: (error: unknown) => errors.push(error) } },
    { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
  ]);
  const fixture = TestBed.createComponent(MediatelDesk);
  fixture.autoDetectChanges();
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const desk = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelDeskHarness);
  await store.signIn('STATE_IDLE');
  const harness = () => loader.getHarnessOrNull(MediatelCallSlotHarness);
  return {
    ...{ store, desk, fixture },
    isFailed: async () => (await harness())?.isFailed() ?? null,
    words: async () => (await harness())?.words() ?? null,
    enter: async (...snapshot: Parameters<StoreHarness['snapshot']>) => {
      store.snapshot(...snapshot);
      await fixture.whenStable();
    },
  };
}

beforeAll(preloadEffects);
beforeEach(() => {
  errors = [];
  destroyed = 0;
  count.set(0);
  isBad.set(false);
});

it('a host’s components are shown before, in and after a call, with the call', async () => {
  const { enter, words } = await open({ before: HostCard, during: HostCard, after: HostCard });
  expect(await words()).toBeNull();
  await enter('STATE_CALL_DELIVERED', { ani: '0661' });
  expect(await words()).toBe('before 0661 0');
  await enter('STATE_CALL_ACTIVE', { ani: '0661' });
  expect(await words()).toBe('during 0661 0');
  count.set(1);
  expect(await words()).toBe('during 0661 1');
  await enter('STATE_CLERICAL', { ani: '0661' });
  expect(await words()).toBe('after 0661 1');
  await enter('STATE_IDLE');
  expect(await words()).toBeNull();
  // Before and during share one instance, since they are one component.
  expect(destroyed).toBe(2);
  expect(errors).toEqual([]);
});

it('a phase without a component has no slot', async () => {
  const { enter, words } = await open({ after: HostCard });
  await enter('STATE_CALL_ACTIVE');
  expect(await words()).toBeNull();
});

it.each<[string, CallSlots['during']]>([
  ['in its constructor', BadConstructor],
  ['in its template, later', BadLater],
  ['in an effect, later', BadEffect],
])('a component that throws %s has a word in its place, is reported once, and the desk lives', async (_, during) => {
  const { enter, isFailed, words, desk, store, fixture } = await open({ during });
  await enter('STATE_CALL_ACTIVE');
  expect(await words()).toBe(during === BadConstructor ? broken : 'fine');
  isBad.set(true);
  await fixture.whenStable();
  expect(await words()).toBe(broken);
  expect(await isFailed()).toBe(true);
  expect(await desk.state()).toBe('In a call');
  await enter('STATE_HOLD');
  expect(await desk.state()).toBe('On hold');
  expect(errors).toEqual([new Error('of the host')]);
  // The next call tries again.
  isBad.set(false);
  await enter('STATE_IDLE');
  await enter('STATE_CALL_ACTIVE', { callTraceID: '2', time: 1_100_000 });
  expect(await isFailed()).toBe(during === BadConstructor);
  expect(store.connection.takeSent()).not.toContain('closeCall');
});

it('a component that throws when it is destroyed is reported, and the desk goes on', async () => {
  const { enter, words, desk } = await open({ during: BadEnd });
  await enter('STATE_CALL_ACTIVE');
  await enter('STATE_IDLE');
  expect(await words()).toBeNull();
  expect(await desk.state()).toBe('Available');
  expect(errors).toEqual([new Error('of the host')]);
});
