import { englishActs } from './english-acts';
import { englishAlerts, englishAudit } from './english-alerts';
import { englishBoard } from './english-board';
import { englishDay } from './english-day';
import { englishLayout } from './english-layout';
import { englishWall } from './english-wall';
import type { ViewLabels } from '../labels/view-labels';

export const englishViews: ViewLabels = {
  readiness: {
    ready: 'All is well: you are ready for calls',
    open: (count) => (count === 1 ? '1 thing to do before calls' : `${count} things to do before calls`),
    status: { passed: 'passed', waiting: 'to do', failed: 'failed' },
    check: {
      permission: 'Microphone allowed',
      device: 'Microphone works',
      level: 'You are heard',
      speaker: 'You hear',
      registration: 'Phone registered',
      connection: 'Mediatel connected',
    },
    cause: {
      permission: {
        insecure: 'Open this page at its https:// address.',
        denied:
          'The browser does not allow it. Click the icon to the left of the address, allow the microphone, then try again.',
        'not-asked': 'The browser has not asked yet. Press the button and allow the microphone.',
      },
      device: {
        off: 'The microphone is opened once you are signed in.',
        asking: 'The browser is asking: allow the microphone.',
        denied: 'Allow the microphone first.',
        absent: 'No microphone found. Plug the headset in.',
        busy: 'Another program holds it. Close that program, try again.',
        insecure: 'This page needs https.',
        lost: 'It was unplugged. Plug it in again or choose another.',
        other: 'It didn’t start. Unplug it and plug it back in.',
      },
      level: {
        'no-microphone': 'Waits for a microphone.',
        'nothing-heard': 'Say something: the bars must move. If not, look for a mute button on the headset.',
        'not-measured': 'This browser measures no level here: make a test call.',
      },
      speaker: {
        absent: 'No headset or speaker found. Plug it in.',
        untested: 'Play the sound and listen.',
        playing: 'Playing: do you hear it?',
        blocked: 'The browser blocked the sound. Press the button again.',
        failed: 'The sound could not be played. Choose another speaker.',
      },
      registration: {
        off: 'The phone registers once you are signed in.',
        connecting: 'Connecting to the phone server…',
        registering: 'Registering…',
        waiting: 'The phone server can’t be reached: calls can’t come. We keep trying.',
        'not-loaded': 'The phone could not be loaded. Check the network, then try again.',
        blocked:
          'The browser does not let this page reach the local network. Allow it in the site’s settings, beside the address.',
        rejected: 'The phone server refused your account. Tell your supervisor.',
      },
      connection: {
        closed: 'Mediatel is connected once you are signed in.',
        connecting: 'Connecting…',
        blocked:
          'The browser does not let this page reach the local network. Allow it in the site’s settings, beside the address.',
        unreachable: 'Mediatel can’t be reached. Check the network; we keep trying.',
        unauthorised: 'Mediatel does not know you. Sign in again.',
        kicked: 'Mediatel ended the connection. Perhaps you signed in elsewhere.',
      },
    },
    microphone: 'Microphone',
    speaker: 'Headset or speaker',
    ringer: 'Ringing is heard on',
    voiceVolume: 'Volume of the voice',
    ringVolume: 'Volume of the ringing',
    systemDefault: 'System default',
    unnamed: (index) => `Device ${index}`,
    missing: (name) => `${name} is not there: the system default is in use`,
    refused: (name, standIn) => `${name} can’t be opened: ${standIn} is in use`,
    onlyDefault: 'This browser plays on the system default only.',
    play: 'Play a sound',
    playing: 'Playing…',
    unread: 'Mediatel sends fields that this desk can’t read. It works without them; tell your administrator.',
    tryAgain: 'Try again',
    notices: 'Notify me of calls when I’m in another tab',
    allowNotices: 'Allow',
    noticesDenied: 'The browser does not allow notifications here.',
  },

  calls: {
    none: 'Your calls appear here, with their codes and recordings.',
    noCode: 'no call code',
    unconfirmed: 'code not confirmed',
    notAnswered: 'not answered',
    copyCodes: 'Copy the call codes',
  },

  missed: {
    none: 'No call was missed.',
    why: {
      'not-registered': () => 'Your phone was not registered, so nothing could ring.',
      'sip-connection-lost': () => 'The line to the phone server was gone when the call came.',
      'no-microphone': () => 'Your microphone was not ready, so the call was refused.',
      busy: () => 'It came while you were in another call.',
      'not-answered': (seconds) => `It rang for ${seconds} s without an answer.`,
      'caller-gave-up': (seconds) => `It rang for ${seconds} s, then the customer hung up.`,
      'answered-elsewhere': () => 'Another device with your extension answered it.',
      'tab-asleep': (seconds) => `The browser had put this tab to sleep for ${seconds} s.`,
      'not-connected': () => 'There was no connection to Mediatel at that moment.',
      'never-rang': () => 'Mediatel says that nobody answered, but nothing rang here.',
    },
    todo: {
      'not-registered': 'Check sound and line before you become available.',
      'sip-connection-lost': 'Check the network cable or the Wi-Fi.',
      'no-microphone': 'Allow and plug in the microphone, then check the sound.',
      busy: 'Nothing to do.',
      'not-answered': 'Answer sooner, or let calls be answered by themselves.',
      'caller-gave-up': 'Nothing to do.',
      'answered-elsewhere': 'Close the phone there, or log out there.',
      'tab-asleep': 'Keep this tab open in a window of its own; leave it awake.',
      'not-connected': 'Check the network.',
      'never-rang': 'Check sound and line; if it happens again, tell your supervisor.',
    },
    forcePause: 'Mediatel paused you for it',
    takeNumber: 'Put the number into the dialer',
    dismissAll: 'Dismiss all',
  },

  shortcuts: {
    name: {
      primary: 'Main button (Call, Hang up, Save)',
      clear: 'Clear the number',
      mute: 'Mute or unmute',
      hold: 'Hold or resume',
      keys: 'Keys for tones',
      note: 'Write a note',
      pause: 'Reasons for a pause',
      readiness: 'Sound and line check',
      help: 'This list',
    },
    fixed: 'Fixed',
    changeable: 'Can be changed',
    change: (what) => `Change: ${what}`,
    pressKey: 'Press a key…',
    taken: (what) => `Already used: ${what}`,
    reserved: 'This key is needed for typing',
    reset: 'Reset to defaults',
    everywhere: 'With Ctrl or Alt, and F keys, they work on the whole page; others while the desk has the focus.',
  },

  asked: {
    title: 'From your supervisor',
    message: (who) => `Message from ${who}`,
    request: {
      endPause: (who) => `${who} ended your pause`,
      logout: (who) => `${who} logged you out`,
      restart: (who) => `${who} restarted your agent`,
    },
    takePause: (who, pause) => `${who} put you on a pause: ${pause}`,
    understood: 'Got it',
  },

  board: englishBoard,
  day: englishDay,
  layout: englishLayout,
  wall: englishWall,
  alerts: englishAlerts,
  audit: englishAudit,
  acts: englishActs,
};
