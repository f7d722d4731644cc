import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';
import type { OperatorRecord, Presence } from 'mediatel-lib/hub-protocol';
import { MediatelIntl, type ViewLabels } from 'mediatel-lib/ui';
import { recordOf } from 'test-kit';
import { type MediatelAlert, type AlertMemory, type Watched, findAlerts } from './alert';
import { mayAnnounce } from './alert-announcer';
import { urgentFirst } from './alert-level';
import { alertSentence } from './alert-sentence';
import { decodeAlertSettings, initialAlertSettings } from './alert-settings';
import { type AlertThresholds, defaultAlertThresholds, withChanges } from './alert-thresholds';

const clerical: Partial<Presence> = { state: 'STATE_CLERICAL', status: 'clerical' };
const pause = (name: string): Partial<Presence> => ({ state: 'STATE_PAUSE', status: 'pause', pause: name });
const call = (mos: number, traceId = '7'): Partial<Presence> => ({
  state: 'STATE_CALL_ACTIVE',
  status: 'in_a_call',
  call: { traceId, kind: 'incoming', start: 1_000_000, number: null },
  quality: { mos, roundTrip: 20, jitter: 1 },
});

const empty: AlertMemory = new Map();

/** The alerts this many seconds after the record was received, with heartbeats in between. */
function after(
  seconds: number,
  record: OperatorRecord,
  thresholds: AlertThresholds = defaultAlertThresholds,
  before: AlertMemory = empty,
): ReturnType<typeof findAlerts> {
  const now = record.receivedAt + seconds * 1000;
  return findAlerts([{ record, confirmedAt: now }], now, thresholds, before);
}

let english: ViewLabels['alerts'];
beforeAll(async () => {
  const intl = TestBed.inject(MediatelIntl);
  await intl.loadViews();
  english = intl.viewLabels().alerts;
});

const sentences = (alerts: readonly MediatelAlert[]): string[] =>
  alerts.map((alert) => alertSentence(alert, english, 'en').replaceAll('\u00a0', ' '));

