import { TestBed } from '@angular/core/testing';
import type { OperatorRecord } from 'mediatel-lib/hub-protocol';
import { recordOf } from 'test-kit';
import { BoardTick } from '../hub/board-tick';
import { type FakeHub, fakeHub } from '../hub/fake-hub.fixture';
import { AlertAnnouncer } from './alert-announcer';
import { AlertWatch } from './alert-watch';
import { OperatorAlerts } from './operator-alerts';

describe('AlertWatch', () => {
  let hub: FakeHub;
  let sounds: number;
  let notices: string[];
  let now: number;

  beforeEach(async () => {
    localStorage.clear();
    sounds = 0;
    notices = [];
    const announcer: Partial<AlertAnnouncer> = {
      sound: () => Promise.resolve(void (sounds += 1)),
      notify: (name) => void notices.push(name),
    };
    TestBed.configureTestingModule({ providers: [AlertWatch, { provide: AlertAnnouncer, useValue: announcer }] });
    hub = await fakeHub();
    now = hub.clock;
    hub.now = () => now;
    TestBed.inject(AlertWatch);
    await Promise.resolve();
  });

  const late = (id: string): OperatorRecord =>
    recordOf(
      { state: 'STATE_CLERICAL', status: 'clerical', since: 0, serverTime: 240_000 },
      { id, name: id, receivedAt: now, confirmedAt: now },
    );
  const show = (...ids: readonly string[]): void => {
    hub.show(ids.map(late));
    now += 1;
    TestBed.inject(BoardTick).beat();
    TestBed.tick();
  };

  it('announces a new alert, but none of the first snapshot', () => {
    TestBed.inject(OperatorAlerts).change({ sound: true, notices: true });
    show('1');
    expect([sounds, notices]).toEqual([0, []]);
    show('1', '2');
    expect([sounds, notices]).toEqual([1, ['2']]);
  });

  it('ends the choice of a kind when its last alert is over', () => {
    show('1');
    const alerts = TestBed.inject(OperatorAlerts);
    alerts.choose('clerical');
    TestBed.tick();
    expect(alerts.group()).toBe('clerical');
    show();
    expect(alerts.group()).toBeNull();
  });
});
