import { expect, test } from '@playwright/test';
import { everydayIf } from '../everyday';
import { type Size, compare, enlarge, openApp, serveGallery } from './gallery';
import { type StillAnswer, phoneIsReady, playServer } from './still-server';

serveGallery();

interface Scene {
  readonly name: string;
  readonly answer: StillAnswer;
  readonly says: RegExp;
  readonly place?: 'floating' | 'across';
  readonly sizes?: readonly Size[];
}

const usualSizes: readonly Size[] = ['360', '1280'];

/** The line above the desk while the training server does not take the notes of calls. */
const scenes: readonly Scene[] = [
  { name: 'notes-wait', answer: { status: 503, json: {} }, says: /Notes not stored yet: 2/ },
  { name: 'note-refused', answer: { status: 404, json: {} }, says: /did not take a note/ },
  // On a small screen the phone has no place of its own.
  ...(['floating', 'across'] as const).map((place): Scene => ({
    name: `notes-wait-${place}`,
    answer: { status: 503, json: {} },
    says: /Notes not stored yet: 2/,
    place,
    sizes: ['1280'],
  })),
];

for (const { name, answer, says, place, sizes = usualSizes } of scenes) {
  for (const size of sizes) {
    test(`${name} at ${size}`, everydayIf(name === 'notes-wait'), async ({ page }) => {
      await enlarge(page, size);
      await playServer(page, { role: 'operator', answers: { 'POST /api/training/notes': answer } });
      const notes = ['7', '8'].map((traceId) => ({ login: 'agent1', traceId, text: 'Pays on Friday' }));
      await page.addInitScript(
        ([owed, phonePlace]) => {
          localStorage.setItem('verba.owed-notes', owed);
          localStorage.setItem('verba.phone-place', phonePlace);
        },
        [JSON.stringify(notes), place ?? 'side'] as const,
      );
      await openApp(page, '/customers');
      await phoneIsReady(page);
      if (size === '360') await page.getByRole('button', { name: 'Phone', exact: true }).click();
      await expect(page.locator('app-phone-dock').getByText(says)).toBeInViewport({ ratio: 1 });
      // The line takes its room from the desk's middle, not from its last row.
      await expect(page.locator('mediatel-readiness')).toBeInViewport({ ratio: 1 });
      await compare(page, `desk/${name}`, [size]);
    });
  }
}
