import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';

const tries: string[] = [];
jest.unstable_mockModule('./theme-watch', () => {
  tries.push('theme-watch');
  throw new Error('the chunk is gone');
});
const { PageTheme } = await import('./page-theme');

const unhandled: unknown[] = [];
const keep = (reason: unknown): void => void unhandled.push(reason);
/** Rejections count as unhandled once all microtasks are over. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeAll(() => {
  Object.defineProperty(document, 'adoptedStyleSheets', { value: [], configurable: true });
  process.on('unhandledRejection', keep);
});
afterAll(() => {
  Reflect.deleteProperty(document, 'adoptedStyleSheets');
  process.off('unhandledRejection', keep);
});

it('a theme chunk that fails while its part leaves the page is no fault of the page, and is fetched for the next part', async () => {
  const theme = TestBed.inject(PageTheme);
  const [first, second] = [document.createElement('div'), document.createElement('div')];
  theme.add(first);
  theme.remove(first);
  await settled();
  expect(unhandled).toEqual([]);
  expect(tries).toHaveLength(1);
  theme.add(second);
  await settled();
  expect(tries.length).toBeGreaterThan(1);
  expect(unhandled).toEqual([]);
});
