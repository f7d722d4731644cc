import type { CallContact } from 'mediatel-lib/store';
import { CallLocks, Channels, Locks } from './browser';
import { Mediatel } from './mediatel';
import { PageLife } from './page-life';
import { type Happening, Schedule } from './schedule';
import { SharedStorage } from './storage';
import { Tab } from './tab';
import { type TimerOwner, VirtualTime } from './virtual-time';

/** What a person does, or what happens to the world, in the script's order but at any time. */
export interface Press {
  readonly label: string;
  readonly run: (world: World) => void;
  /** The least milliseconds before it. */
  readonly after?: number;
}

/** One thing that may come next. */
export interface Option {
  readonly label: string;
  readonly run: () => void;
  readonly tab: TimerOwner | null;
  /** When the timer is due, if it is a timer. */
  readonly due?: number;
}

/**
 * How long (ms) everything may take to come to rest after the last press: longer than the limits of commands and
 * takeovers.
 */
const restAfter = 9000;

/** How long (ms) a message may be on its way: the fault tests cover longer ones (`e2e/faults`). */
const slowest = 800;

/** How far ahead (ms) a timer may be that may run before a press. */
const nearby = 6000;

/** How many turns promises get after each step. */
const turns = 12;

/** A browser with some tabs, Mediatel and the SIP line: nothing moves unless a step is chosen. */
export class World {
  readonly time = new VirtualTime(() => this.running);
  readonly schedule = new Schedule(() => this.time.now);
  readonly locks = new Locks(this);
  readonly callLock = new CallLocks();
  readonly channels = new Channels(this);
  readonly storage = new SharedStorage(this);
  readonly pageLife = new PageLife(this);
  readonly mediatel = new Mediatel(this);
  readonly tabs: Tab[] = [];
  /** The presses so far. */
  readonly presses: string[] = [];
  readonly contacts: { readonly tab: Tab; readonly contact: CallContact }[] = [];
  readonly faults: string[] = [];
  /** Milliseconds by which Mediatel's clock was set. */
  serverClockOffset = 0;
  wellLinksDropped = 0;
  readonly startedWhileLeaving: string[] = [];
  /** How often the phone moved to another tab. */
  takeovers = 0;
  /** Tabs that lost the phone by a stolen lock during a call. */
  readonly talkingRobbed: string[] = [];
  /** Answered calls that ended by a BYE of a phone. */
  readonly hungUpByPhone: string[] = [];
  /** Whether the host returns the account in an event of its own. */
  slowHost = false;
  /** Trace ids of the calls that somebody hung up, as their tab showed them; `null` if it showed none yet. */
  readonly hangUpsMeant: (string | null)[] = [];
  /** The tab whose code runs. */
  running: Tab | null = null;
  #lastPressAt = 0;
  #script: Press[];
  #hasBegun = false;

  constructor(script: readonly Press[]) {
    this.#script = [...script];
  }

  /** Replaces the browser by the world. */
  install(): void {
    this.time.install();
    localStorage.clear();
    this.storage.install();
    this.pageLife.install();
    Object.defineProperty(globalThis, 'BroadcastChannel', { value: this.channels.type, configurable: true });
    const locks = {
      request: (name: string, options: LockOptions, granted: (lock: Lock | null) => unknown) => {
        if (this.running === null) throw new Error('a lock is requested outside of a tab');
        return name.endsWith(' call')
          ? this.callLock.request(this.running, options, granted)
          : this.locks.request(this.running, options, () => granted(null));
      },
      query: () => {
        if (this.running === null) throw new Error('the locks are queried outside of a tab');
        return this.locks.query(this.running);
      },
    };
    Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
  }

  uninstall(): void {
    for (const tab of this.tabs) if (!tab.closed) this.as(tab, () => tab.close());
    this.storage.uninstall();
    this.pageLife.uninstall();
    this.time.uninstall();
  }

