import { CommandActions } from 'mediatel-lib/store';
import {
  type Prepare,
  act,
  bring,
  cancelPause,
  closePage,
  customerCalls,
  customerLeaves,
  cut,
  dial,
  endPause,
  freeze,
  give,
  hang,
  hangUp,
  hold,
  logIn,
  logInElsewhere,
  logOut,
  mute,
  openPage,
  openSlowPage,
  pause,
  predict,
  reload,
  restart,
  retrieve,
  save,
  saveWrongCode,
  setClock,
  signIn,
  signOut,
  signedIn,
  startingUp,
  thaw,
  tryAgain,
} from './presses';
import type { Press } from './world';

/** What the operator presses and what happens, and the state of the world before it. */
export interface Script {
  readonly name: string;
  readonly presses: readonly Press[];
  readonly prepare: Prepare;
  /** Whether the operator is signed in at the end; `null`: it depends on the order. */
  readonly endsSignedIn: boolean | null;
  /** Whether links are cut or pages closed, so that a command may be lost if the desk says so. */
  readonly isRough: boolean;
}

const inCall = [customerCalls()];
const inClerical = [customerCalls(), customerLeaves()];

const script = (
  name: string,
  prepare: Prepare,
  presses: readonly Press[],
  more: Partial<Pick<Script, 'endsSignedIn' | 'isRough'>> = {},
): Script => ({ name, prepare, presses, endsSignedIn: true, isRough: false, ...more });

const signedOut = { endsSignedIn: false } as const;
const rough = { isRough: true } as const;

/** The explored scripts: each part of an operator's day in which an order could matter. */
const everyday: readonly Script[] = [
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
  script('save-as-the-leader-closes', signedIn(2, inClerical), [save('A'), closePage('A')], rough),
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
  script('dial-as-the-leader-closes', signedIn(2), [dial('B'), closePage('A')], rough),
  script('dial-as-the-giver-hangs', signedIn(2), [dial('B'), hang('B', true), hang('B', false, 4000)], rough),
  script('dial-as-the-giver-is-frozen', signedIn(2), [dial('B'), freeze('B'), thaw('B', 3000)], rough),
  script('hold-as-the-leader-closes', signedIn(2, inCall), [hold('B'), closePage('A')], rough),
  script('save-there-as-the-leader-closes', signedIn(2, inClerical), [save('B'), closePage('A')], rough),
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
  script('dial-while-the-leader-hangs', signedIn(2), [hang('A', true), dial('B'), hang('A', false, 1200)], rough),
  script(
    'brought-here',
    signedIn(2),
    [act('B', 'bring the phone', (tab) => tab.place.bringHere()), customerCalls()],
    rough,
  ),
  script('cut-and-back', signedIn(2, inCall), [cut(), mute('B', true)], rough),
  script('cut-in-clerical', signedIn(2, inClerical), [save('B'), cut()], rough),
  script('clock-steps-back', signedIn(2), [setClock(-2000), customerCalls()]),
  script('sign-out-then-a-tab-is-opened', signedIn(1), [signOut('A'), openPage()], { endsSignedIn: null }),
  script('sign-out-here-in-there', signedIn(2), [signOut('B'), signIn('A')], { endsSignedIn: null }),
  script('sign-out-in-clerical-unsaved', signedIn(2, inClerical), [signOut('B')], signedOut),
  script('dial-and-sign-out', signedIn(2), [dial('B'), signOut('A')], { endsSignedIn: null }),
  script('next-pause-cancelled-twice', signedIn(2, [...inCall, pause('B')]), [
    cancelPause('A'),
    cancelPause('B'),
    customerLeaves(),
  ]),
  script('next-pause-cancelled-as-the-call-ends', signedIn(2, [...inCall, pause('B')]), [
    customerLeaves(),
    save('A'),
    cancelPause('B'),
  ]),
  script('hold-there-retrieve-here', signedIn(3, inCall), [hold('B'), retrieve('C'), hold('A')]),
  script('predictive-twice', signedIn(2), [predict('A', true), predict('B', false)]),
  script('predictive-the-same', signedIn(3), [predict('B', true), predict('C', true)]),
  script('dial-twice', signedIn(3), [dial('B'), dial('C')]),
  script(
    'save-while-the-leader-hangs',
    signedIn(2, inClerical),
    [hang('A', true), save('B'), hang('A', false, 600)],
    rough,
  ),
  script('brought-here-in-a-call', signedIn(2, inCall), [bring('B'), hangUp('B')], rough),
  script('a-hang-in-a-call', signedIn(1, inCall), [
    { ...hold('A'), after: 300 },
    hang('A', true),
    hang('A', false, 6000),
  ]),
  script('sign-out-as-the-leader-of-three-closes', signedIn(3), [signOut('C'), closePage('A')], {
    ...signedOut,
    ...rough,
  }),
  script('dial-as-the-phone-is-brought', signedIn(2), [bring('B'), dial('A')], rough),
  script(
    'a-call-as-the-phone-is-brought-and-back',
    signedIn(2),
    [bring('B'), customerCalls(), bring('A', 3000)],
    rough,
  ),
  script('restart', signedIn(2), [pause('A'), restart('B'), logOut('A')], rough),
  script('frozen-and-thawed', signedIn(2), [freeze('A'), pause('B', 3000), thaw('A')], rough),
  script('a-tab-is-opened-as-codes-are-saved', signedIn(1, inClerical), [save('A'), openPage()]),
  script('three-hang-ups', signedIn(3, inCall), [hangUp('B'), hangUp('C'), customerLeaves()]),
  script('a-call-as-the-phone-starts', startingUp, [customerCalls(), hangUp('A')]),
];

