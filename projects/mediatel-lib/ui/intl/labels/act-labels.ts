import type { AlertWords } from './alert-labels';
import type { SupervisorRequestKind } from 'mediatel-lib/hub-protocol';

/** Why a request would be refused in the operator's present state. */
export type RequestBlock = 'noHub' | 'left' | 'silent' | 'noConnection' | 'loggedOut' | 'inCall' | 'notPaused';

/** Why an operator's desk refused a request: reasons that supervisors can do something about. */
export type RequestRefusal =
  | 'not-signed-in'
  | 'not-connected'
  | 'not-available'
  | 'in-call'
  | 'already-pending'
  | 'unknown-pause'
  | 'not-needed'
  | 'no-answer'
  | 'not-on-screen';

/** Requests that can't be taken back, so that the supervisor is asked first. */
export type AskedRequest = Extract<SupervisorRequestKind, 'logout' | 'restart'>;

/** Alerts of one kind, as the bar counts them. */
export type AlertGroup =
  AlertWords['phase'] | 'unconfirmed' | 'poorSound' | 'noConnection' | 'notRegistered' | 'noMicrophone';

/** Texts of what a supervisor does: a row's menu, its questions and outcomes, the side sheet, the alerts' bar, the log. */
export interface ActLabels {
  /** Entry of a row's menu that opens the operator's side sheet. */
  readonly open: string;
  /** Below a disabled entry: why the request is not possible now. */
  readonly blocked: Readonly<Record<RequestBlock, string>>;
  /** Below the entry that restarts the agent: when the desk allows it. */
  readonly restartHint: string;
  /** Question before a request that can't be taken back. */
  readonly confirm: Readonly<Record<AskedRequest, (who: string) => string>>;
  /** Button that answers the question with yes. */
  readonly confirmed: Readonly<Record<AskedRequest, string>>;
  /** Heading of the list of the operator's pauses. */
  readonly pausesOf: (who: string) => string;
  /** While the operator's pauses are read. */
  readonly readingPauses: string;
  /** Above the text field: the operator's desk does not name its pauses. */
  readonly noPauseList: string;
  /** Label of the text field for the name of a pause. */
  readonly pauseName: string;
  /** Button that sends the name of a pause. */
  readonly takePause: string;
  /** Label of the text field for a message. */
  readonly message: string;
  /** Outcome in the row: the request is on its way. */
  readonly sending: string;
  /** Outcome in the row: the request was carried out. */
  readonly done: Readonly<Record<SupervisorRequestKind, string>>;
  /** Outcome in the row: the operator's desk does not answer. */
  readonly away: string;
  /** Outcome in the row: the connection to the hub was lost before an answer, so that nobody knows whether it was done. */
  readonly unanswered: string;
  /** Outcome in the row: the hub does not allow it. */
  readonly notAllowed: string;
  /** Outcome in the row: the request is not valid. */
  readonly invalid: string;
  /** Outcome in the row: nothing was sent, because the operator's state has changed; `why` is a text of `blocked`. */
  readonly unsent: (why: string) => string;
  /** Outcome in the row: refused, for a reason that this version does not know. */
  readonly refused: string;
  /** Outcome in the row: refused, and why. */
  readonly refusedFor: Readonly<Record<RequestRefusal, string>>;
  /** Outcome in the row: the operator's state did not allow the request. */
  readonly wrongState: Readonly<Record<SupervisorRequestKind, string>>;
  /** Outcome for screen readers, with the operator's name. */
  readonly outcomeOf: (who: string, words: string) => string;

  /** Heading in the side sheet: the operator's day as a band. */
  readonly today: string;
  /** Instead of the band: the server does not give the day. */
  readonly noDay: string;
  /** Heading in the side sheet: the requests that the supervisor may send. */
  readonly actions: string;
  /** Heading in the side sheet: the calls of today. */
  readonly calls: string;
  /** Button that closes the side sheet. */
  readonly close: string;
  /** In the side sheet: the operator has left the board. */
  readonly left: string;

  /** The bar of alerts: how many alerts of a kind there are. `limit`: the threshold in words; `null` for several. */
  readonly alertGroup: Readonly<Record<AlertGroup, (count: number, limit: string | null) => string>>;
  /** Instead of the alerts, without a connection to the hub: until when they were known; `null` before the first. */
  readonly alertsUnknown: (time: string | null) => string;
  /** Button of the bar: choose sound and system notifications. */
  readonly bell: string;
  /** An alert that has passed twice its threshold, for screen readers. */
  readonly urgent: string;
  /** Headings of the alerts' settings. */
  readonly limits: Readonly<Record<'states' | 'pauses' | 'faults', string>>;
  /** Fields of the alerts' settings besides the states. */
  readonly limit: Readonly<Record<'unconfirmed' | 'faults' | 'mos', string>>;
  /** Units of the alerts' settings. */
  readonly unit: Readonly<Record<'minutes' | 'seconds' | 'mos', string>>;
  /** Below the alerts' settings: what an empty field means. */
  readonly blankIsNever: string;

  /** Filters of the log of requests. */
  readonly logFilter: Readonly<Record<'operator' | 'request' | 'outcome', string>>;
  /** First entry of a filter. */
  readonly anything: string;
  /** Instead of lines: no line fits the filters. */
  readonly nothingFits: string;
  /** Button that saves the shown lines as a file. */
  readonly saveCsv: string;
  /** Names of the kinds of requests in the filter. */
  readonly requestKind: Readonly<Record<SupervisorRequestKind, string>>;
}
