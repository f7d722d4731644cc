import {
  type CallMediaFlow,
  type ConnectionMessage,
  type SoftphoneEvent,
  noAudioDevices,
  noAudioFacts,
  takenOverError,
} from 'mediatel-lib/ports';
import { wireSnapshot } from 'mediatel-lib/testing';
import { Subject } from 'rxjs';
import type { PhoneFacts, PhonePicture } from '../channel/tab-message';
import { PhoneMirror } from './phone-mirror';

const facts: PhoneFacts = { devices: noAudioDevices, quality: null, facts: noAudioFacts };
const otherFacts: PhoneFacts = { ...facts, facts: { ...noAudioFacts } };
const invited: SoftphoneEvent = { type: 'invited', callId: 'c1', callerNumber: '066', callerName: null, at: 10 };
const answered: SoftphoneEvent = { type: 'answered', callId: 'c1', at: 20 };
const resumed: SoftphoneEvent = {
  ...{ type: 'resumed', callId: 'c1', callerNumber: '066', callerName: null, answeredAt: 20 },
  ...{ muted: false, at: 30 },
};
const flow = (audibility: 'proving' | 'heard') => ({ audibility, reason: null });
const unproved: CallMediaFlow = { outgoing: flow('proving'), incoming: flow('proving'), received: null };
const heard: SoftphoneEvent = {
  type: 'audioProved',
  callId: 'c1',
  proof: { outgoing: flow('heard'), incoming: flow('heard'), received: true },
  at: 25,
};
const rejected = { status: 'rejected', sipStatus: 403, detail: '' } as const;
const registration = (status: 'off' | 'connecting'): SoftphoneEvent => ({
  type: 'registrationChanged',
  registration: { status },
});
const snapshot = (connection: number, data: unknown = {}): ConnectionMessage => ({
  type: 'snapshot',
  data,
  receivedAt: 100,
  connection,
});
const picture = (changes: Partial<PhonePicture> = {}): PhonePicture => ({
  connection: { status: 'connected' },
  messages: [],
  events: [],
  facts,
  ...changes,
});

