import type { AgentState as FarmState } from '../projects/training-server/agent/agent-state';
import type { AgentRequest } from 'mediatel-lib/protocol';
import type { Script } from './scripts';
import type { Tab } from './tab';
import type { World } from './world';

type When = 'on the way' | 'at rest';

/** What is wrong with the world, or `null`. */
export function findBreach(world: World, script: Script, when: When): string | null {
  const [fault] = world.faults;
  if (fault !== undefined) return `a fault: ${fault}`;
  return onTheWay(world, script) ?? (when === 'at rest' ? atRest(world, script) : null);
}

function onTheWay(world: World, script: Script): string | null {
  const { received } = world.mediatel;
  const last = received.at(-1);
  if (last) {
    const pressed = world.presses.slice(0, last.presses);
    const isOut = (label: string): boolean => /: (sign out|log out)$/.test(label);
    const isIn = (label: string): boolean => /: (sign in|log in)$/.test(label) || label === 'another tab is opened';
    const lastOut = pressed.findLastIndex(isOut);
    const lastIn = pressed.findLastIndex(isIn);
    if (last.request.type === 'login' && lastOut > lastIn) return 'logged in after the operator asked to be logged out';
    const counts: readonly (readonly [string, RegExp])[] = [
      ['makeCall', /: dial$/],
      ['holdCall', /: hold$/],
      ['retrieveCall', /: retrieve$/],
      ['closeCall', /: hang up$/],
      ['resolutionSet', /: save/],
      ['pause', /: (pause|save and pause)$/],
      ['no pause', /: (end the pause|cancel the next pause)$/],
      ['exit', /: restart$/],
    ];
    for (const [type, press] of counts) {
      const sent = received.filter(({ request }) => nameOf(request) === type).length;
      const wanted = pressed.filter((label) => press.test(label)).length;
      const refused = commandsOf[type];
      const given = world.presses.filter((label) => press.test(label)).length;
      const own = type === 'holdCall' || type === 'retrieveCall' ? resumptions(world) : 0;
      if (refused !== undefined && sent > 0 && sent + refusedIn(world, refused) > given + own)
        return `${refused} was refused to its giver, and sent all the same`;
      if (sent > wanted + own) return `${type} was sent ${sent} times and pressed ${wanted} times`;
    }
  }
  if (last?.request.type === 'closeCall' && last.traceId !== null) {
    const isMeant = world.hangUpsMeant.some((meant) => meant === null || meant === last.traceId);
    if (!isMeant) return `call ${last.traceId} was closed, meant was ${world.hangUpsMeant.join()}`;
  }
  // A tab that could not know of the other computer finds nobody logged in, and logs in.
  const isKnown = last?.request.type === 'login' && last.by.knowsElsewhere;
  if (
    world.mediatel.isElsewhereDismissed &&
    isKnown &&
    !world.presses.some((label) => /: (sign in|try again)$/.test(label))
  )
    return 'the operator was logged out at the other computer, and nobody here asked for it';
  const [robbed] = world.talkingRobbed;
  if (robbed !== undefined && !world.presses.some((label) => label.endsWith(': bring the phone')))
    return `${robbed} was robbed of the phone while it was talked in, without a person's word`;
  const isHangUp = (label: string): boolean => /: (hang up|sign out|log out|restart)$/.test(label);
  const [hungUp] = world.hungUpByPhone;
  if (hungUp !== undefined && !world.presses.some(isHangUp)) return `${hungUp} lived, and a phone ended it`;
  for (const tab of world.tabs) {
    const revived = revivedCall(tab.callEvents);
    if (revived !== null) return `${tab.name} shows “${revived}” of a call whose end it has shown`;
  }
  const [starting] = world.startedWhileLeaving;
  if (starting !== undefined) return `${starting} started its phone while it was signing out`;
  if (world.wellLinksDropped > 0 && !script.isRough) return 'a well link was dropped';
  for (const tab of world.tabs) {
    if (tab.closed || tab.signedOut === 0 || tab.state.link.session.status !== 'signedOut') continue;
    const phase = world.mediatel.state?.phase ?? 'loggedOut';
    if (script.endsSignedIn === false && !script.isRough && phase !== 'loggedOut')
      return `${tab.name} says that it is signed out, and Mediatel has the operator ${phase}`;
    if (tab.phone?.isOn) return `${tab.name} is signed out, and its phone is on`;
  }
  return null;
}

/** The first event of a call after its end: its end is shown once, and a call that has ended stays so. */
function revivedCall(events: readonly string[]): string | null {
  const ended = new Set<string>();
  for (const event of events) {
    const [callId = '', type] = event.split(' ');
    if (ended.has(callId) && ['invited', 'resumed', 'ended'].includes(type ?? '')) return event;
    if (type === 'ended') ended.add(callId);
  }
  return null;
}

