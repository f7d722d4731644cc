import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { MediatelCallCardHarness } from 'mediatel-lib/testing';
import { MediatelCallCard } from './call-card';

async function render(inputs: Readonly<Record<string, unknown>>) {
  const fixture = TestBed.createComponent(MediatelCallCard);
  for (const [name, value] of Object.entries({ number: '0661234567', ...inputs })) {
    fixture.componentRef.setInput(name, value);
  }
  const card = await TestbedHarnessEnvironment.harnessForFixture(fixture, MediatelCallCardHarness);
  return { element: fixture.nativeElement as HTMLElement, card };
}

/** Gives the browser a clipboard. jsdom has none. */
function clipboard(writeText: (text: string) => Promise<void>) {
  const write = jest.fn(writeText);
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: write }, configurable: true });
  return write;
}

describe('MediatelCallCard', () => {
  afterEach(() => void Reflect.deleteProperty(navigator, 'clipboard'));

  it('shows the other party and the reason of the call', async () => {
    const { card } = await render({
      name: 'Olena Kovalenko',
      customerId: '39',
      queue: 'DM_MFO_1',
      kind: 'incoming',
      callTraceID: '118',
    });
    expect((await card.number())?.replace(/\D/g, '')).toBe('0661234567');
    expect(await card.who()).toBe('Olena Kovalenko customer 39');
    expect([await card.kind(), await card.queue(), await card.callId()]).toEqual(['incoming', 'DM_MFO_1', 'call 118']);
  });

  it('shows the name first, and the number without a name as large', async () => {
    const { element } = await render({ name: 'Olena Kovalenko' });
    expect(element.firstElementChild?.textContent.trim()).toBe('Olena Kovalenko');
    expect(element.querySelector('.headline')).toBeNull();
    const { element: unnamed } = await render({});
    expect(unnamed.firstElementChild?.classList).toContain('headline');
  });

  it('copies the number as it is dialled', async () => {
    const written = clipboard(() => Promise.resolve());
    const { element, card } = await render({ callTraceID: '118' });
    await card.copyNumber();
    expect(written.mock.calls).toEqual([['0661234567']]);
    expect(element.querySelector('.copy-number')?.getAttribute('aria-label')).toBe('Copied');
    expect(element.querySelector('.copy-id')?.getAttribute('aria-label')).toBe('Copy the call’s id');
  });

  it('hides unknown parts', async () => {
    const { card } = await render({ number: null });
    expect(await card.number()).toBe('Number withheld');
    expect([await card.who(), await card.kind(), await card.queue(), await card.callId()]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    [null, ''],
    [0, ''],
    [75, 'waited 01:15'],
  ])('shows %p seconds in the queue as “%s”', async (waited, words) => {
    const { element } = await render({ waited });
    expect(element.querySelector('.why')?.textContent.trim()).toBe(words);
  });

  it('copies the trace id', async () => {
    const written = clipboard(() => Promise.resolve());
    const { element, card } = await render({ callTraceID: '118' });
    await card.copyCallId();
    expect(written.mock.calls).toEqual([['118']]);
    expect(element.querySelector('.copy-id')?.getAttribute('aria-label')).not.toContain('Not copied');
  });

  it('says that the browser does not allow copying', async () => {
    clipboard(() => Promise.reject(new Error('NotAllowedError')));
    const { element, card } = await render({ callTraceID: '118' });
    await card.copyCallId();
    expect(element.querySelector('.copy-id')?.getAttribute('aria-label')).toContain('Not copied');
  });
});
