import type { TourWords } from './tour-texts';

export const english: TourWords = {
  title: 'First shift in ten steps',
  about:
    'Ten minutes with real calls, on your own desk. The tour sees what you do. You may skip a step, stop and go on later.',
  begin: 'Begin',
  goOn: (place) => `Go on with step ${place}`,
  beginAgain: 'Begin again',
  running: 'The tour is running: follow the strip above the desk.',
  place: (place, of) => `Step ${place} of ${of}`,
  done: (step) => `Done: ${step}.`,
  skipped: (step) => `Skipped: ${step}.`,
  skip: 'Skip this step',
  leave: 'Stop the tour',
  close: 'Close',
  finished: (done, skipped) =>
    skipped === 0
      ? `That was your first shift: all ${done} steps done.`
      : `The end: ${done} steps done, ${skipped} skipped.`,
  open: 'Page to print',
  steps: {
    signIn: {
      title: 'Sign in',
      doing: (desk) => [
        `Look at the top of the desk. It shows “${desk.appearance.available}” when a customer can reach you.`,
      ],
      learned: 'Sign in and become available',
    },
    sound: {
      title: 'Check the sound',
      doing: (desk) => [
        `Open “${desk.menu}”, then “${desk.page.readiness}”. Play the test sound, and speak to see your level.`,
      ],
      learned: 'Check microphone and sound before the shift',
    },
    firstCall: {
      title: 'First call',
      doing: (desk) => [`Type 066 123 45 01 and press “${desk.call}”. Say hello, and wait for the answer.`],
      learned: 'Call a customer',
    },
    mute: {
      title: 'Mute',
      doing: (desk) => [
        `Press “${desk.mute}”: the customer no longer hears you.`,
        `Now press “${desk.unmute}”, and speak again.`,
      ],
      learned: 'Mute the microphone and unmute it',
    },
    hold: {
      title: 'Hold and resume',
      doing: (desk) => [
        `Press “${desk.hold}”: the customer hears music and waits.`,
        `Press “${desk.retrieve}” and thank the customer for waiting.`,
      ],
      learned: 'Put a customer on hold and return',
    },
    keys: {
      title: 'Keys in a call',
      doing: (desk) => [`Press “${desk.keys}” and a digit. So you answer “press 1 for…” in a call.`],
      learned: 'Send keys into a call',
    },
    code: {
      title: 'Call code',
      doing: (desk) => [`Press “${desk.hangUp}”, choose how the call ended, and save it.`],
      learned: 'End a call and save its code',
    },
    pause: {
      title: 'Pause',
      doing: (desk) => [
        `Open “${desk.pause}” and choose a reason. No call comes in a pause.`,
        `Press “${desk.endPause}” to take calls again.`,
      ],
      learned: 'Take a pause and end it',
    },
    missed: {
      title: 'Missed call',
      doing: (desk) => [
        'A call will come that your phone can’t answer. Let it come, and watch what the desk says.',
        `Mediatel gave you a pause after the missed call. When the line is back, press “${desk.endPause}”.`,
      ],
      learned: 'Recover from a missed call (Force Pause)',
    },
    network: {
      title: 'Lost network',
      doing: () => [
        'Take a call, then let the connection to Mediatel break for six seconds. You can go on talking.',
        'The desk says what is wrong and connects again by itself. Go on talking.',
      ],
      learned: 'Stay calm when the network is lost in a call',
    },
  },
  obstacles: (desk) => ({
    away: 'The desk is connecting to Mediatel. Wait a moment.',
    loggedOut: `Press “${desk.logIn}” at the desk first.`,
    call: 'This step needs a call, and you have none. Let a customer call you.',
    hangUp: `Press “${desk.hangUp}” first.`,
    saveCode: 'First choose how the last call ended, and save it.',
    endPause: `Press “${desk.endPause}” first.`,
  }),
  orders: { call: 'Call me', missedCall: 'Let it come', cut: 'Break the line' },
  page: {
    lead: (name) => `First shift at the desk: ${name}`,
    finishedOn: (date) => `Finished on ${date}`,
    notFinished: 'The tour is not finished yet.',
    step: 'Step',
    result: 'Result',
    results: { done: 'done', skipped: 'skipped', open: 'open' },
    print: 'Print',
    back: 'Back to the training',
  },
};
