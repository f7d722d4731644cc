import type { CallHandle, CallProgress, CallRequest } from '../telephony/telephony';
import type { Cancel, Clock } from '../../server-kit';
import { goodLine, type LineCondition } from '../media/line';
import type { Fault } from './scenario-customer';

/** Whom the faults hit. */
export interface FaultyPhone {
  readonly login: string;
  /** `null`: logged out. */
  readonly extension: () => string | null;
}

/** What can be broken for a trainee. */
export interface FaultPorts {
  degradeLine(extension: string, condition: LineCondition): void;
  /** Cuts the operator's sockets; 0 ms ends a cut. `false`: without cookies nobody knows whose sockets they are. */
  cut(login: string, link: 'mediatel' | 'sip', ms: number): boolean;
  setStuck(login: string, isStuck: boolean): void;
  startCall(request: CallRequest, onProgress: (progress: CallProgress) => void): CallHandle;
  /** The trace id of a call that nobody sees; `null` if it can't be stored. */
  newTraceId(): string | null;
  readonly clock: Pick<Clock, 'schedule'>;
}

/** What became of a fault. */
export type FaultNews = 'line' | 'lineRestored' | 'cut' | 'stuck' | 'secondCall' | 'secondCallAnswered';

/** Who calls a second time. It is no scenario's number. */
const secondCaller = '0661234509';

/** What goes wrong for one trainee in one run. `restore` ends everything. */
export class TrainingFaults {
  /** The extension whose line is bad. */
  #badLine: string | null = null;
  #isStuck = false;
  #isCut = false;
  readonly #secondCalls = new Set<() => void>();
  readonly #phone: FaultyPhone;
  readonly #ports: FaultPorts;
  readonly #news: (news: FaultNews) => void;

  constructor(phone: FaultyPhone, ports: FaultPorts, news: (news: FaultNews) => void) {
    this.#phone = phone;
    this.#ports = ports;
    this.#news = news;
  }

  get isStuck(): boolean {
    return this.#isStuck;
  }

  /** Begins a fault. `false` if this server can't make it. */
  begin(fault: Fault): boolean {
    switch (fault.type) {
      case 'line':
        return this.#degrade({ ...goodLine, ...conditionOf(fault) });
      case 'cut':
        return this.#cut(fault.link, fault.seconds * 1000);
      case 'stuck':
        this.#isStuck = true;
        this.#ports.setStuck(this.#phone.login, true);
        this.#news('stuck');
        return true;
      case 'secondCall':
        return this.#ringSecond(fault.seconds * 1000);
    }
  }

  /** The agent was restarted. */
  restarted(): void {
    this.#isStuck = false;
  }

  /** Whether the desk was cut off before, once. */
  takeCut(): boolean {
    const wasCut = this.#isCut;
    this.#isCut = false;
    return wasCut;
  }

  /** Everything works again. */
  restore(): void {
    const { login } = this.#phone;
    if (this.#badLine !== null) this.#ports.degradeLine(this.#badLine, goodLine);
    if (this.#isStuck) this.#ports.setStuck(login, false);
    if (this.#isCut) for (const link of ['mediatel', 'sip'] as const) this.#ports.cut(login, link, 0);
    this.#badLine = null;
    this.#isStuck = this.#isCut = false;
    for (const end of [...this.#secondCalls]) end();
  }

  #degrade(condition: LineCondition): boolean {
    const extension = this.#badLine ?? this.#phone.extension();
    if (extension === null) return false;
    const isBad = condition.lossPercent > 0 || condition.delayMs > 0 || condition.jitterMs > 0;
    this.#badLine = isBad ? extension : null;
    this.#ports.degradeLine(extension, condition);
    this.#news(isBad ? 'line' : 'lineRestored');
    return true;
  }

  #cut(link: 'mediatel' | 'sip' | 'both', ms: number): boolean {
    const links = link === 'both' ? (['mediatel', 'sip'] as const) : [link];
    const isMade = links.map((each) => this.#ports.cut(this.#phone.login, each, ms)).every(Boolean);
    if (!isMade) return false;
    this.#isCut = true;
    this.#news('cut');
    return true;
  }

  /** A second INVITE: the phone must refuse it with 486, whatever it does with it. */
  #ringSecond(ms: number): boolean {
    const extension = this.#phone.extension();
    const callTraceId = extension === null ? null : this.#ports.newTraceId();
    if (extension === null || callTraceId === null) return false;
    const about = { customerNumber: secondCaller, direction: 'incoming', queueName: '' } as const;
    const handle = this.#ports.startCall({ callTraceId, extension, ...about }, ({ type }) => {
      if (type === 'operatorAnswered') {
        this.#news('secondCallAnswered');
        handle.end();
      }
      if (type === 'ended') end();
    });
    const cancel: Cancel = this.#ports.clock.schedule(ms, () => end());
    const end = (): void => {
      cancel();
      this.#secondCalls.delete(end);
      handle.end();
    };
    this.#secondCalls.add(end);
    this.#news('secondCall');
    return true;
  }
}

const conditionOf = ({ lossPercent, delayMs, jitterMs }: Partial<LineCondition>): Partial<LineCondition> => ({
  ...(lossPercent === undefined ? {} : { lossPercent }),
  ...(delayMs === undefined ? {} : { delayMs }),
  ...(jitterMs === undefined ? {} : { jitterMs }),
});
