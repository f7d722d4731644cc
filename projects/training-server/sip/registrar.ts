import type { Logger } from 'pino';
import { NameAddrHeader, type IncomingRequestMessage } from 'sip.js/lib/core/index.js';
import { SparingLog } from '../sparing-log';
import type { SipAccount } from './account';
import { answer } from './answer';
import type { Binding, Bindings } from './bindings';
import type { SipConnection } from './connection';
import type { Digest } from './digest';
import { WILDCARD_CONTACT } from './frame';
import type { OperatorAgent } from './operator-agent';
import type { Ownership } from './ownership';
import { TakeOver } from './take-over';

/** How long registrations may last. */
export interface RegistrarLimits {
  /** Shorter registrations get 423. Seconds. */
  readonly minExpiresS: number;
  /** Granted if the client requests none. Seconds. */
  readonly defaultExpiresS: number;
  /** Longer requests are reduced to it. Seconds. */
  readonly maxExpiresS: number;
}

/** Whether a new registration ends the extension's other ones, or only rings instead of them. */
export const otherContactRules = ['drop', 'keep'] as const;
export type OtherContacts = (typeof otherContactRules)[number];

interface Wanted {
  readonly contact: NameAddrHeader;
  readonly expiresInS: number;
}

/** The registrar (RFC 3261 §10.3, RFC 5627's instance ids without GRUUs). */
export class Registrar {
  readonly #takeOver: TakeOver;
  readonly #warnings: SparingLog;
  readonly #digest: Digest;
  readonly #ownership: Ownership;
  readonly #bindings: Bindings;
  readonly #agentFor: (sipLogin: string, key: string) => OperatorAgent;
  readonly #limits: RegistrarLimits;
  readonly #otherContacts: OtherContacts;
  readonly #log: Logger;

  constructor(
    digest: Digest,
    ownership: Ownership,
    bindings: Bindings,
    agentFor: (sipLogin: string, key: string) => OperatorAgent,
    limits: RegistrarLimits,
    otherContacts: OtherContacts,
    log: Logger,
  ) {
    this.#digest = digest;
    this.#ownership = ownership;
    this.#bindings = bindings;
    this.#agentFor = agentFor;
    this.#limits = limits;
    this.#otherContacts = otherContacts;
    this.#log = log;
    this.#takeOver = new TakeOver(limits.maxExpiresS);
    this.#warnings = new SparingLog(log);
  }

