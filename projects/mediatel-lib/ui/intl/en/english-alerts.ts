import type { AlertLabels, AuditLabels } from '../labels/alert-labels';

export const englishAlerts: AlertLabels = {
  title: 'Alerts',
  count: (count) => (count === 1 ? '1 alert' : `${count} alerts`),
  none: 'No alerts',
  lasting: ({ phase, time, pause, codeChosen }) => {
    switch (phase) {
      case 'available':
        return `${time} without a call`;
      case 'dialing':
        return `Dialling for ${time}`;
      case 'delivered':
        return `Ringing for ${time}`;
      case 'talking':
        return `${time} in one call`;
      case 'held':
        return `A customer on hold for ${time}`;
      case 'clerical':
        return `After call for ${time}, ${codeChosen ? 'the code is not saved' : 'no code chosen'}`;
      case 'paused':
        return pause === null ? `${time} on pause` : `${time} on pause “${pause}”`;
    }
  },
  unconfirmed: (time) => `No word for ${time}: the state is not known`,
  poorSound: (mos) => `The call sounds poor, MOS ${mos}`,
  noConnection: 'No connection to Mediatel',
  notRegistered: 'Available, but the phone is not registered',
  noMicrophone: 'Available, but without a microphone',
  snooze: 'Snooze 10 min',
  snoozeOf: (who) => `Snooze 10 minutes: ${who}`,
  acknowledge: 'Take it',
  acknowledgeOf: (who) => `Take it: ${who}`,
  acknowledgedBy: (who) => `Taken by ${who}`,
  over: 'Already over',
  unanswered: 'No answer from the server',
  more: (count) => `and ${count} more`,
  settings: 'When to alert',
  minutes: 'minutes, blank = never',
  otherPause: 'Any other pause',
  pauseNamed: (pause) => `Pause “${pause}”`,
  sound: 'Sound',
  notices: 'System notifications',
  noticesDenied: 'The browser does not allow notifications for this page',
  reset: 'Company defaults',
};

export const englishAudit: AuditLabels = {
  title: 'Requests to operators',
  refresh: 'Refresh',
  none: 'Nobody has asked anything yet',
  unreadable: 'The log can’t be read now',
  column: { at: 'When', supervisor: 'Who asked', operator: 'Operator', request: 'Request', outcome: 'Outcome' },
  message: (text) => `Message: ${text}`,
  takePause: (pause) => `Put on pause: ${pause}`,
  endPause: 'End the pause',
  logout: 'Log out',
  restart: 'Restart the agent',
  outcome: {
    sent: 'carried out',
    shown: 'shown on the screen',
    refused: 'refused at the desk',
    away: 'unanswered',
    asked: 'asked, outcome not known',
    'not-allowed': 'not allowed',
    invalid: 'not a valid request',
  },
};
