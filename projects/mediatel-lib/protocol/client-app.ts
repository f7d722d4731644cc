/** Which calls the agent desktop answers automatically, and after how long. */
export interface AgentAutoAnswer {
  /** Whether it answers predictive calls. */
  readonly Predictive: boolean;
  /** Whether it answers calls of any other kind. */
  readonly Other: boolean;
  /** Delay before the answer, in milliseconds. */
  readonly Time: number;
  /** Whether it answers incoming calls. */
  readonly Inbound: boolean;
  /** Whether it answers calls that the operator dialled. */
  readonly Manual: boolean;
}

/** Settings of the agent desktop. The documents give most of them by name only. Unknown fields are kept. */
export interface AgentClientApp {
  /** Documented by name only. */
  readonly ShowTreeCC?: boolean;
  /** Documented by name only. */
  readonly ShowValidCB?: boolean;
  /** Documented by name only. */
  readonly ShowFullTreeCC?: boolean;
  /** The automatic answer by kind of call. */
  readonly AutoAnswer?: Partial<AgentAutoAnswer>;
  /** Whether the list of pauses opens by itself (ours; the documents give the name only). */
  readonly ShowPopupPause?: boolean;
  /** Documented by name only. */
  readonly StartURL?: string;
  /** Documented by name only. */
  readonly TimeWarning?: number;
  /** How long a dialled call may ring (ours; the documents give the name and the unit), in seconds. */
  readonly TimeForDialOut?: number;
  /** Documented by name only. */
  readonly AddNrInClipboard?: boolean;
  /** After how much after-call work the operator is reminded to end it (ours), in seconds. */
  readonly ClericalReminder?: number;
  /** Documented by name only. */
  readonly ResetVoiceChannel?: boolean;
  /** Documented by name only. */
  readonly RingFileID?: number;
}
