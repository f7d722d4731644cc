import { type AlertAcknowledgement, conditionsOf } from 'mediatel-lib/hub-protocol';
import { acknowledgementField } from './hub-store';
import type { Roster } from './roster';

/** Milliseconds. Another node may receive an acknowledgement before the operator's state that it belongs to. */
const settled = 5_000;

/**
 * The result of an acknowledgement. `beaten`: an earlier supervisor has the alert. `over`: the condition has ended, and
 * the sender does not know it yet.
 */
export type AcknowledgementVerdict = 'taken' | 'known' | 'beaten' | 'over';

/**
 * The alerts that supervisors have acknowledged. Each belongs to a condition in the operator's record and is dropped
 * with it, so there are never more than operators have conditions. If two supervisors acknowledge, the first has the
 * alert, on every node.
 */
export class Acknowledgements {
  readonly #known = new Map<string, AlertAcknowledgement>();
  readonly #roster: Roster;

  constructor(roster: Roster) {
    this.#roster = roster;
  }

  all(): AlertAcknowledgement[] {
    return [...this.#known.values()];
  }

  /** Whether the operator is in that condition now. */
  holds({ operator, condition }: Pick<AlertAcknowledgement, 'operator' | 'condition'>): boolean {
    const record = this.#roster.get(operator);
    return record !== undefined && conditionsOf(record).some(({ key }) => key === condition);
  }

  /** Adds an acknowledgement of this node or of another one. */
  addIfEarlier(acknowledgement: AlertAcknowledgement, now: number): AcknowledgementVerdict {
    const key = acknowledgementField(acknowledgement);
    const known = this.#known.get(key);
    if (known && isEarlier(known, acknowledgement)) return 'beaten';
    if (known && !isEarlier(acknowledgement, known)) return 'known';
    if (this.#isOver(acknowledgement, now)) return 'over';
    this.#known.set(key, acknowledgement);
    return 'taken';
  }

  /** The acknowledgement that counts for the same condition of the same operator. */
  get(acknowledgement: AlertAcknowledgement): AlertAcknowledgement | undefined {
    return this.#known.get(acknowledgementField(acknowledgement));
  }

  /** Drops the acknowledgements whose condition has ended, and returns them. */
  prune(now: number): AlertAcknowledgement[] {
    const over = this.all().filter((one) => this.#isOver(one, now));
    for (const one of over) this.#known.delete(acknowledgementField(one));
    return over;
  }

  #isOver(one: AlertAcknowledgement, now: number): boolean {
    return now - one.at >= settled && !this.holds(one);
  }
}

const isEarlier = (a: AlertAcknowledgement, b: AlertAcknowledgement): boolean =>
  a.at < b.at || (a.at === b.at && a.by < b.by);
