import { type BoardLabels, englishLabels } from 'mediatel-lib/ui';
import { lostWords } from './lost-words';

describe('a lost connection to the hub', () => {
  let text: BoardLabels;
  beforeAll(async () => {
    text = (await englishLabels.views()).board;
  });

  it('has the time of the shown state', () => {
    const heardAt = new Date(2026, 10, 23, 15, 52, 30).getTime();
    expect(lostWords(text, heardAt, 'en')).toBe('Connection lost. Showing the last known state from 15:52.');
  });

  it('mentions no state when none was received', () => {
    expect(lostWords(text, null, 'en')).toBe('No connection to the server: trying again…');
  });
});
