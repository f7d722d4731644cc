/**
 * What an account may do. An operator takes calls. A supervisor watches, a trainer teaches, an administrator manages
 * accounts; these take no calls. The order is that of the API's `RightID`, from 1.
 */
export const roles = ['operator', 'supervisor', 'trainer', 'admin'] as const;

/** One of the roles. */
export type Role = (typeof roles)[number];

/**
 * A person who may sign in.
 *
 * The documents disagree whether the SIP login is the extension or a login of its own. So half of the accounts of the
 * training have three different values for login, extension and SIP login.
 */
export interface Account {
  readonly login: string;
  /** The cookie's claim `userID`, the snapshot's `agentId`, the API's `ID`. */
  readonly userId: number;
  readonly name: string;
  /** Empty for people without a phone. */
  readonly extension: string;
  readonly sipLogin: string;
  readonly sipPassword: string;
  readonly role: Role;
}

export const sipRealm = 'training.local';
