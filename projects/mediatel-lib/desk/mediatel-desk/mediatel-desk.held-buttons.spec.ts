import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { MediatelConfig } from 'mediatel-lib/ports';
import { CommandActions, preloadEffects } from 'mediatel-lib/store';
import { OperatorInput } from '../state/operator-input';
import { RecentNumbers } from '../state/recent-numbers';
import { DeskUnderTest } from './mediatel-desk.fixture';

let desk: DeskUnderTest;

interface Scene {
  readonly name: string;
  readonly config?: Partial<MediatelConfig>;
  readonly begin: () => Promise<void>;
}

/** What the desk shows when a button is pressed. */
const scenes: readonly Scene[] = [
  {
    name: 'available',
    begin: async () => {
      desk.store.dispatch(CommandActions.makeCall({ phoneNumber: '0661234502' }));
      await desk.settled();
      await desk.snapshot('STATE_MAKECALL_REQUEST');
      await desk.snapshot('STATE_IDLE');
      expect(TestBed.inject(RecentNumbers).numbers()).toEqual(['0661234502']);
      TestBed.inject(OperatorInput).number.set('0661234501');
      await desk.settled();
    },
  },
  {
    name: 'a call that waits to be answered',
    config: { autoAnswer: 'never' },
    begin: async () => {
      desk.store.softphone.invite('a');
      await desk.snapshot('STATE_CALL_DELIVERED');
    },
  },
  { name: 'a call', begin: () => talking() },
  {
    name: 'a call with a next pause',
    begin: async () => {
      await talking();
      desk.store.dispatch(CommandActions.takePause({ pauseId: '4' }));
      await desk.settled();
    },
  },
  { name: 'after call', begin: () => desk.snapshot('STATE_CLERICAL') },
  { name: 'a pause', begin: () => desk.snapshot('STATE_PAUSE') },
  {
    name: 'a problem',
    begin: async () => {
      desk.store.dispatch(CommandActions.hold());
      await desk.settled();
    },
  },
  { name: 'logged out', begin: () => desk.snapshot('STATE_LOGOUT') },
];

/** What may come while the button is down. */
const arrivals: readonly (readonly [string, () => void])[] = [
  ['available', () => desk.store.snapshot('STATE_IDLE')],
  ['a ringing call', () => (desk.store.softphone.invite('b'), desk.store.snapshot('STATE_CALL_DELIVERED'))],
  ['a call', () => desk.store.snapshot('STATE_CALL_ACTIVE')],
  ['a hold', () => desk.store.snapshot('STATE_CALL_HELD')],
  ['the end of the call', () => desk.store.snapshot('STATE_CLERICAL')],
  ['a pause', () => desk.store.snapshot('STATE_PAUSE')],
  ['a log-out', () => desk.store.snapshot('STATE_LOGOUT')],
  ['an unknown state', () => desk.store.snapshot('STATE_SOMETHING')],
  ['a snapshot without commands', () => desk.store.snapshot('STATE_IDLE', { availableCommand: [] })],
  ['the loss of the link', () => desk.store.connection.disconnect()],
  [
    'the loss of the registration',
    () => {
      const registration = { status: 'rejected', sipStatus: 403, detail: 'Forbidden' } as const;
      desk.store.softphone.report({ type: 'registrationChanged', registration });
    },
  ],
  ['the end of the phone’s call', () => desk.store.softphone.end()],
];

async function begun({ config, begin }: Scene): Promise<void> {
  desk = new DeskUnderTest({ commandTimeout: 500, ...config });
  await desk.store.signIn();
  await desk.settled();
  await begin();
  desk.store.connection.takeSent();
  // The button means for long what it means.
  desk.store.clock.advance(1000);
}

async function talking(): Promise<void> {
  desk.store.softphone.invite('a');
  await desk.snapshot('STATE_CALL_DELIVERED');
  await desk.snapshot('STATE_CALL_ACTIVE');
}

const buttons = (): readonly HTMLElement[] =>
  [desk.element, desk.overlay].flatMap((root) => [...root.querySelectorAll<HTMLElement>('button')]);

/** jsdom has no PointerEvent. */
const point = (type: string, at: Element): boolean =>
  at.dispatchEvent(Object.assign(new MouseEvent(type, { bubbles: true }), { pointerType: 'mouse' }));

const release = (at: HTMLElement): void => {
  point('pointerup', at);
  at.click();
};

