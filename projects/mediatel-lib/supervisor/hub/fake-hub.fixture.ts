import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type {
  AlertAcknowledgement,
  AuditEntry,
  BoardRights,
  OperatorPauses,
  OperatorRecord,
  OperatorTimeline,
  OperatorTotals,
  SupervisorRequest,
  SupervisorRequestOutcome,
  TimelinesAnswer,
  TotalsAnswer,
} from 'mediatel-lib/hub-protocol';
import { provideFakePorts } from 'mediatel-lib/testing';
import { MediatelIntl } from 'mediatel-lib/ui';
import { Subject } from 'rxjs';
import { BoardTick } from './board-tick';
import { HubClient, type HubMessage } from './hub-client';
import type { HubClientStatus } from './next-hub-client-status';
import { MediatelOperators } from './operators';

const hour = 3_600_000;

/** A hub for tests. It answers at once from its fields. Its clock is at 10:00 UTC of the first day. */
export class FakeHub {
  readonly clock = 10 * hour;
  readonly span = { day: '1970-01-01', begin: 0, until: this.clock, end: 24 * hour, timeZone: 'UTC' };
  readonly status = signal<HubClientStatus>('connected');
  readonly rights = signal<BoardRights | null>(null);
  readonly acknowledgements = signal<readonly AlertAcknowledgement[]>([]);
  readonly heardAt = signal<number | null>(this.clock);
  readonly messages = new Subject<HubMessage>();
  readonly requests: { readonly operator: string; readonly request: SupervisorRequest }[] = [];

  outcome: SupervisorRequestOutcome = { outcome: 'sent' };
  log: readonly AuditEntry[] | null = [];
  pauseNames: OperatorPauses | null = { names: ['Lunch', 'Meeting'], complete: true };
  readonly pauseReads: string[] = [];
  days: readonly OperatorTimeline[] | null = [];
  everybody: readonly OperatorTotals[] | null = [];

  now = (): number => this.clock;
  useIn = (): void => undefined;
  open = (): void => undefined;
  close = (): void => undefined;
  retries = 0;
  retry = (): void => void (this.retries += 1);
  request = (operator: string, request: SupervisorRequest): Promise<SupervisorRequestOutcome> => {
    this.requests.push({ operator, request });
    return Promise.resolve(this.outcome);
  };
  pauses = (operator: string): Promise<OperatorPauses | null> => {
    this.pauseReads.push(operator);
    return Promise.resolve(this.pauseNames);
  };
  timelines = (): Promise<TimelinesAnswer | null> =>
    Promise.resolve(this.days && { ...this.span, operators: this.days });
  totals = (): Promise<TotalsAnswer | null> =>
    Promise.resolve(this.everybody && { ...this.span, operators: this.everybody, next: null });
  acknowledge: HubClient['acknowledge'] = () => Promise.resolve(true);
  audit = (): Promise<readonly AuditEntry[] | null> => Promise.resolve(this.log);

  /** Lets the hub's snapshot in. */
  show(operators: readonly OperatorRecord[], rights: Partial<BoardRights> = {}): void {
    const all: BoardRights = { supervisor: 'supervisor1', teams: [], numbers: true, requests: [], ...rights };
    this.rights.set(all);
    this.messages.next({ type: 'picture', picture: { at: this.clock, rights: all, operators } });
    TestBed.inject(MediatelOperators).flush();
  }
}

/** Waits until the hub's answers, which are promises, have arrived. */
export async function answersArrive(): Promise<void> {
  for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
}

/** Provides the fake hub and loads the English texts. */
export async function fakeHub(): Promise<FakeHub> {
  const hub = new FakeHub();
  // jsdom has no layout.
  globalThis.ResizeObserver ??= class {
    observe = (): void => undefined;
    unobserve = (): void => undefined;
    disconnect = (): void => undefined;
  };
  TestBed.configureTestingModule({ providers: [provideFakePorts(), { provide: HubClient, useValue: hub }] });
  await TestBed.inject(MediatelIntl).loadViews();
  TestBed.inject(MediatelOperators);
  TestBed.inject(BoardTick);
  return hub;
}
