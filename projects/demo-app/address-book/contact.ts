type Standing = 'onTime' | 'dueSoon' | 'overdue' | 'promised' | 'settled';

/** A customer of the lender whose CRM this is. */
export interface Contact {
  /** The customer id that Mediatel knows too (`callCustomerID`); the training server makes the same one of the first number. */
  readonly id: string;
  readonly name: string;
  /** International form, digits only with a leading plus; the first is the one to call. */
  readonly phones: readonly string[];
  readonly email: string;
  readonly city: string;
  /** What they like to be spoken to in. */
  readonly language: 'Ukrainian' | 'Russian' | 'English';
  readonly contract: string;
  readonly product: string;
  /** What is still owed, in hryvnias. */
  readonly balance: number;
  readonly standing: Standing;
  /** Days from today to the next payment; negative once it is late. Kept relative, so that the sample never ages. */
  readonly dueInDays: number | null;
  /** What to expect of a training number; `null` for everybody else. */
  readonly training: string | null;
  readonly notes: readonly Note[];
}

/** Something an operator wrote down about a contact. */
export interface Note {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  /** ISO 8601. */
  readonly writtenAt: string;
  /** The call it was written after; addresses its recording. */
  readonly callTraceId: string | null;
}
