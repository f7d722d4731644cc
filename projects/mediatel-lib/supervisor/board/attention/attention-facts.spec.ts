import { TestBed } from '@angular/core/testing';
import { MediatelIntl } from 'mediatel-lib/ui';
import type { MediatelAlert } from '../../alerts/alert';
import { type AlertThresholds, defaultAlertThresholds } from '../../alerts/alert-thresholds';
import { fakeHub } from '../../hub/fake-hub.fixture';
import { factWords, factsOf } from './attention-facts';

const alerts = (...all: readonly Pick<MediatelAlert, 'kind' | 'phase'>[]): readonly MediatelAlert[] =>
  all.map((one) => one as MediatelAlert);
const clerical = { kind: 'lasting', phase: 'clerical' } as const;
const paused = { kind: 'lasting', phase: 'paused' } as const;
const silent = { kind: 'unconfirmed', phase: 'talking' } as const;

describe('factsOf', () => {
  it('counts by kind, and a state that lasts by the state, the most frequent first', () => {
    expect(factsOf(alerts(paused, clerical, silent, clerical, { ...silent, phase: 'available' }, clerical))).toEqual([
      { kind: 'lasting', phase: 'clerical', count: 3 },
      { kind: 'unconfirmed', phase: null, count: 2 },
      { kind: 'lasting', phase: 'paused', count: 1 },
    ]);
  });
});

describe('factWords', () => {
  const words = async (thresholds: AlertThresholds): Promise<readonly string[]> => {
    await fakeHub();
    const text = TestBed.inject(MediatelIntl).viewLabels().board;
    return factsOf(alerts(clerical, paused, silent)).map((fact) =>
      factWords(fact, text, thresholds, 'en').replaceAll('\u00a0', ' '),
    );
  };

  it('name the limit of the state', async () => {
    expect(await words(defaultAlertThresholds)).toEqual([
      '1 after call over 3 min',
      '1 on pause over 15 min',
      '1 unconfirmed',
    ]);
  });

  it('name no limit of pauses that have their own', async () => {
    expect((await words({ ...defaultAlertThresholds, pauses: { Lunch: 60 } }))[1]).toBe('1 on pause too long');
  });
});
