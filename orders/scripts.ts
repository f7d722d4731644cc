import { type Action } from '@ngrx/store';
import { CommandActions } from 'mediatel-lib/store';
import type { Tab } from './tab';
import { realTurn } from './virtual-time';
import type { Press, World } from './world';

/** What is pressed and what happens, and how the world stands before it. */
export interface Script {
  readonly name: string;
  readonly presses: readonly Press[];
  readonly prepare: (world: World) => Promise<void>;
  /** Whether the operator is signed in when all is over; `null`: it depends on the order. */
  readonly endsSignedIn: boolean | null;
  /** Whether links are cut or pages closed, so that what was asked for may be lost, if it is said. */
  readonly isRough: boolean;
}

const act = (name: string, label: string, run: (tab: Tab) => void, after = 0): Press => ({
  label: `${name}: ${label}`,
  after,
  run: (world) => {
    const tab = world.tab(name);
    // Whoever looks at a page that hangs or is gone can't press anything there.
    if (tab.closed || tab.hangs) return;
    world.running = tab;
    run(tab);
  },
});

const give = (name: string, label: string, action: Action, after = 0): Press =>
  act(name, label, (tab) => tab.dispatch(action), after);

const signOut = (name: string, after = 0): Press => act(name, 'sign out', (tab) => tab.signOut(), after);
const signIn = (name: string, after = 0): Press => act(name, 'sign in', (tab) => tab.signIn(), after);
const world = (label: string, run: (world: World) => void, after = 0): Press => ({ label, run, after });
const customerCalls = (after = 0): Press => world('a customer calls', ({ mediatel }) => mediatel.offer(), after);
const customerLeaves = (after = 0): Press =>
  world('the customer hangs up', ({ mediatel }) => mediatel.line.callUp?.customerLeaves(), after);
const closePage = (name: string, after = 0): Press =>
  world(`${name} is closed`, (all) => all.as(all.tab(name), () => all.tab(name).close()), after);
const hang = (name: string, hangs: boolean, after = 0): Press =>
  world(`${name} ${hangs ? 'hangs' : 'wakes'}`, (all) => (all.tab(name).hangs = hangs), after);
const openPage = (after = 0): Press =>
  world(
    'another tab is opened',
    (all) => {
      const tab = all.open();
      all.running = tab;
      tab.signIn();
    },
    after,
  );
const cut = (after = 0): Press =>
  world('the network is cut', ({ tabs }) => tabs.forEach(({ connection }) => connection?.cut()), after);
const setClock = (ms: number): Press =>
  world(`Mediatel's clock is set by ${ms}`, (all) => void (all.serverClockOffset = ms));

/** Takes what comes by default until all is quiet. */
async function calm(all: World, ms = 1500): Promise<void> {
  const until = all.time.now + ms;
  for (;;) {
    const [option] = all.options();
    if (!option || (option.due ?? 0) > until) return;
    await all.take(option);
  }
}

/** So many tabs, signed in and available; A leads. */
function signedIn(tabs: number, then: readonly Press[] = []): Script['prepare'] {
  return async (all) => {
    for (let i = 0; i < tabs; i++) {
      const tab = all.open();
      all.running = tab;
      tab.signIn();
      await all.settle();
      // A tab's chunk is imported once a process, which takes more than promises.
      if (!warm) for (let turn = 0; turn < 20; turn++) await all.asAsync(tab, realTurn);
      await calm(all);
    }
    warm = true;
    for (const press of then) {
      press.run(all);
      await all.settle();
      await calm(all);
    }
    all.begin();
  };
}
let warm = false;

const mute = (name: string, muted: boolean): Press =>
  give(name, muted ? 'mute' : 'unmute', CommandActions.setMuted({ muted }));
const hold = (name: string): Press => give(name, 'hold', CommandActions.hold());
const retrieve = (name: string): Press => give(name, 'retrieve', CommandActions.retrieve());
const hangUp = (name: string): Press =>
  act(name, 'hang up', (tab) => {
    const { callTraceID, knownCallTraceID } = tab.state.agent;
    tab.world.hangUpsMeant.push(callTraceID ?? knownCallTraceID);
    tab.dispatch(CommandActions.hangUp());
  });
const pause = (name: string): Press => give(name, 'pause', CommandActions.takePause({ pauseId: '1' }));
const dial = (name: string): Press => give(name, 'dial', CommandActions.makeCall({ phoneNumber: '0661234501' }));
const save = (name: string, pauseId: string | null = null, after = 0): Press =>
  act(
    name,
    pauseId === null ? 'save' : 'save and pause',
    (tab) => {
      const { knownCallTraceID, availableCallCodes } = tab.state.agent;
      const code = availableCallCodes[0];
      if (knownCallTraceID === null || code === undefined) return;
      tab.drafts.change(knownCallTraceID, { codeIds: [code.id] });
      tab.dispatch(CommandActions.saveCallCodes({ callTraceID: knownCallTraceID, codeIds: [code.id], pauseId }));
    },
    after,
  );

const saveWrongCode = (name: string): Press =>
  act(name, 'save a wrong code, then pause', (tab) => {
    const callTraceID = tab.state.agent.knownCallTraceID ?? '';
    tab.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['9999'], pauseId: '1' }));
  });

