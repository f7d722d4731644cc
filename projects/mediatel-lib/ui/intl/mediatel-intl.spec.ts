import { TestBed } from '@angular/core/testing';
import { CALL_NOTICE_TEXT } from 'mediatel-lib/ports';
import { englishLabels } from './en/english';
import { MediatelIntl } from './mediatel-intl';

describe('MediatelIntl', () => {
  it('has the seldom open views’ texts once loadViews() is done, whatever language was asked for meanwhile', async () => {
    const intl = TestBed.inject(MediatelIntl);
    let answer = (): void => undefined;
    const slow = new Promise<void>((resolve) => (answer = resolve));
    intl.use({ ...englishLabels, views: () => slow.then(() => englishLabels.views()) });
    const loaded = intl.loadViews();
    await intl.speak('uk');
    answer();
    await loaded;
    expect(intl.viewLabels().missed.none).not.toBe((await englishLabels.views()).missed.none);
    expect(intl.labels().language).toBe('uk');
  });

  it('gives the notification of a call its words, which follow the language', async () => {
    const text = TestBed.inject(CALL_NOTICE_TEXT);
    const intl = TestBed.inject(MediatelIntl);
    const known = { callerNumber: '0661234501', callerName: 'DM_MFO_1' };
    const withheld = { callerNumber: null, callerName: null };
    expect(text(known)).toEqual({ title: 'Incoming call', body: '0661234501 · DM_MFO_1' });
    expect(text(withheld)).toEqual({ title: 'Incoming call', body: 'Number withheld' });
    await intl.speak('uk');
    expect(text(withheld)).toEqual({ title: 'Вхідний дзвінок', body: 'Номер приховано' });
    await intl.speak('ru');
    expect(text(withheld)).toEqual({ title: 'Входящий звонок', body: 'Номер скрыт' });
    intl.use({ ...englishLabels, incomingCall: 'Ring ring' });
    expect(text(known).title).toBe('Ring ring');
  });
});
