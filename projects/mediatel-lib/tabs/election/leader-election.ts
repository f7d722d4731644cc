import type { MediatelClock } from 'mediatel-lib/ports';
import { CallLock } from './call-lock';
import { standstillLimit } from './certainty';
import { LeaderLock, type LockRequests } from './leader-lock';
import { type TabRole, type TabRoleInput, nextTabRole } from './next-tab-role';
import { TabChannel } from '../channel/tab-channel';
import type { Envelope, TabMessage } from '../channel/tab-message';

/** How often (ms) a tab asks the leader whether it is there. */
export const askInterval = 400;

/** Questions a leader may leave unanswered: with the interval, a frozen one is replaced after 1.6 to 2 s. */
export const missLimit = 4;

/** How long (ms) a tab that wants the phone waits for the leader to let go of it: who answers later doubts that it leads. */
const yieldLimit = standstillLimit;

export interface TabLinkListener {
  /**
   * Whether the phone is in a call, as far as this tab knows. Its audio goes on while a dialog or a busy script stops the
   * leader, so the phone is then taken at a person's word only: to replace it would cut the customer off.
   */
  inCall(): boolean;
  /** Runs what begins timers and listens to the other tabs. */
  outside(run: () => void): void;
  changed(role: TabRole, before: TabRole): void;
  /** What came from another tab. `shift`: what to add to its times; `age`: how long it was on its way. */
  heard(message: TabMessage, from: string, shift: number, age: number): void;
}

/** This tab among the operator's: the lock, the channel and the role that comes of both. */
export class LeaderElection {
  readonly #lock: LeaderLock | null;
  readonly #call: CallLock | null;
  readonly #channel: TabChannel;
  #role: TabRole = { status: 'idle' };
  #asking: ReturnType<typeof setInterval> | null = null;
  #wish: ReturnType<typeof setTimeout> | null = null;

  constructor(
    scope: string,
    locks: LockRequests | null,
    clock: MediatelClock,
    private readonly listener: TabLinkListener,
  ) {
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

  /** Resolves once this tab has heard whether it was robbed of the lock. */
  async confirm(): Promise<void> {
    await this.#lock?.confirm();
  }

  /** Says to all tabs, also to those to come, whether the phone is in a call here. */
  holdCall(on: boolean): void {
    this.#call?.hold(on);
  }

  post(message: TabMessage): void {
    this.#channel.post(message);
  }

  /** Asks the leader to let go, and takes the phone once it has, or has not answered. */
  wish(): void {
    if (this.#role.status !== 'following' && this.#role.status !== 'seeking') return;
    this.post({ type: 'wanted' });
    this.#stopWishing();
    this.#wish = setTimeout(() => this.enter({ type: 'wished' }), yieldLimit);
  }

  enter(input: TabRoleInput): void {
    const before = this.#role;
    const role = nextTabRole(before, input);
    if (role === before) return;
    this.#role = role;
    if (role.status !== before.status) this.listener.outside(() => this.#follow(role, before));
    this.listener.changed(role, before);
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
    return this.listener.inCall() || (this.#call?.isElsewhere ?? false);
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
      // Words of one that was robbed and does not know it yet.
      if (this.#role.status === 'following' && this.#role.leader !== from) return;
    }
    if (this.#role.status === 'leading' && (foreign || body.type === 'ask')) this.post({ type: 'here' });
    if (body === null) return;
    if (body.type === 'busy') this.enter({ type: 'busy', leader: from });
    if (body.type === 'yielded' && body.to === this.id) this.enter({ type: 'wished' });
    this.listener.heard(body, from, this.#channel.shiftOf(envelope), this.#channel.ageOf(envelope));
  }
}