beforeAll(preloadEffects);
beforeEach(() => [localStorage, sessionStorage].forEach((kept) => kept.clear()));
afterEach(() => {
  jest.restoreAllMocks();
  desk.element.remove();
});

describe.each(scenes)('MediatelDesk, while a button is held in: $name', (scene) => {
  it.each([
    ['first', 0],
    ['middle', 0.5],
    ['last', 1],
  ])('keeps every button whatever comes, and delivers the click of the %s one', async (_which, part) => {
    await begun(scene);
    const before = buttons().map((button) => ({ button, words: button.textContent }));
    const { button } = before[Math.round(part * (before.length - 1))]!;
    const clicks = jest.fn();
    button.addEventListener('click', clicks);

    point('pointerdown', button);
    for (const [what, arrive] of arrivals) {
      arrive();
      await desk.settled();
      for (const one of before) {
        expect([what, one.button.isConnected, one.button.textContent]).toEqual([what, true, one.words]);
      }
    }

    release(button);
    expect(clicks).toHaveBeenCalledTimes(1);
    // Then the desk shows again what comes.
    desk.store.connect();
    await desk.snapshot('STATE_NEWS');
    expect(await desk.word()).toBe('Unknown state');
  });
});

describe('MediatelDesk, what a held button does', () => {
  const primary = (): HTMLElement => desk.element.querySelector('mediatel-primary-action button')!;
  const notice = (): HTMLElement => desk.element.querySelector('mediatel-notice .action')!;
  const withLabel = (words: string): HTMLElement =>
    buttons().find((button) => button.textContent?.includes(words) || button.ariaLabel?.includes(words))!;
  const scene = (name: string): Scene => scenes.find((one) => one.name === name)!;

  it('does not call when another call came: the button says so', async () => {
    await begun(scene('available'));
    point('pointerdown', primary());
    desk.store.softphone.invite('b');
    desk.store.snapshot('STATE_CALL_DELIVERED');
    await desk.settled();
    release(primary());
    await desk.settled();
    expect(desk.store.connection.takeSent()).toEqual([]);
    expect(primary().textContent).toContain('Cancel');
  });

  it('hangs up while snapshots of the same call come', async () => {
    await begun(scene('a call'));
    point('pointerdown', primary());
    desk.store.snapshot('STATE_CALL_ACTIVE', { mute: 1 });
    await desk.settled();
    release(primary());
    expect(desk.store.connection.takeSent()).toEqual(['closeCall']);
  });

  it('takes the problem’s action although another problem came', async () => {
    await begun(scene('a problem'));
    expect(notice().textContent).toBe('Dismiss');
    point('pointerdown', notice());
    desk.store.snapshot('STATE_IDLE', { isAvailable: 0 });
    await desk.settled();
    release(notice());
    await desk.settled();
    expect(desk.store.state.commands.lastRefusal).toBeNull();
    expect(desk.store.connection.takeSent()).toEqual([]);
    expect(await desk.notice()).not.toBe('');
  });

  it('says why the action of a problem that is gone can’t be done', async () => {
    await begun(scene('available'));
    desk.store.dispatch(CommandActions.setPredictive({ on: true }));
    await new Promise((resolve) => setTimeout(resolve, 0));
    desk.store.connection.takeSent();
    desk.store.snapshot('STATE_IDLE', { isAvailable: 0 });
    await desk.settled();
    expect(notice().textContent).toBe('Restart the agent');
    point('pointerdown', notice());
    desk.store.connection.disconnect();
    await desk.settled();
    release(notice());
    await desk.settled();
    expect(desk.store.connection.takeSent()).toEqual([]);
    expect(desk.store.state.commands.lastRefusal?.refusal).toEqual({ reason: 'not-connected' });
    expect(await desk.notice()).toContain('Mediatel');
  });

  it('declines the call that rang, not the next one', async () => {
    await begun(scene('a call that waits to be answered'));
    const ended = jest.spyOn(desk.store.softphone, 'execute');
    const cancel = withLabel('Cancel');
    point('pointerdown', cancel);
    desk.store.softphone.end();
    desk.store.snapshot('STATE_IDLE');
    desk.store.softphone.invite('b');
    desk.store.snapshot('STATE_CALL_DELIVERED');
    await desk.settled();
    release(cancel);
    await desk.settled();
    expect(ended.mock.calls.filter(([{ type }]) => type === 'hangUp')).toEqual([]);
    expect(desk.store.connection.takeSent()).toEqual([]);
  });
});
