import { type AlertAcknowledgement, conditionsOf } from 'mediatel-lib/hub-protocol';
import { acknowledgementField } from './hub-store';
import type { Roster } from './roster';

/** Milliseconds: another node may hear of an acknowledgement before it hears of the operator's state that it is for. */
const settled = 5_000;

/** What became of an acknowledgement: `beaten` by an earlier supervisor; `over`, of which its sender does not know yet. */
export type AcknowledgementVerdict = 'taken' | 'known' | 'beaten' | 'over';

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

  /** Takes one, own or another node's. */
  take(acknowledgement: AlertAcknowledgement, now: number): AcknowledgementVerdict {
    const key = acknowledgementField(acknowledgement);
    const known = this.known.get(key);
    if (known && isEarlier(known, acknowledgement)) return 'beaten';
    if (known && !isEarlier(acknowledgement, known)) return 'known';
    if (this.isOver(acknowledgement, now)) return 'over';
    this.known.set(key, acknowledgement);
    return 'taken';
  }

  /** The one that counts for the same condition of the same operator. */
  get(acknowledgement: AlertAcknowledgement): AlertAcknowledgement | undefined {
    return this.known.get(acknowledgementField(acknowledgement));
  }

  /** Drops those whose condition has ended, and returns them. */
  prune(now: number): AlertAcknowledgement[] {
    const over = this.all().filter((one) => this.isOver(one, now));
    for (const one of over) this.known.delete(acknowledgementField(one));
    return over;
  }

  private isOver(one: AlertAcknowledgement, now: number): boolean {
    return now - one.at >= settled && !this.holds(one);
  }
}

const isEarlier = (a: AlertAcknowledgement, b: AlertAcknowledgement): boolean =>
  a.at < b.at || (a.at === b.at && a.by < b.by);
