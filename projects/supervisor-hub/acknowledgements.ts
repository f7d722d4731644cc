import { type AlertAcknowledgement, conditionsOf } from 'mediatel-lib/protocol';
import { acknowledgementField } from './hub-store';
import type { Roster } from './roster';

/** Milliseconds: another node may hear of an acknowledgement before it hears of the operator's state that it is for. */
const settled = 5_000;

/**
 * Which alerts supervisors have taken on. Each is for a condition that the operator's record shows, and goes with it:
 * so there are never more than operators have conditions. Of two supervisors the first has it, on every node.
 */
export class Acknowledgements {
  private readonly known = new Map<string, AlertAcknowledgement>();

  constructor(private readonly roster: Roster) {}

  all(): AlertAcknowledgement[] {
    return [...this.known.values()];
  }

  /** Whether the operator is in that condition now. */
  holds({ operator, condition }: Pick<AlertAcknowledgement, 'operator' | 'condition'>): boolean {
    const record = this.roster.get(operator);
    return record !== undefined && conditionsOf(record).some(({ key }) => key === condition);
  }

  /** Takes one, own or another node's. Returns whether it is news. */
  take(acknowledgement: AlertAcknowledgement): boolean {
    const key = acknowledgementField(acknowledgement);
    const known = this.known.get(key);
    if (known && !isEarlier(acknowledgement, known)) return false;
    this.known.set(key, acknowledgement);
    return true;
  }

  /** Drops those whose condition has ended, and returns them. */
  prune(now: number): AlertAcknowledgement[] {
    const over = this.all().filter((one) => now - one.at >= settled && !this.holds(one));
    for (const one of over) this.known.delete(acknowledgementField(one));
    return over;
  }
}

const isEarlier = (a: AlertAcknowledgement, b: AlertAcknowledgement): boolean =>
  a.at < b.at || (a.at === b.at && a.by < b.by);