describe('findAlerts', () => {
  it.each<[string, Partial<Presence>, number, string[]]>([
    ['just under the limit', clerical, 179, []],
    ['at the limit', clerical, 180, ['After call for 3 min, no code chosen']],
    ['a code is chosen', { ...clerical, codeChosen: true }, 400, ['After call for 6 min, the code is not saved']],
    ['a pause', pause('Lunch'), 900, ['15 min on pause “Lunch”']],
    ['waiting for work is no alert by default', {}, 90_000, []],
    ['not registered while available', { registered: 'waiting' }, 6, ['Available, but the phone is not registered']],
    ['a registration that takes a moment', { registered: 'registering' }, 3, []],
    ['no microphone while available', { microphone: 'failed' }, 6, ['Available, but without a microphone']],
    ['no microphone on pause is nobody’s concern', { ...pause('Lunch'), microphone: 'off' }, 60, []],
    ['no connection to Mediatel', { connected: false }, 6, ['No connection to Mediatel']],
    ['poor sound', call(2.5), 6, ['The call sounds poor, MOS 2.5']],
    ['good sound', call(3), 60, []],
    ['who logged out', { state: 'STATE_LOGOUT', status: 'offline', connected: false }, 90_000, []],
  ])('%s', (_case, presence, seconds, expected) => {
    expect(sentences(after(seconds, recordOf(presence)).alerts)).toEqual(expected);
  });

  it('has limits by the pause’s name, and none for null', () => {
    const thresholds = withChanges(defaultAlertThresholds, { pauses: { Lunch: 3600, Training: null } });
    expect(after(3599, recordOf(pause('Lunch')), thresholds).alerts).toEqual([]);
    expect(after(3600, recordOf(pause('Lunch')), thresholds).alerts).toHaveLength(1);
    expect(after(90_000, recordOf(pause('Training')), thresholds).alerts).toEqual([]);
    expect(after(900, recordOf(pause('Coffee')), thresholds).alerts).toHaveLength(1);
  });

  it('has the most urgent first, and of a level the longest', () => {
    const now = 9_000_000;
    const since = (id: string, presence: Partial<Presence>, seconds: number): Watched => ({
      record: recordOf(presence, { id, receivedAt: now - 1000 * seconds }),
      confirmedAt: now,
    });
    const watched = [
      since('a', pause('Lunch'), 1000),
      since('b', clerical, 400),
      since('c', clerical, 500),
      since('d', pause('Lunch'), 1200),
    ];
    const found = findAlerts(watched, now, defaultAlertThresholds, empty).alerts;
    const alerts = urgentFirst(found, defaultAlertThresholds);
    expect(alerts.map(({ operator }) => operator)).toEqual(['c', 'b', 'd', 'a']);
  });

  it('raises only “unconfirmed” for an unconfirmed operator', () => {
    const record = recordOf({ ...clerical, connected: false }, { confidence: 'unconfirmed' });
    const at = (now: number) => findAlerts([{ record, confirmedAt: 2_000_000 }], now, defaultAlertThresholds, empty);
    expect(sentences(at(2_240_000).alerts)).toEqual(['No word for 4 min: the state is not known']);
  });

  it('raises none for an operator who is gone, after five minutes of silence', () => {
    const record = recordOf(clerical, { confidence: 'unconfirmed' });
    const at = (now: number) => findAlerts([{ record, confirmedAt: 2_000_000 }], now, defaultAlertThresholds, empty);
    expect(at(2_299_999).alerts).toHaveLength(1);
    expect(at(2_300_000).alerts).toEqual([]);
  });

  it('has the same alert again when the operator returns in the same state', () => {
    const record = recordOf(clerical);
    const before = after(200, record);
    const lost = findAlerts([{ record, confirmedAt: 2_200_000 }], 2_300_000, defaultAlertThresholds, before.memory);
    const back = after(301, record, defaultAlertThresholds, lost.memory);
    expect(lost.alerts.map(({ kind }) => kind)).toEqual(['unconfirmed']);
    expect(back.alerts.map(({ id, beganAt }) => [id, beganAt])).toEqual(
      before.alerts.map(({ id, beganAt }) => [id, beganAt]),
    );
  });

  it('does not flicker with a MOS near the threshold, and starts again with the next call', () => {
    let memory = after(6, recordOf(call(2.9))).memory;
    for (const mos of [3.1, 2.9, 3.2, 3.0]) {
      const found = after(8, recordOf(call(mos)), defaultAlertThresholds, memory);
      expect(found.alerts).toHaveLength(1);
      memory = found.memory;
    }
    expect(after(10, recordOf(call(3.3)), defaultAlertThresholds, memory).alerts).toEqual([]);
    expect(after(2, recordOf(call(2, '8')), defaultAlertThresholds, memory).alerts).toEqual([]);
  });

  const presence: fc.Arbitrary<Partial<Presence>> = fc.oneof(
    fc.constantFrom(
      clerical,
      pause('Lunch'),
      call(2),
      call(4),
      {},
      { registered: 'off' as const },
      { connected: false },
    ),
    fc.constant({ ...call(2), ...clerical }),
  );
  const watched: fc.Arbitrary<Watched> = fc
    .record({
      presence,
      age: fc.integer({ min: 0, max: 2_000_000 }),
      sinceReport: fc.integer({ min: 0, max: 900_000 }),
      silent: fc.integer({ min: 0, max: 20_000 }),
      confidence: fc.constantFrom('live' as const, 'unconfirmed' as const),
    })
    .map(({ presence, age, sinceReport, silent, confidence }) => ({
      record: recordOf(
        { ...presence, since: 5_000_000 - age, serverTime: 5_000_000 },
        { receivedAt: 9_000_000 - sinceReport, confirmedAt: 9_000_000 - silent, confidence },
      ),
      confirmedAt: 9_000_000 - silent,
    }));

  it('raises no live alert from stale data', () => {
    const seen = { stale: 0, live: 0 };
    fc.assert(
      fc.property(watched, (one) => {
        const { alerts } = findAlerts([one], 9_000_000, defaultAlertThresholds, empty);
        const stale = one.record.confidence === 'unconfirmed' || one.confirmedAt <= 8_990_000;
        expect(alerts.every(({ kind }) => (kind === 'unconfirmed') === stale)).toBe(true);
        if (stale) seen.stale++;
        else seen.live += alerts.length;
        expect(stale ? alerts.length : 1).toBe(1);
      }),
    );
    expect(Math.min(seen.stale, seen.live)).toBeGreaterThan(0);
  });

  it('finds the same for any difference between Mediatel’s clock and the hub’s', () => {
    const shift = fc.integer({ min: -4_000_000, max: 1e12 });
    fc.assert(
      fc.property(watched, shift, shift, ({ record, confirmedAt }, mediatel, hub) => {
        const { presence } = record;
        const shifted: OperatorRecord = {
          ...record,
          presence: {
            ...presence,
            since: (presence.since ?? 0) + mediatel,
            serverTime: presence.serverTime + mediatel,
          },
          receivedAt: record.receivedAt + hub,
          confirmedAt: record.confirmedAt + hub,
        };
        const there = findAlerts([{ record, confirmedAt }], 9_000_000, defaultAlertThresholds, empty).alerts;
        const here = findAlerts(
          [{ record: shifted, confirmedAt: confirmedAt + hub }],
          9_000_000 + hub,
          defaultAlertThresholds,
          empty,
        ).alerts;
        const said = (alerts: readonly MediatelAlert[]): unknown => alerts.map(({ kind, seconds }) => [kind, seconds]);
        expect(said(here)).toEqual(said(there));
      }),
    );
  });

  it('keeps an alert while its condition lasts, however late each report comes', () => {
    // The alert begins with the nineteenth report. Without a minimum length the generated lists are too short for it.
    const delaysOfWords = fc.array(fc.integer({ min: 0, max: 9_000 }), { minLength: 20, maxLength: 40 });
    let kept = 0;
    fc.assert(
      fc.property(delaysOfWords, (delays) => {
        let memory = empty;
        const found: (MediatelAlert | undefined)[] = [];
        delays.forEach((delay, step) => {
          // Each report has the state's time again, and comes a little later or sooner than the last.
          const now = 2_000_000 + step * 10_000;
          const report = { serverTime: 1_000_000 + step * 10_000 - delay, codeChosen: step % 2 === 0 };
          const record = recordOf({ ...clerical, ...report }, { receivedAt: now, seq: step + 1 });
          const { alerts, memory: next } = findAlerts(
            [{ record, confirmedAt: now }],
            now,
            defaultAlertThresholds,
            memory,
          );
          memory = next;
          found.push(alerts[0]);
        });
        const lasting = found.slice(found.findIndex((alert) => alert !== undefined));
        kept += lasting.filter((alert) => alert !== undefined).length - 1;
        expect(new Set(lasting.map((alert) => `${alert?.id} since ${alert?.beganAt}`)).size).toBe(1);
      }),
    );
    expect(kept).toBeGreaterThan(0);
  });
});

