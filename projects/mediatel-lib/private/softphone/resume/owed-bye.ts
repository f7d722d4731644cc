import {
  type SipAccount,
  type StoredValue,
  accountPlace,
  isLately,
  storedPlaces,
  storedValue,
} from 'mediatel-lib/ports';
import { endsDialog } from '../signalling/dialog-over';
import { instanceId } from '../signalling/instance-id';
import type { JsSip, JsSipAgent, JsSipSession } from '../jssip/jssip-module';
import { retryAfter } from '../signalling/retry-after';
import type { After } from '../signalling/worker-timers';
import { ownerOf } from './call-keeper';
import { isDialog } from './call-record';
import {
  dialogOf,
  divertAnswers,
  loadSessionClass,
  restoreSession,
  type InDialogResponse,
  type SessionClass,
} from '../jssip/jssip-inside';
import { type DialogRecord, callIdOf } from '../jssip/dialog-record';

/** What a later page needs to hang up. */
interface ByeRecord {
  /** Whose call it is, see `ownerOf`. */
  readonly owner: string;
  readonly dialog: DialogRecord;
  /** When the operator hung up, by the wall clock, which all pages share. */
  readonly at: number;
}

/** How long after the hang-up a BYE is worth sending (ms). A server has given up a call without sound by then. */
export const byeLifetime = 600_000;

/** The pauses after a BYE that the server has not taken (ms): each is twice the one before. */
const [firstPause, longestPause] = [3000, 60_000];

function readBye(kept: unknown): ByeRecord | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { owner, dialog, at } = kept as Readonly<Record<string, unknown>>;
  const isWhole = typeof owner === 'string' && typeof at === 'number' && isDialog(dialog);
  return isWhole ? { owner, dialog, at } : null;
}

/** Reads the list. The first version stored a single record. */
const readByes = (kept: unknown): readonly ByeRecord[] =>
  (Array.isArray(kept) ? kept : [kept]).map(readBye).filter((record) => record !== null);

const isFresh = ({ at }: ByeRecord, now: number): boolean => isLately(at, byeLifetime, now);

/** Whether a response says that the call is over. A refusal, a time-out on the way and an error of the server do not. */
const isReceived = (status: number): boolean => Math.floor(status / 100) === 2 || endsDialog(status);

/** A BYE that the server has not taken. */
interface Owed {
  readonly record: ByeRecord;
  /** Whether it waits for its answer. */
  isSent: boolean;
  /** The pause after the next refusal (ms). */
  pause: number;
  cancelPause: () => void;
}

/** The BYEs of the calls that the operator has hung up, until the server has taken them: also on a later page. */
export class OwedBye {
  #stored: StoredValue<readonly ByeRecord[]> | null = null;
  #owner = '';
  /** By the call. */
  readonly #owed = new Map<string, Owed>();
  /** Where SIP has reached the server last. */
  #way: { readonly jssip: JsSip; readonly agent: JsSipAgent } | null = null;
  readonly #after: After;

  constructor(after: After) {
    this.#after = after;
  }

  /** The phone starts for this account: an earlier page may owe a BYE. */
  serve(account: SipAccount): void {
    this.forget();
    this.#stored = storedValue(accountPlace(storedPlaces.sipBye, account), readByes);
    this.#owner = ownerOf(account, instanceId());
    for (const record of this.#stored.read([])) if (record.owner === this.#owner) this.#owe(record, firstPause);
    this.prune();
  }

  /** Nothing is owed any more. */
  forget(): void {
    for (const { cancelPause } of this.#owed.values()) cancelPause();
    this.#owed.clear();
    this.#stored = this.#way = null;
  }

  /** Removes what is not worth sending any more. */
  prune(): void {
    for (const owed of [...this.#owed.values()]) if (!isFresh(owed.record, Date.now())) this.#settle(owed);
  }

  /** The session is about to send its BYE. */
  watch(session: JsSipSession, at = Date.now(), pause = firstPause): void {
    const dialog = dialogOf(session);
    if (dialog === null) return;
    const owed = this.#owe({ owner: this.#owner, dialog, at }, pause);
    owed.isSent = true;
    this.#store(owed.record, true);
    const lost = (): void => void (owed.isSent = false);
    const answered = (response: InDialogResponse): void => {
      lost();
      if (isReceived(response.status_code)) this.#settle(owed);
      else this.#pause(owed, Math.max(owed.pause, retryAfter(response, byeLifetime)));
    };
    divertAnswers(session, {
      ...{ onSuccessResponse: answered, onErrorResponse: answered, onDialogError: answered },
      onTransportError: lost,
      onRequestTimeout: () => {
        lost();
        this.#pause(owed, owed.pause);
      },
    });
  }

  /** SIP reaches the server again. */
  async reachable(jssip: JsSip, agent: JsSipAgent): Promise<void> {
    this.#way = { jssip, agent };
    await this.#send();
  }

  async #send(): Promise<void> {
    this.prune();
    if (this.#owed.size === 0) return;
    // The code may be unreachable. The next time tries again.
    const Session = await loadSessionClass().catch(() => null);
    if (Session) for (const owed of [...this.#owed.values()]) this.#sendOne(owed, Session);
  }

  #sendOne(owed: Owed, Session: SessionClass): void {
    const { isSent, record, pause, cancelPause } = owed;
    if (this.#way === null || isSent || !isFresh(record, Date.now())) return;
    const { jssip, agent } = this.#way;
    if (!agent.isConnected()) return;
    cancelPause();
    // The record may be anybody's.
    try {
      const session = restoreSession(jssip, Session, agent, record.dialog, new Date());
      this.watch(session, record.at, pause);
      session.terminate();
    } catch {
      this.#settle(owed);
    }
  }

  #owe(record: ByeRecord, pause: number): Owed {
    const owed: Owed = { record, isSent: false, pause, cancelPause: () => undefined };
    this.#owed.set(callIdOf(record.dialog), owed);
    return owed;
  }

  #pause(owed: Owed, pause: number): void {
    if (this.#owed.get(callIdOf(owed.record.dialog)) !== owed) return;
    owed.pause = Math.min(owed.pause * 2, longestPause);
    owed.cancelPause = this.#after(pause, () => void this.#send());
  }

  #settle(owed: Owed): void {
    const id = callIdOf(owed.record.dialog);
    if (this.#owed.get(id) !== owed) return;
    owed.cancelPause();
    this.#owed.delete(id);
    this.#store(owed.record, false);
  }

  /** Changes one call's record. Another tab may have stored others. */
  #store(record: ByeRecord, isOwed: boolean): void {
    const id = callIdOf(record.dialog);
    const others = (this.#stored?.read([]) ?? []).filter(({ dialog }) => callIdOf(dialog) !== id);
    const records = isOwed ? [...others, record] : others;
    if (records.length > 0) this.#stored?.write(records);
    else this.#stored?.remove();
  }
}