  receive(request: IncomingRequestMessage, connection: SipConnection): void {
    const verdict = this.#digest.verify('REGISTER', request.getHeader('authorization'));
    if (verdict.type === 'challenge') {
      answer(connection, request, 401, [this.#digest.challenge(verdict.stale)]);
      return;
    }
    const { account } = verdict;
    if (request.to.uri.user !== account.sipLogin || !this.#ownership.allows(connection, account.sipLogin)) {
      const { id, identity } = connection;
      const { sipLogin } = account;
      const facts = { connection: id, identity, sipLogin, to: request.to.uri.toString() };
      this.#warnings.warn(facts, 'REGISTER for another operator’s extension', `for another by ${identity}`);
      answer(connection, request, 403);
      return;
    }
    if (request.hasHeader(WILDCARD_CONTACT)) this.#removeAll(request, connection, account);
    else this.#bind(request, connection, account);
  }

  #removeAll(request: IncomingRequestMessage, connection: SipConnection, account: SipAccount): void {
    // "*" may only remove everything (RFC 3261 §10.2.2).
    if (request.getHeader('expires')?.trim() !== '0') {
      answer(connection, request, 400, [], 'Contact * without Expires 0');
      return;
    }
    for (const binding of this.#bindings.of(account.sipLogin)) this.#drop(binding);
    this.#listBindings(request, connection, account);
  }

  #bind(request: IncomingRequestMessage, connection: SipConnection, account: SipAccount): void {
    const contacts = readContacts(request);
    const wanted = contacts.map((contact) => ({ contact, expiresInS: this.#expiresOf(contact, request) }));
    if (wanted.some(({ expiresInS }) => expiresInS > 0 && expiresInS < this.#limits.minExpiresS)) {
      answer(connection, request, 423, [`Min-Expires: ${this.#limits.minExpiresS}`]);
      return;
    }
    if (this.#refuseLoser(wanted, request, connection, account)) return;
    for (const { contact, expiresInS } of wanted) {
      const key = keyOf(contact);
      if (expiresInS === 0) {
        this.#bindings
          .of(account.sipLogin)
          .filter((known) => known.key === key)
          .forEach((known) => this.#drop(known));
        continue;
      }
      const agent = this.#agentFor(account.sipLogin, key);
      agent.attach(connection);
      const { sipLogin, extension } = account;
      const contactText = textOf(contact);
      this.#bindings.put({
        sipLogin,
        extension,
        key,
        contact: contact.uri,
        contactText,
        agent,
        connection,
        expiresInS,
      });
      this.#log.info({ connection: connection.id, sipLogin, extension, expiresInS }, 'registered');
    }
    if (this.#otherContacts === 'drop') this.#dropOthers(wanted, connection, account);
    this.#listBindings(request, connection, account);
  }

  /**
   * Informs a client once that it lost the extension. Its calls can still be reached over the socket that it came by.
   */
  #refuseLoser(
    wanted: readonly Wanted[],
    request: IncomingRequestMessage,
    connection: SipConnection,
    { sipLogin }: SipAccount,
  ): boolean {
    const told = wanted.filter(({ contact }) => this.#takeOver.toBeTold(sipLogin, keyOf(contact)));
    const losers = told.filter(({ expiresInS }) => expiresInS > 0);
    if (losers.length === 0) return false;
    for (const { contact } of losers) this.#agentFor(sipLogin, keyOf(contact)).attach(connection);
    answer(connection, request, 403, [], 'Taken over');
    return true;
  }

  /**
   * The newest registration of an extension wins. The others are dropped after it is added, so the extension is always
   * registered.
   */
  #dropOthers(wanted: readonly Wanted[], connection: SipConnection, { sipLogin, extension }: SipAccount): void {
    const winners = new Set(wanted.filter(({ expiresInS }) => expiresInS > 0).map(({ contact }) => keyOf(contact)));
    if (winners.size === 0) return;
    for (const binding of this.#bindings.of(sipLogin).filter(({ key }) => !winners.has(key))) {
      this.#bindings.remove(binding);
      this.#takeOver.tell(binding, connection);
      this.#log.warn({ connection: binding.connection.id, sipLogin, extension }, 'taken over by a newer registration');
    }
  }

  #drop(binding: Binding): void {
    this.#bindings.remove(binding);
    this.#log.info({ sipLogin: binding.sipLogin, extension: binding.extension }, 'unregistered');
  }

  #expiresOf(contact: NameAddrHeader, request: IncomingRequestMessage): number {
    const given = contact.getParam('expires') ?? request.getHeader('expires');
    const seconds = given === undefined ? this.#limits.defaultExpiresS : Number(given);
    // A malformed value counts as the default (RFC 3261 §10.2.1.1).
    if (!Number.isInteger(seconds) || seconds < 0) return this.#limits.defaultExpiresS;
    return Math.min(seconds, this.#limits.maxExpiresS);
  }

  /** The 200 with every Contact of the extension, so that a client sees who else is registered. */
  #listBindings(request: IncomingRequestMessage, connection: SipConnection, account: SipAccount): void {
    const now = Date.now();
    const contacts = this.#bindings
      .bySeniority(account.sipLogin)
      .map(
        ({ contactText, expiresAt }) =>
          `Contact: ${contactText};expires=${Math.max(0, Math.round((expiresAt - now) / 1000))}`,
      );
    answer(connection, request, 200, [...contacts, `Date: ${new Date(now).toUTCString()}`]);
  }
}

function readContacts(request: IncomingRequestMessage): NameAddrHeader[] {
  const contacts: NameAddrHeader[] = [];
  for (let index = 0; index < request.getHeaders('contact').length; index++) {
    const parsed: unknown = request.parseHeader('contact', index);
    if (parsed instanceof NameAddrHeader) contacts.push(parsed);
  }
  return contacts;
}

function keyOf(contact: NameAddrHeader): string {
  return contact.getParam('+sip.instance') ?? contact.uri.toString();
}

function textOf(contact: NameAddrHeader): string {
  const copy = contact.clone();
  copy.deleteParam('expires');
  return copy.toString();
}
