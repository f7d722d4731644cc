/** The role of a signed-in person: an operator takes calls, a supervisor watches. */
type Role = 'operator' | 'supervisor';

/** A person who is signed in to the CRM. */
export interface User {
  readonly login: string;
  readonly name: string;
  /** The extension; empty for people without a phone. */
  readonly extension: string;
  readonly role: Role;
}
