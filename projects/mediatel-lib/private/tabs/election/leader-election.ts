import type { MediatelClock } from 'mediatel-lib/ports';
import { CallLock } from './call-lock';
import { standstillLimit } from './certainty';
import { LeaderLock, type LockRequests } from './leader-lock';
import { type TabRole, type TabRoleInput, nextTabRole } from './next-tab-role';
import { TabChannel } from '../channel/tab-channel';
import type { Envelope, TabMessage } from '../channel/tab-message';

/** How often a tab asks whether the leader is there (ms). */
export const askInterval = 400;

/** Questions that a leader may leave unanswered. With the interval, a frozen leader is replaced after 1.6 to 2 s. */
export const missLimit = 4;

/**
 * How long a tab that wants the phone waits for the leader to release it (ms). A leader that answers later doubts its
 * own role.
 */
const yieldLimit = standstillLimit;

/** What the election uses and reports. */
export interface LeaderElectionListener {
  /**
   * Whether the phone is in a call, as far as this tab knows.
   *
   * The audio continues while a dialog or a busy script blocks the leader. So another tab takes over only when a
   * person asks for it: a takeover would cut the customer off.
   */
  inCall(): boolean;
  /** Runs code that starts timers and listens to the other tabs. */
  outside(run: () => void): void;
  changed(role: TabRole, before: TabRole): void;
  /** A message from another tab. `shift`: ms to add to its times. `age`: its age (ms). */
  heard(message: TabMessage, from: string, shift: number, age: number): void;
}

/** This tab in the leader election: the lock, the channel, and the resulting role. */
export class LeaderElection {
  readonly #lock: LeaderLock | null;
  readonly #call: CallLock | null;
  readonly #channel: TabChannel;
  #role: TabRole = { status: 'idle' };
  #asking: ReturnType<typeof setInterval> | null = null;
  #wish: ReturnType<typeof setTimeout> | null = null;
  /** When this tab wished for the phone, by the wall clock, which all tabs share. */
  #wishedAt = 0;
  readonly #listener: LeaderElectionListener;

  constructor(scope: string, locks: LockRequests | null, clock: MediatelClock, listener: LeaderElectionListener) {
    this.#listener = listener;
    const name = `mediatel-lib ${scope}`;
    this.#lock = locks && new LeaderLock(locks, name, { granted: () => this.#granted(), lost: () => this.#lost() });
    this.#call = locks && new CallLock(locks, `${name} call`);
    this.#channel = new TabChannel(
      name,
      clock,
      () => (this.#role.status === 'leading' ? this.#role.term : null),
      (envelope) => this.#received(envelope),
    );
  }

  get role(): TabRole {
    return this.#role;
  }

  get id(): string {
    return this.#channel.id;
  }

  start(): void {
    this.enter({ type: 'started', locks: this.#lock !== null });
  }

  /** Resolves once this tab knows whether another tab stole the lock. */
  async confirm(): Promise<void> {
    await this.#lock?.confirm();
  }

  /** Tells all tabs, also later ones, whether the phone has a call here. */
  holdCall(on: boolean): void {
    this.#call?.hold(on);
  }

  post(message: TabMessage): void {
    this.#channel.post(message);
  }

  /** Asks the leader to release the phone. Takes over once it has, or after the time-out. `wanted`: how it asks. */
  wish(wanted: TabMessage & { readonly type: 'wanted' } = { type: 'wanted' }): void {
    if (this.#role.status !== 'following' && this.#role.status !== 'seeking') return;
    this.post(wanted);
    this.#stopWishing();
    this.#wishedAt = Date.now();
    this.#wish = setTimeout(() => this.enter({ type: 'wished' }), yieldLimit);
  }

  enter(input: TabRoleInput): void {
    const before = this.#role;
    const role = nextTabRole(before, input);
    if (role === before) return;
    this.#role = role;
    if (role.status !== before.status) this.#listener.outside(() => this.#follow(role, before));
    this.#listener.changed(role, before);
  }

  #follow(role: TabRole, before: TabRole): void {
    const { status } = role;
    this.#stopWishing();
    this.#ask(status === 'seeking' || status === 'following');
    if (status === 'idle' || status === 'alone' || status === 'away') {
      this.#lock?.release();
      this.#channel.close();
      return;
    }
    this.#channel.open();
    if (status === 'stealing') this.#lock?.steal();
    if (status === 'seeking') {
      if (before.status !== 'following') this.#lock?.queue();
      this.post({ type: 'ask' });
    }
  }

  #ask(on: boolean): void {
    if (!on && this.#asking !== null) {
      clearInterval(this.#asking);
      this.#asking = null;
    }
    if (!on || this.#asking !== null) return;
    this.#asking = setInterval(() => {
      this.enter({ type: 'asking', missLimit: this.#isCall ? null : missLimit });
      this.#call?.look();
      if (this.#role.status !== 'stealing') this.post({ type: 'ask' });
    }, askInterval);
  }

  get #isCall(): boolean {
    return this.#listener.inCall() || (this.#call?.isElsewhere ?? false);
  }

  #stopWishing(): void {
    if (this.#wish !== null) clearTimeout(this.#wish);
    this.#wish = null;
  }

  #granted(): void {
    this.enter({ type: 'granted' });
  }

  #lost(): void {
    this.enter({ type: 'lost' });
  }

  #received(envelope: Envelope): void {
    const { from, term, body } = envelope;
    const foreign = body === null;
    if (term !== null) {
      this.enter({ type: 'heard', leader: from, term, foreign });
      // A message from a tab that lost the lock and does not know it yet.
      if (this.#role.status === 'following' && this.#role.leader !== from) return;
    }
    if (this.#role.status === 'leading' && (foreign || body.type === 'ask')) this.post({ type: 'here' });
    if (body === null) return;
    // The operator has changed their mind: the phone stays where it was wished last.
    if (body.type === 'wanted' && !body.silent && envelope.sentAt > this.#wishedAt) this.#stopWishing();
    if (body.type === 'busy') this.enter({ type: 'busy', leader: from });
    if (body.type === 'yielded' && body.to === this.id && this.#wish !== null) this.enter({ type: 'wished' });
    this.#listener.heard(body, from, this.#channel.shiftOf(envelope), this.#channel.ageOf(envelope));
  }
}
