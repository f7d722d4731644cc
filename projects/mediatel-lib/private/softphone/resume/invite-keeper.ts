import {
  type SipAccount,
  type StoredValue,
  accountPlace,
  isLately,
  keptCallLifetime,
  storedPlaces,
  storedValue,
} from 'mediatel-lib/ports';
import { textOf } from '../jssip/jssip-inside';

/** What is needed of an invitation. */
interface RingingInvitation {
  readonly request: object;
  readonly session: { on(type: 'accepted' | 'failed', listener: () => void): unknown };
}

/** What a later page needs to answer a call that rings. Times are of the wall clock (ms), which all pages share. */
export interface InviteRecord {
  /** Whose call it is, see `ownerOf`. */
  readonly owner: string;
  /** Our Contact, which the INVITE was sent to. */
  readonly contactUri: string;
  /** The INVITE as it came. */
  readonly message: string;
  readonly at: number;
}

/** The layout of the stored record. A record with another one is ignored. */
const version = 1;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Reads a stored record, which anybody may have written; `null` if it is none. */
function readInvite(kept: unknown): InviteRecord | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { owner, contactUri, message, at, ...rest } = kept as Readonly<Record<string, unknown>>;
  const isWhole = rest['version'] === version && isText(owner) && isText(contactUri) && Number.isFinite(at);
  if (!isWhole || !isText(message) || !message.startsWith('INVITE ')) return null;
  return { owner, contactUri, message, at: at as number };
}

/** An account's stored INVITE. */
const storedInviteOf = (account: SipAccount): StoredValue<(InviteRecord & { readonly version?: number }) | null> =>
  storedValue(accountPlace(storedPlaces.sipInvite, account), readInvite);

/** Whether the INVITE may still be answered at this time (ms of the wall clock). */
const mayRing = ({ at }: InviteRecord, now: number): boolean => isLately(at, keptCallLifetime, now);

/** How soon a page rings for an earlier one (ms). Later, Mediatel does not say any more that the call rings. */
const ringsWithin = 5000;

/** Keeps the INVITE of a ringing call, until it is answered or over, or until its page is; and finds that of an earlier page. */
export class InviteKeeper {
  #stored: ReturnType<typeof storedInviteOf> | null = null;
  /** What an earlier page left. */
  #left: InviteRecord | null = null;
  /** When the page took it. */
  #takenAt = 0;
  /** The present page's ringing call, while its INVITE is stored. */
  #ringing: object | null = null;

  /** What is stored from now on is of this account. */
  serve(account: SipAccount): void {
    this.leave();
    this.#stored = storedInviteOf(account);
  }

  /** Takes the stored INVITE of this owner out of the storage. Returns the Contact that it was sent to. */
  takeOver(owner: string, now: number, isAddress: (text: string) => boolean = () => true): string | null {
    const record = this.#stored?.read(null);
    if (record?.owner !== owner) return null;
    this.#stored?.remove();
    this.#takenAt = now;
    this.#left = mayRing(record, now) && isAddress(record.contactUri) ? record : null;
    return this.#left?.contactUri ?? null;
  }

  /** The earlier page's INVITE, if it may still be answered. Once: the server may have given it up. */
  takeLeft(now: number): string | null {
    const left = this.#left;
    this.#left = null;
    return left !== null && mayRing(left, now) ? left.message : null;
  }

  /** Stores the INVITE of a call that rings now; `identity`: whose it is, `null` if nothing is kept. */
  keep(identity: Pick<InviteRecord, 'owner' | 'contactUri'> | null, invitation: RingingInvitation, at: number): void {
    this.#left = null;
    const { session, request } = invitation;
    const message = textOf(request);
    if (identity === null || message === undefined) return;
    this.#stored?.write({
      owner: identity.owner,
      contactUri: identity.contactUri,
      message,
      at,
      version,
    } as InviteRecord);
    const ringing = (this.#ringing = {});
    const over = (): void => {
      if (this.#ringing !== ringing) return;
      this.leave();
      this.#stored?.remove();
    };
    session.on('accepted', over);
    session.on('failed', over);
  }

  /** Nothing of the account is stored any more. */
  forget(): void {
    this.#stored = this.#left = this.#ringing = null;
  }

  /** The page leaves the ringing call to a later one, also one that has just been taken and has not rung here yet. */
  leave(now = Date.now()): void {
    this.#ringing = null;
    if (this.#left !== null && Math.abs(now - this.#takenAt) <= ringsWithin)
      this.#stored?.write({ ...this.#left, version } as InviteRecord);
    this.#left = null;
  }
}
