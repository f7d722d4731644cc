import { KeptTitle } from './kept-title';

const icons = (): readonly string[] =>
  [...document.head.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')].map(
    (link) => link.getAttribute('href') ?? '',
  );
/** Observers of a document hear of a change in a microtask. */
const heard = (): Promise<void> => Promise.resolve();

describe('the kept title', () => {
  let kept: KeptTitle;
  beforeEach(() => {
    document.head.innerHTML =
      '<title>Customers</title><link rel="icon" href="own.svg"><link rel="shortcut icon" href="own.ico">';
    kept = new KeptTitle(document);
  });
  afterEach(() => kept.restore());

  it('has our words before the host’s title, and our icon instead of the host’s', () => {
    kept.show('● 00:01 In a call', 'data:1');
    kept.show('● 00:02 In a call', 'data:1');
    expect([document.title, icons()]).toEqual(['● 00:02 In a call · Customers', ['data:1']]);
  });

  it('is the host’s again once it is restored, as often as it takes', () => {
    for (const icon of ['data:1', 'data:2']) {
      kept.show('● Available', icon);
      expect(icons()).toEqual([icon]);
      kept.restore();
      kept.restore();
      expect([document.title, icons()]).toEqual(['Customers', ['own.svg', 'own.ico']]);
    }
  });

  it('takes over what the host writes meanwhile, and gives that back', async () => {
    kept.show('● Available', 'data:1');
    document.title = 'Olena Kovalchuk';
    await heard();
    expect(document.title).toBe('● Available · Olena Kovalchuk');
    document.title = 'Training';
    kept.show('● Pause', 'data:1');
    expect(document.title).toBe('● Pause · Training');
    document.title = 'Customers';
    kept.restore();
    expect(document.title).toBe('Customers');
    document.title = 'Left';
    await heard();
    expect(document.title).toBe('Left');
  });

  it('stands alone on a page without a title', () => {
    document.head.innerHTML = '';
    kept.show('● Available', 'data:1');
    expect(document.title).toBe('● Available');
  });
});
