import { TestBed } from '@angular/core/testing';
import { englishLabels } from './english';
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
});