  /** Opens one more tab. */
  open(): Tab {
    const tab = new Tab(this, 'ABCDE'[this.tabs.length] ?? '?');
    this.tabs.push(tab);
    return tab;
  }

  tab(name: string): Tab {
    const tab = this.tabs.find((one) => one.name === name);
    if (!tab) throw new Error(`there is no tab ${name}`);
    return tab;
  }

  /** All that may come next, the default first: messages by age, then a press, then the next timer. */
  options(): readonly Option[] {
    const waiting = this.schedule.heads();
    const heads = waiting.map((happening) => this.#optionOf(happening));
    const press = this.#hasBegun ? this.#script[0] : undefined;
    const pressAt = this.#lastPressAt + (press?.after ?? 0);
    if (press && this.time.now >= pressAt) heads.push(this.#pressOption(press));
    const due = this.time.nextDue;
    const end = press || !this.#hasBegun ? Infinity : this.#lastPressAt + restAfter;
    // A page that wakes has overdue timers and waiting messages: the browser may take either first.
    const isPatient = (due ?? 0) <= this.time.now || waiting.every(({ since }) => (due ?? 0) - since <= slowest);
    // A timer hours ahead, such as the longest call's, is no alternative to a press.
    const isNear = pressAt > this.time.now || !press || (due ?? 0) - this.time.now <= nearby;
    if (due !== null && due <= end && isPatient && isNear)
      heads.push({ label: `time passes to ${due}`, due, tab: null, run: () => this.#fire() });
    // No timer is due before the next press: time passes anyway.
    if (waiting.length === 0 && press && pressAt > this.time.now && (due ?? Infinity) > pressAt)
      heads.unshift({
        label: `time passes to ${pressAt}`,
        due: pressAt,
        tab: null,
        run: () => (this.time.now = pressAt),
      });
    return heads;
  }

  /** The preparation is over: what follows is explored. */
  begin(): void {
    this.takeovers = 0;
    this.#hasBegun = true;
    this.#lastPressAt = this.time.now;
  }

  /** Whether presses are still to come: only then other orders are tried. */
  get isScripted(): boolean {
    return this.#script.length > 0;
  }

  /** Milliseconds since the last press. */
  get sincePress(): number {
    return this.time.now - this.#lastPressAt;
  }

  /** Takes a step, and lets promises and signals run. */
  async take(option: Option): Promise<void> {
    option.run();
    await this.settle();
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    for (const tab of this.tabs) if (!tab.hangs) this.as(tab, () => tab.flush());
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    this.running = null;
  }

  /** Real turns of the event loop, as the tab. */
  async asAsync(tab: Tab, turn: () => Promise<void>): Promise<void> {
    this.running = tab;
    await turn();
  }

  fault(tab: Tab, error: unknown): void {
    this.faults.push(`${tab.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  contact(tab: Tab, contact: unknown): void {
    this.contacts.push({ tab, contact: contact as CallContact });
  }

  /** Runs code as the tab; what follows by promises belongs to it too. */
  as<T>(tab: Tab | null, run: () => T): T {
    const before = this.running;
    this.running = tab;
    const result = run();
    if (before !== null) this.running = before;
    return result;
  }

  #optionOf(happening: Happening): Option {
    const tab = happening.tab as Tab | null;
    return {
      label: happening.label,
      tab,
      run: () => {
        this.schedule.take(happening);
        this.running = tab;
        happening.run();
      },
    };
  }

  #pressOption(press: Press): Option {
    return {
      label: press.label,
      tab: null,
      run: () => {
        this.#script = this.#script.slice(1);
        this.#lastPressAt = this.time.now;
        this.presses.push(press.label);
        press.run(this);
        // Nobody presses in two tabs at the same moment.
        this.time.now += 1;
      },
    };
  }

  #fire(): void {
    this.time.fire((owner, run) => {
      this.running = owner as Tab | null;
      run();
    });
  }
}
