import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { OperatorTimeline, TimelineSegment } from 'mediatel-lib/hub-protocol';
import { OperatorSegmentsHarness } from 'mediatel-lib/testing';
import { fakeHub } from '../../hub/fake-hub.fixture';
import { OperatorSegments } from './operator-segments';

const minute = 60_000;
const segment = (from: number, to: number | null, about: Partial<TimelineSegment>): TimelineSegment => ({
  from: from * minute,
  to: to === null ? null : to * minute,
  state: 'STATE_IDLE',
  status: 'available',
  pause: null,
  queue: null,
  traceId: null,
  kind: null,
  ...about,
});

describe('OperatorSegments', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] }));

  async function render(segments: readonly TimelineSegment[], complete = true): Promise<OperatorSegmentsHarness> {
    await fakeHub();
    const timeline: OperatorTimeline = { id: '301', name: 'Olena', team: 'Banks', segments, complete };
    const fixture = TestBed.createComponent(OperatorSegments);
    fixture.componentRef.setInput('timeline', timeline);
    fixture.componentRef.setInput('edge', { until: 600 * minute, isNow: true });
    fixture.componentRef.setInput('timeZone', 'UTC');
    return TestbedHarnessEnvironment.harnessForFixture(fixture, OperatorSegmentsHarness);
  }

  it('lists each state with its times and duration, the newest first', async () => {
    const table = await render([
      segment(60, 65, { state: 'STATE_PAUSE', status: 'pause', pause: 'Lunch' }),
      segment(65, null, {}),
    ]);
    const [present, lunch] = await table.rows();
    expect(present?.[0]).toBe('01:05:00');
    expect(present?.[1]).not.toMatch(/\d/);
    expect(lunch).toEqual(['01:00:00', '01:05:00', '05:00', 'Pause', 'Lunch']);
  });

  it('plays each call once, from the row with which its talk began, and no call that goes on', async () => {
    const call = (traceId: string, state: string, status: string) => ({ traceId, state, status, queue: 'Loans' });
    const table = await render([
      segment(60, 61, call('7', 'STATE_CALL_DELIVERED', 'start_dialing')),
      segment(61, 64, call('7', 'STATE_CALL_ACTIVE', 'in_a_call')),
      segment(64, 65, call('7', 'STATE_HOLD', 'on_hold')),
      segment(65, 66, call('7', 'STATE_CALL_ACTIVE', 'in_a_call')),
      segment(70, null, call('8', 'STATE_CALL_ACTIVE', 'in_a_call')),
    ]);
    expect(await table.recordings()).toEqual([['01:01:00', 'Play the recording of Olena, 01:01:00']]);
  });

  it('shows fifty at first and earlier ones on demand', async () => {
    const table = await render(
      Array.from({ length: 60 }, (_, at) =>
        segment(at, at + 1, at % 2 === 0 ? {} : { state: 'STATE_PAUSE', status: 'pause' }),
      ),
      false,
    );
    expect(await table.rows()).toHaveLength(50);
    expect([await table.hasMore(), await table.incomplete()]).toEqual([true, null]);
    await table.more();
    expect(await table.rows()).toHaveLength(60);
    expect(await table.hasMore()).toBe(false);
    expect(await table.incomplete()).not.toBe('');
  });
});
