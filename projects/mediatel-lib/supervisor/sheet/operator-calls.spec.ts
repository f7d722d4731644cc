import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import type { TimelineSegment } from 'mediatel-lib/hub-protocol';
import { OperatorCallsHarness } from 'mediatel-lib/testing';
import { type FakeHub, fakeHub } from '../hub/fake-hub.fixture';
import { recordOf } from 'test-kit';
import { MediatelOperators } from '../hub/operators';
import { OperatorCalls } from './operator-calls';

const talk = (minute: number, traceId: string, kind: string): TimelineSegment => ({
  from: minute * 60_000,
  to: (minute + 1) * 60_000,
  state: 'STATE_CALL_ACTIVE',
  status: 'in_a_call',
  pause: null,
  queue: 'Loans',
  traceId,
  kind,
});

describe('OperatorCalls', () => {
  let hub: FakeHub;
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    hub = await fakeHub();
    hub.show([recordOf()]);
  });

  async function render(): Promise<{ calls: OperatorCallsHarness }> {
    const fixture = TestBed.createComponent(OperatorCalls);
    fixture.componentRef.setInput('entry', TestBed.inject(MediatelOperators).get('301'));
    return {
      calls: await TestbedHarnessEnvironment.harnessForFixture(fixture, OperatorCallsHarness),
    };
  }
  const day = (...segments: TimelineSegment[]): void => {
    hub.days = [{ id: '301', name: 'Olena Kovalenko', team: 'Banks', segments, complete: true }];
  };

  it('lists the calls of the day with time, direction and queue, the newest first', async () => {
    day(talk(61, '7', 'incoming'), talk(125, '8', 'outgoing'));
    const { calls } = await render();
    expect(await calls.title()).toContain('Olena Kovalenko');
    const [second, first, ...others] = await calls.calls();
    expect(second).toContain('02:05 outgoing · Loans');
    expect(first).toContain('01:01 incoming · Loans');
    expect(others).toEqual([]);
    expect(await calls.status()).toBe('');
  });

  it('says that there are no calls', async () => {
    day();
    expect(await (await render()).calls.status()).toBe('No calls yet today');
  });

  it('says that the calls could not be read, and reads them on demand', async () => {
    hub.days = null;
    const { calls } = await render();
    const failed = await calls.status();
    expect(failed).not.toBe('');
    day(talk(61, '7', 'incoming'));
    await calls.refresh();
    expect(await calls.status()).toBe('');
    expect(await calls.calls()).toHaveLength(1);
  });
});
