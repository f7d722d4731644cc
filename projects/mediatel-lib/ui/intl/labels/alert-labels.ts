import type { AuditEntry } from 'mediatel-lib/hub-protocol';

/** The facts that an alert's sentence is made of. */
export interface AlertWords {
  /** The state that lasts too long, for `lasting`. */
  readonly phase: 'available' | 'dialing' | 'delivered' | 'talking' | 'held' | 'clerical' | 'paused';
  /** How long the state has lasted, for people to read: `6 min`. */
  readonly time: string;
  /** The pause reason; `null` when there is none. */
  readonly pause: string | null;
  /** Whether the operator has chosen a call code. */
  readonly codeChosen: boolean;
}

/** Texts of the supervisor's alerts: the bar above the board, its list and its settings. */
export interface AlertLabels {
  /** Name of the alerts and of their list, for screen readers. */
  readonly title: string;
  /** The bar, while there are open alerts. */
  readonly count: (count: number) => string;
  /** The bar, while there are no open alerts. */
  readonly none: string;
  /** An operator has been in one state for too long. */
  readonly lasting: (words: AlertWords) => string;
  /** The operator's last known state has not been confirmed for this time. */
  readonly unconfirmed: (time: string) => string;
  /** The call's audio quality is poor; `mos` is the formatted MOS. */
  readonly poorSound: (mos: string) => string;
  /** The operator has no connection to Mediatel. */
  readonly noConnection: string;
  /** The operator is available, but the phone is not registered. */
  readonly notRegistered: string;
  /** The operator is available, but has no microphone. */
  readonly noMicrophone: string;
  /** Button of an alert: hides it for ten minutes. */
  readonly snooze: string;
  /** The same button, for screen readers: with the operator's name. */
  readonly snoozeOf: (who: string) => string;
  /** Button of an alert: this supervisor takes it. */
  readonly acknowledge: string;
  /** The same button, for screen readers: with the operator's name. */
  readonly acknowledgeOf: (who: string) => string;
  /** Replaces the buttons of an alert that a supervisor has taken. */
  readonly acknowledgedBy: (who: string) => string;
  /** After “Take it”: the alert has already ended. */
  readonly over: string;
  /** After “Take it”: the hub is unreachable or does not answer in time. */
  readonly unanswered: string;
  /** Last line of the list: how many alerts it leaves out. */
  readonly more: (count: number) => string;
  /** Button of the bar that opens the settings; title of the settings. */
  readonly settings: string;
  /** Unit of the settings' fields, beside their title. */
  readonly minutes: string;
  /** Field of the settings: the limit for pauses that have no limit of their own. States are named by `MediatelLabels.appearance`. */
  readonly otherPause: string;
  /** Field of the settings: the limit for one pause reason. */
  readonly pauseNamed: (pause: string) => string;
  /** Checkbox of the settings: a sound for each new alert. */
  readonly sound: string;
  /** Checkbox of the settings: a system notification for each new alert. */
  readonly notices: string;
  /** Below the settings: the browser refused notifications. */
  readonly noticesDenied: string;
  /** Button of the settings: restores the limits that the host has set. */
  readonly reset: string;
}

/** Texts of the supervisors' audit log. */
export interface AuditLabels {
  /** Title of the log; also the board's button that opens it. */
  readonly title: string;
  /** Button that reads the log again; also in the list of an operator's calls. */
  readonly refresh: string;
  /** Shown while the log is empty. */
  readonly none: string;
  /** Shown when the hub does not give the log. */
  readonly unreadable: string;
  /** Column headings. */
  readonly column: Readonly<Record<'at' | 'supervisor' | 'operator' | 'request' | 'outcome', string>>;
  /** Cell: a message, with its text. */
  readonly message: (text: string) => string;
  /** Cell: a request to take a pause. */
  readonly takePause: (pause: string) => string;
  /** Cell: a request to end the pause. */
  readonly endPause: string;
  /** Cell: a request to log out. */
  readonly logout: string;
  /** Cell: a request to restart the agent. */
  readonly restart: string;
  /** Cell: what came of the request. */
  readonly outcome: Readonly<Record<AuditEntry['outcome']['outcome'], string>>;
}
