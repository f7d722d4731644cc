/**
 * What is kept of a person under the login, beside the account. A login may be given to somebody else, who must get none
 * of it. Changes throw a `NotStored` if they fail.
 */
export interface PersonRecords {
  /** Whether something is being added now, so that the login must stay. */
  isInUse(login: string): boolean;
  /** The person has another login. */
  rename(from: string, to: string): void;
  /** The person's account, with this id, is removed for good. */
  remove(login: string, id: number): void;
}
