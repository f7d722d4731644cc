import type { MediatelAlert } from './alert';
import { defaultAlertThresholds } from './alert-thresholds';
import { levelOf, limitOfAlert } from './alert-level';

const alert = (changes: Partial<MediatelAlert>): MediatelAlert => ({
  id: '1 lasting',
  operator: '1',
  name: 'Olena',
  condition: 'lasting',
  kind: 'lasting',
  phase: 'clerical',
  pause: null,
  codeChosen: false,
  mos: null,
  beganAt: 0,
  seconds: 0,
  ...changes,
});
const level = (changes: Partial<MediatelAlert>): string => levelOf(alert(changes), defaultAlertThresholds);

describe('levelOf', () => {
  it('is amber beyond the limit, and red at twice the limit', () => {
    expect([180, 359, 360].map((seconds) => level({ seconds }))).toEqual(['amber', 'amber', 'red']);
  });

  it('is red after a minute of silence or poor sound', () => {
    expect([59, 60].map((seconds) => level({ kind: 'unconfirmed', seconds }))).toEqual(['amber', 'red']);
    expect([59, 60].map((seconds) => level({ kind: 'poorSound', seconds }))).toEqual(['amber', 'red']);
  });

  it('is red at once when no call reaches the operator', () => {
    expect((['noConnection', 'notRegistered', 'noMicrophone'] as const).map((kind) => level({ kind }))).toEqual([
      'red',
      'red',
      'red',
    ]);
  });
});

describe('limitOfAlert', () => {
  const thresholds = { ...defaultAlertThresholds, pauses: { Lunch: 3600, Never: null } };

  it('is that of the state, or of the pause with its own limit', () => {
    const limits = [
      alert({}),
      alert({ phase: 'paused', pause: 'Meeting' }),
      alert({ phase: 'paused', pause: 'Lunch' }),
      alert({ phase: 'paused', pause: 'Never' }),
    ].map((one) => limitOfAlert(one, thresholds));
    expect(limits).toEqual([180, 900, 3600, null]);
  });

  it('is none of an alert that is not about time', () => {
    expect(limitOfAlert(alert({ kind: 'poorSound' }), thresholds)).toBeNull();
  });
});
