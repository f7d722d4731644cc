import { Component, signal } from '@angular/core';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import type { SupervisorRequestKind } from 'mediatel-lib/hub-protocol';
import { FakeClock, RequestFormHarness } from 'mediatel-lib/testing';
import { recordOf } from 'test-kit';
import { type FakeHub, answersArrive, fakeHub } from '../hub/fake-hub.fixture';
import { type OperatorEntry, MediatelOperators } from '../hub/operators';
import { OperatorActions } from './operator-actions';
import { OperatorMenu } from './operator-menu';

/** A row with its menu. */
@Component({
  imports: [OperatorActions, OperatorMenu],
  template: `@if (isShown()) {
      <mediatel-operator-actions [entry]="entry()" [menu]="menu" />
    }
    <mediatel-operator-menu #menu (opened)="opened.push($event)" />`,
})
class Row {
  readonly entry = signal(TestBed.inject(MediatelOperators).get('301')!);
  readonly isShown = signal(true);
  readonly opened: OperatorEntry[] = [];
}

const everything: readonly SupervisorRequestKind[] = ['message', 'endPause', 'takePause', 'logout', 'restart'];

describe('OperatorMenu', () => {
  let hub: FakeHub;
  beforeEach(async () => {
    hub = await fakeHub();
  });

  let seq = 0;
  const state = (changes: Parameters<typeof recordOf>[0] = {}, requests = everything): void =>
    hub.show([recordOf(changes, { receivedAt: hub.clock, confirmedAt: hub.clock, seq: (seq += 1) })], { requests });

  async function render() {
    const fixture = TestBed.createComponent(Row);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const root = TestbedHarnessEnvironment.documentRootLoader(fixture);
    const menu = await loader.getHarness(MatMenuHarness);
    const page = fixture.nativeElement as HTMLElement;
    const items = async () => {
      await menu.open();
      return Promise.all(
        (await menu.getItems()).map(async (item) => [
          (await item.getText()).replace(/\s+/g, ' ').trim(),
          !(await item.isDisabled()),
        ]),
      );
    };
    const press = async (name: RegExp): Promise<void> => {
      await menu.open();
      await menu.clickItem({ text: name });
    };
    /** The time that a person takes to read a question. */
    const read = (): void => TestBed.inject(FakeClock).advance(500);
    const form = () => root.getHarness(RequestFormHarness);
    const isAsking = () => root.getHarnessOrNull(RequestFormHarness).then((found) => found !== null);
    const inRow = () => page.querySelector('mediatel-request-outcome:not(.afar) span')?.textContent?.trim() ?? null;
    const afar = () => page.querySelector('.afar')?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? null;
    const spoken = () => page.querySelector('.spoken')?.textContent?.trim() ?? '';
    const settle = async () => {
      await answersArrive();
      await fixture.whenStable();
    };
    return { fixture, items, press, read, afar, form, isAsking, inRow, spoken, settle, row: fixture.componentInstance };
  }

  it('is headed by name and state, offers what applies, and says why it does not offer the rest', async () => {
    state();
    const { items } = await render();
    expect(await items()).toEqual([
      [expect.stringContaining('Details'), true],
      [expect.stringContaining('Send a message…'), true],
      [expect.stringContaining('Put on a pause…'), true],
      [expect.stringMatching(/End the pause The operator is not on a pause/), false],
      [expect.stringContaining('Log out'), true],
      [expect.stringContaining('Restart the agent'), true],
    ]);
    const panel = document.querySelector('.mat-mdc-menu-panel');
    expect(panel?.querySelector('.who')?.textContent).toBe('Olena Kovalenko');
    expect(panel?.querySelector('.state')?.textContent).toContain('Available');
    expect(panel?.getAttribute('aria-label')).toBe('Actions for Olena Kovalenko');
    const grave = [...(panel?.querySelectorAll('.grave') ?? [])].map((item) => item.textContent);
    expect(grave.map((text) => text.includes('Log out') || text.includes('Restart'))).toEqual([true, true]);
    expect(panel?.querySelectorAll('mat-divider')).toHaveLength(3);
  });

  it('follows the operator’s state while it is open', async () => {
    state();
    const { items, settle } = await render();
    expect(await items()).toContainEqual([expect.stringMatching(/Log out$/), true]);
    state({ state: 'STATE_CALL_ACTIVE', status: 'in_a_call' });
    await settle();
    expect(await items()).toContainEqual([expect.stringMatching(/Log out Not during a call$/), false]);
  });

  it('asks before a log-out, with the focus meant for Cancel', async () => {
    state();
    const { press, read, form, isAsking, settle } = await render();
    await press(/Log out/);
    expect(hub.requests).toEqual([]);
    expect(await (await form()).question()).toBe('Log out Olena Kovalenko?');
    const popover = document.querySelector('[role="alertdialog"]');
    expect(popover?.getAttribute('aria-label')).toBe('Log out Olena Kovalenko?');
    // jsdom has no layout, so nothing can get the focus there.
    expect(popover?.querySelector('[cdkFocusInitial]')?.textContent?.trim()).toBe('Cancel');
    read();
    await (await form()).answer(false);
    await settle();
    expect([hub.requests, await isAsking()]).toEqual([[], false]);
  });

  it('logs out once the supervisor means it, and shows and speaks the outcome', async () => {
    state();
    const { press, read, form, isAsking, inRow, spoken, settle } = await render();
    await press(/Log out/);
    read();
    await (await form()).answer(true);
    await settle();
    expect(hub.requests).toEqual([{ operator: '301', request: { kind: 'logout' } }]);
    expect(await isAsking()).toBe(false);
    expect([inRow(), spoken()]).toEqual(['Logged out', 'Olena Kovalenko: Logged out']);
  });

  it('sends nothing if the operator’s state has changed before the answer, and says so', async () => {
    state();
    const { press, read, form, inRow, settle } = await render();
    await press(/Log out/);
    state({ state: 'STATE_CALL_ACTIVE', status: 'in_a_call' });
    await settle();
    read();
    expect(await (await form()).blocked()).toBe('Not during a call');
    await (await form()).answer(true);
    await settle();
    expect(hub.requests).toEqual([]);
    expect(inRow()).toBe('Nothing was sent. Not during a call.');
  });

  it('takes no press for 500 ms: the second half of a double click chooses no pause', async () => {
    state();
    const { press, read, form, isAsking, settle } = await render();
    await press(/Put on a pause/);
    await settle();
    TestBed.inject(FakeClock).advance(499);
    await (await form()).choosePause(1);
    document.body.click();
    expect([hub.requests, await isAsking()]).toEqual([[], true]);
    TestBed.inject(FakeClock).advance(1);
    await (await form()).choosePause(1);
    expect([hub.requests.length, await isAsking()]).toEqual([1, false]);
    // A question is not answered by the press that put it.
    await press(/Log out/);
    await (await form()).answer(true);
    expect([hub.requests.length, await isAsking()]).toEqual([1, true]);
    read();
    await (await form()).answer(true);
    expect([hub.requests.length, await isAsking()]).toEqual([2, false]);
  });

  it('says once what became of a request whose operator has left the board', async () => {
    state();
    const { press, read, form, row, inRow, afar, settle, fixture } = await render();
    await press(/Log out/);
    read();
    hub.show([]);
    await settle();
    expect(await (await form()).blocked()).toBe('The operator has left the board');
    await (await form()).answer(true);
    await settle();
    expect(hub.requests).toEqual([]);
    expect([inRow(), afar()]).toEqual(['Nothing was sent. The operator has left the board.', null]);
    row.isShown.set(false);
    await fixture.whenStable();
    expect(afar()).toBe('Olena Kovalenko: Nothing was sent. The operator has left the board.');
  });

  it('offers the operator’s own pauses', async () => {
    state();
    const { press, read, form, inRow, settle } = await render();
    await press(/Put on a pause/);
    await settle();
    expect(await (await form()).pauses()).toEqual([
      expect.stringContaining('Lunch'),
      expect.stringContaining('Meeting'),
    ]);
    read();
    await (await form()).choosePause(1);
    await settle();
    expect(hub.requests).toEqual([{ operator: '301', request: { kind: 'takePause', pause: 'Meeting' } }]);
    expect(inRow()).toBe('The pause is set');
  });

  it('takes the name of a pause from a text field if the desk does not list its pauses', async () => {
    hub.pauseNames = null;
    state();
    const { press, read, form, settle } = await render();
    await press(/Put on a pause/);
    await settle();
    expect(await (await form()).pauses()).toEqual([]);
    read();
    await (await form()).write(' Yoga ');
    await settle();
    expect(hub.requests).toEqual([{ operator: '301', request: { kind: 'takePause', pause: 'Yoga' } }]);
  });

  it('keeps a message until it is shown, and says in words why it was not', async () => {
    hub.outcome = { outcome: 'refused', reason: 'not-on-screen' };
    state();
    const { press, read, form, inRow, settle } = await render();
    await press(/Send a message/);
    read();
    await (await form()).write('Hello');
    await settle();
    expect(inRow()).toContain('The message is not on the screen');
    await press(/Send a message/);
    await settle();
    const field = document.querySelector<HTMLTextAreaElement>('mediatel-message-form textarea');
    expect(field?.value).toBe('Hello');
    // Enter twice opens the field, and does not send what was kept in it.
    await (await form()).write('Hello');
    expect(hub.requests).toHaveLength(1);
    read();
    await (await form()).write('Hello');
    expect(hub.requests).toHaveLength(2);
  });

  it('opens the side sheet, also for supervisors who may not request anything', async () => {
    state({}, []);
    const { items, press, row } = await render();
    expect(await items()).toHaveLength(1);
    await press(/Details/);
    expect(row.opened.map(({ id }) => id)).toEqual(['301']);
  });
});
