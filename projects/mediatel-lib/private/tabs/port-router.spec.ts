import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { ForwardedCommand } from 'mediatel-lib/ports';
import { FakeClock, fakeAccount, wireSnapshot } from 'mediatel-lib/testing';
import { tabVersion } from './channel/tab-message';
import { FakeChannel } from './election/fake-tab-world';
import { askInterval, missLimit } from './election/leader-election';
import { Page, pagesOfEachTest, settle } from './page.fixture';

describe('several tabs of one operator', () => {
  const pages = pagesOfEachTest();

  it('have one connection and one phone between them', async () => {
    await pages.open(3);
    expect(pages.statuses).toEqual(['leading', 'following', 'following']);
    expect(pages.all.map(({ real }) => real.opened.length)).toEqual([1, 0, 0]);
    expect(pages.all.map(({ realPhone }) => realPhone.started.length)).toEqual([1, 0, 0]);
  });

  it('show the leader’s state, in a later tab too', async () => {
    const [leader] = await pages.open(2);
    leader!.real.connect();
    await settle();
    leader!.real.receive(wireSnapshot('STATE_IDLE'));
    leader!.realPhone.invite('c1', '066');
    leader!.realPhone.execute({ type: 'answer', callId: 'c1' });
    await pages.add();
    for (const { connection, messages, events } of pages.all) {
      expect(connection.state().status).toBe('connected');
      expect(messages).toHaveLength(1);
      expect(events.map(({ type }) => type)).toEqual([
        'microphoneChanged',
        'registrationChanged',
        'invited',
        'answered',
        'microphoneOpened',
      ]);
    }
  });

  it('forward commands to the leader, which alone sends', async () => {
    const [leader, other] = await pages.open(3);
    leader!.real.connect();
    await settle();
    expect(other!.connection.send({ type: 'closeCall' })).toEqual({ sent: false, reason: 'not-connected' });
    const asked: unknown[] = [];
    leader!.tab.forwarded.subscribe(({ command, answer }) => {
      asked.push(command);
      answer(asked.length === 1 ? null : { reason: 'no-call' });
    });
    const first = other!.tab.forward({ type: 'pause' });
    const second = other!.tab.forward({ type: 'hold' });
    leader!.realPhone.invite('c1');
    other!.phone.execute({ type: 'answer', callId: 'c1' });
    other!.phone.execute({ type: 'sendDigits', callId: 'c1', digits: '12#' });
    await settle();
    expect(asked).toEqual([{ type: 'pause' }, { type: 'hold' }]);
    await expect(first).resolves.toEqual({ status: 'taken' });
    await expect(second).resolves.toEqual({ status: 'refused', refusal: { reason: 'no-call' } });
    expect(leader!.realPhone.answered).toEqual(['c1']);
    expect(leader!.realPhone.executedOf('sendDigits').map(({ digits }) => digits)).toEqual(['12#']);
    expect(leader!.real.sent).toEqual([]);
  });

  it('report a command that its leader did not take in time, or that was lost with its page', async () => {
    const [leader, other] = await pages.open(2);
    const asked: unknown[] = [];
    leader!.tab.forwarded.subscribe(({ command }) => asked.push(command));
    leader!.channel.hushed = true;
    const lost = other!.tab.forward({ type: 'pause' });
    await settle(2000);
    await expect(lost).resolves.toEqual({ status: 'not-reached' });
    const orphan = other!.tab.forward({ type: 'pause' });
    leader!.end();
    // The last messages of the page that ended may still be on their way.
    await settle(1000);
    await expect(orphan).resolves.toEqual({ status: 'not-reached' });
    expect(asked).toEqual([]);
  });

  it('learn what a leader answered before its page ended, although the lock comes first', async () => {
    const [leader, other] = await pages.open(2);
    const answers: ForwardedCommand['answer'][] = [];
    leader!.tab.forwarded.subscribe(({ answer }) => answers.push(answer));
    const outcomes: unknown[] = [];
    for (const type of ['pause', 'hold']) void other!.tab.forward({ type }).then((outcome) => outcomes.push(outcome));
    await settle();
    other!.channel.hushed = true;
    const said = FakeChannel.sent.length;
    answers[0]!(null);
    const last = FakeChannel.sent[said];
    leader!.end();
    await settle();
    expect(other!.tab.state().status).toBe('leading');
    expect(outcomes).toEqual([]);
    other!.channel.dispatchEvent(new MessageEvent('message', { data: last }));
    await settle(1000);
    expect(outcomes).toEqual([{ status: 'taken' }, { status: 'unknown' }]);
  });

  it('do not know what became of a command if they sign out or are left before the answer', async () => {
    const [leader, other] = await pages.open(2);
    leader!.tab.forwarded.subscribe();
    const command = other!.tab.forward({ type: 'pause' });
    other!.connection.close();
    await settle();
    await expect(command).resolves.toEqual({ status: 'unknown' });
  });

  it.each([
    ['took', null, { status: 'taken' }],
    ['refused', { reason: 'no-call' }, { status: 'refused', refusal: { reason: 'no-call' } }],
  ] as const)(
    'report a command that its leader %s before it was robbed of the lead',
    async (_did, refusal, outcome) => {
      const [leader, other] = await pages.open(2);
      let answer: ForwardedCommand['answer'] | null = null;
      leader!.tab.forwarded.subscribe((forwarded) => (answer = forwarded.answer));
      const ended = other!.tab.forward({ type: 'pause' });
      await settle();
      leader!.channel.hushed = true;
      other!.tab.bringHere();
      await settle(1000);
      expect(other!.tab.state().status).toBe('leading');
      leader!.channel.hushed = false;
      // The answer was on its way when the lock was stolen.
      answer!(refusal);
      await settle();
      await expect(ended).resolves.toEqual(outcome);
    },
  );

  it('are not reached by a command that grew old while the leader asked whether it leads', async () => {
    const [leader, other] = await pages.open(2);
    const asked: unknown[] = [];
    leader!.tab.forwarded.subscribe(({ command }) => asked.push(command));
    let reply = (): void => undefined;
    navigator.locks.query = () => new Promise((resolve) => (reply = () => resolve({})));
    const clock = TestBed.inject(FakeClock);
    // The leader's script was suspended.
    clock.advance(600);
    const ended = other!.tab.forward({ type: 'pause' });
    await settle();
    clock.advance(1001);
    reply();
    await settle();
    expect(asked).toEqual([]);
    await expect(ended).resolves.toEqual({ status: 'not-reached' });
  });

  it('send no password', async () => {
    await pages.open(2);
    const said = JSON.stringify(FakeChannel.sent);
    expect(said).not.toContain(fakeAccount.mediatel.password);
    expect(said).not.toContain(fakeAccount.sip.password);
  });

  it('have a new leader as soon as the page of the old one ends', async () => {
    const [leader, other] = await pages.open(2);
    leader!.end();
    await settle();
    expect(other!.tab.state().status).toBe('leading');
    expect(other!.realPhone.started).toEqual([fakeAccount.sip]);
  });

  it('replace a leader that does not answer, which then releases everything without un-registering', async () => {
    const [leader, other] = await pages.open(2);
    leader!.channel.hushed = true;
    await settle(askInterval * missLimit);
    expect(other!.tab.state().status).toBe('following');
    await settle(askInterval);
    expect(other!.tab.state().status).toBe('leading');
    leader!.channel.hushed = false;
    await settle(askInterval);
    expect(pages.statuses).toEqual(['following', 'leading']);
    expect(leader!.realPhone.drops).toBe(1);
    expect(leader!.real.state().status).toBe('closed');
  });

  it('leave the phone with a silent leader in a call, and report it, until the operator moves it', async () => {
    const [leader, other] = await pages.open(2);
    leader!.realPhone.invite('c1');
    leader!.realPhone.execute({ type: 'answer', callId: 'c1' });
    await settle();
    leader!.channel.hushed = true;
    await settle(60_000);
    expect(other!.tab.state()).toEqual({ status: 'following', foreign: false, silent: true });
    expect(other!.realPhone.started).toEqual([]);
    leader!.channel.hushed = false;
    await settle(askInterval);
    expect(other!.tab.state()).toEqual({ status: 'following', foreign: false, silent: false });
    leader!.channel.hushed = true;
    other!.tab.bringHere();
    await settle(1000);
    expect(other!.tab.state().status).toBe('leading');
  });

  it('wait for a leader that reported a dialog', async () => {
    const [leader, other] = await pages.open(2);
    leader!.tab.sayBusy();
    await settle();
    leader!.channel.hushed = true;
    await settle(60_000);
    expect(other!.tab.state().status).toBe('following');
    leader!.channel.hushed = false;
    await settle(askInterval);
    leader!.channel.hushed = true;
    await settle(askInterval * (missLimit + 2));
    expect(other!.tab.state().status).toBe('leading');
  });

  it('end a call whose audio was lost with its tab', async () => {
    const [leader, other] = await pages.open(2);
    leader!.realPhone.invite('c1');
    leader!.realPhone.execute({ type: 'answer', callId: 'c1' });
    await settle();
    leader!.end();
    await settle();
    expect(other!.events).toContainEqual(
      expect.objectContaining({ type: 'ended', callId: 'c1', by: 'failure', answered: true }),
    );
  });

  it('ignore a request that waited for a frozen tab', async () => {
    const [leader] = await pages.open(2);
    leader!.real.connect();
    await settle();
    const asked: unknown[] = [];
    leader!.tab.forwarded.subscribe(({ command }) => asked.push(command));
    const to = (FakeChannel.sent as { from: string; term: number | null }[]).find(({ term }) => term !== null)!.from;
    const envelope = { mediatel: tabVersion, from: 'x', term: null, sentAt: Date.now() - 1500, now: 0 };
    const body = { type: 'command', to, id: 1, command: { type: 'makeCall' } };
    const say = (data: unknown): void => void leader!.channel.dispatchEvent(new MessageEvent('message', { data }));
    say({ ...envelope, body });
    expect(asked).toEqual([]);
    say({ ...envelope, sentAt: Date.now(), body: { ...body, to: 'another' } });
    expect(asked).toEqual([]);
    say({ ...envelope, sentAt: Date.now(), body });
    expect(asked).toEqual([{ type: 'makeCall' }]);
  });

  it('let a tab of another version lead, and report it', async () => {
    const [leader, other] = await pages.open(2);
    leader!.end();
    other!.end();
    Object.defineProperty(navigator, 'locks', {
      value: { request: () => new Promise(() => undefined) },
      configurable: true,
    });
    const page = await new Page().begin();
    pages.all = [page];
    const foreign = { mediatel: 99, from: 'x', term: 7, sentAt: Date.now(), now: 0, body: { type: 'novel' } };
    page.channel.dispatchEvent(new MessageEvent('message', { data: foreign }));
    expect(page.tab.state()).toMatchObject({ status: 'following', foreign: true });
    await expect(page.tab.forward({ type: 'closeCall' })).resolves.toEqual({ status: 'not-reached' });
  });

  it('share notes, and ask the leader to retry the connection', async () => {
    const [leader, other] = await pages.open(3);
    const notes: unknown[][] = pages.all.map(() => []);
    pages.all.forEach(({ tab }, place) => tab.shared.subscribe((note) => notes[place]!.push(note)));
    other!.tab.share({ did: 'save' });
    await settle();
    expect(notes).toEqual([[{ did: 'save' }], [], [{ did: 'save' }]]);
    other!.connection.retryNow();
    await settle();
    expect(pages.all.map(({ real }) => real.retries)).toEqual([1, 0, 0]);
    leader!.connection.retryNow();
    expect(leader!.real.retries).toBe(2);
  });

  it('get a connection’s state before its first snapshot, however quickly one follows the other', async () => {
    const [leader, other] = await pages.open(2);
    const states: string[] = [];
    other!.connection.messages.subscribe(() => states.push(other!.connection.state().status));
    leader!.real.connect();
    leader!.real.receive(wireSnapshot('STATE_IDLE'));
    await settle();
    expect(states).toEqual(['connected']);
  });

  it('give a later tab each event once, although it has seen the older ones', async () => {
    const [leader, other] = await pages.open(3);
    leader!.realPhone.invite('c1');
    leader!.realPhone.execute({ type: 'answer', callId: 'c1' });
    await settle();
    const before = other!.events.length;
    pages.all[2]!.tab.bringHere();
    await settle(10);
    expect(pages.statuses).toEqual(['following', 'following', 'leading']);
    const types = other!.events.slice(before).map(({ type }) => type);
    expect(types.filter((type) => type === 'ended')).toEqual(['ended']);
    expect(types).not.toContain('invited');
    expect(types).not.toContain('answered');
  });

  it('count a new connection with the first snapshot of each leader', async () => {
    const [leader, other] = await pages.open(2);
    leader!.real.connect();
    await settle();
    leader!.real.receive(wireSnapshot('STATE_IDLE'));
    leader!.real.receive(wireSnapshot('STATE_PAUSE'));
    await settle();
    other!.tab.bringHere();
    await settle(10);
    other!.real.connect();
    await settle();
    other!.real.receive(wireSnapshot('STATE_IDLE'));
    await settle();
    for (const { messages } of [leader!, other!]) {
      const connections = messages.flatMap((message) => (message.type === 'snapshot' ? [message.connection] : []));
      expect(connections.slice(0, 2)).toEqual([1, 1]);
      expect(connections.at(-1)).toBe(2);
    }
    // Later tabs get no message of the former leader.
    await pages.add();
    expect(pages.all.at(-1)!.messages.filter(({ type }) => type === 'snapshot')).toHaveLength(1);
  });

  it('hand over the phone on request', async () => {
    const [leader, other] = await pages.open(2);
    other!.tab.bringHere();
    await settle(10);
    expect(pages.statuses).toEqual(['following', 'leading']);
    expect(leader!.realPhone.drops).toBe(1);
    expect(other!.realPhone.started).toHaveLength(1);
  });

  it('are each the phone on a page without https, which has neither locks nor randomUUID', async () => {
    jest.spyOn(crypto, 'randomUUID').mockImplementation(() => {
      throw new TypeError('crypto.randomUUID is not a function');
    });
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    await pages.open(2);
    expect(pages.statuses).toEqual(['alone', 'alone']);
    expect(pages.all.map(({ tab }) => tab.isLeader())).toEqual([true, true]);
  });

  it('release the phone when the page is left, and join again when it is back', async () => {
    const [leader] = await pages.open(1);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await settle();
    expect(leader!.tab.state().status).toBe('away');
    expect(FakeChannel.open.size).toBe(0);
    expect(leader!.realPhone.drops).toBe(1);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settle();
    expect(leader!.tab.state().status).toBe('leading');
    expect(leader!.realPhone.started).toHaveLength(2);
  });
});
