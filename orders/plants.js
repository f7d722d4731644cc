// Known defects that can be put back: the explored orders must find each (`npm run test:orders -- --plant A1`). A
// transform of the sources puts them in, so nothing on disk changes.

/** @type {Record<string, { file: string, find: string, put: string, scripts: string[] }>} */
export const plants = {
  // The leader learns of another tab's log-out after Mediatel has answered it.
  A1: {
    file: 'store/commands/effects/command-effects.ts',
    find: 'return from(outcomes.filter((outcome) => !isRefused(outcome)));',
    put: `const late = command.type.endsWith('Log Out') ? timer(30) : of(0);
      return late.pipe(mergeMap(() => from(outcomes.filter((outcome) => !isRefused(outcome)))));`,
    scripts: ['log-out-elsewhere'],
  },
  // The same for codes that another tab saves.
  A2: {
    file: 'store/commands/effects/command-effects.ts',
    find: 'return from(outcomes.filter((outcome) => !isRefused(outcome)));',
    put: `const late = command.type.endsWith('Save Call Codes') ? timer(30) : of(0);
      return late.pipe(mergeMap(() => from(outcomes.filter((outcome) => !isRefused(outcome)))));`,
    scripts: ['save-elsewhere'],
  },
  // Signing in does not wait for the sign-out before it.
  A10: {
    file: 'store/agent-session.ts',
    find: "if (this.state().status === 'signingOut') await this.#left();",
    put: '',
    scripts: ['sign-out-and-in'],
  },
  // A change wanted while a toggle is pending is forgotten.
  A14: {
    file: 'store/effects.ts',
    find: '\n  toggleEffects,',
    put: '',
    scripts: ['mute-twice'],
  },
  // A refused saving still takes the pause.
  A16: {
    file: 'store/commands/composed-command.ts',
    find: 'return isSent && pauseId ?',
    put: 'return pauseId ?',
    scripts: ['save-a-wrong-code'],
  },
  // A new leader hands over what the last leader has handed over already.
  handed: {
    file: 'store/after-call/contact-effects.ts',
    find: 'if (callTraceID !== null && !memory.rememberCall(callTraceID)) return;',
    put: 'if (callTraceID !== null) memory.rememberCall(callTraceID);',
    scripts: ['save-as-the-leader-closes'],
  },
  // A tab that wakes takes part in a sign-out that a call prevented.
  givenUp: {
    file: 'store/commands/sign-out-mark.ts',
    find: ' && number !== keptGivenUp.read({})[user]',
    put: '',
    scripts: ['sign-out-given-up-while-a-tab-sleeps'],
  },
  // Two tabs resume the same record: the old one keeps its phone in a hand-over.
  twoPhones: {
    file: 'private/tabs/next-port-source.ts',
    find: "{ type: 'handOver' }, ",
    put: '',
    scripts: ['a-call-is-brought-and-back'],
  },
  // The new leader shows the end of a call that its phone then goes on with.
  revived: {
    file: 'private/tabs/port-router.ts',
    find: 'this.#mirror.restart(sip && own.phone.keptCall(sip));',
    put: 'this.#mirror.restart(null);',
    scripts: ['the-leader-closes-as-the-customer-hangs-up'],
  },
  // A leader that wakes carries out old commands, although they were refused to their giver.
  old: {
    file: 'private/tabs/port-router.ts',
    find: 'if (!this.#isLeader || age + waited > commandAge) {',
    put: 'if (!this.#isLeader) {',
    scripts: ['dial-while-the-leader-hangs'],
  },
  // A leader that wakes still acts as the leader.
  waking: {
    file: 'private/tabs/election/certainty.ts',
    find: 'if (this.#timer === null || this.#isSure()) return action();',
    put: 'return action();',
    scripts: ['sign-out-while-the-leader-hangs', 'log-out-while-the-leader-hangs'],
  },
  // A tab that becomes the leader during a sign-out starts its phone: a call could come.
  leaving: {
    file: 'store/session/session-effects.ts',
    find: `tab.keepPhoneOff(link.session.status === 'signingOut');
        if (type === SessionActions.signedOut.type) return;
        if (type !== SessionActions.signOutRefused.type) {
          if (link.session.status === 'signingOut' && !tab.isLeader()) softphone.stop();`,
    put: 'if (type !== SessionActions.signOutRefused.type) {',
    scripts: ['sign-out-as-the-leader-closes', 'sign-out-as-the-leader-of-three-closes'],
  },
  // The same for a leader that is robbed of the lead during a sign-out, and gets it back.
  leadingAgain: {
    file: 'store/session/session-effects.ts',
    find: "tab.keepPhoneOff(link.session.status === 'signingOut');",
    put: '',
    scripts: ['sign-out-as-the-phone-is-brought'],
  },
  // A tab that robs the leader calls its command refused, although the leader has sent it.
  robbed: {
    file: 'private/tabs/port-router.ts',
    find: 'if (hasLeaderEnded(role, before)) this.#courier.leaderEnded();',
    put: "if (role.status === 'leading') for (let id = 1; id < 9; id++) this.#courier.answered(id, { status: 'not-reached' });",
    scripts: ['save-while-the-leader-hangs'],
  },
  // A tab gets the lock of a closed leader before its last answer, and calls its command refused.
  lost: {
    file: 'private/tabs/channel/command-courier.ts',
    find: 'this.#waits.keys()]) this.#beginLastPart(id);',
    put: 'this.#waits.keys()]) this.#end(id, notReached);',
    scripts: ['dial-as-the-leader-closes', 'hold-as-the-leader-closes'],
  },
  // A tab that closes its channel calls its command refused, although the leader may have it.
  deaf: {
    file: 'private/tabs/channel/command-courier.ts',
    find: 'this.#end(id, unknown);',
    put: 'this.#end(id, notReached);',
    scripts: ['dial-as-the-giver-is-frozen'],
  },
  // A tab that wakes gives its command up before it reads the answer that has arrived.
  late: {
    file: 'private/tabs/channel/command-courier.ts',
    find: 'setTimeout(() => this.#beginLastPart(id), commandAge)',
    put: 'setTimeout(() => this.#end(id, notReached), 2 * commandAge)',
    scripts: ['dial-as-the-giver-hangs'],
  },
  // The next leader knows of codes that were sent only by a message.
  sent: {
    file: 'store/commands/command-dispatcher.ts',
    find: 'const takeBack = this.#noteCodes(command);',
    put: 'const takeBack = () => undefined;',
    scripts: ['save-as-the-leader-closes'],
  },
  // After a sign-out while the link is cut the operator stays logged in at Mediatel.
  cut: {
    file: 'store/session/session-effects.ts',
    find: "return isShut(status) || (status === 'closed' && tab.state().status === 'alone');",
    put: "return status !== 'connected';",
    scripts: ['cut-and-sign-out'],
  },
  // A leader in a dialog keeps the operator logged in.
  dialog: {
    file: 'store/session/session-effects.ts',
    find: 'tap(takeFromSilent), ',
    put: '',
    scripts: ['sign-out-while-the-leader-is-in-a-dialog'],
  },
};

/** The source with the defect put back, if the defect is in this file. */
export function withPlant(name, path, source) {
  const plant = plants[name];
  if (!plant) throw new Error(`There is no defect ${name}: ${Object.keys(plants).join(', ')}`);
  if (!path.replaceAll('\\', '/').endsWith(`mediatel-lib/${plant.file}`)) return source;
  if (!source.includes(plant.find)) throw new Error(`${plant.file} no longer contains: ${plant.find}`);
  const imports = plant.put.includes('timer(') ? "import { timer } from 'rxjs';\n" : '';
  return imports + source.replace(plant.find, plant.put);
}
