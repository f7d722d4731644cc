import { type SipAccount, forgetStoredCalls, keptCallLifetime, storedPlaces } from 'mediatel-lib/ports';
import { instanceId } from '../signalling/instance-id';
import type { JsSip, JsSipAgent, JsSipSession } from '../jssip/jssip-module';
import type { After } from '../signalling/worker-timers';
import { forgetCall, ownerOf, readableCall } from './call-keeper';
import type { CallRecord } from './call-record';
import { InviteKeeper } from './invite-keeper';
import { removeOutdated } from './outdated';
import { OwedBye, byeLifetime } from './owed-bye';

type IsAddress = (text: string) => boolean;

/** Removes what pages left too long ago, or what nobody can read, whichever operator's it was. */
function removeStale(): void {
  removeOutdated(storedPlaces.sipCall, 'aliveAt', keptCallLifetime);
  removeOutdated(storedPlaces.sipInvite, 'at', keptCallLifetime);
  removeOutdated(storedPlaces.sipBye, 'at', byeLifetime);
}

/** What the phone stores of the calls of its account, and finds of an earlier page. */
export class KeptCalls {
  readonly invites = new InviteKeeper();
  readonly #bye: OwedBye;
  #account: SipAccount | null = null;
  readonly #isWanted: boolean;
  readonly #after: After;

  readonly #removeStale = (): void => {
    this.#bye.prune();
    removeStale();
  };

  /** `isWanted`: whether the site wants calls to outlive their page. */
  constructor(isWanted: boolean, after: After) {
    this.#isWanted = isWanted;
    this.#after = after;
    this.#bye = new OwedBye(after);
  }

  /** The phone starts for this account. */
  serve(account: SipAccount): void {
    this.#account = account;
    this.invites.serve(account);
    removeStale();
    this.#bye.serve(account);
    // A page may just have left what nobody comes back to.
    for (const lifetime of [keptCallLifetime, byeLifetime]) this.#after(lifetime + 1000, this.#removeStale);
  }

  /** Whose call it is, and our Contact; `null` if calls are not kept for a later page. */
  identity(
    contactUri: string | undefined,
  ): (Pick<CallRecord, 'owner' | 'contactUri'> & { account: SipAccount }) | null {
    const account = this.#account;
    if (!this.#isWanted || account === null || contactUri === undefined) return null;
    return { account, owner: ownerOf(account, instanceId()), contactUri };
  }

  /** The stored call to go on with; `null` if there is none. */
  found(isAddress: IsAddress): CallRecord | null {
    return this.#isWanted && this.#account ? readableCall(this.#account, Date.now(), isAddress) : null;
  }

  /** Takes an earlier page's INVITE. Returns the Contact that it was sent to. */
  takeInvite(isAddress: IsAddress): string | null {
    if (!this.#isWanted || this.#account === null) return null;
    return this.invites.takeOver(ownerOf(this.#account, instanceId()), Date.now(), isAddress);
  }

  /** The operator hangs up: the session is about to send its BYE. */
  hangsUp(session: JsSipSession): void {
    this.#bye.watch(session);
    this.#after(byeLifetime + 1000, this.#removeStale);
  }

  /** SIP reaches the server again. */
  reachable(call: { reachable(): void } | null, jssip: JsSip, agent: JsSipAgent | undefined): void {
    call?.reachable();
    if (agent) void this.#bye.reachable(jssip, agent);
  }

  /** Removes the stored call. */
  forgetCall(): void {
    if (this.#account) forgetCall(this.#account);
  }

  /** Removes everything of the account, and writes nothing of it any more. */
  forget(): void {
    this.invites.forget();
    this.#bye.forget();
    if (this.#account) forgetStoredCalls(this.#account);
  }
}
