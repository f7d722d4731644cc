import { storedPlaces, storedValue } from 'mediatel-lib/ports';
import { recordLifetime } from './call-record';

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

const stored = storedValue<(InviteRecord & { readonly version?: number }) | null>(storedPlaces.sipInvite, readInvite);

/** Takes the stored INVITE of this owner out of the storage; `null` if there is none that may still ring. */
export function takeInvite(owner: string, now: number): InviteRecord | null {
  const record = stored.read(null);
  if (record?.owner !== owner) return null;
  stored.remove();
  return mayRing(record, now) ? record : null;
}

/** Whether the INVITE may still be answered at this time (ms of the wall clock). */
export const mayRing = ({ at }: InviteRecord, now: number): boolean => Math.abs(now - at) <= recordLifetime;

/** Keeps the INVITE of one ringing call, until it is answered or over, or until its page is. */
export class InviteKeeper {
  #isDone = false;

  constructor(record: InviteRecord) {
    stored.write({ ...record, version } as InviteRecord);
  }

  /** The page leaves the ringing call to a later one. */
  leave(): void {
    this.#isDone = true;
  }

  /** The call rings no more. */
  end(): void {
    if (!this.#isDone) stored.remove();
    this.#isDone = true;
  }
}