describe('PhoneMirror', () => {
  let mirror: PhoneMirror;
  let messages: ConnectionMessage[];
  let events: SoftphoneEvent[];

  beforeEach(() => {
    const outlets = { messages: new Subject<ConnectionMessage>(), events: new Subject<SoftphoneEvent>() };
    messages = [];
    events = [];
    outlets.messages.subscribe((message) => messages.push(message));
    outlets.events.subscribe((event) => events.push(event));
    mirror = new PhoneMirror(outlets, { monotonic: () => 500 }, facts);
  });

  it('shows a picture by the times of this tab', () => {
    const unreachable = { status: 'unreachable', retryAt: 50, detail: '' } as const;
    mirror.show(
      picture({ connection: unreachable, messages: [snapshot(7)], events: [invited], facts: otherFacts }),
      'a',
      5,
    );
    expect(mirror.connection()).toEqual({ ...unreachable, retryAt: 55 });
    expect(mirror.facts()).toBe(otherFacts);
    expect(messages).toEqual([{ ...snapshot(1), receivedAt: 105 }]);
    expect(events).toEqual([{ ...invited, at: 15 }]);
    expect(mirror.messages).toEqual(messages);
    expect(mirror.events).toEqual(events);
  });

  it('shows of a second picture what is new, and the end of a call that is in it no more', () => {
    mirror.show(picture({ events: [registration('connecting'), invited, answered] }), 'a', 0);
    events.length = 0;
    mirror.show(picture({ events: [registration('connecting'), invited, answered] }), 'b', 7);
    expect(events).toEqual([]);
    mirror.show(picture({ events: [registration('connecting')] }), 'a', 0);
    expect(events).toEqual([
      { type: 'ended', callId: 'c1', answered: true, by: 'failure', cause: 'the phone has moved', at: 500 },
    ]);
  });

  it('follows what the leader says by the times of this tab', () => {
    mirror.follow({ type: 'connection', state: { status: 'connected' } }, 'a', 5);
    mirror.follow({ type: 'message', message: snapshot(7) }, 'a', 5);
    mirror.follow({ type: 'event', event: invited }, 'a', 5);
    mirror.follow({ type: 'facts', facts: otherFacts }, 'a', 5);
    expect(mirror.connection()).toEqual({ status: 'connected' });
    expect(messages).toEqual([{ ...snapshot(1), receivedAt: 105 }]);
    expect(events).toEqual([{ ...invited, at: 15 }]);
    expect(mirror.facts()).toBe(otherFacts);
  });

  it('numbers connections by who brings them, and begins another at a restart', () => {
    for (const [connection, from] of [
      [7, 'a'],
      [7, 'a'],
      [8, 'a'],
      [8, 'b'],
    ] as const)
      mirror.showMessage(snapshot(connection), from);
    mirror.restart(null);
    mirror.showMessage(snapshot(8), 'b');
    expect(messages.map((message) => message.type === 'snapshot' && message.connection)).toEqual([1, 1, 2, 3, 4]);
  });

  it('ends at a restart the call whose sound went with its tab, and forgets the rest', () => {
    mirror.show(picture({ messages: [snapshot(7)], events: [registration('off'), invited] }), 'a', 0);
    events.length = 0;
    mirror.restart(null);
    expect(events).toEqual([
      {
        ...{ type: 'ended', callId: 'c1', answered: false, by: 'failure', at: 500 },
        cause: 'the tab that was the phone is gone',
      },
    ]);
    expect(mirror.events).toEqual([]);
    expect(mirror.messages).toEqual([]);
    events.length = 0;
    mirror.restart(null);
    expect(events).toEqual([]);
  });

  it('ends the shown call if the phone can go on with another call', () => {
    mirror.show(picture({ events: [invited, answered] }), 'a', 0);
    mirror.restart('c2');
    expect(events.at(-1)).toMatchObject({ type: 'ended', callId: 'c1', by: 'failure' });
  });

  it('ends no call whose phone left it before it told of its answer; it ends if the phone starts without it', () => {
    mirror.show(picture({ events: [invited] }), 'a', 0);
    events.length = 0;
    mirror.restart('c1');
    expect(events).toEqual([]);
    mirror.ownEvent(resumed, () => undefined);
    expect(events).toEqual([resumed]);
    expect(mirror.answeredCall).toBe('c1');

    mirror.show(picture({ events: [invited] }), 'a', 0);
    events.length = 0;
    mirror.restart('c1');
    mirror.ownEvent(registration('connecting'), () => undefined);
    expect(events[0]).toMatchObject({ type: 'ended', callId: 'c1', answered: false });
  });

  describe('of a call that the phone can go on with', () => {
    const told: SoftphoneEvent[] = [];
    const own = (event: SoftphoneEvent) => mirror.ownEvent(event, (one) => told.push(one));

    beforeEach(() => {
      told.length = 0;
      mirror.show(picture({ events: [registration('connecting'), invited, answered, heard] }), 'a', 0);
      events.length = 0;
      mirror.restart('c1');
    });

    it('shows no end, but that its sound is not proved', () => {
      expect(events).toEqual([{ type: 'audioProved', callId: 'c1', proof: unproved, at: 500 }]);
      expect(mirror.events).toEqual([invited, answered, ...events]);
      expect(mirror.answeredCall).toBe('c1');
    });

    it('shows that it goes on, and no end when the phone registers', () => {
      own(resumed);
      own(registration('connecting'));
      expect(told).toEqual([resumed, registration('connecting')]);
      expect(events.slice(1)).toEqual(told);
      expect(mirror.answeredCall).toBe('c1');
    });

    it('shows one end if the phone starts without it', () => {
      own(registration('off'));
      own({ type: 'registrationChanged', registration: { ...rejected, loaded: false } });
      expect(mirror.answeredCall).toBe('c1');
      const ended = { type: 'ended', callId: 'c1', answered: true, by: 'failure', at: 500 };
      own(registration('connecting'));
      own({ type: 'registrationChanged', registration: rejected });
      expect(told.filter(({ type }) => type === 'ended')).toEqual([{ ...ended, cause: 'the call can’t be resumed' }]);
      expect(events.filter(({ type }) => type === 'ended')).toHaveLength(1);
      expect(mirror.answeredCall).toBeNull();
    });

    it('shows the end at a sign-out', () => {
      mirror.giveUp('signed out');
      mirror.giveUp('signed out');
      expect(events.slice(1)).toMatchObject([{ type: 'ended', callId: 'c1', cause: 'signed out' }]);
    });

    it('leaves it to the tab that shows it', () => {
      mirror.show(picture({ events: [resumed] }), 'b', 0);
      mirror.giveUp('signed out');
      expect(events.slice(1)).toEqual([resumed]);
    });
  });

  it('knows of a call that its own phone has left', () => {
    mirror.giveUp('signed out');
    expect(events).toEqual([]);
    for (const event of [invited, answered]) mirror.ownEvent(event, () => undefined);
    mirror.leave();
    expect(events).toEqual([invited, answered]);
    mirror.giveUp('signed out');
    expect(events.at(-1)).toMatchObject({ type: 'ended', callId: 'c1' });
  });

  it('knows whether the call is answered, and whether the phone is off', () => {
    expect([mirror.isCallAnswered, mirror.isPhoneOff]).toEqual([false, false]);
    mirror.ownEvent(invited, () => undefined);
    mirror.ownEvent(registration('connecting'), () => undefined);
    expect([mirror.isCallAnswered, mirror.isPhoneOff]).toEqual([false, false]);
    mirror.ownEvent(answered, () => undefined);
    mirror.ownEvent(registration('off'), () => undefined);
    expect([mirror.isCallAnswered, mirror.isPhoneOff]).toEqual([true, true]);
  });

  it('knows that the operator signed in elsewhere, by the connection or by the last snapshot', () => {
    mirror.connection.set({ status: 'connected' });
    expect(mirror.isElsewhere).toBe(false);
    mirror.connection.set({ status: 'kicked', detail: '' });
    expect(mirror.isElsewhere).toBe(true);
    mirror.connection.set({ status: 'closed' });
    mirror.showMessage(snapshot(1, wireSnapshot('STATE_IDLE')), 'a');
    expect(mirror.isElsewhere).toBe(false);
    mirror.showMessage(snapshot(1, wireSnapshot('STATE_LOGOUT', { loginErrorID: takenOverError })), 'a');
    expect(mirror.isElsewhere).toBe(true);
  });
});
