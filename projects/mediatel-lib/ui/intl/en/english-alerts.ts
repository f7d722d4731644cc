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
        return `A call has been waiting for an answer for ${time}`;
      case 'talking':
        return `${time} in one call`;
      case 'held':
        return `A customer on hold for ${time}`;
      case 'clerical':
        return codeChosen ? `${time} in clerical, the code is not saved` : `${time} in clerical, no code chosen`;
      case 'paused':
        return pause === null ? `${time} on pause` : `${time} on pause “${pause}”`;
    }
  },
  unconfirmed: (time) => `No word for ${time}: the state is not known`,
  poorSound: (mos) => `The call sounds poor, MOS ${mos}`,
  noConnection: 'No connection to Mediatel',
  notRegistered: 'Available, but the phone is not registered',
  noMicrophone: 'Available, but without a microphone',
  snooze: '10 min later',
  snoozeOf: (who) => `Remind me of ${who} in 10 minutes`,
  acknowledge: 'I’ll see to it',
  acknowledgeOf: (who) => `I’ll see to it: ${who}`,
  acknowledgedBy: (who) => `${who} sees to it`,
  over: 'That was over already, or the hub does not answer',
  more: (count) => `and ${count} more`,
  settings: 'When to alert',
  minutes: 'minutes; empty: never',
  state: {
    available: 'Available without a call',
    dialing: 'Dialling',
    delivered: 'Waiting for an answer',
    talking: 'In a call',
    held: 'On hold',
    clerical: 'After call',
    paused: 'Any other pause',
  },
  pauseNamed: (pause) => `Pause “${pause}”`,
  sound: 'Sound',
  notices: 'System notifications',
  noticesDenied: 'The browser does not allow notifications for this page',
  reset: 'As the company set it',
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
    invalid: 'not a request',
  },
};
