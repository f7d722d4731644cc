import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { OperatorRecord, Presence } from 'mediatel-lib/hub-protocol';
import { OperatorRowHarness } from 'mediatel-lib/testing';
import { type FakeHub, fakeHub } from '../hub/fake-hub.fixture';
import { recordOf } from 'test-kit';
import { BoardTick } from '../hub/board-tick';
import { MediatelOperators } from '../hub/operators';
import { OperatorRow } from './operator-row';

describe('OperatorRow', () => {
  let hub: FakeHub;
  beforeEach(async () => {
    hub = await fakeHub();
  });

  async function rowOf(
    presence: Partial<Presence>,
    changes: Partial<OperatorRecord> = {},
  ): Promise<OperatorRowHarness> {
    const at = hub.clock;
    hub.show([
      recordOf(
        { since: 1_000_000, serverTime: 1_065_000, ...presence },
        { receivedAt: at, confirmedAt: at, ...changes },
      ),
    ]);
    const fixture = TestBed.createComponent(OperatorRow);
    fixture.componentRef.setInput('entry', TestBed.inject(MediatelOperators).get('301'));
    return TestbedHarnessEnvironment.harnessForFixture(fixture, OperatorRowHarness);
  }

  it('shows the name, the state, its duration and the age of the data', async () => {
    const row = await rowOf({});
    expect(await row.name()).toBe('Olena Kovalenko');
    expect(await row.state()).toBe('Available');
    expect(await row.time()).toBe('01:05');
    expect(await row.age()).toBe('now');
    expect(await row.isUnconfirmed()).toBe(false);
  });

  it('shows the call with its direction, number, queue and quality, and that the operator is muted', async () => {
    const row = await rowOf({
      state: 'STATE_CALL_ACTIVE',
      status: 'in_a_call',
      muted: true,
      queue: 'Loans',
      call: { kind: 'outgoing', number: '0661234501', traceId: '7' } as Presence['call'],
      quality: { mos: 2.5 } as Presence['quality'],
    });
    expect(await row.state()).toBe('In a call');
    expect(await row.detail()).toBe('muted');
    expect(await row.call()).toBe('outgoing · 066 123 45 01');
    expect(await row.queue()).toBe('Loans');
    expect(await row.quality()).toContain('2.5');
  });

  it('names the pause', async () => {
    const row = await rowOf({ state: 'STATE_PAUSE', status: 'pause', pause: 'Lunch' });
    expect([await row.state(), await row.detail()]).toEqual(['Pause', 'Lunch']);
  });

  it('shows neither duration, call nor quality of an unconfirmed operator, but the last known state', async () => {
    const row = await rowOf(
      { state: 'STATE_CALL_ACTIVE', status: 'in_a_call', quality: { mos: 4 } as Presence['quality'] },
      { confidence: 'unconfirmed' },
    );
    expect(await row.isUnconfirmed()).toBe(true);
    expect(await row.state()).toBe('Unconfirmed');
    expect(await row.detail()).toContain('In a call');
    expect([await row.time(), await row.call(), await row.quality()]).toEqual(['–', '–', '–']);
  });

  describe('with an alert', () => {
    const minutes = 60_000;
    const lasting = (state: string, status: string, since: number, more: Partial<Presence> = {}) =>
      rowOf({ state, status, since: 0, serverTime: since, ...more } as Partial<Presence>);
    async function watched(row: OperatorRowHarness): Promise<readonly (string | null)[]> {
      TestBed.inject(BoardTick).beat();
      TestBed.tick();
      return [await row.level(), (await row.detail())?.replaceAll('\u00a0', ' ') ?? null];
    }

    it('is amber beyond the limit and red at twice the limit, and says why', async () => {
      expect(await watched(await lasting('STATE_PAUSE', 'pause', 14 * minutes, { pause: 'Lunch' }))).toEqual([
        null,
        'Lunch',
      ]);
      TestBed.resetTestingModule();
      hub = await fakeHub();
      expect(await watched(await lasting('STATE_PAUSE', 'pause', 16 * minutes, { pause: 'Lunch' }))).toEqual([
        'amber',
        'over 15 min · Lunch',
      ]);
      TestBed.resetTestingModule();
      hub = await fakeHub();
      expect(await watched(await lasting('STATE_CLERICAL', 'clerical', 7 * minutes))).toEqual([
        'red',
        'no code chosen',
      ]);
    });

    it('is over with the state, without waiting for the next search of alerts', async () => {
      const row = await lasting('STATE_CLERICAL', 'clerical', 7 * minutes);
      expect(await watched(row)).toEqual(['red', 'no code chosen']);
      hub.show([recordOf({}, { receivedAt: hub.clock, confirmedAt: hub.clock, seq: 2 })]);
      expect([await row.state(), await row.level()]).toEqual(['Available', null]);
    });

    it('says nothing of what was last known of an unconfirmed operator', async () => {
      const row = await rowOf(
        { state: 'STATE_CLERICAL', status: 'clerical', since: 0, serverTime: 7 * minutes },
        { confidence: 'unconfirmed' },
      );
      expect(await watched(row)).toEqual(['amber', 'last: After call']);
    });
  });

  it('is gone after five minutes of silence', async () => {
    const row = await rowOf({}, { confidence: 'unconfirmed', confirmedAt: hub.clock - 300_000 });
    expect([await row.state(), await row.detail()]).toEqual(['Gone', 'last: Available']);
  });

  it('shows the team unless the group has the same name', async () => {
    hub.show([recordOf({}, { team: 'Banks', receivedAt: hub.clock, confirmedAt: hub.clock })]);
    const fixture = TestBed.createComponent(OperatorRow);
    fixture.componentRef.setInput('entry', TestBed.inject(MediatelOperators).get('301'));
    const row = await TestbedHarnessEnvironment.harnessForFixture(fixture, OperatorRowHarness);
    expect(await row.team()).toBe('Banks');
    fixture.componentRef.setInput('showsTeam', false);
    expect(await row.team()).toBeNull();
  });
});
