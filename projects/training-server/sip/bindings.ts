import type { URI } from 'sip.js/lib/core/index.js';
import type { SipConnection } from './connection';
import type { OperatorAgent } from './operator-agent';

/** A person's tabs and phones. Beyond that the oldest are dropped. */
const mostPerLogin = 10;

/** Where one browser tab of an operator can be reached. */
export interface Binding {
  readonly sipLogin: string;
  readonly extension: string;
  /** `+sip.instance` if the client sends one, else the Contact's URI. */
  readonly key: string;
  readonly contact: URI;
  /** The Contact's URI and parameters without `expires`, as the client wrote them, for the 200. */
  readonly contactText: string;
  readonly agent: OperatorAgent;
  readonly connection: SipConnection;
  readonly expiresAt: number;
  /** Grows with each *first* registration over a socket; a refresh keeps it. */
  readonly seniority: number;
}

export type NewBinding = Omit<Binding, 'expiresAt' | 'seniority'> & { readonly expiresInS: number };

/** Called when an extension becomes registered or unregistered. */
export type RegistrationListener = (extension: string, registered: boolean) => void;

/**
 * Who is registered from where.
 *
 * If the registrar keeps others' bindings, several tabs or phones may hold one extension at once. The 200 lists all of
 * them, and calls go to the newest. A tab's first REGISTER over its socket counts, so that two tabs which refresh in
 * turn don't take the phone from each other.
 */
export class Bindings {
  readonly #byLogin = new Map<string, Map<string, Binding>>();
  readonly #timers = new Map<Binding, NodeJS.Timeout>();
  readonly #listeners = new Set<RegistrationListener>();
  #lastSeniority = 0;

  put({ expiresInS, ...wanted }: NewBinding): Binding {
    const known = this.#byLogin.get(wanted.sipLogin) ?? new Map<string, Binding>();
    const before = known.get(wanted.key);
    const refresh = before?.connection === wanted.connection;
    const binding: Binding = {
      ...wanted,
      expiresAt: Date.now() + expiresInS * 1000,
      seniority: refresh ? before.seniority : ++this.#lastSeniority,
    };
    if (before) this.#stopTimer(before);
    const wasRegistered = known.size > 0;
    this.#byLogin.set(wanted.sipLogin, known.set(wanted.key, binding));
    const timer = setTimeout(() => this.remove(binding), expiresInS * 1000);
    timer.unref();
    this.#timers.set(binding, timer);
    for (const oldest of this.bySeniority(wanted.sipLogin).slice(mostPerLogin)) this.remove(oldest);
    if (!wasRegistered) this.#tell(binding.extension, true);
    return binding;
  }

  remove(binding: Binding): void {
    const known = this.#byLogin.get(binding.sipLogin);
    if (known?.get(binding.key) !== binding) return;
    this.#stopTimer(binding);
    known.delete(binding.key);
    if (known.size > 0) return;
    this.#byLogin.delete(binding.sipLogin);
    this.#tell(binding.extension, false);
  }

  removeConnection(connection: SipConnection): void {
    for (const binding of this.all()) if (binding.connection === connection) this.remove(binding);
  }

  of(sipLogin: string): Binding[] {
    return [...(this.#byLogin.get(sipLogin)?.values() ?? [])];
  }

  newest(sipLogin: string): Binding | undefined {
    return this.bySeniority(sipLogin)[0];
  }

  /** Newest first. */
  bySeniority(sipLogin: string): Binding[] {
    return this.of(sipLogin).sort((a, b) => b.seniority - a.seniority);
  }

  all(): Binding[] {
    return [...this.#byLogin.values()].flatMap((known) => [...known.values()]);
  }

  /**
   * Calls back when an extension gets its first binding and when it loses its last. Returns a function that stops it.
   */
  onRegistration(listener: RegistrationListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#byLogin.clear();
  }

  #stopTimer(binding: Binding): void {
    clearTimeout(this.#timers.get(binding));
    this.#timers.delete(binding);
  }

  #tell(extension: string, registered: boolean): void {
    for (const listener of this.#listeners) listener(extension, registered);
  }
}