/** A call outlives its page. */
const resumptions: readonly Script[] = [
  script('the-page-crashes-in-a-call', signedIn(1, inCall), [closePage('A'), openPage()], rough),
  script('reload-as-the-customer-hangs-up', signedIn(1, inCall), [reload('A'), customerLeaves()], rough),
  script('reload-twice-in-a-call', signedIn(1, [...inCall, mute('A', true)]), [reload('A'), reload('B')], rough),
  script('reload-and-hang-up', signedIn(1, inCall), [reload('A'), hangUp('B')], rough),
  script('reload-in-a-call-and-sign-out', signedIn(1, inCall), [reload('A'), signOut('B')], {
    ...rough,
    endsSignedIn: null,
  }),
  script('the-leader-closes-as-the-customer-hangs-up', signedIn(2, inCall), [closePage('A'), customerLeaves()], rough),
  script('the-leader-of-three-closes-in-a-call', signedIn(3, inCall), [closePage('A'), closePage('B')], rough),
  script('the-leader-closes-in-a-held-call', signedIn(2, inCall), [hold('B'), closePage('A'), retrieve('B')], rough),
  script('a-call-is-brought-and-back', signedIn(2, inCall), [bring('B'), bring('A', 3000)], rough),
  script('a-call-is-wanted-in-two-tabs', signedIn(3, inCall), [bring('B'), bring('C')], rough),
  script('a-call-is-brought-as-the-customer-hangs-up', signedIn(2, inCall), [bring('B'), customerLeaves()], rough),
  script('a-call-is-brought-to-a-tab-that-closes', signedIn(2, inCall), [bring('B'), closePage('B')], rough),
  script('a-call-is-brought-and-its-tab-closes', signedIn(2, inCall), [bring('B'), closePage('A')], rough),
  script('sign-out-as-a-call-is-brought', signedIn(2, inCall), [bring('B'), signOut('A')], {
    ...rough,
    endsSignedIn: null,
  }),
  script('frozen-in-a-call', signedIn(2, inCall), [freeze('A'), thaw('A', 3000)], rough),
];

