import type { ConnectionStatus, Registration } from 'mediatel-lib/ports';
import type { PlainName } from './plain-event';

/** What happens to one of the two links: a first time, a loss, a return. */
class Link {
  #wasUp = false;
  #isUp = false;

  up(first: PlainName, again: PlainName): PlainName | null {
    if (this.#isUp) return null;
    const name = this.#wasUp ? again : first;
    [this.#isUp, this.#wasUp] = [true, true];
    return name;
  }

  /** A link that was not up can't be lost. */
  lost(name: PlainName): PlainName | null {
    const was = this.#isUp;
    this.#isUp = false;
    return was ? name : null;
  }

  down(name: PlainName | null): PlainName | null {
    this.#isUp = false;
    return name;
  }

  closed(): null {
    this.#isUp = false;
    this.#wasUp = false;
    return null;
  }
}

/** Tells when the connection to Mediatel and the registration of the phone come and go, once each time. */
export class LinkEvents {
  readonly #mediatel = new Link();
  readonly #phone = new Link();

  connection(status: ConnectionStatus): PlainName | null {
    switch (status) {
      case 'connected':
        return this.#mediatel.up('linkUp', 'linkBack');
      case 'connecting':
      case 'unreachable':
        return this.#mediatel.lost('linkLost');
      case 'unauthorised':
        return this.#mediatel.down('linkRefused');
      case 'kicked':
        return this.#mediatel.down('linkReplaced');
      case 'closed':
        return this.#mediatel.closed();
    }
  }

  registration(status: Registration['status']): PlainName | null {
    switch (status) {
      case 'registered':
        return this.#phone.up('phoneUp', 'phoneBack');
      case 'connecting':
      case 'waiting':
        return this.#phone.lost('phoneLost');
      case 'rejected':
        return this.#phone.down('phoneRefused');
      // A registration is refreshed by the request that began it.
      case 'registering':
        return null;
      case 'off':
        return this.#phone.closed();
    }
  }
}
