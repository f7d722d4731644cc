import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { OperatorTimeline } from 'mediatel-lib/hub-protocol';
import { DayLegendHarness } from 'mediatel-lib/testing';
import { type LanguageTag, MediatelIntl } from 'mediatel-lib/ui';
import { bandFills, bandLooks } from '../band/band-look';
import { bandTile } from '../band/band-tile';
import { bandsOf } from '../band/day-band';
import { DayLegend } from './day-legend';

describe('the legend of a day', () => {
  it('needs no colour: no two bands have the same fill or the same tile', () => {
    const fills = bandLooks.map((look) => bandFills[look]);
    expect(new Set(fills).size).toBe(bandLooks.length);
    const tiles = fills.flatMap((fill) => bandTile(fill, 18)?.lines ?? []);
    expect(new Set(tiles).size).toBe(tiles.length);
    // A plain fill and nothing have no tile.
    expect(tiles).toHaveLength(bandLooks.length - 2);
  });

  it.each<[LanguageTag, string, string]>([
    ['en', 'In a call', 'Unconfirmed'],
    ['uk', 'Розмова', 'Не підтверджено'],
    ['ru', 'Разговор', 'Не подтверждено'],
  ])('names every band in %s', async (language, talking, unconfirmed) => {
    const intl = TestBed.inject(MediatelIntl);
    await intl.setLanguage(language);
    await intl.loadViews();
    const fixture = TestBed.createComponent(DayLegend);
    const legend = await TestbedHarnessEnvironment.harnessForFixture(fixture, DayLegendHarness);
    const words = await legend.words();
    expect(words).toHaveLength(bandLooks.length);
    expect(words.every((word) => word !== '')).toBe(true);
    expect(new Set(words).size).toBe(words.length);
    expect(words).toContain(talking);
    expect(words).toContain(unconfirmed);
  });
});

describe('the newest edge of a day', () => {
  const nothing = { pause: null, queue: null, traceId: null, kind: null };
  const timeline: OperatorTimeline = {
    id: '301',
    name: 'Olena',
    team: 'Banks',
    complete: true,
    segments: [
      { from: 1_000, to: 2_000, state: 'STATE_IDLE', status: 'available', ...nothing },
      { from: 2_000, to: null, state: 'STATE_CLERICAL', status: 'clerical', ...nothing },
    ],
  };
  const bands = (isNow: boolean): unknown =>
    bandsOf(timeline, { until: 9_000, isNow }).map(({ to, lasts }) => [to, lasts]);

  it('lasts until now while the hub is connected', () => {
    expect(bands(true)).toEqual([
      [2_000, false],
      [9_000, true],
    ]);
  });

  it('ends at the last report without the hub, because the present state is unknown', () => {
    expect(bands(false)).toEqual([
      [2_000, false],
      [9_000, false],
    ]);
  });
});
