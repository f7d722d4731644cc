/**
 * The roles of signed-in people: an operator takes calls, a supervisor watches, a trainer teaches, an
 * administrator manages accounts.
 */
export const roles = ['operator', 'supervisor', 'trainer', 'admin'] as const;
export type Role = (typeof roles)[number];

/** A person who is signed in to the CRM. */
export interface User {
  readonly login: string;
  readonly name: string;
  /** The extension; empty for people without a phone. */
  readonly extension: string;
  readonly role: Role;
}
