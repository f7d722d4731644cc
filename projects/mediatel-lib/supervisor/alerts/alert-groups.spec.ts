import type { MediatelAlert } from './alert';
import { countAlerts } from './alert-groups';
import { levelOf } from './alert-level';
import { defaultAlertThresholds } from './alert-thresholds';

const alertOf = (changes: Partial<MediatelAlert>): MediatelAlert => ({
  id: '301 clerical',
  operator: '301',
  name: 'Olena',
  condition: 'clerical',
  kind: 'lasting',
  phase: 'clerical',
  pause: null,
  codeChosen: false,
  mos: null,
  beganAt: 0,
  seconds: 200,
  ...changes,
});

describe('levelOf', () => {
  const level = (changes: Partial<MediatelAlert>): string => levelOf(alertOf(changes), defaultAlertThresholds);

  it('is amber beyond the limit, red from twice the limit', () => {
    expect([180, 359, 360].map((seconds) => level({ seconds }))).toEqual(['amber', 'amber', 'red']);
  });

  it('is red at once for what keeps calls from an operator, amber at first for what may end by itself', () => {
    expect(level({ kind: 'noConnection', seconds: 5 })).toBe('red');
    expect([0, 59, 60].map((seconds) => level({ kind: 'unconfirmed', seconds }))).toEqual(['amber', 'amber', 'red']);
  });

  it('takes the limit of the pause by its name', () => {
    const thresholds = { ...defaultAlertThresholds, pauses: { Lunch: 3600 } };
    const lunch = alertOf({ phase: 'paused', pause: 'Lunch', seconds: 3700 });
    expect(levelOf(lunch, thresholds)).toBe('amber');
    expect(levelOf({ ...lunch, pause: 'Yoga' }, thresholds)).toBe('red');
  });
});

describe('countAlerts', () => {
  it('counts the alerts of each kind, the most urgent kind first, then the largest', () => {
    const counted = countAlerts(
      [
        alertOf({}),
        alertOf({ operator: '302' }),
        alertOf({ kind: 'poorSound', phase: 'talking', seconds: 10 }),
        alertOf({ kind: 'notRegistered', phase: 'available' }),
      ],
      defaultAlertThresholds,
    );
    expect(counted).toEqual([
      { group: 'notRegistered', count: 1, limit: null, level: 'red' },
      { group: 'clerical', count: 2, limit: 180, level: 'amber' },
      { group: 'poorSound', count: 1, limit: null, level: 'amber' },
    ]);
  });

  it('is red if one of them is', () => {
    const [clerical] = countAlerts([alertOf({ seconds: 400 }), alertOf({})], defaultAlertThresholds);
    expect([clerical?.level, clerical?.count]).toEqual(['red', 2]);
  });

  it('names no limit for pauses that have several', () => {
    const thresholds = { ...defaultAlertThresholds, pauses: { Lunch: 3600 } };
    const paused = alertOf({ phase: 'paused', seconds: 1000 });
    expect(countAlerts([paused], thresholds)[0]?.limit).toBeNull();
    expect(countAlerts([paused], defaultAlertThresholds)[0]?.limit).toBe(900);
  });
});
