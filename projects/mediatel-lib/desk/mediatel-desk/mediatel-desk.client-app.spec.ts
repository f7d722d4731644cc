import { TestBed } from '@angular/core/testing';
import type { AgentClientApp } from 'mediatel-lib/protocol';
import { preloadEffects } from 'mediatel-lib/store';
import { SharedTick } from '../state/shared-tick';
import { DeskUnderTest } from './mediatel-desk.fixture';

beforeAll(preloadEffects);

async function open(clientApp: AgentClientApp, state = 'STATE_IDLE') {
  const desk = new DeskUnderTest({ clientApp: () => clientApp });
  await desk.store.signIn(state);
  await desk.settled();
  return desk;
}

/** A state that began so long ago. */
const since = (seconds: number) => ({ time: 1_000_000 - seconds * 1000 });

async function pass(desk: DeskUnderTest, seconds: number): Promise<void> {
  desk.store.clock.advance(seconds * 1000);
  TestBed.inject(SharedTick).beat();
  await desk.settled();
}

describe('ClericalReminder', () => {
  it('reminds of the after-call work once it has taken so long, once a call', async () => {
    const desk = await open({ ClericalReminder: 40 });
    await desk.snapshot('STATE_CALL_ACTIVE');
    await desk.snapshot('STATE_CLERICAL', since(39));
    expect(await desk.notice()).toBe('');
    await pass(desk, 1);
    expect(await desk.notice()).toBe('The work after this call has taken over 00:40: save the result');
    await desk.act();
    await pass(desk, 20);
    expect(await desk.notice()).toBe('');
  });

  it.each([{ ClericalReminder: 0 }, {}])('%j never reminds', async (clientApp) => {
    const desk = await open(clientApp);
    await desk.snapshot('STATE_CALL_ACTIVE');
    await desk.snapshot('STATE_CLERICAL', since(4000));
    expect(await desk.notice()).toBe('');
  });
});

describe('TimeForDialOut', () => {
  it('offers to cancel a dialled call that nobody answers', async () => {
    const desk = await open({ TimeForDialOut: 25 });
    await desk.snapshot('STATE_MAKECALL_REQUEST');
    await desk.snapshot('STATE_CALL_DELIVERED', since(24));
    expect(await desk.notice()).toBe('');
    await pass(desk, 1);
    expect(await desk.notice()).toBe('Nobody has answered for 00:25');
    await desk.act();
    expect(desk.store.connection.sent.at(-1)).toEqual({ type: 'closeCall' });
  });

  it('says nothing of a call that comes in, or that is answered', async () => {
    const desk = await open({ TimeForDialOut: 25 });
    await desk.snapshot('STATE_CALL_DELIVERED', since(60));
    expect(await desk.notice()).toBe('');
    await desk.snapshot('STATE_IDLE');
    await desk.snapshot('STATE_MAKECALL_REQUEST');
    await desk.snapshot('STATE_CALL_ACTIVE', since(60));
    expect(await desk.notice()).toBe('');
  });
});

describe('ShowPopupPause', () => {
  const listed = (desk: DeskUnderTest) => desk.overlay.querySelectorAll('mediatel-choice-list').length;

  it('opens the list of pauses after a log-in, and not at a later return to work', async () => {
    const desk = await open({ ShowPopupPause: true }, 'STATE_LOGOUT');
    expect(listed(desk)).toBe(0);
    await desk.snapshot('STATE_IDLE');
    expect(listed(desk)).toBe(1);
    await desk.snapshot('STATE_CALL_ACTIVE');
    await desk.snapshot('STATE_CLERICAL');
    await desk.snapshot('STATE_IDLE');
    expect(listed(desk)).toBe(0);
  });

  it('opens it after a Force Pause, and after no other pause', async () => {
    const desk = await open({ ShowPopupPause: true });
    expect(listed(desk)).toBe(0);
    await desk.snapshot('STATE_PAUSE', { pauseId: '4' });
    await desk.snapshot('STATE_IDLE');
    expect(listed(desk)).toBe(0);
    await desk.snapshot('STATE_PAUSE', { pauseId: '99', pauseList: [['99', 'Force Pause']] });
    await desk.snapshot('STATE_IDLE');
    expect(listed(desk)).toBe(1);
  });

  it('does not disturb somebody who types in the CRM', async () => {
    const desk = await open({ ShowPopupPause: true }, 'STATE_LOGOUT');
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await desk.snapshot('STATE_IDLE');
    expect(listed(desk)).toBe(0);
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  it.each([false, undefined])('%s: it stays closed', async (ShowPopupPause) => {
    const desk = await open(ShowPopupPause === undefined ? {} : { ShowPopupPause }, 'STATE_LOGOUT');
    await desk.snapshot('STATE_IDLE');
    expect(listed(desk)).toBe(0);
  });
});

describe('AutoAnswer', () => {
  const primary = async (desk: DeskUnderTest) => (await (await desk.harness()).primary()).label();

  it('a kind that is not answered automatically has Answer', async () => {
    const desk = await open({ AutoAnswer: { Inbound: false } });
    await desk.snapshot('STATE_CALL_DELIVERED', { predictiveStatus: '0' });
    desk.store.softphone.invite('a');
    await desk.settled();
    expect(await primary(desk)).toBe('Answer');
    await desk.press('Answer');
    expect(desk.store.softphone.answered).toEqual(['a']);
  });

  it('a long delay can be cut short with Answer', async () => {
    const desk = await open({ AutoAnswer: { Time: 5000 } });
    await desk.snapshot('STATE_CALL_DELIVERED');
    desk.store.softphone.invite('a');
    await desk.settled();
    expect(desk.store.softphone.answered).toEqual([]);
    expect(await primary(desk)).toBe('Answer');
  });

  it('a call that is answered automatically has Cancel', async () => {
    const desk = await open({ AutoAnswer: { Inbound: true, Time: 300 } });
    await desk.snapshot('STATE_CALL_DELIVERED');
    desk.store.softphone.invite('a');
    await desk.settled();
    expect(await primary(desk)).toBe('Cancel');
  });
});
