import { TestBed } from '@angular/core/testing';
import { DeskUnderTest } from './mediatel-desk.fixture';

/** Resolves when the chunk is loaded for everybody who waits for it. */
const chunkLoaded = async (): Promise<void> => {
  await import('../pages/calls/kept-own-calls');
  // Node reports unhandled rejections before the next timer.
  await new Promise((resolve) => setTimeout(resolve, 0));
};

it('a desk whose application ends before its chunks are loaded leaves no unhandled rejection', async () => {
  const rejected: unknown[] = [];
  const note = (reason: unknown) => rejected.push(reason);
  process.on('unhandledRejection', note);
  const desk = new DeskUnderTest();
  desk.element.remove();
  TestBed.resetTestingModule();
  await chunkLoaded();
  process.off('unhandledRejection', note);
  expect(rejected).toEqual([]);
});