const inCall = [customerCalls()];
const inClerical = [customerCalls(), customerLeaves()];

const script = (
  name: string,
  prepare: Script['prepare'],
  presses: readonly Press[],
  more: Partial<Pick<Script, 'endsSignedIn' | 'isRough'>> = {},
): Script => ({ name, prepare, presses, endsSignedIn: true, isRough: false, ...more });

const signedOut = { endsSignedIn: false } as const;
const rough = { isRough: true } as const;

/** What is explored: each line of the operators' day in which an order could matter. */
export const scripts: readonly Script[] = [
  script('sign-out', signedIn(1), [signOut('A')], signedOut),
  script('sign-out-elsewhere', signedIn(2), [signOut('B')], signedOut),
  script('sign-out-three', signedIn(3), [signOut('C')], signedOut),
  script('sign-out-twice', signedIn(2), [signOut('A'), signOut('B')], signedOut),
  script('sign-out-and-in', signedIn(1), [signOut('A'), signIn('A')]),
  script('sign-out-and-in-elsewhere', signedIn(2), [signOut('B'), signIn('B')], { endsSignedIn: null }),
  script('sign-out-as-a-call-comes', signedIn(2), [signOut('B'), customerCalls()], { endsSignedIn: null }),
  script('sign-out-as-the-leader-closes', signedIn(2), [signOut('B'), closePage('A')], { ...signedOut, ...rough }),
  script('log-out-elsewhere', signedIn(2), [give('B', 'log out', CommandActions.logOut())]),
  script('log-out-and-in', signedIn(2), [
    give('B', 'log out', CommandActions.logOut()),
    give('A', 'log in', CommandActions.logIn()),
  ]),
  script('save-elsewhere', signedIn(2, inClerical), [save('B')]),
  script('save-twice', signedIn(2, inClerical), [save('A'), save('B')]),
  script('save-and-pause', signedIn(2, inClerical), [save('B', '1')]),
  script('save-a-wrong-code', signedIn(2, inClerical), [saveWrongCode('B')]),
  script('save-at-the-time-out', signedIn(2, inClerical), [save('B', null, 28_400)], rough),
  script('mute-twice', signedIn(1, inCall), [mute('A', true), mute('A', false)]),
  script('mute-here-and-there', signedIn(2, inCall), [mute('A', true), mute('B', true)]),
  script('mute-thrice', signedIn(2, inCall), [mute('A', true), mute('B', false), mute('A', true)]),
  script('hold-twice', signedIn(2, inCall), [hold('A'), hold('B')]),
  script('hold-and-retrieve', signedIn(2, inCall), [hold('B'), retrieve('B')]),
  script('hang-up-twice', signedIn(2, inCall), [hangUp('A'), hangUp('B')]),
  script('hang-up-as-the-customer-does', signedIn(2, inCall), [hangUp('B'), customerLeaves()]),
  script('hang-up-as-the-next-call-comes', signedIn(2, inCall), [
    customerLeaves(),
    save('A'),
    customerCalls(),
    hangUp('B'),
  ]),
  script('dial', signedIn(2), [dial('B')]),
  script('dial-and-hang-up', signedIn(2), [dial('B'), hangUp('A')]),
  script('dial-as-a-call-comes', signedIn(2), [dial('B'), customerCalls()]),
  script('next-pause', signedIn(2, inCall), [pause('B'), customerLeaves()]),
  script(
    'next-pause-and-a-tab-joins',
    signedIn(2, inCall),
    [pause('B'), openPage(), closePage('A'), closePage('B')],
    rough,
  ),
  script('a-call-while-a-tab-takes-over', signedIn(2), [closePage('A'), customerCalls()], rough),
  script('the-leader-closes-in-a-call', signedIn(2, inCall), [closePage('A'), hangUp('B')], rough),
  script(
    'the-leader-hangs-in-a-call',
    signedIn(2, inCall),
    [hang('A', true), hangUp('B'), hang('A', false, 6000)],
    rough,
  ),
  script('the-leader-hangs', signedIn(2), [hang('A', true), pause('B'), hang('A', false, 3000)], rough),
  script(
    'brought-here',
    signedIn(2),
    [act('B', 'bring the phone', (tab) => tab.place.bringHere()), customerCalls()],
    rough,
  ),
  script('cut-and-back', signedIn(2, inCall), [cut(), mute('B', true)], rough),
  script('cut-in-clerical', signedIn(2, inClerical), [save('B'), cut()], rough),
  script('clock-steps-back', signedIn(2), [setClock(-2000), customerCalls()]),
  script('a-call-as-the-phone-starts', startingUp, [customerCalls(), hangUp('A')]),
];

/** One tab that has just begun: the microphone and the registration are still to come. */
async function startingUp(all: World): Promise<void> {
  await signedIn(1)(all);
  all.as(all.tab('A'), () => all.tab('A').phone?.drop());
  all.running = all.tab('A');
  all.tab('A').phone?.start();
  await all.settle();
}

export const scriptNamed = (name: string): Script => {
  const found = scripts.find((one) => one.name === name);
  if (!found) throw new Error(`There is no script “${name}”: ${scripts.map((one) => one.name).join(', ')}`);
  return found;
};
