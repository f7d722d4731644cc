import { jest } from '@jest/globals';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import {
  LeaderTab,
  type IncomingSupervisorRequest,
  PresencePublisher,
  type PresencePublisherState,
} from 'mediatel-lib/ports';
import type { OperatorPauses, Presence, SupervisorRequest, SupervisorRequestOutcome } from 'mediatel-lib/hub-protocol';
import { FakeLeaderTab, StoreHarness } from 'mediatel-lib/testing';
import { Subject } from 'rxjs';
import { preloadEffects } from '../effects-loader';
import { CommandActions } from '../state/command-actions';
import { MEDIATEL_FEED_HUB_URL, MEDIATEL_FEED_NOTES, SupervisorFeed } from './supervisor-feed';
import { SupervisorNotes } from './supervisor-notes';

beforeAll(preloadEffects);

class FakeLink extends PresencePublisher {
  override readonly state = signal<PresencePublisherState>('closed');
  override readonly connected = new Subject<void>();
  override readonly requests = new Subject<IncomingSupervisorRequest>();
  override readonly pausesWanted = new Subject<(pauses: OperatorPauses) => void>();
  readonly published: Presence[] = [];

  override open(): void {
    this.state.set('connected');
    this.connected.next();
  }
  override close(): void {
    this.state.set('closed');
  }
  override publish(presence: Presence): void {
    this.published.push(presence);
  }
}