/** Scripts with which reviewers searched for defects, and found some. */
const attacks: readonly Script[] = [
  script('sign-in-and-out', signedIn(1, [signOut('A')]), [signIn('A'), signOut('A')], signedOut),
  script('log-in-and-sign-out', signedIn(2, [logOut('A')]), [logIn('B'), signOut('B')], signedOut),
  script('sign-out-as-a-tab-is-opened', signedIn(1), [openSlowPage(), signOut('A')], signedOut),
  script('sign-out-while-a-tab-sleeps', signedIn(2), [freeze('B'), signOut('A', 1000), thaw('B', 1000)], signedOut),
  script(
    'sign-out-given-up-while-a-tab-sleeps',
    signedIn(2),
    [freeze('B'), signOut('A', 1000), customerCalls(), thaw('B', 1000)],
    { endsSignedIn: null },
  ),
  script(
    'sign-out-elsewhere-while-the-leader-sleeps',
    signedIn(2),
    [freeze('A'), signOut('B', 3000), thaw('A', 1000)],
    signedOut,
  ),
  script('sign-out-while-the-leader-hangs', signedIn(2), [hang('A', true), signOut('B'), hang('A', false, 8000)], {
    ...signedOut,
    ...rough,
  }),
  script(
    'log-out-while-the-leader-hangs',
    signedIn(2),
    [hang('A', true), logOut('B', 5000), hang('A', false, 2000)],
    rough,
  ),
  script('cut-and-sign-out', signedIn(2), [cut(), signOut('B')], { ...signedOut, ...rough }),
  script('sign-out-and-cut', signedIn(2), [signOut('B'), cut()], { ...signedOut, ...rough }),
  script('sign-out-in-clerical', signedIn(2, inClerical), [save('A'), signOut('B')], signedOut),
  script('cut-and-sign-out-in-clerical', signedIn(2, inClerical), [cut(), signOut('A')], { ...signedOut, ...rough }),
  script(
    'a-tab-is-opened-while-the-leader-hangs-in-a-call',
    signedIn(1, inCall),
    [hang('A', true), openPage(), hang('A', false, 6000)],
    rough,
  ),
  script(
    'the-leader-hangs-in-clerical',
    signedIn(2, inClerical),
    [hang('A', true), save('B', null, 5000), hang('A', false, 3000)],
    rough,
  ),
  script(
    'next-pause-while-the-leader-hangs',
    signedIn(2, [...inCall, pause('B'), customerLeaves()]),
    [hang('A', true), save('B', null, 5000), endPause('B', 2000), hang('A', false, 1000)],
    rough,
  ),
  script('a-hang-with-a-command-out', signedIn(1), [
    { ...pause('A'), after: 300 },
    hang('A', true),
    hang('A', false, 6000),
  ]),
  script('try-again-as-the-link-is-back', signedIn(2), [cut(), tryAgain('B', 900)]),
  script(
    'sign-out-while-the-leader-is-in-a-dialog',
    signedIn(2),
    [act('A', 'ask', (tab) => tab.place.sayBusy()), hang('A', true, 200), signOut('B'), hang('A', false, 9000)],
    signedOut,
  ),
  script(
    'try-again-as-a-new-leader-signs-out',
    signedIn(2),
    [hang('A', true), signOut('B'), tryAgain('B', 2500), hang('A', false, 6000)],
    { ...signedOut, ...rough },
  ),
  script('sign-out-as-the-phone-is-brought', signedIn(2), [bring('B'), signOut('A')], signedOut),
  script('sign-out-there-as-the-phone-is-brought', signedIn(3), [bring('B'), signOut('C')], signedOut),
  script('sign-out-as-the-leader-is-frozen', signedIn(2), [signOut('B'), freeze('A'), thaw('A', 3000)], {
    ...signedOut,
    ...rough,
  }),
  script('kicked-and-closed', signedIn(2, [logInElsewhere()]), [closePage('A')], { endsSignedIn: true, ...rough }),
  script('kicked-and-frozen', signedIn(2, [logInElsewhere()]), [freeze('A')], { endsSignedIn: true, ...rough }),
  script('kicked-as-the-leader-closes', signedIn(2), [logInElsewhere(), closePage('A')], {
    endsSignedIn: true,
    ...rough,
  }),
];

/** These must hold. */
export const scripts: readonly Script[] = [...everyday, ...resumptions, ...attacks];

export const scriptNamed = (name: string): Script => {
  const found = scripts.find((one) => one.name === name);
  if (!found) throw new Error(`There is no script “${name}”: ${scripts.map((one) => one.name).join(', ')}`);
  return found;
};