/** An answered call that lives is in the phone that is on, and in no other tab; one that is over is in none. */
function calls(world: World, tabs: readonly Tab[]): string | null {
  const { callUp } = world.mediatel.line;
  const lives = callUp?.isTalking ? callUp.callId : null;
  const on = tabs.find(({ phone }) => phone?.isOn)?.phone?.talking ?? null;
  if (lives !== on) return `the call that lives is ${lives}, and the phone talks in ${on}`;
  const other = tabs.find(({ state }) => (state.softphone.call?.callId ?? null) !== lives);
  if (other && (lives !== null || other.state.softphone.call?.answeredAt != null))
    return `the call that lives is ${lives}, and ${other.name} shows ${other.state.softphone.call?.callId}`;
  const echo = tabs.find(({ phone }) => phone?.leftSound);
  return echo ? `${echo.name} still has the sound of ${echo.phone?.leftSound}` : null;
}

/** How often a page goes on with a call. It may hold that call, and take it back, once without a press. */
const resumptions = ({ tabs }: World): number =>
  tabs.reduce((sum, { callEvents }) => sum + callEvents.filter((event) => event.endsWith(' resumed')).length, 0);

/** Requests that only a press sends, with their commands. */
const commandsOf: Readonly<Record<string, string>> = {
  makeCall: 'makeCall',
  holdCall: 'hold',
  retrieveCall: 'retrieve',
  resolutionSet: 'saveCallCodes',
};

const refusedIn = ({ tabs }: World, command: string): number =>
  tabs.reduce((sum, { refused }) => sum + refused.filter((name) => name === command).length, 0);

/** A pause of 0 ends a pause, or cancels the next one. */
const nameOf = (request: AgentRequest): string =>
  request.type === 'pause' && Number(request.id) === 0 ? 'no pause' : request.type;

function atRest(world: World, script: Script): string | null {
  const open = world.tabs.filter(({ closed, hangs }) => !closed && !hangs);
  const session = open[0]?.state.link.session.status;
  // A tab in which the operator signed in after a sign-out is alone in it.
  const mayDiffer = script.endsSignedIn === null && world.presses.some((label) => /: sign in$|is opened$/.test(label));
  for (const tab of open) {
    const own = tab.state.link.session.status;
    if (own !== session && !mayDiffer) return `${tab.name} is ${own}, ${open[0]?.name} is ${session}`;
  }
  if (script.endsSignedIn !== null && (session === 'signedIn') !== script.endsSignedIn) return `it ends ${session}`;
  const inside = open.filter(({ state }) => state.link.session.status === 'signedIn');
  return inside.length > 0
    ? restSignedIn(world, script, inside)
    : (restSignedOut(world) ?? codes(world, script) ?? handedOver(world));
}

function restSignedOut(world: World): string | null {
  const { mediatel, tabs } = world;
  if (mediatel.state && mediatel.state.phase !== 'loggedOut')
    return `signed out, and Mediatel has the operator ${mediatel.state.phase}`;
  if (mediatel.clients.size > 0) return 'signed out, and a link to Mediatel is open';
  if (mediatel.line.binding !== null) return 'signed out, and the extension is registered';
  const live = tabs.find(({ closed, phone }) => !closed && phone !== null && phone.microphone !== 'off');
  return live ? `signed out, and ${live.name} holds the microphone` : null;
}

function restSignedIn(world: World, script: Script, tabs: readonly Tab[]): string | null {
  const isAway = world.mediatel.isElsewhere && !world.mediatel.isElsewhereDismissed;
  if (isAway && !world.presses.some((label) => /: (sign in|try again)$/.test(label))) {
    const here = tabs.find(({ phone }) => phone?.isOn);
    return here ? `the operator is logged in at another computer, and the phone of ${here.name} is on here` : null;
  }
  const leaders = tabs.filter(({ place }) => place.isLeader());
  if (leaders.length !== 1) return `${leaders.length} tabs lead`;
  // Only the operator moves the phone: it stays where it was brought.
  const brought = world.presses.findLast((label) => label.endsWith(': bring the phone'))?.[0];
  const isMoved = world.presses.some((label) => /closed|hangs|freezes|frozen/.test(label));
  if (brought !== undefined && !isMoved && leaders[0]!.name !== brought) {
    return `the phone was brought to ${brought}, and ${leaders[0]!.name} has it`;
  }
  const phones = tabs.filter(({ phone }) => phone?.isOn);
  if (phones.length !== 1) return `${phones.length} phones are on`;
  const { line, state } = world.mediatel;
  if (line.binding !== phones[0]!.phone) return 'the extension is not registered by the phone that is on';
  for (const tab of tabs) {
    const differs = state && differenceFrom(state, tab);
    if (differs) return `${tab.name}: ${differs}`;
  }
  return (
    calls(world, tabs) ??
    tabsAgree(tabs) ??
    toggles(world, script, tabs[0]!) ??
    dialsAsWanted(world) ??
    codes(world, script) ??
    handedOver(world)
  );
}