describe('SupervisorFeed', () => {
  let harness: StoreHarness;
  let link: FakeLink;
  let tab: FakeLeaderTab;
  let notes: SupervisorNotes;

  beforeEach(async () => {
    link = new FakeLink();
    tab = new FakeLeaderTab();
    harness = new StoreHarness({}, [
      { provide: PresencePublisher, useValue: link },
      { provide: LeaderTab, useValue: tab },
      { provide: MEDIATEL_FEED_HUB_URL, useValue: null },
      { provide: MEDIATEL_FEED_NOTES, useExisting: SupervisorNotes },
      SupervisorFeed,
    ]);
    TestBed.inject(SupervisorFeed);
    notes = TestBed.inject(SupervisorNotes);
    await harness.signIn('STATE_IDLE');
    link.published.length = 0;
  });

  const later = (milliseconds = 1000): void => {
    harness.clock.advance(milliseconds);
  };

  const ask = (request: SupervisorRequest): Promise<SupervisorRequestOutcome> =>
    new Promise((answer) => link.requests.next({ from: 'supervisor1', name: 'Olha Chief', request, answer }));

  it('publishes each change once, and nothing if nothing changed', () => {
    later();
    harness.snapshot('STATE_PAUSE', { pauseId: '2' });
    later();
    harness.snapshot('STATE_PAUSE', { pauseId: '2' });
    expect(link.published.map(({ state }) => state)).toEqual(['STATE_PAUSE']);
  });

  it('publishes the whole presence again after a reconnect to the hub', () => {
    later();
    link.connected.next();
    expect(link.published).toHaveLength(1);
    expect(link.published[0]).toMatchObject({ state: 'STATE_IDLE', connected: true, registered: 'registered' });
  });

  it('publishes the quality every 2 s at most', () => {
    later();
    harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '17' });
    link.published.length = 0;
    for (let second = 0; second < 10; second += 1) {
      later();
      harness.softphone.quality.set({
        callId: 'c',
        mos: 4 + second / 10,
        roundTrip: 20,
        jitter: 1,
        bufferDelay: 0,
        packetsLost: 0,
        lossShare: 0,
        concealedShare: 0,
        sent: null,
        rating: 'good',
        alarms: [],
      });
      TestBed.tick();
    }
    expect(link.published.map(({ quality }) => quality?.mos)).toEqual([4, 4.2, 4.4, 4.6, 4.8]);
  });

  it('publishes nothing in a following tab, and publishes once the tab leads', () => {
    tab.follow();
    TestBed.tick();
    expect(link.state()).toBe('closed');
    later();
    harness.snapshot('STATE_PAUSE', { pauseId: '2' });
    expect(link.published).toEqual([]);
    tab.lead();
    TestBed.tick();
    expect(link.published.map(({ state }) => state)).toEqual(['STATE_PAUSE']);
  });

  it('stays away after a later tab took over, until it leads again or the operator logs in here again', () => {
    link.state.set('superseded');
    later();
    harness.snapshot('STATE_LOGOUT');
    expect(link.published).toEqual([]);
    later();
    harness.snapshot('STATE_IDLE');
    expect(link.state()).toBe('connected');
    expect(link.published.map(({ state }) => state)).toEqual(['STATE_IDLE']);
  });

  it('takes a pause by its name, through the operator’s own command, and shows who requested it', async () => {
    harness.snapshot('STATE_IDLE', { pauseList: [['7', 'Yoga']] });
    expect(await ask({ kind: 'takePause', pause: 'Yoga' })).toEqual({ outcome: 'sent' });
    expect(harness.connection.sent.at(-1)).toEqual({ type: 'pause', id: '7' });
    expect(notes.all()).toEqual([
      expect.objectContaining({ from: 'supervisor1', name: 'Olha Chief', outcome: 'sent' }),
    ]);
    expect(tab.notes).toContainEqual(expect.objectContaining({ note: notes.all()[0] }));
  });

  it('names the pauses that the operator may take, on demand only', () => {
    const answers: OperatorPauses[] = [];
    harness.snapshot('STATE_IDLE', {
      pauseList: [
        ['7', 'Yoga'],
        ['8', 'Lunch'],
      ],
    });
    later();
    expect(JSON.stringify(link.published)).not.toContain('Yoga');
    link.pausesWanted.next((pauses) => answers.push(pauses));
    expect(answers).toEqual([{ names: ['Yoga', 'Lunch'], complete: true }]);
  });

  it('answers why it refused a request, and the operator sees nothing of it', async () => {
    expect(await ask({ kind: 'takePause', pause: 'Party' })).toEqual({ outcome: 'refused', reason: 'unknown-pause' });
    expect(await ask({ kind: 'endPause' })).toEqual({ outcome: 'refused', reason: 'wrong-phase' });
    harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '17' });
    expect(await ask({ kind: 'logout' })).toEqual({ outcome: 'refused', reason: 'in-call' });
    expect(notes.all()).toEqual([]);
    expect(tab.notes).not.toContainEqual(expect.objectContaining({ type: 'mediatelSupervisorNote' }));
    expect(harness.state.commands.lastRefusal).toBeNull();
  });

  it('keeps the refusal of the operator’s own command when a supervisor’s is refused too', async () => {
    harness.dispatch(CommandActions.endPause());
    const own = harness.state.commands.lastRefusal;
    expect(own).toMatchObject({ command: 'endPause', refusal: { reason: 'wrong-phase' } });
    harness.snapshot('STATE_CALL_ACTIVE', { callTraceID: '17' });
    expect(await ask({ kind: 'logout' })).toEqual({ outcome: 'refused', reason: 'in-call' });
    expect(harness.state.commands.lastRefusal).toBe(own);
  });

  it('answers that a message is shown once it is on a screen, in this tab or another', async () => {
    const answer = ask({ kind: 'message', text: 'Well done' });
    const [note] = notes.all();
    expect(note).toMatchObject({ from: 'supervisor1', request: { text: 'Well done' } });
    tab.shared.next({ type: 'mediatelSupervisorNoteShown', id: note?.id });
    expect(await answer).toEqual({ outcome: 'shown' });
    tab.shared.next({ type: 'mediatelSupervisorNoteDismissed', id: note?.id });
    expect(notes.all()).toEqual([]);
  });

  it('answers that nobody saw a message that no screen shows', async () => {
    jest.useFakeTimers();
    const answer = ask({ kind: 'message', text: 'Anybody?' });
    jest.advanceTimersByTime(4_000);
    expect(await answer).toEqual({ outcome: 'refused', reason: 'not-on-screen' });
    expect(notes.all()).toHaveLength(1);
    jest.useRealTimers();
  });
});
