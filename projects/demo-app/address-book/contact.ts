import type { LanguageTag } from 'mediatel-lib/ui';

type Standing = 'onTime' | 'dueSoon' | 'overdue' | 'promised' | 'settled';

/** What the lender sells. */
export type ProductName = 'payDayLoan' | 'instalments' | 'creditLine' | 'refinanced';

/** What the customer of a training number does when an operator calls. */
export type TrainingBehaviour = 'talks' | 'busy' | 'neverAnswers' | 'hangsUp' | 'echoes';

/** A customer of the lender that uses this CRM. */
export interface Contact {
  /** The customer id, as in Mediatel's `callCustomerID`. The training server derives the same id from the first number. */
  readonly id: string;
  readonly name: string;
  /** Numbers in international form: a plus and digits. The first is the one to call. */
  readonly phones: readonly string[];
  readonly email: string;
  readonly city: string;
  /** The language they prefer. */
  readonly language: LanguageTag;
  readonly contract: string;
  readonly product: ProductName;
  /** The debt in hryvnias. */
  readonly balance: number;
  readonly standing: Standing;
  /** Days from today to the next payment; negative if it is late. It is relative, so that the sample data never ages. */
  readonly dueInDays: number | null;
  /** What a training number does; `null` for other contacts. */
  readonly training: TrainingBehaviour | null;
  readonly notes: readonly Note[];
}

/** An operator's note about a contact. */
export interface Note {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  /** ISO 8601. */
  readonly writtenAt: string;
  /** Trace id of the call before the note, which finds its recording; `null` for none. */
  readonly callTraceId: string | null;
}
