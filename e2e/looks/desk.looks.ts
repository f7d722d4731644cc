// The scenes import the library's state, whose packages are compiled at run time here.
import '@angular/compiler';
import { test } from '@playwright/test';
import { deskScenes } from '../../projects/demo-app/gallery/desk-scenes';
import { compare, open, serveGallery } from './gallery';

serveGallery();

/** `40 pauses` → `40-pauses`. */
const fileName = (scene: string): string => scene.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

/** What is pressed in a scene that shows what has been opened. */
const pressed: Readonly<Record<string, string>> = { keys: 'Keys', '40 pauses': 'Pause' };

// Docked, the desk is as wide on every screen: the height decides.
for (const { name, layout } of deskScenes) {
  test(`desk: ${name}`, async ({ page }) => {
    await open(page, { scene: name });
    const button = pressed[name];
    if (button !== undefined) await page.getByRole('button', { name: button, exact: true }).click();
    await compare(
      page,
      `desk/${fileName(name)}`,
      layout === undefined ? ['360', '1366'] : ['360', '1280', '1366', '1920'],
    );
  });
}
