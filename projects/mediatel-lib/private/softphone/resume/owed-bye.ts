import { type SipAccount, type StoredValue, accountPlace, storedPlaces, storedValue } from 'mediatel-lib/ports';
import { instanceId } from '../signalling/instance-id';
import type { JsSip, JsSipAgent, JsSipSession } from '../signalling/jssip-module';
import { ownerOf } from './call-keeper';
import { type DialogRecord, isDialog } from './call-record';
import { dialogOf, loadSessionClass, restoreSession } from './restored-session';

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

function readBye(kept: unknown): ByeRecord | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { owner, dialog, at } = kept as Readonly<Record<string, unknown>>;
  const isWhole = typeof owner === 'string' && typeof at === 'number' && isDialog(dialog);
  return isWhole ? { owner, dialog, at } : null;
}

const isFresh = ({ at }: ByeRecord, now: number): boolean => Math.abs(now - at) <= byeLifetime;

/** Whether what is stored is a BYE that is worth nothing any more. */
export function isStaleBye(kept: unknown, now: number): boolean {
  const record = readBye(kept);
  return record !== null && !isFresh(record, now);
}

/** Whether a response says that the server has the BYE. No answer, a time-out on the way and an error of the server do not. */
const isReceived = (status: number): boolean => status !== 408 && Math.floor(status / 100) !== 5;

/** The BYE of a call that the operator has hung up, until the server has answered it: also on a later page. */
export class OwedBye {
  #stored: StoredValue<ByeRecord | null> | null = null;
  #owner = '';
  /** What is to be sent as soon as SIP reaches the server. */
  #due: ByeRecord | null = null;

  /** The phone starts for this account: an earlier page may owe a BYE. */
  serve(account: SipAccount): void {
    this.#stored = storedValue(accountPlace(storedPlaces.sipBye, account), readBye);
    this.#owner = ownerOf(account, instanceId());
    const left = this.#stored.read(null);
    this.#due = left?.owner === this.#owner && isFresh(left, Date.now()) ? left : null;
  }

  /** Nothing is owed any more. */
  forget(): void {
    this.#stored = this.#due = null;
  }

  /** The session is about to send its BYE. */
  watch(session: JsSipSession, at = Date.now()): void {
    const dialog = dialogOf(session);
    if (dialog === null) return;
    const record: ByeRecord = { owner: this.#owner, dialog, at };
    this.#due = null;
    this.#stored?.write(record);
    const lost = (): void => void (this.#due = record);
    const answered = ({ status_code }: { readonly status_code: number }): void => {
      if (isReceived(status_code)) this.#stored?.remove();
      else lost();
    };
    const send = session.sendRequest.bind(session);
    session.sendRequest = (method, options) =>
      send(method, {
        ...{ extraHeaders: [], body: '' },
        ...options,
        eventHandlers: {
          ...{ onSuccessResponse: answered, onErrorResponse: answered, onDialogError: answered },
          ...{ onTransportError: lost, onRequestTimeout: lost },
        },
      });
  }

  /** SIP reaches the server again. */
  async reachable(jssip: JsSip, agent: JsSipAgent): Promise<void> {
    if (this.#due === null) return;
    // The code may be unreachable, and the record anybody's. The next time tries again.
    try {
      const Session = await loadSessionClass();
      const due = this.#due as ByeRecord | null;
      if (due === null || !isFresh(due, Date.now())) return;
      this.#due = null;
      const session = restoreSession(jssip, Session, agent, due.dialog, new Date());
      this.watch(session, due.at);
      session.terminate();
    } catch {
      return;
    }
  }
}
