import type { Action } from '@ngrx/store';
import { CommandActions } from 'mediatel-lib/store';
import type { Tab } from './tab';
import { realTurn } from './virtual-time';
import type { Press, World } from './world';

/** Brings the world to the state in which a script begins. */
export type Prepare = (world: World) => Promise<void>;

export const act = (name: string, label: string, run: (tab: Tab) => void, after = 0): Press => ({
  label: `${name}: ${label}`,
  after,
  run: (world) => {
    const tab = world.tab(name);
    // Nobody can press anything in a page that hangs or is closed.
    if (tab.closed || tab.hangs) return;
    world.running = tab;
    run(tab);
  },
});

export const give = (name: string, label: string, action: Action, after = 0): Press =>
  act(name, label, (tab) => tab.dispatch(action), after);

export const signOut = (name: string, after = 0): Press => act(name, 'sign out', (tab) => tab.signOut(), after);
export const signIn = (name: string, after = 0): Press => act(name, 'sign in', (tab) => tab.signIn(), after);
const world = (label: string, run: (world: World) => void, after = 0): Press => ({ label, run, after });
export const customerCalls = (after = 0): Press => world('a customer calls', ({ mediatel }) => mediatel.offer(), after);
export const customerLeaves = (after = 0): Press =>
  world('the customer hangs up', ({ mediatel }) => mediatel.line.callUp?.customerLeaves(), after);
export const closePage = (name: string, after = 0): Press =>
  world(`${name} is closed`, (all) => all.as(all.tab(name), () => all.tab(name).close()), after);
export const hang = (name: string, hangs: boolean, after = 0): Press =>
  world(`${name} ${hangs ? 'hangs' : 'wakes'}`, (all) => (all.tab(name).hangs = hangs), after);
export const openPage = (after = 0): Press =>
  world(
    'another tab is opened',
    (all) => {
      const tab = all.open();
      all.running = tab;
      tab.signIn();
    },
    after,
  );
/** The page leaves its call to a new one, which is opened at once. */
export const reload = (name: string, after = 0): Press =>
  world(
    `${name} is reloaded: it is closed, another tab is opened`,
    (all) => {
      const tab = all.tab(name);
      if (tab.closed) return;
      all.as(tab, () => tab.phone?.drop());
      all.as(tab, () => tab.close());
      openPage().run(all);
    },
    after,
  );
/** Opens a tab whose host is slow to return the account. */
export const openSlowPage = (after = 0): Press =>
  world(
    'another tab is opened',
    (all) => {
      all.slowHost = true;
      const tab = all.open();
      all.running = tab;
      tab.signIn();
    },
    after,
  );
/** The browser freezes a page that was hidden for long, and resumes it when it is shown. */
export const freeze = (name: string, after = 0): Press =>
  world(
    `${name} is frozen`,
    (all) => {
      const tab = all.tab(name);
      if (tab.closed) return;
      all.as(tab, () => all.pageLife.tell(tab, 'freeze'));
      all.running = tab;
      tab.hangs = true;
    },
    after,
  );
export const thaw = (name: string, after = 0): Press =>
  world(
    `${name} is thawed`,
    (all) => {
      const tab = all.tab(name);
      if (tab.closed) return;
      tab.hangs = false;
      all.running = tab;
      all.pageLife.tell(tab, 'resume');
    },
    after,
  );
export const logInElsewhere = (after = 0): Press =>
  world('the operator logs in at another computer', ({ mediatel }) => mediatel.logInElsewhere(), after);
export const cut = (after = 0): Press =>
  world('the network is cut', ({ tabs }) => tabs.forEach(({ connection }) => connection?.cut()), after);
export const setClock = (ms: number): Press =>
  world(`Mediatel's clock is set by ${ms}`, (all) => void (all.serverClockOffset = ms));

/** Takes the default steps until all is quiet. */
async function calm(all: World, ms = 1500): Promise<void> {
  const until = all.time.now + ms;
  for (;;) {
    const [option] = all.options();
    if (!option || (option.due ?? 0) > until) return;
    await all.take(option);
  }
}

/** This many tabs, signed in and available; A leads. */
export function signedIn(tabs: number, then: readonly Press[] = []): Prepare {
  return async (all) => {
    for (let i = 0; i < tabs; i++) {
      const tab = all.open();
      all.running = tab;
      tab.signIn();
      await all.settle();
      // A tab's chunk is imported once per process, which takes more than promises.
      if (!warm) for (let turn = 0; turn < 20; turn++) await all.asAsync(tab, realTurn);
      await calm(all);
    }
    warm = true;
    for (const press of then) {
      all.presses.push(press.label);
      press.run(all);
      await all.settle();
      await calm(all);
    }
    all.begin();
  };
}
let warm = false;

export const mute = (name: string, muted: boolean): Press =>
  give(name, muted ? 'mute' : 'unmute', CommandActions.setMuted({ muted }));
export const hold = (name: string): Press => give(name, 'hold', CommandActions.hold());
export const retrieve = (name: string): Press => give(name, 'retrieve', CommandActions.retrieve());
export const hangUp = (name: string): Press =>
  act(name, 'hang up', (tab) => {
    const { callTraceID, knownCallTraceID } = tab.state.agent;
    tab.world.hangUpsMeant.push(callTraceID ?? knownCallTraceID);
    tab.dispatch(CommandActions.hangUp());
  });
export const pause = (name: string, after = 0): Press =>
  give(name, 'pause', CommandActions.takePause({ pauseId: '1' }), after);
export const dial = (name: string): Press => give(name, 'dial', CommandActions.makeCall({ phoneNumber: '0661234501' }));
export const save = (name: string, pauseId: string | null = null, after = 0): Press =>
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

export const restart = (name: string, after = 0): Press => give(name, 'restart', CommandActions.restartAgent(), after);
export const cancelPause = (name: string, after = 0): Press =>
  give(name, 'cancel the next pause', CommandActions.cancelNextPause(), after);
export const endPause = (name: string, after = 0): Press =>
  give(name, 'end the pause', CommandActions.endPause(), after);
export const predict = (name: string, on: boolean): Press =>
  give(name, `predictive ${on ? 'on' : 'off'}`, CommandActions.setPredictive({ on }));
export const logOut = (name: string, after = 0): Press => give(name, 'log out', CommandActions.logOut(), after);
export const logIn = (name: string, after = 0): Press => give(name, 'log in', CommandActions.logIn(), after);
export const tryAgain = (name: string, after = 0): Press =>
  act(
    name,
    'try again',
    (tab) => {
      // If the link works, no button offers it.
      if (tab.state.link.connection.status !== 'connected') tab.dispatch(CommandActions.retryNow());
    },
    after,
  );
export const bring = (name: string, after = 0): Press =>
  act(name, 'bring the phone', (tab) => tab.place.bringHere(), after);

export const saveWrongCode = (name: string): Press =>
  act(name, 'save a wrong code, then pause', (tab) => {
    const callTraceID = tab.state.agent.knownCallTraceID ?? '';
    tab.dispatch(CommandActions.saveCallCodes({ callTraceID, codeIds: ['9999'], pauseId: '1' }));
  });

/** One tab that has just started: the microphone and the registration are still to come. */
export async function startingUp(all: World): Promise<void> {
  await signedIn(1)(all);
  all.as(all.tab('A'), () => all.tab('A').phone?.drop());
  all.running = all.tab('A');
  all.tab('A').phone?.start();
  await all.settle();
}
