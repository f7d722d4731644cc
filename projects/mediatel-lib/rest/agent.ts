import type { AgentClientApp } from 'mediatel-lib/protocol';

/** An operator's account, with the API's own field names. Unknown fields are kept. */
export interface MediatelAgent {
  /** The account's id. */
  readonly ID: number;
  /** The operator's Mediatel login. */
  readonly Login: string;
  /** The password; a hash in answers. */
  readonly Password?: string;
  /** Full name or e-mail address. */
  readonly Details?: string;
  /** Documented by name only. */
  readonly Domain?: string;
  /** Documented by name only. */
  readonly RightID?: number;
  /** Documented by name only. */
  readonly SupervisorRightID?: number;
  /** Documented by name only. */
  readonly SupervisorID?: number;
  /** 1: live; 0: logically deleted. */
  readonly State?: 0 | 1;
  /** Documented by name only. */
  readonly DefaultSkill?: number;
  /** The operator's own numbers. The first is the extension (ours; the documents give the name only). */
  readonly PersNumbers?: readonly string[];
  /** Settings of the agent desktop. */
  readonly ClientApp?: AgentClientApp;
}

/** A partial change: only the fields that differ. */
export type AgentChange = Partial<Omit<MediatelAgent, 'ID'>>;
