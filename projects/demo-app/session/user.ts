/** What somebody signed in may see: an operator takes calls, a supervisor watches. */
type Role = 'operator' | 'supervisor';

/** Who is signed in to the CRM. */
export interface User {
  readonly login: string;
  readonly name: string;
  /** Empty for those who have no phone. */
  readonly extension: string;
  readonly role: Role;
}