/** What a tab shows wrongly, unless it says that it does not know. */
function differenceFrom(farm: FarmState, tab: Tab): string | null {
  const { agent, link } = tab.state;
  if (link.connection.status !== 'connected' || !link.synced) return `is ${link.connection.status} long after`;
  const phases: Readonly<Record<FarmState['phase'], string>> = {
    loggedOut: 'loggedOut',
    idle: 'available',
    paused: 'paused',
    dialing: 'dialing',
    failed: 'available',
    delivered: 'delivered',
    active: 'talking',
    held: 'held',
    clerical: 'clerical',
  };
  if (agent.phase !== phases[farm.phase]) return `shows ${agent.phase}, Mediatel is ${farm.phase}`;
  if (agent.mute !== (farm.call?.muted ?? false)) return `shows mute ${agent.mute}`;
  if ((agent.pauseId ?? null) !== farm.pauseId) return `shows pause ${agent.pauseId}, Mediatel ${farm.pauseId}`;
  return null;
}

/** Every tab shows the same: the status of commands, the next pause, the codes. */
function tabsAgree(tabs: readonly Tab[]): string | null {
  const shown = tabs.map(({ state }) => {
    const { statuses, nextPause, callCodeSaving } = state.commands;
    const standing = Object.entries(statuses).map(([name, { status }]) => [
      name,
      status === 'refused' ? 'idle' : status,
    ]);
    const saving = callCodeSaving && { ...callCodeSaving, callNumber: null };
    return JSON.stringify({ standing, nextPause, saving, autoLogIn: state.link.autoLogIn });
  });
  const other = shown.find((one) => one !== shown[0]);
  return other === undefined ? null : `tabs differ:\n${shown.join('\n')}`;
}

/** In a call both sides are muted as somebody wanted last, or the desk shows the disagreement. */
function toggles(world: World, script: Script, tab: Tab): string | null {
  const { call } = tab.state.softphone;
  const farm = world.mediatel.state;
  if (call === null || farm?.phase !== 'active' || farm.call === null) return null;
  const presses = world.presses.filter((label) => /: (mute|unmute)$/.test(label));
  if (presses.length === 0) return null;
  const lastOf = new Map(presses.map((label) => label.split(': ') as [string, string]));
  const { muted } = farm.call;
  // Presses in two tabs may cross: either may be the last.
  if (call.muted === muted) {
    return [...lastOf.values()].includes(muted ? 'mute' : 'unmute')
      ? null
      : `mute is ${muted}, which nobody wanted last`;
  }
  const isSaid = script.isRough && tab.call?.disagreements.some((name) => name.startsWith('muted-'));
  return isSaid ? null : `the track's mute is ${call.muted}, Mediatel's ${muted}, and nobody says so`;
}

/** Automatic dialling is on or off as a tab wanted it last. */
function dialsAsWanted({ presses, mediatel }: World): string | null {
  const wishes = presses.filter((label) => /: predictive (on|off)$/.test(label));
  if (wishes.length === 0 || mediatel.state === null) return null;
  const lastOf = new Map(wishes.map((label) => label.split(': ') as [string, string]));
  const on = mediatel.state.predictiveSince !== null;
  return [...lastOf.values()].includes(`predictive ${on ? 'on' : 'off'}`)
    ? null
    : `automatic dialling is ${on ? 'on' : 'off'}, which nobody wanted last`;
}

/** A code is stored once. The CRM's contact and the desk agree with it. */
function codes(world: World, script: Script): string | null {
  for (const [traceId, ids] of world.mediatel.coded) {
    if (ids.length !== new Set(ids).size) return `a code was stored twice for call ${traceId}`;
  }
  for (const { contact } of world.contacts) {
    const stored = world.mediatel.coded.get(contact.callTraceID ?? '') ?? [];
    if (contact.codesAre === 'saved' && stored.length === 0) return 'the CRM was given a code that Mediatel has not';
    if (contact.codesAre === 'none' && stored.length > 0) return 'the CRM was given no code, and Mediatel has one';
    if (contact.codesAre === 'unconfirmed' && !script.isRough && world.takeovers === 0)
      return 'a code is unconfirmed without a reason';
  }
  return null;
}

/** Each call in which they talked is handed to the CRM once, when it and its after-call work are over. */
function handedOver(world: World): string | null {
  const calls = world.contacts.map(({ contact }) => contact.callTraceID);
  if (calls.length !== new Set(calls).size) return 'a call was handed to the CRM twice';
  const { talked, state } = world.mediatel;
  const missing = [...talked].find((id) => id !== state?.call?.traceId && !calls.includes(id));
  return missing === undefined ? null : `call ${missing} was never handed to the CRM`;
}
