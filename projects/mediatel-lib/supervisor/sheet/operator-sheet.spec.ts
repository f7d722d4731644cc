import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Presence, SupervisorRequestOutcome, TimelineSegment } from 'mediatel-lib/hub-protocol';
import { FakeClock, OperatorSheetHarness } from 'mediatel-lib/testing';
import { recordOf } from 'test-kit';
import { type FakeHub, answersArrive, fakeHub } from '../hub/fake-hub.fixture';
import { MediatelOperators } from '../hub/operators';
import { SheetOpener } from './sheet-opener';

@Component({ template: '<button>row</button>', providers: [SheetOpener] })
class Board {
  readonly sheets = inject(SheetOpener);
}

const segment = (from: number, to: number | null, state: string, status: string): TimelineSegment => ({
  from: from * 60_000,
  to: to === null ? null : to * 60_000,
  state,
  status,
  pause: null,
  queue: null,
  traceId: '7',
  kind: 'outgoing',
});

describe('OperatorSheet', () => {
  let hub: FakeHub;
  let fixture: ComponentFixture<Board>;
  const live = (id: string, name: string, seq = 1) =>
    recordOf({}, { id, name, receivedAt: hub.clock, confirmedAt: hub.clock, seq });
  const settle = async (): Promise<void> => {
    await answersArrive();
    await fixture.whenStable();
  };
  const show = async (id: string): Promise<void> => {
    await fixture.componentInstance.sheets.show(TestBed.inject(MediatelOperators).get(id)!);
    await settle();
  };
  const sheet = () => TestbedHarnessEnvironment.documentRootLoader(fixture).getHarness(OperatorSheetHarness);
  const isOpen = () => document.querySelector('mediatel-operator-sheet') !== null;
  /** The overlays of the CDK read the code of a key, which jsdom does not derive from its name. */
  const pressEscape = (): void => {
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
    Object.defineProperty(event, 'keyCode', { value: 27 });
    document.body.dispatchEvent(event);
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    hub = await fakeHub();
    hub.show([live('301', 'Olena Kovalenko'), live('302', 'Petro')], {
      requests: ['message', 'endPause', 'takePause', 'logout', 'restart'],
    });
    hub.days = [
      {
        id: '301',
        name: 'Olena Kovalenko',
        team: 'Banks',
        complete: true,
        segments: [segment(540, 560, 'STATE_IDLE', 'available'), segment(560, null, 'STATE_CALL_ACTIVE', 'in_a_call')],
      },
    ];
    fixture = TestBed.createComponent(Board);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
  });
  afterEach(() => (fixture.nativeElement as HTMLElement).remove());

  it('shows the present call with its whole number, for which a narrow board has no room', async () => {
    const call = { kind: 'outgoing', number: '0661234501', traceId: '7' } as Presence['call'];
    const talking = { state: 'STATE_CALL_ACTIVE', status: 'in_a_call', queue: 'Loans', call } as Partial<Presence>;
    hub.show([recordOf(talking, { id: '301', receivedAt: hub.clock, confirmedAt: hub.clock })]);
    await show('301');
    expect(await (await sheet()).call()).toBe('066 123 45 01 outgoing · Loans');
  });

  it('shows the operator’s day, actions and calls', async () => {
    await show('301');
    expect(await (await sheet()).name()).toBe('Olena Kovalenko');
    expect(await (await sheet()).sums()).toEqual([
      expect.stringMatching(/^In a call\s+40/),
      expect.stringMatching(/^Available\s+20/),
    ]);
    expect(document.querySelector('mediatel-sheet-day mediatel-operator-band')).not.toBeNull();
    expect((await (await sheet()).actions()).map(([, isEnabled]) => isEnabled)).toEqual([true, false, true, true]);
    expect(await (await (await sheet()).calls()).calls()).toHaveLength(1);
  });

  it('closes with Esc, and the focus returns to where it was', async () => {
    const button = (fixture.nativeElement as HTMLElement).querySelector('button');
    button?.focus();
    await show('301');
    expect(document.activeElement).not.toBe(button);
    pressEscape();
    await settle();
    expect([isOpen(), document.activeElement === button]).toEqual([false, true]);
  });

  it('changes to another operator, and asks nothing about the one before', async () => {
    await show('301');
    await (await sheet()).press(2);
    expect(await (await sheet()).forms()).toHaveLength(2);
    await show('302');
    expect(document.querySelectorAll('mediatel-operator-sheet')).toHaveLength(1);
    expect(await (await sheet()).name()).toBe('Petro');
    expect(await (await sheet()).forms()).toHaveLength(1);
  });

  it('asks before a log-out, as the menu does', async () => {
    await show('301');
    await (await sheet()).press(2);
    const [, question] = await (await sheet()).forms();
    expect(await question?.question()).toBe('Log out Olena Kovalenko?');
    expect(hub.requests).toEqual([]);
    TestBed.inject(FakeClock).advance(500);
    await question?.answer(true);
    await settle();
    expect(hub.requests).toEqual([{ operator: '301', request: { kind: 'logout' } }]);
    expect(document.querySelector('mediatel-operator-sheet mediatel-request-outcome')?.textContent?.trim()).toBe(
      'Logged out',
    );
  });

  it('keeps a question open that a double click has opened', async () => {
    await show('301');
    await (await sheet()).press(2);
    TestBed.inject(FakeClock).advance(499);
    await (await sheet()).press(2);
    expect(await (await sheet()).forms()).toHaveLength(2);
    TestBed.inject(FakeClock).advance(1);
    await (await sheet()).press(2);
    expect(await (await sheet()).forms()).toHaveLength(1);
  });

  it('keeps a message in the field until it is shown, and sends it once', async () => {
    let answer: (outcome: SupervisorRequestOutcome) => void = () => undefined;
    const sent: string[] = [];
    hub.request = (operator) => {
      sent.push(operator);
      return new Promise((resolve) => (answer = resolve));
    };
    await show('301');
    TestBed.inject(FakeClock).advance(500);
    const field = () => document.querySelector<HTMLTextAreaElement>('mediatel-message-form textarea')?.value;
    const [form] = await (await sheet()).forms();
    await form?.write('Hello');
    TestBed.inject(FakeClock).advance(3_000);
    await form?.write('Hello');
    expect([sent, field()]).toEqual([['301'], 'Hello']);
    answer({ outcome: 'away' });
    await settle();
    expect(field()).toBe('Hello');
    await form?.write('Hello');
    answer({ outcome: 'shown' });
    await settle();
    expect([sent, field()]).toEqual([['301', '301'], '']);
  });

  it('says that the operator has left the board, and offers nothing to do', async () => {
    await show('301');
    hub.show([live('302', 'Petro', 2)], { requests: ['logout'] });
    await settle();
    expect(document.querySelector('mediatel-operator-sheet .left')?.textContent).toBe(
      'The operator has left the board',
    );
    expect(await (await sheet()).actions()).toEqual([]);
  });

  it('closes with the board', async () => {
    await show('301');
    fixture.destroy();
    await answersArrive();
    expect(isOpen()).toBe(false);
  });
});
