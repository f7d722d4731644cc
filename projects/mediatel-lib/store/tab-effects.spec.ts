import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PhoneTab, type PhoneTabState } from 'mediatel-lib/ports';
import { StoreHarness } from 'mediatel-lib/testing';
import { Subject } from 'rxjs';
import { CommandActions, CommandOutcomes } from './command-actions';
import { preloadEffects } from './effects-loader';

/** A tab whose standing among the others the test says. */
class FakeTab extends PhoneTab {
  override readonly state = signal<PhoneTabState>({ status: 'following', foreign: false });
  override readonly shared = new Subject<unknown>();
  readonly told: object[] = [];

  override share(note: object): void {
    this.told.push(note);
  }

  override bringHere(): void {
    return;
  }
}

describe('a tab that is not the phone', () => {
  let desk: StoreHarness;
  let tab: FakeTab;

  beforeAll(preloadEffects);

  beforeEach(async () => {
    tab = new FakeTab();
    desk = new StoreHarness({ autoAnswer: 'always' }, [{ provide: PhoneTab, useValue: tab }]);
    await desk.signIn();
    TestBed.tick();
  });

  it('answers no call by itself, and does when it becomes the phone', () => {
    desk.softphone.invite('c1');
    expect(desk.softphone.answered).toEqual([]);
    desk.softphone.end();
    tab.state.set({ status: 'leading' });
    desk.softphone.invite('c2');
    expect(desk.softphone.answered).toEqual(['c2']);
  });

  it('raises no screen, then or when it becomes the phone in that call', () => {
    const call = { callTraceID: '77', callCustomerID: '1' };
    desk.snapshot('STATE_CALL_DELIVERED', call);
    tab.state.set({ status: 'leading' });
    desk.snapshot('STATE_CALL_ACTIVE', call);
    expect(desk.takeNames()).not.toContain('Screen Pop Requested');
  });

  it('does not log in by itself', () => {
    desk.connection.takeSent();
    desk.snapshot('STATE_LOGOUT');
    expect(desk.connection.takeSent()).toEqual([]);
  });

  it('tells the others of its commands, and waits for theirs as for its own', () => {
    desk.dispatch(CommandActions.logOut());
    expect(tab.told).toEqual([expect.objectContaining({ type: CommandOutcomes.commandSent.type })]);
    tab.shared.next({
      type: CommandOutcomes.commandSent.type,
      given: { command: { name: 'makeCall', phoneNumber: '066', queueName: null }, at: -5, callNumber: 90 },
    });
    expect(desk.state.commands.statuses.makeCall).toMatchObject({ status: 'pending', given: { callNumber: null } });
    expect(tab.told).toHaveLength(1);
  });

  it('takes nothing for an outcome that is none', () => {
    desk.takeNames();
    for (const note of [null, 1, {}, { type: '[Mediatel Agent] Logged Out' }]) tab.shared.next(note);
    expect(desk.takeNames()).toEqual([]);
  });
});
