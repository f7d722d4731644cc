/** Which calls the agent desktop answers by itself, and after how many milliseconds. */
export interface AgentAutoAnswer {
  readonly Predictive: boolean;
  readonly Other: boolean;
  /** Milliseconds. */
  readonly Time: number;
  readonly Inbound: boolean;
  readonly Manual: boolean;
}

/** What governs the agent desktop; further fields are kept as they come. */
export interface AgentClientApp {
  readonly ShowTreeCC?: boolean;
  readonly ShowValidCB?: boolean;
  readonly ShowFullTreeCC?: boolean;
  readonly AutoAnswer?: Partial<AgentAutoAnswer>;
  readonly ShowPopupPause?: boolean;
  readonly StartURL?: string;
  readonly TimeWarning?: number;
  /** Seconds. */
  readonly TimeForDialOut?: number;
  readonly AddNrInClipboard?: boolean;
  /** Seconds. */
  readonly ClericalReminder?: number;
  readonly ResetVoiceChannel?: boolean;
  readonly RingFileID?: number;
}

/** An operator's account, with the API's own field names; fields not named here are kept as they come. */
export interface MediatelAgent {
  readonly ID: number;
  readonly Login: string;
  /** A hash in answers. */
  readonly Password?: string;
  /** Full name or e-mail. */
  readonly Details?: string;
  readonly Domain?: string;
  readonly RightID?: number;
  readonly SupervisorRightID?: number;
  readonly SupervisorID?: number;
  /** 1 live, 0 logically deleted. */
  readonly State?: 0 | 1;
  readonly DefaultSkill?: number;
  readonly PersNumbers?: readonly string[];
  readonly ClientApp?: AgentClientApp;
}

/** A change: only what differs. */
export type AgentChange = Partial<Omit<MediatelAgent, 'ID'>>;
