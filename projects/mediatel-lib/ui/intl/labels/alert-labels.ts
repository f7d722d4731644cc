import type { AuditEntry } from 'mediatel-lib/hub-protocol';

/** What an alert's sentence is made of. */
export interface AlertWords {
  /** The state, for `lasting`. */
  readonly phase: 'available' | 'dialing' | 'delivered' | 'talking' | 'held' | 'clerical' | 'paused';
  /** For people to read: `6 min`. */
  readonly time: string;
  readonly pause: string | null;
  readonly codeChosen: boolean;
}

/** Texts of the supervisor's alerts. */
export interface AlertLabels {
  readonly title: string;
  readonly count: (count: number) => string;
  readonly none: string;
  readonly lasting: (words: AlertWords) => string;
  readonly unconfirmed: (time: string) => string;
  readonly poorSound: (mos: string) => string;
  readonly noConnection: string;
  readonly notRegistered: string;
  readonly noMicrophone: string;
  readonly snooze: string;
  readonly snoozeOf: (who: string) => string;
  readonly acknowledge: string;
  readonly acknowledgeOf: (who: string) => string;
  readonly acknowledgedBy: (who: string) => string;
  /** The alert that was to be taken on has ended. */
  readonly over: string;
  /** The hub is away, or does not answer in time. */
  readonly unanswered: string;
  readonly more: (count: number) => string;
  readonly settings: string;
  readonly minutes: string;
  /** Names the limit of pauses without one of their own; the states' names are `MediatelLabels.appearance`. */
  readonly otherPause: string;
  readonly pauseNamed: (pause: string) => string;
  readonly sound: string;
  readonly notices: string;
  readonly noticesDenied: string;
  readonly reset: string;
}

/** Texts of the supervisors' audit log. */
export interface AuditLabels {
  readonly title: string;
  readonly refresh: string;
  readonly none: string;
  readonly unreadable: string;
  readonly column: Readonly<Record<'at' | 'supervisor' | 'operator' | 'request' | 'outcome', string>>;
  readonly message: (text: string) => string;
  readonly takePause: (pause: string) => string;
  readonly endPause: string;
  readonly logout: string;
  readonly restart: string;
  readonly outcome: Readonly<Record<AuditEntry['outcome']['outcome'], string>>;
}