it('announces once in 10 s', () => {
  const heard: number[] = [];
  for (let at = 0; at <= 60_000; at += 700) {
    if (mayAnnounce(heard.at(-1) ?? null, at)) heard.push(at);
  }
  expect(heard[0]).toBe(0);
  expect(heard.slice(1).every((at, i) => at - (heard[i] ?? 0) >= 10_000)).toBe(true);
  expect(heard).toHaveLength(6);
});

describe('decodeAlertSettings', () => {
  it('reads stored settings back', () => {
    const kept = {
      changes: { states: { clerical: 60, held: null }, pauses: { Lunch: 3600 }, mos: 3.5 },
      sound: true,
      notices: false,
      snoozed: { '301 lasting:clerical:1': 5 },
    };
    expect(decodeAlertSettings(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('never fails, and leaves out invalid parts', () => {
    expect(decodeAlertSettings('?')).toEqual(initialAlertSettings);
    expect(decodeAlertSettings({ changes: { states: { clerical: 'x', nothing: 5 }, pauses: [] } })).toEqual({
      ...initialAlertSettings,
      changes: { states: {}, pauses: {} },
    });
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { changes, snoozed } = decodeAlertSettings(value);
        withChanges(defaultAlertThresholds, changes);
        expect(Object.values(snoozed).every((until) => typeof until === 'number')).toBe(true);
      }),
    );
  });
});
