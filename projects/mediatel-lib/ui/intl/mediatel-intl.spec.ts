import { TestBed } from '@angular/core/testing';
import { MEDIATEL_CALL_NOTICE_TEXT } from 'mediatel-lib/ports';
import { englishLabels } from './en/english';
import { MediatelIntl } from './mediatel-intl';

describe('MediatelIntl', () => {
  beforeEach(() => localStorage.clear());

  it('replaces an English label at once, and labels of rarely opened views when these are loaded', async () => {
    const intl = TestBed.inject(MediatelIntl);
    void intl.setLanguage({ call: 'Dial', views: () => Promise.resolve({ board: { title: 'Agents' } }) });
    expect(intl.labels().call).toBe('Dial');
    expect(intl.labels().hangUp).toBe(englishLabels.hangUp);
    await intl.loadViews();
    expect(intl.viewLabels().board.title).toBe('Agents');
    expect(intl.viewLabels().board.search).toBe((await englishLabels.views()).board.search);
  });

  it('keeps the language that was set last, also when an earlier one finishes loading later', async () => {
    const intl = TestBed.inject(MediatelIntl);
    const earlier = intl.setLanguage('uk', { remember: true });
    await intl.setLanguage({ call: 'Dial' });
    await earlier;
    expect(intl.labels().call).toBe('Dial');
    await intl.restoreLanguage();
    expect(intl.labels().language).toBe('en');
  });

  it('restores only the operator’s choice, and never replaces a language that the host has set', async () => {
    await TestBed.inject(MediatelIntl).setLanguage('ru');
    TestBed.resetTestingModule();
    await TestBed.inject(MediatelIntl).restoreLanguage();
    expect(TestBed.inject(MediatelIntl).labels().language).toBe('en');
    await TestBed.inject(MediatelIntl).setLanguage('uk', { remember: true });
    TestBed.resetTestingModule();
    await TestBed.inject(MediatelIntl).restoreLanguage();
    expect(TestBed.inject(MediatelIntl).labels().language).toBe('uk');
    TestBed.resetTestingModule();
    await TestBed.inject(MediatelIntl).setLanguage({ call: 'Dial' });
    await TestBed.inject(MediatelIntl).restoreLanguage();
    expect(TestBed.inject(MediatelIntl).labels().call).toBe('Dial');
  });

  it('has the texts of rarely opened views after loadViews(), also when the language changed meanwhile', async () => {
    const intl = TestBed.inject(MediatelIntl);
    let answer = (): void => undefined;
    const slow = new Promise<void>((resolve) => (answer = resolve));
    void intl.setLanguage({ views: () => slow.then(() => englishLabels.views()) });
    const loaded = intl.loadViews();
    await intl.setLanguage('uk');
    answer();
    await loaded;
    expect(intl.viewLabels().missed.none).not.toBe((await englishLabels.views()).missed.none);
    expect(intl.labels().language).toBe('uk');
  });

  it('gives the notification of a call its texts in the present language', async () => {
    const text = TestBed.inject(MEDIATEL_CALL_NOTICE_TEXT);
    const intl = TestBed.inject(MediatelIntl);
    const known = { callerNumber: '0661234501', callerName: 'DM_MFO_1' };
    const withheld = { callerNumber: null, callerName: null };
    expect(text(known)).toEqual({ title: 'Incoming call', body: '0661234501 · DM_MFO_1' });
    expect(text(withheld)).toEqual({ title: 'Incoming call', body: 'Number withheld' });
    // A name from right to left does not turn the number before it: the mark sets the direction of the line.
    expect(text({ callerNumber: '+380661234501', callerName: 'שלומית 3' }).body).toBe('\u200E+380661234501 · שלומית 3');
    await intl.setLanguage('uk');
    expect(text(withheld)).toEqual({ title: 'Вхідний дзвінок', body: 'Номер приховано' });
    await intl.setLanguage('ru');
    expect(text(withheld)).toEqual({ title: 'Входящий звонок', body: 'Номер скрыт' });
    await intl.setLanguage({ incomingCall: 'Ring ring' });
    expect(text(known).title).toBe('Ring ring');
  });
});
