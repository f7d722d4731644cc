import { defaultAlertThresholds, withChanges } from './alert-thresholds';
import { type LimitRow, limitChange, limitRows, limitText } from './limit-row';

describe('the fields of the alerts’ settings', () => {
  const all = [...limitRows('states', []), ...limitRows('pauses', ['Lunch']), ...limitRows('faults', [])];

  it('are the states, the pauses with the one for all others last, and what else is watched', () => {
    expect(limitRows('pauses', ['Lunch', 'Meeting'])).toEqual([
      { of: 'pause', name: 'Lunch' },
      { of: 'pause', name: 'Meeting' },
      { of: 'state', name: 'paused' },
    ]);
    expect(limitRows('faults', []).map(({ name }) => name)).toEqual(['unconfirmed', 'faults', 'mos']);
    expect(limitRows('states', []).map(({ name }) => name)).not.toContain('paused');
  });

  it('show minutes, seconds and the MOS, and a pause without its own limit as all others', () => {
    const text = (row: LimitRow): string => limitText(row, defaultAlertThresholds);
    expect(all.map(text)).toEqual(['3', '2', '20', '1.5', '0.5', '', '15', '15', '0', '5', '3']);
    expect(limitText({ of: 'pause', name: 'Lunch' }, { ...defaultAlertThresholds, pauses: { Lunch: null } })).toBe('');
  });

  it('are read back as they were written', () => {
    for (const row of all) {
      const changes = limitChange(row, '4');
      expect(changes).not.toBeNull();
      expect(limitText(row, withChanges(defaultAlertThresholds, changes ?? {}))).toBe('4');
      expect(limitText(row, withChanges(defaultAlertThresholds, limitChange(row, ' ') ?? {}))).toBe('');
    }
  });

  it.each(['-1', 'x', '1e999'])('take %s for no limit', (text) => {
    expect(limitChange({ of: 'state', name: 'clerical' }, text)).toBeNull();
  });
});
